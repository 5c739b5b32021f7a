using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Cli;

/// <summary>A played run as one JSON object: <c>{events, refused, verdicts, points, outOf, share, passes, unjudged}</c>.</summary>
static class RunJson
{
    static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static string Write(
        Session session,
        IReadOnlyList<(ScriptStep Step, Refusal Refusal)> refused,
        Report report
    ) =>
        Written(json =>
        {
            json.WriteString("scenario", session.Scenario.Id);
            json.WriteNumber("seed", session.Seed);
            json.WriteString("branch", session.Branch);
            json.WriteStartArray("events");
            foreach (var happened in session.Events)
                SessionLog.Write(happened, json);
            json.WriteEndArray();
            json.WriteStartArray("refused");
            foreach (var (step, refusal) in refused)
            {
                json.WriteStartObject();
                json.WriteNumber("line", step.Place.Line);
                json.WriteString("verb", step.Move.Verb);
                json.WriteString("code", refusal.Code);
                json.WriteString("why", Text.Of(refusal, Language.En));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("verdicts");
            foreach (var verdict in report.Verdicts)
                ReportJson.Write(verdict, json);
            json.WriteEndArray();
            ReportJson.WriteSum(report, json);
        });

    static string Written(Action<Utf8JsonWriter> fill)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
