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
            _ when Kind(a) != Kind(b) => Kind(a) - Kind(b),
            _ => string.CompareOrdinal(Format.Text(a), Format.Text(b)),
        };

    // Values of several kinds: numbers and times, then texts, then guids, then the rest.
    private static int Kind(object value) =>
        value switch
        {
            long or double or decimal or DateTime or TimeSpan => 0,
            string => 1,
            Guid => 2,
            _ => 3,
        };
}
