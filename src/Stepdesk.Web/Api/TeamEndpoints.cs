using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Assignment;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>A team to be added.</summary>
/// <param name="Name">Up to 60 characters.</param>
public sealed record NewTeam(string? Name = null);

/// <summary>How a team gives out its tickets.</summary>
/// <param name="How">manual: people take them; round_robin: in turn; least_loaded: to whoever has the fewest open.</param>
/// <param name="Version">Counts the edits; an edit names the version it was made from.</param>
/// <param name="Most">So many open tickets are enough for one person, from 1 to 500; null for no limit.</param>
public sealed record RuleSeen(Handing How, int Version, int? Most = null);

/// <summary>Somebody of a team.</summary>
/// <param name="Open">How many open tickets they have.</param>
/// <param name="WhyNot">Why they are not given tickets by the rule now; null where they can be.</param>
/// <param name="AwayFrom">From when they are away; null where nothing is planned.</param>
/// <param name="AwayUntil">Until when; null for until further notice.</param>
/// <param name="Calendar">The calendar they work by; null for whenever the desk does.</param>
public sealed record MateSeen(
    int Id,
    string Name,
    int Open,
    PassedOver? WhyNot,
    DateTimeOffset? AwayFrom,
    DateTimeOffset? AwayUntil,
    string? Calendar
);

/// <summary>A team as it stands.</summary>
/// <param name="Waiting">How many open tickets in its queue nobody owns.</param>
/// <param name="Left">The ids of open tickets whose owners are away, the most urgent first; up to 100.</param>
public sealed record TeamInFull(
    int Id,
    string Name,
    RuleSeen Rule,
    IReadOnlyList<MateSeen> Members,
    int Waiting,
    IReadOnlyList<int> Left
);

/// <summary>A time somebody is not there.</summary>
/// <param name="From">From when; from now on when left out.</param>
/// <param name="Until">Until when; until further notice when left out.</param>
public sealed record Absence(DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>When somebody works.</summary>
/// <param name="Calendar">The name of one of the desk's calendars; null for whenever the desk works.</param>
public sealed record WorkingHours(string? Calendar = null);

/// <summary>In which team somebody works.</summary>
/// <param name="Team">The id of the team; null for none.</param>
public sealed record TeamChoice(int? Team = null);

/// <summary>Teams, how they give out tickets, and when their people are there.</summary>
static class TeamEndpoints
{
    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("Teams");
        teams
            .MapPost("", AddTeam)
            .WithName(nameof(AddTeam))
            .WithSummary("Add a team")
            .WithDescription("For administrators.")
            .Refuses(400, 403, 409, 413, 415);
        teams
            .MapGet("/{team:int}", ReadTeam)
            .WithName(nameof(ReadTeam))
            .WithSummary("A team as it stands: its rule, its people and what waits")
            .WithDescription("For colleagues.")
            .Refuses(403, 409);
        teams
            .MapPut("/{team:int}/assignment", SetRule)
            .WithName(nameof(SetRule))
            .WithSummary("Say how a team gives out its tickets")
            .WithDescription("For leads and administrators. The version must be the latest, as it was read.")
            .Refuses(400, 403, 404, 409, 413, 415);
        var people = api.MapGroup("/people/{person:int}").WithTags("People");
        people
            .MapPut("/away", SetAway)
            .WithName(nameof(SetAway))
            .WithSummary("Note an absence: nothing new is given to whoever is away")
            .WithDescription("For oneself, and for leads and administrators.")
            .Refuses(400, 403, 404, 409, 413, 415);
        people
            .MapDelete("/away", EndAway)
            .WithName(nameof(EndAway))
            .WithSummary("End an absence, or take back one that was planned")
            .WithDescription("For oneself, and for leads and administrators.")
            .Refuses(403, 404, 409);
        people
            .MapPut("/hours", SetHours)
            .WithName(nameof(SetHours))
            .WithSummary("Say by which calendar somebody works")
            .WithDescription("For leads and administrators.")
            .Refuses(400, 403, 404, 409, 413, 415);
        people
            .MapPut("/team", SetTeam)
            .WithName(nameof(SetTeam))
            .WithSummary("Say in which team somebody works")
            .WithDescription("For administrators.")
            .Refuses(400, 403, 404, 409, 413, 415);
    }

    static async Task<Results<Created<TeamSeen>, ProblemHttpResult>> AddTeam(
        NewTeam wanted,
        Caller caller,
        Teaming teaming,
        CancellationToken stop
    )
    {
        var (team, refusal) = await teaming.AddAsync(wanted.Name ?? "", caller.Me, stop);
        return team is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Created($"{Api.Root}/teams/{team.Id}", new TeamSeen(team.Id, team.Name));
    }

    static async Task<Results<Ok<TeamInFull>, ProblemHttpResult>> ReadTeam(
        [Description("The team's id.")] int team,
        Caller caller,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        PolicyBook book,
        CancellationToken stop
    )
    {
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await TeamState.ReadAsync(db, worlds.Live, book, team, stop) is { } state
            ? TypedResults.Ok(
                new TeamInFull(
                    state.Team.Id,
                    state.Team.Name,
                    new(state.Rule.Rule.How, state.Rule.Version, state.Rule.Rule.Most),
                    [
                        .. state.Mates.Select(m => new MateSeen(
                            m.Row.Id,
                            m.Row.Name,
                            m.Member.Open,
                            m.WhyNot,
                            m.Row.AwayFrom,
                            m.Row.AwayUntil,
                            m.Row.Calendar
                        )),
                    ],
                    state.Waiting,
                    [.. state.Left.Select(t => t.Id)]
                )
            )
            : Problems.Of(Assignees.NoSuchTeam, caller.Language);
    }

    static async Task<Results<Ok<RuleSeen>, ProblemHttpResult>> SetRule(
        [Description("The team's id.")] int team,
        RuleSeen wanted,
        Caller caller,
        Teaming teaming,
        CancellationToken stop
    )
    {
        var (set, refusal) = await teaming.SetRuleAsync(
            team,
            new(wanted.How, wanted.Most),
            wanted.Version,
            caller.Me,
            stop
        );
        return set is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Ok(new RuleSeen(set.Rule.How, set.Version, set.Rule.Most));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> SetAway(
        [Description("The person's id.")] int person,
        Absence wanted,
        Caller caller,
        Presence presence,
        Worlds worlds,
        CancellationToken stop
    ) =>
        Answer(
            await presence.SetAwayAsync(person, new(wanted.From ?? worlds.Live.Now, wanted.Until), caller.Me, stop),
            caller
        );

    static async Task<Results<NoContent, ProblemHttpResult>> EndAway(
        [Description("The person's id.")] int person,
        Caller caller,
        Presence presence,
        CancellationToken stop
    ) => Answer(await presence.EndAwayAsync(person, caller.Me, stop), caller);

    static async Task<Results<NoContent, ProblemHttpResult>> SetHours(
        [Description("The person's id.")] int person,
        WorkingHours wanted,
        Caller caller,
        Presence presence,
        CancellationToken stop
    ) => Answer(await presence.SetHoursAsync(person, wanted.Calendar, caller.Me, stop), caller);

    static async Task<Results<NoContent, ProblemHttpResult>> SetTeam(
        [Description("The person's id.")] int person,
        TeamChoice wanted,
        Caller caller,
        Presence presence,
        CancellationToken stop
    ) => Answer(await presence.SetTeamAsync(person, wanted.Team, caller.Me, stop), caller);

    static Results<NoContent, ProblemHttpResult> Answer(Core.History.Refusal? refusal, Caller caller) =>
        refusal is null ? TypedResults.NoContent() : Problems.Of(refusal, caller.Language);
}
