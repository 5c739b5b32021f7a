using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// What is taken out of evidence before it is kept, whichever system said it. Unlike a <see cref="Redactor"/> it leaves
/// what only looks random: the ids of operations are what a diagnosis lives from, and a finding holds thousands of cells.
/// </summary>
public static partial class Masking
{
    public const string Hidden = "***";

    /// <summary>Keys and tokens never stay; addresses only where the source is not sensitive.</summary>
    public static string Of(string text, bool isSensitive)
    {
        text = Secret().Replace(text, m => m.Groups["name"].Value + Hidden);
        return isSensitive ? Address().Replace(text, Hidden) : text;
    }

    /// <summary>What stands under a name, which says more than the value whether it opens doors.</summary>
    public static string Of(string name, string text, bool isSensitive)
    {
        var before = $"\"{name}\":";
        var masked = Of(before + text, isSensitive);
        return masked.StartsWith(before, StringComparison.Ordinal) ? masked[before.Length..] : Hidden;
    }

    /// <summary>A query as it is kept: without texts it marks as not to be logged, and without keys.</summary>
    public static string OfQuery(string query, bool isSensitive) =>
        Of(HiddenText().Replace(query, "h\"" + Hidden + "\""), isSensitive);

    // In JSON a name has quotes too; there a code is mostly that of a failure.
    [GeneratedRegex(
        @"(?<name>\bBearer\s+)[A-Za-z0-9._~+/=-]{8,}|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*|(?<name>\b(sig|signature|password|pwd|secret|token|api[_-]?key|access[_-]?key)\\?""?\s*[=:]\s*\\?""?|\bcode\s*[=:]\s*""?)[^\s""&;,]{6,}",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Secret();

    [GeneratedRegex(
        @"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    // The language's own mark for texts that must not be logged.
    [GeneratedRegex(@"\b[hH]@?(""[^""\n]*""|'[^'\n]*')", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HiddenText();
}
