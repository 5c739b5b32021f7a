using System.Buffers;
using System.Runtime.InteropServices;
using Stepdesk.Core.Mail;

namespace Stepdesk.Core.Reading;

/// <summary>The lines of a mail that its sender wrote this time.</summary>
static class Lines
{
    /// <summary>A mail program wraps a line at 60 to 80 characters; a shorter one ended on purpose.</summary>
    const int Wrapped = 55;

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Line(int Start, int End);

    /// <summary>Without quoted lines, without the mail quoted below, and up to the mark of a signature.</summary>
    public static IEnumerable<Line> Written(string text)
    {
        var left = Quotes.Strip(text).Count(c => c is '\n') + 1;
        foreach (var line in All(text))
        {
            var said = text[line.Start..line.End];
            if (left-- <= 0 || said is "-- " or "--")
                yield break;
            if (!said.TrimStart().StartsWith('>'))
                yield return line;
        }
    }

    /// <summary>Whether the second line goes on with the sentence of the first.</summary>
    public static bool GoesOn(string text, Line first, Line second)
    {
        var one = text.AsSpan(first.Start, first.End - first.Start).Trim();
        var two = text.AsSpan(second.Start, second.End - second.Start).Trim();
        return one.Length > 0
            && two.Length > 0
            && one[^1] is not ('.' or '!' or '?' or ':' or ';')
            && two[0] is not ('-' or '*' or '•' or '+' or '–')
            && (char.IsLower(two[0]) || one.Length >= Wrapped && !(two.Length > 1 && two[1] is '.' or ')'));
    }

    static readonly SearchValues<char> Ends = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

    // The same ends of lines as where quotes are told from the rest.
    static IEnumerable<Line> All(string text)
    {
        var start = 0;
        while (text.AsSpan(start).IndexOfAny(Ends) is >= 0 and var length)
        {
            yield return new(start, start + length);
            start += length + (text.AsSpan(start + length).StartsWith("\r\n") ? 2 : 1);
        }
        yield return new(start, text.Length);
    }
}
