using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

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
                await using var db = await tool.DatabaseAsync(stop);
                var key = People.KeyOf(parsed.GetRequiredValue(User));
                var person = await db
                    .People.Where(p => p.World == WorldRow.Live && p.EmailKey == key)
                    .Select(p => p.Id)
                    .SingleOrDefaultAsync(stop);
                var (token, refusal) = await tool.Get<Tokens>()
                    .CreateAsync(person, parsed.GetRequiredValue(Name), Actor.System("cli"), stop);
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await Console.Out.WriteLineAsync(token!.Text);
                return Commands.Done;
            }
        );
        return create;
    }
}
