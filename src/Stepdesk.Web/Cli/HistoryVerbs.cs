using System.CommandLine;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary><c>history verify</c>, <c>rebuild</c> and <c>checkpoint</c>.</summary>
static class HistoryVerbs
{
    public static Command Command() =>
        new("history", "Looks after what happened.") { Verify(), Rebuild(), Checkpoint() };

    static Command Verify()
    {
        var verify = new Command(
            "verify",
            "Reads all history and names the first version that is not as it was written."
        );
        verify.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var verdict = await tool.Get<VerifyHistory>().RunAsync(stop);
                await Tool.PrintAsync(verdict);
                return verdict.FirstBad is null ? Commands.Done : Commands.Failed;
            }
        );
        return verify;
    }

    static Command Rebuild()
    {
        var rebuild = new Command("rebuild", "Makes the tickets' rows again from history.");
        rebuild.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                await Tool.PrintAsync(new { tickets = await tool.Get<RebuildRows>().RunAsync(stop) });
            }
        );
        return rebuild;
    }

    static Command Checkpoint()
    {
        var checkpoint = new Command("checkpoint", "Signs how far every stream has come, outside the database.");
        checkpoint.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var written = await tool.Get<Checkpoints>().WriteAsync(stop);
                if (written.Lost is { } lost)
                {
                    await Commands.SayAsync(
                        $"No checkpoint: {lost.Stream} version {lost.Version} was {lost.Why}. Run 'stepdesk history verify'."
                    );
                    return Commands.Failed;
                }
                await Tool.PrintAsync(new { written.Number, written.Streams });
                return Commands.Done;
            }
        );
        return checkpoint;
    }
}
