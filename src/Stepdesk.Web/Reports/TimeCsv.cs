using System.Globalization;
using System.Text;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Reports;

namespace Stepdesk.Web.Reports;

/// <summary>A report of time as a table for other programs: times in seconds, one header, no cell a spreadsheet would compute.</summary>
static class TimeCsv
{
    static readonly string[] Times =
    [
        "report-group",
        "report-what",
        "report-count",
        "report-median",
        "report-p90",
        "report-wall-median",
        "report-wall-p90",
        "report-kept",
        "report-unpromised",
    ];

    static readonly string[] Breaches =
    [
        "report-group",
        "report-clock",
        "report-ran-out",
        "report-reclassified",
        "report-otherwise",
    ];

    public static string Write(TimeReport report, GroupNames names, Language language)
    {
        var csv = new StringBuilder();
        Line(Times.Select(Word));
        foreach (var t in report.Times)
            Line([
                names[t.Group],
                Word($"measured-{Shared.Words.Snake(t.What)}"),
                Number(t.Count),
                Seconds(t.Working.Median),
                Seconds(t.Working.P90),
                Seconds(t.Wall.Median),
                Seconds(t.Wall.P90),
                Number(t.Kept),
                Number(t.Count - t.Promised),
            ]);
        csv.Append("\r\n");
        Line(Breaches.Select(Word));
        foreach (var b in report.Breaches)
            Line([
                names[b.Group],
                Word($"clock-{Shared.Words.Snake(b.Clock)}"),
                Number(b.RanOut),
                Number(b.Reclassified),
                Number(b.Otherwise),
            ]);
        return csv.ToString();

        void Line(IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        string Word(string key) => Text.Of(key, language);
    }

    /// <summary>A cell that stays what it is: quoted, and never the beginning of a formula.</summary>
    public static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
