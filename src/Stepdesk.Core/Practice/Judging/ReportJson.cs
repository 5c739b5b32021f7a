using System.Text.Json;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>Verdicts as JSON, with all that is needed to check them by hand.</summary>
public static class ReportJson
{
    /// <summary>What a report comes to, into an open object.</summary>
    public static void WriteSum(Report report, Utf8JsonWriter json)
    {
        json.WriteNumber("points", report.Points);
        json.WriteNumber("outOf", report.OutOf);
        json.WriteNumber("share", Math.Round(report.Share, 4));
        json.WriteBoolean("passes", report.Passes);
        // What a mentor has yet to say, so that nobody takes the line above for the last word.
        json.WriteNumber("unjudged", report.Verdicts.Count(v => v.Outcome is Outcome.NeedsMentor));
    }

    public static void Write(Verdict verdict, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("line", verdict.Line);
        json.WriteString("outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName($"{verdict.Outcome}"));
        // What did not come up was not missed.
        if (verdict.Outcome is Outcome.NotApplicable)
        {
            json.WriteNull("points");
            json.WriteNull("outOf");
        }
        else
        {
            json.WriteNumber("points", verdict.Points);
            json.WriteNumber("outOf", verdict.OutOf);
        }
        json.WriteBoolean("critical", verdict.Critical);
        Write("evidence", verdict.Ruling.Evidence, json);
        Write("counter", verdict.Ruling.Counter, json);
        json.WriteStartArray("missing");
        foreach (var missing in verdict.Ruling.Missing)
            json.WriteStringValue(missing);
        json.WriteEndArray();
        json.WriteNumber("ruleVersion", verdict.RuleVersion);
        json.WriteStartObject("sentence");
        json.WriteString("vi", verdict.Sentence.Vi);
        json.WriteString("en", verdict.Sentence.En);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(string name, IReadOnlyList<Cited> cited, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var one in cited)
        {
            json.WriteStartObject();
            json.WriteNumber("seq", one.Seq);
            if (one.Words is { } words)
            {
                json.WriteNumber("offset", words.Offset);
                json.WriteString("text", words.Text);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
