namespace Stepdesk.Core.Practice.Claims;

/// <summary>What stands within quotation marks somebody else has said.</summary>
static class Quoting
{
    public static bool IsQuoted(string source, int at) =>
        source.AsSpan(0, at).Count('"') % 2 == 1 || source.LastIndexOf('“', at) > source.LastIndexOf('”', at);
}
