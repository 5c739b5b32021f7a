namespace Stepdesk.Core.Words;

/// <summary>Tags and categories in one form: lower case, trimmed, words joined by hyphens.</summary>
public static class Slug
{
    public const int Longest = 50;

    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var slug = string.Join(
            '-',
            text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return slug.Length <= Longest ? slug : slug[..Longest];
    }

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> All(IEnumerable<string> texts) =>
        [.. texts.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
