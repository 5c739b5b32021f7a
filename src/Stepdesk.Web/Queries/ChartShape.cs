using System.Globalization;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Queries;

/// <summary>A finding's rows as something to draw: series of points within a box, with the marks at its edges.</summary>
sealed record ChartShape(
    ChartForm Form,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<ChartMark> Along,
    IReadOnlyList<ChartMark> Up
)
{
    public const double Width = 720;
    public const double Height = 240;

    // As wide as a letter of the labels is.
    const double Letter = 6.5;
    const int LongestLabel = 24;

    /// <summary>Whether what runs along are instants; all of them are told in UTC, as the rows are.</summary>
    public bool IsTime { get; private init; }

    /// <summary>Whether names along are too long to stand beside each other, and lean.</summary>
    public bool Leans { get; private init; }

    // More lines than these cannot be told apart, and more bars not be read.
    const int MostSeries = 8;
    const int MostBars = 40;

    /// <summary>The shape of a finding's chart; null when there is nothing to draw.</summary>
    public static ChartShape? Of(Finding finding)
    {
        if (finding.Chart is not { X: { } x } chart || FormOf(chart.Kind) is not { } form || finding.Rows.Count == 0)
            return null;
        var at = IndexOf(finding, x);
        var ys = chart.Ys.Select(y => IndexOf(finding, y)).Where(y => y >= 0).ToList();
        if (at < 0 || ys.Count == 0)
            return null;
        var split = chart.Series.Select(s => IndexOf(finding, s)).Where(s => s >= 0).ToList();
        var raw = new Dictionary<string, List<(string X, double Y)>>(StringComparer.Ordinal);
        foreach (var row in finding.Rows)
        foreach (var y in ys)
            if (Number(row[y], finding.Columns[y].Type) is { } value)
            {
                string[] names =
                [
                    .. split.Select(s => row[s] is { Length: > 0 } said ? said : "–"),
                    .. ys.Count > 1 || split.Count == 0 ? (string[])[finding.Columns[y].Name] : [],
                ];
                var name = string.Join(" · ", names);
                if (!raw.TryGetValue(name, out var points))
                    raw.Add(name, points = []);
                points.Add((row[at] ?? "", value));
            }
        var series = raw.OrderByDescending(s => s.Value.Max(p => p.Y)).Take(MostSeries).ToList();
        if (series.Count == 0)
            return null;
        var isTime = finding.Columns[at].Type is "datetime";
        var shape = form switch
        {
            ChartForm.Pie => Pie(series[0].Value),
            ChartForm.Column or ChartForm.Bar => Bars(form, series, isTime),
            _ => Lines(form, series, finding.Columns[at].Type),
        };
        return shape with { IsTime = isTime };
    }

    static ChartShape Lines(ChartForm form, List<KeyValuePair<string, List<(string X, double Y)>>> series, string type)
    {
        var labels = series.SelectMany(s => s.Value.Select(p => p.X)).Distinct().ToList();
        // Words stand beside each other as they came; instants and numbers where they belong.
        var measured = labels.TrueForAll(l => Place(l, type) is not null);
        double At(string x) => measured ? Place(x, type)!.Value : labels.IndexOf(x);
        var (from, to) = (labels.Min(At), labels.Max(At));
        var scale = Scale.To(series.SelectMany(s => s.Value.Select(p => p.Y)));
        double Across(string x) => to > from ? (At(x) - from) / (to - from) * Width : Width / 2;
        return new(
            form,
            [
                .. series.Select(
                    (s, i) =>
                        new ChartSeries(
                            s.Key,
                            i,
                            [
                                .. s
                                    .Value.Select(p => new ChartPoint(Across(p.X), scale.Down(p.Y), p.X, p.Y))
                                    .OrderBy(p => p.X),
                            ]
                        )
                ),
            ],
            measured && to > from
                ? Marks(from, to, type)
                : [.. Thinned(labels).Select(l => new ChartMark(Across(l), l))],
            scale.Marks
        );
    }

    static ChartShape Bars(ChartForm form, List<KeyValuePair<string, List<(string X, double Y)>>> series, bool isTime)
    {
        var labels = series.SelectMany(s => s.Value.Select(p => p.X)).Distinct();
        var places = (isTime ? labels.Order(StringComparer.Ordinal) : labels).Take(MostBars).ToList();
        var scale = Scale.To(series.SelectMany(s => s.Value.Select(p => p.Y)));
        var step = Width / places.Count;
        var leans = !isTime && places.Max(p => p.Length) * Letter > step;
        return new(
            form,
            [
                .. series.Select(
                    (s, i) =>
                        new ChartSeries(
                            s.Key,
                            i,
                            [
                                .. s
                                    .Value.Where(p => places.Contains(p.X))
                                    .Select(p => new ChartPoint(places.IndexOf(p.X) * step, scale.Down(p.Y), p.X, p.Y)
                                    {
                                        Wide = step * .8 / series.Count,
                                        Offset = step * (.1 + .8 * i / series.Count),
                                    }),
                            ]
                        )
                ),
            ],
            [
                .. (leans ? places : Thinned(places)).Select(l => new ChartMark(
                    (places.IndexOf(l) + .5) * step,
                    isTime ? Clock(l) : Cut(l)
                )),
            ],
            scale.Marks
        )
        {
            Leans = leans,
        };
    }

    static ChartShape Pie(List<(string X, double Y)> slices)
    {
        var positive = slices.Where(s => s.Y > 0).OrderByDescending(s => s.Y).ToList();
        var all = positive.Sum(s => s.Y);
        var at = 0.0;
        var series = new List<ChartSeries>();
        foreach (var (label, value) in positive.Take(MostSeries))
        {
            series.Add(new(label, series.Count, [new(at, at + value / all, label, value)]));
            at += value / all;
        }
        return new(ChartForm.Pie, series, [], []);
    }

    static ChartForm? FormOf(string kind) =>
        kind switch
        {
            "timechart" or "linechart" => ChartForm.Line,
            "areachart" => ChartForm.Area,
            "scatterchart" => ChartForm.Scatter,
            "columnchart" => ChartForm.Column,
            "barchart" => ChartForm.Bar,
            "piechart" => ChartForm.Pie,
            _ => null,
        };

    static int IndexOf(Finding finding, string name)
    {
        for (var i = 0; i < finding.Columns.Count; i++)
            if (finding.Columns[i].Name == name)
                return i;
        return -1;
    }

    static double? Number(string? cell, string type) =>
        type is "timespan"
            ? TimeSpan.TryParse(cell, CultureInfo.InvariantCulture, out var time)
                ? time.TotalSeconds
                : null
            : double.TryParse(cell, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : null;

    static double? Place(string cell, string type) => type is "datetime" ? Instant(cell)?.Ticks : Number(cell, type);

    static DateTime? Instant(string cell) =>
        DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    static IReadOnlyList<ChartMark> Marks(double from, double to, string type) =>
        [
            .. Enumerable
                .Range(0, 6)
                .Select(n => from + (to - from) * n / 5)
                .Select(at => new ChartMark(
                    (at - from) / (to - from) * Width,
                    type is "datetime"
                        ? Clock(new DateTime((long)at), TimeSpan.FromTicks((long)(to - from)))
                        : Scale.Said(at)
                )),
        ];

    /// <summary>No longer than there is room for.</summary>
    public static string Cut(string text) => text.Length > LongestLabel ? text[..(LongestLabel - 1)] + "…" : text;

    /// <summary>What stands at a point, as people say it.</summary>
    public string Said(string label) =>
        IsTime && Instant(label) is { } at ? at.ToString("dd/MM HH:mm", CultureInfo.InvariantCulture) : label;

    static string Clock(string cell) => Instant(cell) is { } at ? Clock(at, TimeSpan.FromHours(1)) : cell;

    static string Clock(DateTime at, TimeSpan over) =>
        at.ToString(over > TimeSpan.FromDays(2) ? "dd/MM" : "HH:mm", CultureInfo.InvariantCulture);

    static IEnumerable<string> Thinned(List<string> labels)
    {
        var every = (labels.Count + 7) / 8;
        return labels.Where((_, i) => i % every == 0);
    }
}

enum ChartForm
{
    Line,
    Area,
    Scatter,
    Column,
    Bar,
    Pie,
}

/// <summary>One line, one colour of bars, or one slice.</summary>
sealed record ChartSeries(string Name, int Index, IReadOnlyList<ChartPoint> Points);

/// <summary>Where a value stands, from the upper left; for a slice where it begins and ends, of 1.</summary>
sealed record ChartPoint(double X, double Y, string Label, double Value)
{
    public double Wide { get; init; }
    public double Offset { get; init; }
}

/// <summary>A word at an edge.</summary>
sealed record ChartMark(double At, string Text);

/// <summary>From zero, or below, to a round number above the highest value.</summary>
sealed record Scale(double Low, double High, IReadOnlyList<ChartMark> Marks)
{
    public static Scale To(IEnumerable<double> values)
    {
        var all = values.ToList();
        var (low, high) = (Math.Min(0, all.Min()), Math.Max(0, all.Max()));
        if (high <= low)
            high = low + 1;
        var rough = (high - low) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step =
            power
            * (
                (rough / power) switch
                {
                    <= 1 => 1,
                    <= 2 => 2,
                    <= 5 => 5,
                    _ => 10,
                }
            );
        (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        var scale = new Scale(low, high, []);
        var marks = new List<ChartMark>();
        for (var n = 0; low + n * step <= high + step / 2 && n < 12; n++)
            marks.Add(new(scale.Down(low + n * step), Said(low + n * step)));
        return scale with { Marks = marks };
    }

    public double Down(double value) => ChartShape.Height * (1 - (value - Low) / (High - Low));

    public static string Said(double value) =>
        Math.Abs(value) switch
        {
            >= 1e9 => (value / 1e9).ToString("0.#", CultureInfo.InvariantCulture) + " G",
            >= 1e6 => (value / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " M",
            >= 10_000 => (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
            _ => value.ToString("0.###", CultureInfo.InvariantCulture),
        };
}
