namespace Stepdesk.Core.Templates;

/// <summary>A name a template may use. There are no others, so a slip is found when it is saved and not by a reader.</summary>
/// <param name="Name">As it stands between braces.</param>
public sealed record Variable(string Name)
{
    public static readonly IReadOnlyList<Variable> All =
    [
        new("customer"),
        new("number"),
        new("title"),
        new("class"),
        new("affected"),
        new("deadline"),
        new("agent"),
        new("team"),
        new("desk"),
        new("solution"),
        new("incident"),
        new("now"),
    ];

    public static bool Knows(string name) => All.Any(v => v.Name == name);

    /// <summary>The names somebody may have meant, the nearest first.</summary>
    public static IReadOnlyList<string> Near(string name) =>
        [
            .. All.Select(v => (v.Name, Distance: Distance(v.Name, name.ToLowerInvariant())))
                .Where(v => v.Distance <= Math.Max(2, name.Length / 3))
                .OrderBy(v => v.Distance)
                .ThenBy(v => v.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(v => v.Name),
        ];

    // Letters put in, left out, taken for others, or two of them swapped.
    static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            d[i, j] = Math.Min(
                Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1),
                d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            );
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
        }
        return d[a.Length, b.Length];
    }
}
