using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Engine.Simulation;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Wire;

namespace Stepdesk.Web.Cli;

/// <summary><c>telemetry generate</c>: the simulated telemetry of a scenario, one row a line; the same for the same seed.</summary>
static class TelemetryVerbs
{
    // The zone in which the stories are told.
    static readonly TimeSpan Home = TimeSpan.FromHours(7);

    static readonly Option<string> Id = new("--scenario") { Description = "01 to 06.", Required = true };
    static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "A whole number; the same gives the same rows.",
        Required = true,
    };
    static readonly Option<string> From = new("--from")
    {
        Description = "The first instant, with its offset, in which the scenario's hours are told too.",
    };
    static readonly Option<string> To = new("--to") { Description = "The instant before which the last row is." };
    static readonly Option<string> Branch = new("--branch")
    {
        Description = "A, B or C, where a scenario has several.",
    };
    static readonly Option<string> Mended = new("--mended") { Description = "When somebody mended what was wrong." };

    public static Command Command()
    {
        var generate = new Command("generate", "Prints what a simulated platform recorded, one JSON object a line.")
        {
            Id,
            Seed,
            From,
            To,
            Branch,
            Mended,
        };
        generate.SetAction((parsed, stop) => Task.FromResult(Generate(parsed, stop)));
        return new Command("telemetry", "Simulated telemetry to practise on.") { generate };
    }

    static int Generate(ParseResult parsed, CancellationToken stop)
    {
        var (id, branch) = (parsed.GetValue(Id)!, parsed.GetValue(Branch));
        if (Scenario.Find(id, branch) is not { } scenario)
            return Wrong(
                $"There is no scenario {string.Join(' ', new[] { id, branch }.Where(p => p is { Length: > 0 }))}. {Known()}"
            );
        DateTimeOffset? mended;
        DateTimeOffset from,
            to;
        try
        {
            from = Read(parsed.GetValue(From), "--from") ?? At(scenario.Opens);
            to = Read(parsed.GetValue(To), "--to") ?? from + (scenario.Closes - scenario.Opens);
            mended = Read(parsed.GetValue(Mended), "--mended");
        }
        catch (BadLineException bad)
        {
            return Wrong(bad.Message);
        }
        if (from.Year is < 2000 or > 2100)
            return Wrong("Nothing was recorded in that year. Name instants between 2000 and 2100.");
        if (to <= from)
            return Wrong("--to is not after --from. Name a later instant.");
        if (to - from > TimeSpan.FromDays(31))
            return Wrong("That is more than 31 days. Ask for one part after the other; rows do not depend on it.");
        using var output = Console.OpenStandardOutput();
        Write(scenario, parsed.GetValue(Seed), (from, to, mended), output, stop);
        return Commands.Done;
    }

    /// <summary>The rows as lines, to a stream.</summary>
    internal static void Write(
        Scenario scenario,
        ulong seed,
        (DateTimeOffset From, DateTimeOffset To, DateTimeOffset? Mended) when,
        Stream output,
        CancellationToken stop
    )
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(
            buffer,
            new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
        );
        foreach (var (table, row) in SimulatedTelemetry.Rows(scenario, seed, when.From, when.To, when.Mended))
        {
            stop.ThrowIfCancellationRequested();
            json.WriteStartObject();
            json.WriteString("table", table.Name);
            for (var i = 0; i < row.Count; i++)
                WriteCell(json, table.Schema[i], row[i]);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount < 60_000)
                continue;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }

    static void WriteCell(Utf8JsonWriter json, Field field, object? value)
    {
        json.WritePropertyName(field.Name);
        // A bag is written as JSON, not as text that holds JSON: a line is read by whoever has no engine at hand.
        if (field.Type is KqlType.Dynamic && value is not null)
            json.WriteRawValue(Json.Write(value), skipInputValidation: true);
        else
            CellJson.Write(json, field.Type, value);
    }

    static DateTimeOffset At(TimeSpan hour) => new(Scenario.Day.ToDateTime(TimeOnly.MinValue) + hour, Home);

    static DateTimeOffset? Read(string? written, string place) =>
        written is null ? null : Instants.Read(written, place);

    static string Known() =>
        $"There are {string.Join(", ", Scenario.All.Select(s => s.Branch is null ? s.Id : $"{s.Id} --branch {s.Branch}"))}.";

    static int Wrong(string why)
    {
        Console.Error.WriteLine(why);
        return Commands.WrongUsage;
    }
}
