using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Engine.Telemetry;

/// <summary>
/// What our lexer and Azure's might cut into different words. Whoever vets one query while another one runs vets nothing,
/// so a query with such a place does not leave.
/// </summary>
static class Unread
{
    // A text without an end or with an unknown escape, and a character of no meaning: where the next word begins is a guess.
    static readonly HashSet<string> Codes = ["KQL102", "KQL103", "KQL105"];

    // No query has them. A # at the beginning of a line tells the program that sends it something.
    static readonly HashSet<string> Symbols = ["@", "#", "&", "~", "?", "!"];

    /// <summary>The first such place as it is written; null where there is none.</summary>
    public static string? In(string text, IReadOnlyList<Token> tokens, DiagnosticBag diagnostics)
    {
        if (diagnostics.ToList().FirstOrDefault(d => Codes.Contains(d.Code)) is { Span: var span })
            return text.Substring(span.Start, Math.Min(span.Length, 40));
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Blank(text.AsSpan(end, tokens[i].Span.Start - end)) is { } strange)
                return $"U+{(int)strange:X4}";
            end = tokens[i].Span.End;
            if (tokens[i].Kind is TokenKind.Symbol && Symbols.Contains(tokens[i].Text))
                return tokens[i].Text;
            if (IsRaw(tokens, i) && !IsPlain(Raw(text, tokens[i])))
                return Raw(text, tokens[i]).ToString();
        }
        return null;
    }

    // Between words, comments among it: some end a line for one reader and not for another, some are seen by neither.
    static char? Blank(ReadOnlySpan<char> between)
    {
        foreach (var c in between)
            if (
                c is not ('\t' or '\r' or '\n')
                && char.GetUnicodeCategory(c)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            )
                return c;
        return null;
    }

    // What stands in the brackets of datetime(...) is taken as it is, up to the bracket: quotation marks need not open a text.
    static bool IsRaw(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Literal
            ? tokens[i].Type is not KqlType.String && tokens[i].Text.EndsWith(')')
            : tokens[i].Kind is TokenKind.Name
                && i + 1 < tokens.Count
                && tokens[i + 1].Is("(")
                && KqlTypes.TryParse(tokens[i].Text.ToLowerInvariant(), out var type)
                && type is not (KqlType.String or KqlType.Dynamic);

    static ReadOnlySpan<char> Raw(string text, Token token)
    {
        var open = text.IndexOf('(', token.Span.Start);
        var close = text.IndexOf(')', open);
        return text.AsSpan(open + 1, (close < 0 ? text.Length : close) - open - 1).Trim();
    }

    static bool IsPlain(ReadOnlySpan<char> raw)
    {
        var inside = raw.Length > 1 && raw[0] is '"' or '\'' && raw[^1] == raw[0] ? raw[1..^1] : raw;
        return !inside.ContainsAny("\"'`\\")
            && !inside.Contains("~~~", StringComparison.Ordinal)
            && !inside.Contains("//", StringComparison.Ordinal);
    }
}
