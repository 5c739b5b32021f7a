using System.Globalization;
using System.Text;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

/// <summary>Texts in quotes, with escapes or verbatim, and between fences.</summary>
internal static class TextLexing
{
    // What stands behind a backslash, and what it means.
    private const string Plain = "ntrabfv0\\\"'`/";
    private const string Meant = "\n\t\r\a\b\f\v\0\\\"'`/";

    public static void ReadText(this Lexer lexer, int prefix)
    {
        var start = lexer.At;
        if (lexer.IsFence('`') || lexer.IsFence('~'))
        {
            var fence = new string(lexer.Current, 3);
            var end = lexer.Text.IndexOf(fence, lexer.At + 3, StringComparison.Ordinal);
            if (end < 0)
            {
                lexer.Diagnostics.Add(Messages.OpenText(new Span(start, 3)));
            }

            var content = lexer.Text[(lexer.At + 3)..(end < 0 ? lexer.Text.Length : end)];
            lexer.At = end < 0 ? lexer.Text.Length : end + 3;
            lexer.AddLiteral(start, KqlType.String, content.StartsWith('\n') ? content[1..] : content);
            return;
        }

        var verbatim = prefix > 0 && lexer.Text[lexer.At + prefix - 1] == '@';
        lexer.At += prefix;
        var quote = lexer.Current;
        lexer.At++;
        var value = new StringBuilder();
        while (true)
        {
            if (lexer.At >= lexer.Text.Length || Lexer.EndsLine(lexer.Current))
            {
                lexer.Diagnostics.Add(Messages.OpenText(new Span(start, lexer.At - start)));
                break;
            }

            if (lexer.Current == quote)
            {
                lexer.At++;
                if (verbatim && lexer.Current == quote)
                {
                    value.Append(quote);
                    lexer.At++;
                    continue;
                }

                break;
            }

            if (!verbatim && lexer.Current == '\\')
            {
                lexer.ReadEscape(value);
                continue;
            }

            value.Append(lexer.Current);
            lexer.At++;
        }

        lexer.AddLiteral(start, KqlType.String, value.ToString());
    }

    private static void ReadEscape(this Lexer lexer, StringBuilder value)
    {
        var start = lexer.At;
        lexer.At += 2;
        var c = lexer.Peek(-1);
        if (Plain.IndexOf(c, StringComparison.Ordinal) is var simple and >= 0)
        {
            value.Append(Meant[simple]);
        }
        else if (c is 'u' or 'x' && lexer.Hex(c == 'u' ? 4 : 2) is { } code)
        {
            value.Append(code);
        }
        else
        {
            lexer.At = Math.Min(lexer.At, lexer.Text.Length);
            lexer.Diagnostics.Add(Messages.BadEscape(new Span(start, lexer.At - start)));
        }
    }

    private static char? Hex(this Lexer lexer, int digits)
    {
        if (
            lexer.At + digits > lexer.Text.Length
            || !ushort.TryParse(
                lexer.Text.AsSpan(lexer.At, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return null;
        }

        lexer.At += digits;
        return (char)code;
    }
}
