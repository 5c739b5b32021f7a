using System.CommandLine;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Web.Cli;

/// <summary><c>person erase</c>: what a person may ask for by law.</summary>
static class PersonVerbs
{
    static readonly Option<string> Email = new("--email") { Description = "Whom.", Required = true };
    static readonly Option<string> Why = new("--why") { Description = "Who asked, and why; kept.", Required = true };
    static readonly Option<string> Ground = new("--ground")
    {
        Description = "The legal ground; kept.",
        Required = true,
    };

    public static Command Command() => new("person", "The people the desk knows.") { Erase() };

    static Command Erase()
    {
        var erase = new Command(
            "erase",
            "Erases a person's text, mails, files and sign-in; what happened still verifies."
        )
        {
            Email,
            Why,
            Ground,
        };
        erase.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var (done, refusal) = await tool.Get<Erasure>()
                    .RunAsync(
                        parsed.GetRequiredValue(Email),
                        parsed.GetRequiredValue(Why),
                        parsed.GetRequiredValue(Ground),
                        Actor.System("cli"),
                        stop
                    );
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await Tool.PrintAsync(done!);
                return Commands.Done;
            }
        );
        return erase;
    }
}
