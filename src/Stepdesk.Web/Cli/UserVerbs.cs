using System.CommandLine;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;

namespace Stepdesk.Web.Cli;

/// <summary><c>user add</c>: somebody who works at the desk. The first one opens it.</summary>
static class UserVerbs
{
    static readonly Actor Me = Actor.System("cli");
    static readonly Option<string> Email = new("--email") { Description = "Their address.", Required = true };
    static readonly Option<string> Name = new("--name") { Description = "Their name.", Required = true };
    static readonly Option<string?> Password = new("--password")
    {
        Description = "What they sign in with, 12 letters or more; without it they cannot yet.",
    };
    static readonly Option<string> Role = new Option<string>("--role")
    {
        Description = "What they are at this desk.",
        Required = true,
    }.AcceptOnlyFromAmong("administrator", "lead", "mentor", "agent", "trainee");

    public static Command Command() => new("user", "The people who work at the desk.") { Add() };

    static Command Add()
    {
        var add = new Command("add", "Adds somebody who works at the desk; prints their id.")
        {
            Email,
            Name,
            Role,
            Password,
        };
        add.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.MakeAsync(parsed, stop);
                var (person, refusal) = await tool.Get<People>()
                    .AddAsync(
                        new(
                            parsed.GetRequiredValue(Name),
                            parsed.GetRequiredValue(Email),
                            Enum.Parse<Role>(parsed.GetRequiredValue(Role), ignoreCase: true),
                            Language.En,
                            parsed.GetValue(Password)
                        ),
                        Me,
                        stop
                    );
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await tool.Get<Opening>().OpenAsync("Stepdesk", TimeZoneInfo.Local.Id, Language.En, Me, stop);
                await Tool.PrintAsync(new { person!.Id, person.Email });
                return Commands.Done;
            }
        );
        return add;
    }
}
