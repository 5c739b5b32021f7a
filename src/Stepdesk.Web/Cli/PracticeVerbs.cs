using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Core.Practice.Imports;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Practice;

namespace Stepdesk.Web.Cli;

/// <summary>
/// <c>practice evaluate</c>: a session's log in, one line of JSON a verdict out, and a last line with the sum. The log is
/// one event a line, or the object that <c>scenario run</c> prints; or it is work done elsewhere, of which
/// <c>practice import</c> prints the log.
/// </summary>
static class PracticeVerbs
{
    static readonly Argument<string> FileOf = new("file")
    {
        Description = "The log of a session, a ticket record, or an Odoo list.",
    };

    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly Option<string> ScenarioOf = new("--scenario")
    {
        Description = "Of work done elsewhere: which scenario it is, such as 02.",
    };
    static readonly Option<string> BranchOf = new("--branch")
    {
        Description = "Which way it turned out; without it, lines that depend on that are a mentor's.",
    };
    static readonly Option<string> MessagesOf = new("--messages")
    {
        Description = "Its messages, exported as CSV or XLSX or copied as text.",
    };
    static readonly Option<string> TicketOf = new("--ticket")
    {
        Description = "Which ticket of the list, by its number, or by its subject where the list has none.",
    };

    static readonly Option<string> ZoneOf = new("--zone")
    {
        Description = "By which clock exported lists are, such as UTC, as Odoo exports them; else by the scenario's.",
    };

    public static Command Command()
    {
        Command[] verbs =
        [
            new(
                "evaluate",
                "Judges a session's log, or work done elsewhere, line by line, with the events it rests on."
            ),
            new("import", "Prints the log of work done elsewhere: a ticket record, or an Odoo list with its messages."),
        ];
        foreach (var verb in verbs)
        {
            verb.Add(FileOf);
            foreach (var option in (Option[])[ScenarioOf, BranchOf, MessagesOf, TicketOf, ZoneOf])
                verb.Add(option);
        }
        verbs[0].SetAction(parsed => Do(parsed, Evaluate));
        verbs[1].SetAction(parsed => Do(parsed, (_, events) => SessionLog.Write(events)));
        var practice = new Command("practice", "Sessions of the practice ground.");
        foreach (var verb in verbs)
            practice.Add(verb);
        practice.Add(StatementsVerb.Command());
        return practice;
    }

    static int Do(ParseResult parsed, Func<Scenario, IReadOnlyList<SessionEvent>, string> write)
    {
        var file = parsed.GetValue(FileOf)!;
        var messages = parsed.GetValue(MessagesOf);
        if (((string?[])[file, messages]).FirstOrDefault(f => f is not null && !File.Exists(f)) is { } gone)
        {
            Console.Error.WriteLine($"There is no {gone}. Name the log of a session, or a ticket that was exported.");
            return Commands.WrongUsage;
        }
        var bytes = File.ReadAllBytes(file);
        var (scenario, events, why) =
            parsed.GetValue(ScenarioOf) is not null || IsRecord(bytes)
                ? TakenOver(parsed, bytes, messages is null ? null : File.ReadAllBytes(messages))
                : Logged(Encoding.UTF8.GetString(bytes));
        if (why is not null)
            return Failed($"{file}: {why}");
        ScenarioVerbs.Print(write(scenario!, events));
        return Commands.Done;
    }

    static (Scenario?, IReadOnlyList<SessionEvent>, string?) Logged(string text)
    {
        IReadOnlyList<SessionEvent> events;
        try
        {
            events = Read(text);
        }
        catch (FormatException e)
        {
            return (null, [], $"{e.Message} An Odoo list needs --scenario beside it.");
        }
        if (events is not [{ Type: EventTypes.Started } first, ..])
            return (null, [], "It does not begin with session.started, so nobody knows which scenario it is of.");
        var id = first.Data.One("scenario") ?? "";
        if (Known(id) is not { } scenario)
            return (null, [], NoScenario(id));
        if (first.Data.One("hash") != scenario.Hash)
            // Judged by another text it is another judgement; it may stand beside the first.
            Console.Error.WriteLine(
                $"The session was played on another text of {id}; it is judged by the shipped one."
            );
        return (scenario, events, null);
    }

    static (Scenario?, IReadOnlyList<SessionEvent>, string?) TakenOver(
        ParseResult parsed,
        byte[] file,
        byte[]? messages
    )
    {
        TimeZoneInfo? zone = null;
        if (parsed.GetValue(ZoneOf) is { } named && !TimeZoneInfo.TryFindSystemTimeZoneById(named, out zone))
            return (null, [], $"There is no time zone '{named}'. Write it like Asia/Ho_Chi_Minh.");
        // Only differences of time matter, so every scenario's own offset will do until it is known which it is.
        var (read, refusal) = ImportedFile.Read(file, messages, parsed.GetValue(TicketOf), TimeSpan.FromHours(7), zone);
        if (refusal is not null)
            return (null, [], Text.Of(refusal, Language.En));
        var id = parsed.GetValue(ScenarioOf) ?? read!.Scenario;
        if (Known(id) is not { } scenario)
            return (null, [], NoScenario(id));
        if (Known(read!.Scenario) is { } its && its.Id != scenario.Id)
            return (null, [], Text.Of(ImportRefusals.OtherScenario(its.Id), Language.En));
        if (!Importing.IsByOneClock(scenario, read!.Ticket))
            Console.Error.WriteLine(
                "The list and its messages are not by one clock, so nothing is judged by the time. Name the list's with --zone, such as --zone UTC."
            );
        var branch = parsed.GetValue(BranchOf) ?? read.Branch;
        return branch is not null && scenario.BranchOf(branch) is null
            ? (
                null,
                [],
                Text.Of(ImportRefusals.NoBranch(string.Join(", ", scenario.Branches.Select(b => b.Id))), Language.En)
            )
            : (scenario, Importing.Log(scenario, read.Ticket, branch, Language.Vi), null);
    }

    static Scenario? Known(string id) => ScenarioFolder.Find(id) is { } folder ? ScenarioVerbs.Compiled(folder) : null;

    static string NoScenario(string id) =>
        $"There is no scenario '{id}' to judge it by. There are {ScenarioVerbs.Known()}.";

    static bool IsRecord(byte[] file)
    {
        try
        {
            using var read = JsonDocument.Parse(file);
            return read.RootElement.ValueKind is JsonValueKind.Object
                && read.RootElement.TryGetProperty("record", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static string Evaluate(Scenario scenario, IReadOnlyList<SessionEvent> events) =>
        Written(Judge.Of(scenario, events));

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
