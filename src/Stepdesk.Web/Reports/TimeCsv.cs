using System.Text;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Reports;

namespace Stepdesk.Web.Reports;

/// <summary>A report of time as a table for other programs.</summary>
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
        csv.Line(Times.Select(Word));
        foreach (var t in report.Times)
            csv.Line([
                names[t.Group],
                Word($"measured-{Shared.Words.Snake(t.What)}"),
                Csv.Number(t.Count),
                Csv.Seconds(t.Working.Median),
                Csv.Seconds(t.Working.P90),
                Csv.Seconds(t.Wall.Median),
                Csv.Seconds(t.Wall.P90),
                Csv.Number(t.Kept),
                Csv.Number(t.Count - t.Promised),
            ]);
        csv.Append("\r\n");
        csv.Line(Breaches.Select(Word));
        foreach (var b in report.Breaches)
            csv.Line([
                names[b.Group],
                Word($"clock-{Shared.Words.Snake(b.Clock)}"),
                Csv.Number(b.RanOut),
                Csv.Number(b.Reclassified),
                Csv.Number(b.Otherwise),
            ]);
        return csv.ToString();

        string Word(string key) => Text.Of(key, language);
    }
}
