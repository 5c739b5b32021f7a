using System.CommandLine;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Stepdesk.Engine.Door;
using Stepdesk.Web.Cli;
using Stepdesk.Web.Operations;

namespace Stepdesk.Tests.Operations;

/// <summary>What the pages for operators say is what the program has.</summary>
public sealed class DocumentsTests
{
    [Fact]
    public void Every_verb_is_on_the_page_of_verbs_and_no_other() =>
        Assert.Equal(
            Leaves(Commands.Root()).Order(StringComparer.Ordinal),
            FirstCells("verbs.md").Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Every_meter_is_on_the_page_of_telemetry_and_no_other()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Measures.Name)
                    lock (seen)
                        seen.Add(instrument.Name);
            },
        };
        listener.Start();
        await using var app = await DeskApp.StartAsync();
        await app.LoggedAsync();

        lock (seen)
            Assert.Equal(
                seen.Order(StringComparer.Ordinal),
                FirstCells("telemetry.md")
                    .Where(c => c.StartsWith("stepdesk.", StringComparison.Ordinal))
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            );
        Assert.Contains(Telemetry.Endpoint, FirstCells("telemetry.md"));
        Assert.Contains(Desk.Tracing, FirstCells("telemetry.md"));
    }

    static IEnumerable<string> Leaves(Command command, string path = "") =>
        command.Subcommands.Count == 0
            ? [path]
            : command.Subcommands.SelectMany(c => Leaves(c, $"{path} {c.Name}".Trim()));

    static IEnumerable<string> FirstCells(string page) =>
        File.ReadLines(Path.Combine(Root(), "docs", "running", page))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

    static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
