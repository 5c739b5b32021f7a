using System.CommandLine;
using System.Globalization;
using System.Text;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Web.Cli;

/// <summary><c>scenario</c>: what authors of practice scenarios do. None of it needs a desk.</summary>
static class ScenarioVerbs
{
    static readonly Argument<string[]> Files = new("file")
    {
        Description = "Folders of scenarios, or the scenario.yaml in them.",
        Arity = ArgumentArity.OneOrMore,
    };
    static readonly Argument<string> Id = new("scenario")
    {
        Description = "A shipped scenario such as 02, or the folder of one.",
    };
    static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "A whole number; the same gives the same session.",
        Required = true,
    };
    static readonly Option<string> ScriptFile = new("--script")
    {
        Description = "A run: what the trainee does, in YAML.",
        Required = true,
    };
    static readonly Option<string> Branch = new("--branch") { Description = "Instead of the one the seed draws." };

    static readonly Argument<string> Kind = new Argument<string>("kind")
    {
        Description = "Which of the files it is for.",
    }.AcceptOnlyFromAmong([.. FormatSchema.Kinds]);

    public static Command Command()
    {
        var lint = new Command("lint", "Says what is to be corrected in scenarios, with file, line and code.")
        {
            Files,
        };
        lint.SetAction(parsed => Lint(parsed.GetValue(Files)!));
        var run = new Command("run", "Plays a run and prints the session's log and verdicts as JSON.")
        {
            Id,
            Seed,
            ScriptFile,
            Branch,
        };
        run.SetAction(parsed =>
            Run(parsed.GetValue(Id)!, parsed.GetValue(Seed), parsed.GetValue(ScriptFile)!, parsed.GetValue(Branch))
        );
        var matrix = new Command("matrix", "Plays every run of every shipped scenario under twenty seeds.");
        matrix.SetAction(_ => Matrix());
        var docs = new Command("docs", "Prints what a scenario can say: moves, events, text rules, diagnostics.");
        docs.SetAction(_ => Print(FormatPage.Write()));
        var schema = new Command("schema", "Prints the JSON Schema of a scenario's files, for editors.") { Kind };
        schema.SetAction(parsed => Print(FormatSchema.Write(parsed.GetValue(Kind)!) + "\n"));
        return new Command("scenario", "Write and try scenarios of the practice ground.")
        {
            lint,
            run,
            matrix,
            docs,
            schema,
        };
    }

    static int Lint(string[] files)
    {
        var exit = Commands.Done;
        foreach (var file in files)
        {
            if (!File.Exists(file) && !Directory.Exists(file))
                return Wrong($"There is no {file}. Name a scenario's folder, or the scenario.yaml in it.");
            var folder = ScenarioFolder.Of(file);
            if (Diagnosed(folder) is not { Count: > 0 } diagnostics)
                continue;
            exit = Commands.Failed;
            Print(string.Concat(diagnostics.Select(d => $"{Path.Combine(folder, d.ToString())}\n")));
        }
        return exit;
    }

    static IReadOnlyList<Diagnostic> Diagnosed(string folder)
    {
        var found = new List<Diagnostic>();
        if (ScenarioFolder.Read(folder, found) is not { } manuscript || found.Count > 0)
            return found;
        var (scenario, wrong) = Linter.Lint(manuscript);
        return scenario is null || wrong.Count > 0 ? wrong : Linter.Rehearse(scenario, manuscript);
    }

    static int Run(string id, ulong seed, string file, string? branch)
    {
        if ((Directory.Exists(id) ? id : ScenarioFolder.Find(id)) is not { } folder)
            return Wrong($"There is no scenario {id}. There are {Known()}.");
        if (Compiled(folder) is not { } scenario)
            return Wrong($"The scenario in {folder} is not sound. 'stepdesk scenario lint {folder}' says where.");
        if (branch is not null && scenario.BranchOf(branch) is null)
            return Wrong(
                $"The scenario has no branch {branch}. It has {string.Join(", ", scenario.Branches.Select(b => b.Id))}."
            );
        if (!File.Exists(file))
            return Wrong($"There is no {file}. Name a run in YAML, such as those under golden.");
        var found = new List<Diagnostic>();
        var script = Yaml.Read(file, File.ReadAllText(file), found) is { } node
            ? ScriptReader.Read(node, scenario, found)
            : null;
        if (script is null || found.Count > 0)
        {
            foreach (var diagnostic in found)
                Console.Error.WriteLine(diagnostic);
            return Commands.Failed;
        }
        var session = Session.Begin(scenario, seed, Language.Vi, branch);
        var refused = script.Play(session);
        Print(RunJson.Write(session, refused, Judge.Of(scenario, session.Events)));
        return Commands.Done;
    }

    static int Matrix()
    {
        var (exit, table) = (Commands.Done, new StringBuilder("scenario\tbranch\trun\tseeds\tshare\tas expected\n"));
        foreach (var folder in ScenarioFolder.All(ScenarioFolder.Shipped))
        {
            var found = new List<Diagnostic>();
            var manuscript = ScenarioFolder.Read(folder, found);
            if (manuscript is null || ScenarioReader.Read(manuscript, found) is not { } scenario || found.Count > 0)
                return Wrong($"The scenario in {folder} is not sound. 'stepdesk scenario lint {folder}' says where.");
            foreach (var test in scenario.Tests)
            {
                var script = ScriptReader.Read(manuscript.Runs[test.Run], scenario, found);
                var played = Enumerable
                    .Range(1, Linter.Seeds)
                    .Select(seed => Rehearsal.Play(scenario, test, script, (ulong)seed))
                    .ToList();
                var right = played.Count(p => p.Wrong.Count == 0);
                if (right < played.Count)
                    exit = Commands.Failed;
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"{scenario.Id}\t{test.Branch}\t{test.Run}\t{played.Count}\t{played.Average(p => p.Report.Share):P0}\t{right}/{played.Count}\n"
                );
            }
        }
        Print(table.ToString());
        return exit;
    }

    /// <summary>The scenario of a folder when nothing in its files is to be corrected.</summary>
    internal static Scenario? Compiled(string folder)
    {
        var found = new List<Diagnostic>();
        if (ScenarioFolder.Read(folder, found) is not { } manuscript)
            return null;
        var (scenario, wrong) = Linter.Lint(manuscript);
        return found.Count + wrong.Count == 0 ? scenario : null;
    }

    internal static string Known() =>
        string.Join(", ", ScenarioFolder.All(ScenarioFolder.Shipped).Select(Path.GetFileName));

    internal static int Print(string text)
    {
        // UTF-8 whatever the terminal says: the lines are read by programs too.
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        output.Write(text);
        return Commands.Done;
    }

    static int Wrong(string why)
    {
        Console.Error.WriteLine(why);
        return Commands.WrongUsage;
    }
}
