using System.CommandLine;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Web.Cli;

/// <summary><c>token create</c>: a way in for programs.</summary>
static class TokenVerbs
{
    static readonly Option<string> User = new("--user")
    {
        Description = "Whom it acts for, by email.",
        Required = true,
    };
    static readonly Option<string> Name = new("--name") { Description = "What it is for.", Required = true };

    public static Command Command() => new("token", "API tokens.") { Create() };

    static Command Create()
    {
        var create = new Command("create", "Makes an API token and prints it once.") { User, Name };
        create.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var person = await tool.Get<People>().FindAsync(parsed.GetRequiredValue(User), stop);
                var (token, refusal) = await tool.Get<Tokens>()
                    .CreateAsync(person?.Id ?? 0, parsed.GetRequiredValue(Name), Actor.System("cli"), stop);
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await Console.Out.WriteLineAsync(token!.Text);
                return Commands.Done;
            }
        );
        return create;
    }
}
