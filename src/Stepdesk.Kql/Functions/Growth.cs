using System.Text.RegularExpressions;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Texts that may become much longer than what they are made of: too long ones are refused before they are made.</summary>
internal static class Growth
{
    public static string Together(string between, IEnumerable<object?> parts)
    {
        var texts = new List<string>();
        var length = 0L;
        foreach (var part in parts)
        {
            var text = Format.Text(part);
            texts.Add(text);
            length += text.Length + between.Length;
            Budget.Fits(2 * length);
        }

        return string.Join(between, texts);
    }

    public static string Repeated(string text, string between, int count)
    {
        Budget.Fits(2L * count * (text.Length + between.Length));
        return string.Join(between, Enumerable.Repeat(text, count));
    }

    // Of a long text with a long text put in many times more comes than there is memory.
    public static string Replaced(string text, string lookup, string rewrite)
    {
        if (rewrite.Length > lookup.Length)
        {
            Budget.Fits(2L * text.AsSpan().Count(lookup) * (rewrite.Length - lookup.Length));
        }

        return text.Replace(lookup, rewrite, StringComparison.Ordinal);
    }

    public static string Replaced(Regex regex, string text, string to)
    {
        if ((long)text.Length * to.Length < 1 << 20)
        {
            return regex.Replace(text, to);
        }

        var length = (long)text.Length;
        return regex.Replace(
            text,
            match =>
            {
                var rewritten = match.Result(to);
                length += rewritten.Length;
                Budget.Fits(2 * length);
                return rewritten;
            }
        );
    }
}
