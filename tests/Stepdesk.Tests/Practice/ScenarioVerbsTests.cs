using System.Text.Json;
using Stepdesk.Tests.Operations;

namespace Stepdesk.Tests.Practice;

/// <summary>What authors do at the command line, with the program as it is built and the scenarios that ship with it.</summary>
public sealed class ScenarioVerbsTests
{
    static string Run(string name) => Path.Combine(Repository.Folder, "scenarios/02-slow-lms", name);

    [Fact]
    public async Task The_schema_of_a_kind_of_file_is_printed_and_of_another_it_says_which_there_are()
    {
        await using var program = new StepdeskProgram();

        var schema = await program.RunAsync("scenario", "schema", "rubric");
        var odd = await program.RunAsync("scenario", "schema", "poem");

        Assert.Equal((0, ""), (schema.Exit, schema.Errors));
        using var read = JsonDocument.Parse(schema.Output);
        Assert.Equal("stepdesk rubric", read.RootElement.GetProperty("title").GetString());
        Assert.NotEqual(0, odd.Exit);
        Assert.Contains("'lines'", odd.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_prints_its_log_and_verdicts_and_the_log_is_judged_alike_again()
    {
        await using var program = new StepdeskProgram();

        var run = await program.RunAsync(
            "scenario",
            "run",
            "02",
            "--seed",
            "7",
            "--script",
            Run("golden/pool.yaml"),
            "--branch",
            "pool"
        );
        var again = await program.RunAsync(
            "scenario",
            "run",
            "s02-slow-lms",
            "--seed",
            "7",
            "--script",
            Run("golden/pool.yaml"),
            "--branch",
            "pool"
        );

        Assert.Equal((0, ""), (run.Exit, run.Errors));
        Assert.Equal(run.Output, again.Output);
        using var read = JsonDocument.Parse(run.Output);
        Assert.True(read.RootElement.GetProperty("passes").GetBoolean());
        Assert.Equal("session.started", read.RootElement.GetProperty("events")[0].GetProperty("type").GetString());

        var log = Path.Combine(Directory.CreateTempSubdirectory("log-").FullName, "log.json");
        await File.WriteAllTextAsync(log, run.Output, TestContext.Current.CancellationToken);
        var judged = await program.RunAsync("practice", "evaluate", log);
        Directory.Delete(Path.GetDirectoryName(log)!, recursive: true);

        Assert.Equal((0, ""), (judged.Exit, judged.Errors));
        var lines = judged.Output.Split('\n');
        Assert.Equal(read.RootElement.GetProperty("verdicts").GetArrayLength() + 1, lines.Length);
        Assert.All(
            read.RootElement.GetProperty("verdicts").EnumerateArray().Zip(lines),
            pair =>
            {
                using var line = JsonDocument.Parse(pair.Second);
                Assert.Equal(
                    pair.First.GetProperty("outcome").GetString(),
                    line.RootElement.GetProperty("outcome").GetString()
                );
            }
        );
    }

    [Fact]
    public async Task What_ships_has_nothing_to_correct_and_every_run_comes_out_as_it_says()
    {
        await using var program = new StepdeskProgram();

        var lint = await program.RunAsync("scenario", "lint", Run("scenario.yaml"));
        var matrix = await program.RunAsync("scenario", "matrix");

        Assert.Equal((0, "", ""), (lint.Exit, lint.Output, lint.Errors));
        Assert.Equal((0, ""), (matrix.Exit, matrix.Errors));
        Assert.Contains("golden/known-issue.yaml\t20", matrix.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- {at: 5m, message: {to: nobody, text: Hi}}", "Step 1: 'to' knows no 'nobody'. It may be one of ha, ")]
    [InlineData("- {at: 5m, look: {system: nowhere}}", "Step 1: 'system' knows no 'nowhere'. It may be one of ")]
    [InlineData(
        "- {at: 5m, note: {text: A}}\n- {at: 1m, note: {text: B}}",
        "Step 2 is at 1m, and step 1 above it at 5m. Put steps in the order of their times."
    )]
    public async Task A_step_that_names_nobody_or_comes_too_late_is_named(string run, string why)
    {
        await using var program = new StepdeskProgram();
        var file = Path.Combine(Directory.CreateTempSubdirectory("run-").FullName, "run.yaml");
        await File.WriteAllTextAsync(file, run, TestContext.Current.CancellationToken);

        var said = await program.RunAsync("scenario", "run", "02", "--seed", "1", "--script", file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        Assert.Equal((1, ""), (said.Exit, said.Output));
        Assert.Contains(why, said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "There is no scenario 99", "scenario", "run", "99", "--seed", "1", "--script", "x.yaml")]
    [InlineData(
        2,
        "The scenario has no branch pond",
        "scenario",
        "run",
        "02",
        "--seed",
        "1",
        "--script",
        "x.yaml",
        "--branch",
        "pond"
    )]
    [InlineData(2, "There is no x.yaml", "scenario", "run", "02", "--seed", "1", "--script", "x.yaml")]
    [InlineData(2, "There is no nowhere", "scenario", "lint", "nowhere")]
    [InlineData(2, "There is no nowhere", "practice", "evaluate", "nowhere")]
    public async Task What_cannot_be_read_is_refused_with_what_would_be_right(
        int code,
        string why,
        params string[] args
    )
    {
        await using var program = new StepdeskProgram();

        var said = await program.RunAsync(args);

        Assert.Equal((code, ""), (said.Exit, said.Output));
        Assert.StartsWith(why, said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"seq\":1}", "line 1: Give at as a text")]
    [InlineData("nonsense", "line 1: The line is not JSON")]
    [InlineData("", "does not begin with session.started")]
    public async Task A_log_that_is_none_is_named_with_its_line(string text, string why)
    {
        await using var program = new StepdeskProgram();
        var folder = Directory.CreateTempSubdirectory("log-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "log"), text, TestContext.Current.CancellationToken);

        var said = await program.RunAsync("practice", "evaluate", Path.Combine(folder, "log"));
        Directory.Delete(folder, recursive: true);

        Assert.Equal(1, said.Exit);
        Assert.Contains(why, said.Errors, StringComparison.Ordinal);
    }
}
