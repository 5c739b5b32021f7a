using System.Globalization;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Syntax;

/// <summary>Numbers and timespans: 1, 0x1f, 1.5e3, 5m. A name may begin with digits too.</summary>
internal static class NumberLexing
{
    public static void ReadNumber(this Lexer lexer)
    {
        var start = lexer.At;
        if (lexer.Current == '0' && lexer.Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(lexer.Peek(2)))
        {
            lexer.At += 2;
            lexer.Skip(char.IsAsciiHexDigit);
            lexer.AddInteger(start, lexer.Text.AsSpan(start + 2, lexer.At - start - 2), NumberStyles.AllowHexSpecifier);
            return;
        }

        lexer.Skip(char.IsAsciiDigit);
        // 1.5 and 1. are reals; 1..5 is the beginning of a range, 1.x a path.
        var real =
            lexer.Current == '.'
            && (char.IsAsciiDigit(lexer.Peek(1)) || (lexer.Peek(1) != '.' && !IsNameStart(lexer.Peek(1))));
        if (real)
        {
            lexer.At++;
            lexer.Skip(char.IsAsciiDigit);
        }

        if (lexer.ExponentLength() is var exponent and > 0)
        {
            real = true;
            lexer.At += exponent;
        }

        var number = lexer.Text.AsSpan(start, lexer.At - start);
        if (Lexer.IsNamePart(lexer.Current))
        {
            lexer.ReadUnit(start, number.ToString(), real);
        }
        else if (real)
        {
            var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
            lexer.AddLiteral(start, KqlType.Real, value);
        }
        else
        {
            lexer.AddInteger(start, number, NumberStyles.None);
        }
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    /// <summary>One more than any long: with a minus in front it is the least one.</summary>
    public const ulong BeyondLong = (ulong)long.MaxValue + 1;

    private static void AddInteger(this Lexer lexer, int start, ReadOnlySpan<char> digits, NumberStyles style)
    {
        if (long.TryParse(digits, style, CultureInfo.InvariantCulture, out var value))
        {
            lexer.AddLiteral(start, KqlType.Long, value);
        }
        else if (
            style == NumberStyles.None
            && ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var beyond)
            && beyond == BeyondLong
        )
        {
            lexer.AddLiteral(start, KqlType.Long, beyond);
        }
        else
        {
            lexer.BadLiteral(start, KqlType.Long);
        }
    }

    // e5, e+5 and e-5, unless a name goes on behind it.
    private static int ExponentLength(this Lexer lexer)
    {
        if (lexer.Current is not ('e' or 'E'))
        {
            return 0;
        }

        var digits = lexer.Peek(1) is '+' or '-' ? 2 : 1;
        var end = digits;
        while (char.IsAsciiDigit(lexer.Peek(end)))
        {
            end++;
        }

        return end > digits && !Lexer.IsNamePart(lexer.Peek(end)) ? end : 0;
    }

    // 5m is a timespan, 5xx a name.
    private static void ReadUnit(this Lexer lexer, int start, string number, bool real)
    {
        var unitStart = lexer.At;
        lexer.Skip(Lexer.IsNamePart);
        if (Literals.Unit(lexer.Text[unitStart..lexer.At]) is { } unit)
        {
            var ticks = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) * unit;
            if (Math.Abs(ticks) < 9.2e18)
            {
                var exact = real ? (long)Math.Round(ticks) : checked((long)decimal.Truncate((decimal)ticks));
                lexer.AddLiteral(start, KqlType.TimeSpan, new TimeSpan(exact));
                return;
            }

            lexer.BadLiteral(start, KqlType.TimeSpan);
            return;
        }

        if (real)
        {
            lexer.BadLiteral(start, KqlType.Real);
            return;
        }

        lexer.Add(TokenKind.Name, start);
    }
}
