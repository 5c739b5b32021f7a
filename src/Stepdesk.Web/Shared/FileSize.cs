using System.Globalization;

namespace Stepdesk.Web.Shared;

/// <summary>Sizes as people say them.</summary>
static class FileSize
{
    public static string Of(long bytes) =>
        bytes switch
        {
            < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB"),
        };
}
