using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Stepdesk.Web.Shared;

/// <summary>Names and types of files as strangers give them, made harmless.</summary>
static class FileNames
{
    const int Longest = 150;

    /// <summary>The last part of the path without what could mislead a file system or an eye, such as text that turns round.</summary>
    public static string Safe(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(
                last.Where(c =>
                    CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)
                )
            )
            .Trim(' ', '.');
        return safe.Length == 0 ? "file"
            : safe.Length <= Longest ? safe
            : safe[..Longest];
    }

    /// <summary>The media type, or that of plain bytes when it is none.</summary>
    public static string Type(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.MediaType.Value is { Length: < 100 } clean
            ? clean
            : "application/octet-stream";
}
