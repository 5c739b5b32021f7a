using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// How something may be said: a regular expression over folded text, so "lop khac" finds "lớp khác". It never
/// backtracks, hence no author can write one that takes for ever.
/// </summary>
public sealed class Wording
{
    // What never backtracks keeps tables of some hundred kilobytes, and a desk has thousands of these that nobody asks for.
    readonly Lazy<Regex> regex;

    /// <summary>Read with the scenario or the lexicon it stands in, and made ready when it is first asked.</summary>
    /// <exception cref="FormatException">It is no regular expression, or one that needs to backtrack.</exception>
    public Wording(string source)
    {
        Source = source;
        try
        {
            _ = Compiled(source);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw new FormatException(e.Message.TrimEnd('.'), e);
        }
        regex = new(() => Compiled(source));
    }

    static Regex Compiled(string source) => new(source, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public string Source { get; }

    /// <summary>The expression itself.</summary>
    internal Regex Expression => regex.Value;

    /// <summary>Said in any of these ways, as words of their own.</summary>
    public static Wording Any(IEnumerable<Wording> ways) => new($@"\b({string.Join('|', ways)})\b");

    public bool In(FoldedText text) => Expression.IsMatch(text.Folded);

    /// <summary>Wherever it stands and is nobody's name.</summary>
    public IEnumerable<Excerpt> All(FoldedText text) =>
        Expression.Matches(text.Folded).Select(text.Excerpt).Where(words => !Naming.IsName(text.Source, words));

    /// <summary>Where it stands as a statement: neither in a question nor turned into its opposite.</summary>
    public IEnumerable<Excerpt> SaidIn(FoldedText text) =>
        All(text).Where(words => !text.IsAsked(words) && !Stance.IsDenied(text, words, this));

    public override string ToString() => Source;
}
