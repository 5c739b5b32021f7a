using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary><c>user</c>: those who work at the desk, and a way back in for who has lost theirs. The first one added opens the desk.</summary>
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

    static readonly Option<string?> Desk = new("--desk") { Description = "The first only: the desk's name." };
    static readonly Option<string?> Zone = new("--zone")
    {
        Description = "The first only: the desk's time zone, such as Asia/Ho_Chi_Minh; else this machine's.",
    };
    static readonly Option<string> Spoken = new Option<string>("--language")
    {
        Description = "The language they read; the first's is the desk's too.",
        DefaultValueFactory = _ => "en",
    }.AcceptOnlyFromAmong("en", "vi");

    static readonly Option<string> NewPassword = new("--password")
    {
        Description = "What they sign in with from now on, 12 letters or more.",
        Required = true,
    };

    public static Command Command() =>
        new("user", "The people who work at the desk.")
        {
            Add(),
            Change(
                "set-password",
                "Gives somebody a new password; whoever is signed in as them is signed out within a minute.",
                (members, id, parsed, stop) =>
                    members.SetPasswordAsync(id, parsed.GetRequiredValue(NewPassword), Me, stop),
                NewPassword
            ),
            Change(
                "disable",
                "Closes somebody's way in, tokens included; what they did stays.",
                (members, id, _, stop) => members.DisableAsync(id, Me, stop)
            ),
            Change(
                "enable",
                "Opens somebody's way in again.",
                (members, id, _, stop) => members.EnableAsync(id, Me, stop)
            ),
        };

    static Command Change(
        string name,
        string description,
        Func<Membership, int, ParseResult, CancellationToken, Task<Refusal?>> change,
        params Option[] options
    )
    {
        var verb = new Command(name, description) { Email };
        foreach (var option in options)
            verb.Add(option);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                if (await tool.Get<People>().FindAsync(parsed.GetRequiredValue(Email), stop) is not { } person)
                    return await Tool.RefuseAsync(Refusals.NoSuchPerson);
                if (await change(tool.Get<Membership>(), person.Id, parsed, stop) is { } refusal)
                    return await Tool.RefuseAsync(refusal);
                await Tool.PrintAsync(new { person.Id, person.Email });
                return Commands.Done;
            }
        );
        return verb;
    }

    static Command Add()
    {
        var add = new Command("add", "Adds somebody who works at the desk; prints their id.")
        {
            Email,
            Name,
            Role,
            Password,
            Spoken,
            Desk,
            Zone,
        };
        add.SetAction(
            async (parsed, stop) =>
            {
                // Whoever is first opens the desk, and only an administrator lets others in. Anybody else was added to a
                // place that is misspelt.
                await using var tool = parsed.GetRequiredValue(Role) is "administrator"
                    ? await Tool.MakeAsync(parsed, stop)
                    : await Tool.OpenAsync(parsed, stop);
                await using (var db = await tool.DatabaseAsync(stop))
                {
                    await tool.Get<Checkpoints>().DemandKnownAsync(db, stop);
                    var isOpen = await db.Worlds.AnyAsync(stop);
                    if (!isOpen && parsed.GetRequiredValue(Role) is not "administrator")
                        throw new TroubleException(
                            "Nobody has opened this desk yet. Add an administrator first, or open it in a browser under /setup."
                        );
                    if (isOpen && (parsed.GetValue(Desk) ?? parsed.GetValue(Zone)) is not null)
                        throw new TroubleException(
                            "The desk is open already and keeps its name and its time zone. Leave out --desk and --zone."
                        );
                }
                var (zone, language) = (
                    parsed.GetValue(Zone) ?? TimeZoneInfo.Local.Id,
                    Enum.Parse<Language>(parsed.GetRequiredValue(Spoken), ignoreCase: true)
                );
                if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                    throw new TroubleException($"There is no time zone '{zone}'. Write it like Asia/Ho_Chi_Minh.");
                if (parsed.GetValue(Desk) is { } desk && !Plain.Says(desk))
                    throw new TroubleException("A desk has a name. Write one after --desk, or leave --desk out.");
                var (person, refusal) = await tool.Get<People>()
                    .AddAsync(
                        new(
                            parsed.GetRequiredValue(Name),
                            parsed.GetRequiredValue(Email),
                            Enum.Parse<Role>(parsed.GetRequiredValue(Role), ignoreCase: true),
                            language,
                            parsed.GetValue(Password)
                        ),
                        Me,
                        stop
                    );
                if (refusal is not null)
                    return await Tool.RefuseAsync(refusal);
                await tool.Get<Opening>().OpenAsync(parsed.GetValue(Desk) ?? "Stepdesk", zone, language, Me, stop);
                await Tool.PrintAsync(new { person!.Id, person.Email });
                return Commands.Done;
            }
        );
        return add;
    }
}
