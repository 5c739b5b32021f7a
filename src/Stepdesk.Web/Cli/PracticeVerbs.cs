using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Web.Cli;

/// <summary>
/// <c>practice evaluate</c>: a session's log in, one line of JSON a verdict out, and a last line with the sum. The log is
/// one event a line, or the object that <c>scenario run</c> prints.
/// </summary>
static class PracticeVerbs
{
    static readonly Argument<string> FileOf = new("file") { Description = "The log of a session." };

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var evaluate = new Command("evaluate", "Judges a session's log, line by line, with the events it rests on.")
        {
            FileOf,
        };
        evaluate.SetAction(parsed => Evaluate(parsed.GetValue(FileOf)!));
        return new Command("practice", "Sessions of the practice ground.") { evaluate };
    }

    static int Evaluate(string file)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no {file}. Name the log of a session.");
            return Commands.WrongUsage;
        }
        IReadOnlyList<SessionEvent> events;
        try
        {
            events = Read(File.ReadAllText(file));
        }
        catch (FormatException e)
        {
            return Failed($"{file}: {e.Message}");
        }
        if (events is not [{ Type: EventTypes.Started } first, ..])
            return Failed($"{file} does not begin with session.started, so nobody knows which scenario it is of.");
        var id = first.Data.One("scenario") ?? "";
        if (ScenarioFolder.Find(id) is not { } folder || ScenarioVerbs.Compiled(folder) is not { } scenario)
            return Failed($"There is no scenario {id} to judge it by. There are {ScenarioVerbs.Known()}.");
        if (first.Data.One("hash") != scenario.Hash)
            // Judged by another text it is another judgement; it may stand beside the first.
            Console.Error.WriteLine(
                $"The session was played on another text of {id}; it is judged by the shipped one."
            );
        ScenarioVerbs.Print(Written(Judge.Of(scenario, events)));
        return Commands.Done;
    }

    static List<SessionEvent> Read(string text)
    {
        if (Whole(text) is { } whole)
            using (whole)
                return [.. whole.RootElement.GetProperty("events").EnumerateArray().Select(SessionLog.Read)];
        var events = new List<SessionEvent>();
        foreach (var (at, line) in text.Split('\n').Index())
            if (!string.IsNullOrWhiteSpace(line))
                try
                {
                    events.Add(SessionLog.Read(line));
                }
                catch (FormatException e)
                {
                    throw new FormatException($"line {at + 1}: {e.Message}", e);
                }
        return events;
    }

    static JsonDocument? Whole(string text)
    {
        try
        {
            var read = JsonDocument.Parse(text);
            if (
                read.RootElement.ValueKind is JsonValueKind.Object
                && read.RootElement.TryGetProperty("events", out var events)
                && events.ValueKind is JsonValueKind.Array
            )
                return read;
            read.Dispose();
        }
        catch (JsonException)
        {
            // Then it is lines, and each of them says for itself what is wrong with it.
        }
        return null;
    }

    static string Written(Report report)
    {
        var (buffer, lines) = (new ArrayBufferWriter<byte>(1 << 12), new StringBuilder());
        foreach (var verdict in report.Verdicts)
            Line(json => ReportJson.Write(verdict, json));
        Line(json =>
        {
            json.WriteStartObject();
            ReportJson.WriteSum(report, json);
            json.WriteEndObject();
        });
        return lines.ToString();

        void Line(Action<Utf8JsonWriter> write)
        {
            buffer.Clear();
            using (var json = new Utf8JsonWriter(buffer, Plain))
                write(json);
            lines.Append(Encoding.UTF8.GetString(buffer.WrittenSpan)).Append('\n');
        }
    }

    static int Failed(string why)
    {
        Console.Error.WriteLine(why);
        return Commands.Failed;
    }
}
