namespace Stepdesk.Kql.Diagnostics;

/// <summary>Names that were probably meant.</summary>
public static class NearNames
{
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known)
    {
        // Of a single letter every other one is near; only the same with other capitals was meant.
        var allowed = name.Length == 1 ? 0 : Math.Max(1, name.Length / 3);
        return
        [
            .. known
                .Distinct(StringComparer.Ordinal)
                .Select(k => (Name: k, Distance: Distance(name, k)))
                .Where(k => k.Distance <= allowed)
                .OrderBy(k => k.Distance)
                .ThenBy(k => k.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(k => k.Name),
        ];
    }

    // Different capitals count as nothing, underscores too: operation_Name is what OperationName meant.
    private static int Distance(string a, string b)
    {
        a = a.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        b = b.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        if (a == b)
        {
            return 0;
        }

        if (Math.Abs(a.Length - b.Length) > 4)
        {
            return int.MaxValue;
        }

        var previous = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(previous[j], row[j - 1]));
            }

            previous = row;
        }

        return previous[b.Length];
    }
}
