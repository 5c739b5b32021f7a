using System.Text.RegularExpressions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Claims;

/// <summary>A part of a sentence that says one thing, in the text in which numbers are in digits.</summary>
/// <param name="Start">Of its sentence.</param>
sealed record Clause(FoldedText Text, int Start, int From, int To)
{
    public string Said => Text.Folded[From..To];

    /// <summary>Whether what follows from it follows it, such as <em>thì</em>.</summary>
    public bool IsCondition => Text.Folded.AsSpan(To).StartsWith("thi ", StringComparison.Ordinal);

    /// <summary>What stands before it in its sentence.</summary>
    public string Before => Text.Folded[Start..From];
}

/// <summary>Sentences and what they are made of: in doubt a part too many, since what is cut off is read as nothing.</summary>
static partial class Clauses
{
    public static IEnumerable<Clause> Of(FoldedText text)
    {
        var joints = Joints()
            .Matches(text.Folded)
            .Where(j => IsJoint(text, j))
            .ToDictionary(j => j.Index, j => j.Length);
        var (start, from) = (0, 0);
        for (var at = 0; at <= text.Folded.Length; at++)
        {
            var isEnd = at == text.Folded.Length || EndsSentence(text, at);
            var length = isEnd || IsPause(text.Folded, at) ? 1 : joints.GetValueOrDefault(at);
            if (length == 0)
                continue;
            if (at > from)
                yield return new(text, start, from, at);
            from = at + length;
            if (isEnd)
                start = from;
            at = from - 1;
        }
    }

    /// <summary>The sentence before the one that begins here.</summary>
    public static string Previous(FoldedText text, int start)
    {
        var from = Math.Max(0, start - 1);
        while (from > 0 && !EndsSentence(text, from - 1))
            from--;
        return text.Folded[from..Math.Max(from, start)];
    }

    // A line that is full goes on in the next one; one that begins anew begins with a mark or a capital.
    static bool EndsSentence(FoldedText text, int at) =>
        text.Folded[at] switch
        {
            ';' or '!' or '?' => true,
            '.' => at + 1 == text.Folded.Length || text.Folded[at + 1] is ' ',
            ' ' => text.Written(at) is '\n'
                && (
                    at + 1 == text.Folded.Length
                    || text.Written(at + 1) is var next && (char.IsUpper(next) || next is '-' or '*' or '•' or '\n')
                ),
            _ => false,
        };

    static bool IsPause(string text, int at)
    {
        var isLast = at + 1 == text.Length || text[at + 1] is ' ';
        return text[at] switch
        {
            ',' => isLast,
            // "Affected students: 30" goes on.
            ':' => isLast && !(at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])),
            '-' => isLast && at > 0 && text[at - 1] is ' ',
            // "4–5 people" are a range.
            '–' => at == 0 || !char.IsAsciiDigit(text[at - 1]),
            '(' or ')' or '—' or '"' or '“' or '”' or '«' or '»' => true,
            _ => false,
        };
    }

    // "Between 30 and 60" is one thing. With its marks: "thì" parts clauses, "bài thi" and "bản vá" are one; and with its
    // capitals: Nhung is somebody.
    static bool IsJoint(FoldedText text, Match joint) =>
        joint.Index > 0
        && text.Folded[joint.Index - 1] is ' '
        && (joint.Index == 1 || !char.IsAsciiDigit(text.Folded[joint.Index - 2]))
        && text.Spelt(joint.Index, joint.Length) is var spelt
        && (Parting.Contains(spelt) || Beginning.Contains(spelt) && IsFirst(text, joint.Index));

    static bool IsFirst(FoldedText text, int at) => EndsSentence(text, at - 1) || at > 1 && EndsSentence(text, at - 2);

    static readonly HashSet<string> Parting = new(
        WordList.Of("và, va, nhưng, nhung, nên, nen, mà, chứ, thì, vì, trong khi, and, but, while, so, because"),
        StringComparer.Ordinal
    );

    static readonly HashSet<string> Beginning = new(
        WordList.Of("Và, Nhưng, Nên, Mà, Vì, Trong khi, And, But, While, So, Because"),
        StringComparer.Ordinal
    );

    [GeneratedRegex(
        @"\b(va|nhung|nen|ma|chu|thi|vi|trong khi|and|but|while|so|because)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Joints();
}
