using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>Somebody the desk knows.</summary>
/// <param name="Team">The id of their team.</param>
/// <param name="IsActive">Whether they may sign in and be given tickets.</param>
/// <param name="AwayFrom">From when they are away; null where nothing is planned.</param>
/// <param name="AwayUntil">Until when; null for until further notice.</param>
/// <param name="Calendar">The calendar they work by; null for whenever the desk does.</param>
public sealed record PersonSeen(
    int Id,
    string Name,
    string Email,
    Role Role,
    Language Language,
    int? Team,
    bool IsActive,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    string? Calendar
)
{
    internal static PersonSeen Of(PersonRow p) =>
        new(p.Id, p.Name, p.Email, p.Role, p.Language, p.Team, p.IsActive, p.AwayFrom, p.AwayUntil, p.Calendar);
}

/// <summary>Somebody to be added.</summary>
/// <param name="Role">Anything but system and administrator.</param>
/// <param name="Language">The language the desk speaks with them.</param>
/// <param name="Password">12 to 128 characters; without one they cannot sign in by password.</param>
/// <param name="Team">The id of their team.</param>
public sealed record PersonToAdd(
    Role Role,
    string? Name = null,
    string? Email = null,
    Language Language = Language.En,
    string? Password = null,
    int? Team = null
);

/// <summary>The people of the desk.</summary>
static class PeopleEndpoints
{
    /// <summary>A token that leaked would make itself a way in that outlives it.</summary>
    public static readonly Refusal AdministratorByToken = new("administrator-by-token");

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people
            .MapGet("", ListPeople)
            .WithName(nameof(ListPeople))
            .WithSummary("List the people the desk knows, by id")
            .WithDescription("For colleagues.")
            .Refuses(400, 403);
        people
            .MapPost("", AddPerson)
            .WithName(nameof(AddPerson))
            .WithSummary("Add somebody")
            .WithDescription("For administrators.")
            .Refuses(400, 403, 409, 413, 415);
        people.MapGet("/me", ReadMe).WithName(nameof(ReadMe)).WithSummary("Who the token acts for").Refuses();
    }

    static async Task<Results<Ok<Page<PersonSeen>>, ProblemHttpResult>> ListPeople(
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        [Description("Only those with this role.")] string? role,
        [Description("Only whoever has this address.")] string? email,
        [Description("Where to read on: 'next' of the page before.")] string? cursor,
        [Description("How many at most, 1 to 200.")] [DefaultValue(Limits.Usual)] int? limit,
        CancellationToken stop = default
    )
    {
        if (!Permissions.MaySeePeople(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (Limits.Check("people", cursor, limit, out var after, out var most) is { } refusal)
            return Problems.Of(refusal, caller.Language);
        Role? only = Choice.TryRead<Role>(role, out var named) ? named : null;
        if (role is not null && only is null)
            return Problems.Of(Problems.NoneOf<Role>("role"), caller.Language);

        var (from, key) = (after?.Id ?? 0, email is null ? null : People.KeyOf(email));
        await using var db = await databases.CreateDbContextAsync(stop);
        var people = await db
            .People.AsNoTracking()
            .Where(p =>
                p.World == worlds.Live.Id
                && p.Id > from
                && (only == null || p.Role == only)
                && (key == null || p.EmailKey == key)
            )
            .OrderBy(p => p.Id)
            .Take(most + 1)
            .ToListAsync(stop);
        var next = people.Count <= most ? null : new Place(default, people[most - 1].Id).Write();
        return TypedResults.Ok(new Page<PersonSeen>([.. people.Take(most).Select(PersonSeen.Of)], next).In("people"));
    }

    static async Task<Results<Created<PersonSeen>, ProblemHttpResult>> AddPerson(
        PersonToAdd wanted,
        Caller caller,
        People people,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        CancellationToken stop
    )
    {
        if (!Permissions.MayManagePeople(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        if (wanted.Role is Role.System)
            return Problems.Of(Problems.NoneOf<Role>("role"), caller.Language);
        if (wanted.Role is Role.Administrator)
            return Problems.Of(AdministratorByToken, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await Assignees.CheckTeamAsync(db, worlds.Live.Id, wanted.Team, stop) is { } noSuchTeam)
            return Problems.Of(noSuchTeam, caller.Language);

        var (person, refusal) = await people.AddAsync(
            new(wanted.Name ?? "", wanted.Email ?? "", wanted.Role, wanted.Language, wanted.Password, wanted.Team),
            caller.Me,
            stop
        );
        return refusal is null
            ? TypedResults.Created(
                $"{Api.Root}/people?email={Uri.EscapeDataString(person!.Email)}",
                PersonSeen.Of(person)
            )
            : Problems.Of(refusal, caller.Language);
    }

    static async Task<Ok<PersonSeen>> ReadMe(Caller caller, IDbContextFactory<Db> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return TypedResults.Ok(
            PersonSeen.Of(await db.People.AsNoTracking().SingleAsync(p => p.Id == caller.Me.PersonId, stop))
        );
    }
}
