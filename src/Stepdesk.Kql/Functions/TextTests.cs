using System.Text.RegularExpressions;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>contains, has, startswith and their family.</summary>
public static class TextTests
{
    private static readonly HashSet<string> Operators =
    [
        .. "=~ : contains containscs contains_cs has has_cs hasprefix hasprefix_cs hassuffix hassuffix_cs".Split(' '),
        .. "startswith startswith_cs endswith endswith_cs notcontains nothas".Split(' '),
    ];

    public static bool IsOperator(string text) =>
        Operators.Contains(text) || text is "!~" || (text.StartsWith('!') && Operators.Contains(text[1..]));

    public static Scalar Bind(string op, Scalar left, Scalar right)
    {
        var not = op.StartsWith('!') || op is "notcontains" or "nothas";
        var name = op.TrimStart('!');
        if (name is "~" or "=~")
        {
            return TextEquals.Of(left, right, not, ignoreCase: true);
        }

        var sensitive = name.EndsWith("_cs", StringComparison.Ordinal) || name == "containscs";
        var comparison = sensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        Func<string, string, bool> test = name switch
        {
            "contains" or "contains_cs" or "containscs" or "notcontains" => (t, n) => t.Contains(n, comparison),
            "startswith" or "startswith_cs" => (t, n) => t.StartsWith(n, comparison),
            "endswith" or "endswith_cs" => (t, n) => t.EndsWith(n, comparison),
            "hasprefix" or "hasprefix_cs" => (t, n) => Has(t, n, comparison, before: true, after: false),
            "hassuffix" or "hassuffix_cs" => (t, n) => Has(t, n, comparison, before: false, after: true),
            _ => (t, n) => Has(t, n, comparison, before: true, after: true),
        };
        return Map<string, string, bool>.Of(KqlType.Bool, left, right, (t, n) => test(t, n) != not);
    }

    /// <summary>Whole terms: runs of letters and digits. A needle that ends in punctuation needs no border there.</summary>
    public static bool Has(string text, string needle, StringComparison comparison, bool before, bool after)
    {
        if (needle.Length == 0)
        {
            return true;
        }

        before &= char.IsLetterOrDigit(needle[0]);
        after &= char.IsLetterOrDigit(needle[^1]);
        for (var from = 0; from + needle.Length <= text.Length; )
        {
            var at = text.IndexOf(needle, from, comparison);
            if (at < 0)
            {
                return false;
            }

            var end = at + needle.Length;
            if (
                (!before || at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (!after || end == text.Length || !char.IsLetterOrDigit(text[end]))
            )
            {
                return true;
            }

            from = at + 1;
        }

        return false;
    }

    public static bool HasTerm(string text, string needle) =>
        Has(text, needle, StringComparison.OrdinalIgnoreCase, before: true, after: true);

    /// <summary>
    /// A regular expression that always ends in time linear in the text; null when the pattern is not one.
    /// </summary>
    public static Regex? Pattern(string pattern, RegexOptions more = RegexOptions.None)
    {
        try
        {
#pragma warning disable MA0009 // NonBacktracking is linear in the text; there is nothing to time out.
            return new Regex(
                pattern.Replace("(?P<", "(?<", StringComparison.Ordinal),
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | more
            );
#pragma warning restore MA0009
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
