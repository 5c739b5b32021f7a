using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>The order of single values of one type.</summary>
internal static class Ordered
{
    public static int Compare(object a, object b) =>
        (a, b) switch
        {
            (string x, string y) => string.CompareOrdinal(x, y),
            (long x, double y) => ((double)x).CompareTo(y),
            (double x, long y) => x.CompareTo(y),
            (IComparable x, _) when a.GetType() == b.GetType() => x.CompareTo(b),
            _ => string.CompareOrdinal(Format.Text(a), Format.Text(b)),
        };
}
