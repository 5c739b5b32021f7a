using System.CommandLine;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Web.Cli;

/// <summary><c>token</c>: ways in for programs, and how they end.</summary>
static class TokenVerbs
{
    static readonly Actor Me = Actor.System("cli");
    static readonly Option<string> User = new("--user")
    {
        Description = "Whom it acts for, by email.",
        Required = true,
    };
    static readonly Option<string> Name = new("--name") { Description = "What it is for.", Required = true };
    static readonly Option<int> Days = new("--days")
    {
        Description = $"How long it opens the desk, up to {Tokens.MostDays} days.",
        DefaultValueFactory = _ => Tokens.UsualDays,
    };
    static readonly Argument<int> Id = new("id") { Description = "Its number, as 'token list' says it." };

    public static Command Command() => new("token", "API tokens.") { Create(), List(), Revoke() };

    static Command Create()
    {
        var create = new Command("create", "Makes an API token and prints it once.") { User, Name, Days };
        create.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var person = await tool.Get<People>().FindAsync(parsed.GetRequiredValue(User), stop);
                var (token, refusal) = await tool.Get<Tokens>()
                    .CreateAsync(
                        person?.Id ?? 0,
                        parsed.GetRequiredValue(Name),
                        Me,
                        parsed.GetRequiredValue(Days),
                        stop
                    );
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await Console.Out.WriteLineAsync(token!.Text);
                return Commands.Done;
            }
        );
        return create;
    }

    static Command List()
    {
        var list = new Command("list", "Prints the tokens that still open the desk for somebody, one JSON line each.")
        {
            User,
        };
        list.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                if (await tool.Get<People>().FindAsync(parsed.GetRequiredValue(User), stop) is not { } person)
                    return await Tool.RefuseAsync(Refusals.NoSuchPerson);
                foreach (var token in await tool.Get<Tokens>().ListAsync(person.Id, Me, stop))
                    await Tool.PrintAsync(
                        new
                        {
                            token.Id,
                            token.Name,
                            token.CreatedAt,
                            token.UsedAt,
                            token.EndsAt,
                        }
                    );
                return Commands.Done;
            }
        );
        return list;
    }

    static Command Revoke()
    {
        var revoke = new Command("revoke", "Ends a token at once.") { Id };
        revoke.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var id = parsed.GetRequiredValue(Id);
                if (await tool.Get<Tokens>().RevokeAsync(id, Me, stop) is { } refusal)
                    return await Tool.RefuseAsync(refusal);
                await Tool.PrintAsync(new { id, revoked = true });
                return Commands.Done;
            }
        );
        return revoke;
    }
}
