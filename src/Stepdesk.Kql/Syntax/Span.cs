namespace Stepdesk.Kql.Syntax;

/// <summary>A stretch of the query text, in UTF-16 units.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public static Span Between(Span first, Span last) =>
        new(first.Start, Math.Max(first.Length, last.End - first.Start));
}
