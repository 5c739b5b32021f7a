namespace Stepdesk.Core.Words;

/// <summary>Tags and categories in one form: lower case, trimmed, words joined by hyphens.</summary>
public static class Slug
{
    public const int Longest = 50;

    public static string? Of(string? text)
    {
        var slug = Plain.Line(text).ToLowerInvariant().Replace(' ', '-');
        if (slug.Length > Longest)
            slug = Plain.Cut(slug, Longest).TrimEnd('-');
        return slug is "" ? null : slug;
    }

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> All(IEnumerable<string> texts) =>
        [.. texts.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
