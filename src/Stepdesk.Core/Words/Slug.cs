namespace Stepdesk.Core.Words;

/// <summary>Tags and categories in one form: lower case, trimmed, words joined by hyphens.</summary>
public static class Slug
{
    public const int Longest = 50;

    /// <summary>Null when there is nothing to read.</summary>
    public static string? Of(string? text)
    {
        var slug = Whole(text);
        if (slug.Length > Longest)
            slug = Plain.Cut(slug, Longest).TrimEnd('-');
        return slug is "" ? null : slug;
    }

    /// <summary>As one reads it; read again it is the same.</summary>
    public static string InWords(string slug) => slug.Replace('-', ' ');

    /// <summary>Whether something would be cut from it.</summary>
    public static bool IsTooLong(string? text) => Whole(text).Length > Longest;

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> All(IEnumerable<string> texts) =>
        [.. texts.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static string Whole(string? text) => Plain.Line(text).ToLowerInvariant().Replace(' ', '-');
}
