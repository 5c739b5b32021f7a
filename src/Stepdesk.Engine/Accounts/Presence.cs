using Stepdesk.Core.Assignment;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>When colleagues are there: their absences, their working hours, and the team they work in.</summary>
public sealed class Presence(Colleagues colleagues, Worlds worlds, PolicyBook book)
{
    public static readonly Refusal EndsTooEarly = new("away-ends-before-it-begins");
    public static readonly Refusal NoSuchCalendar = new("no-such-calendar-of-work");

    /// <summary>They are away for this time; what was planned before no longer holds.</summary>
    public Task<Refusal?> SetAwayAsync(int person, Away away, Actor me, CancellationToken stop) =>
        !Permissions.MaySetAway(me, person) ? Task.FromResult<Refusal?>(Refusals.NotAllowed)
        : away.Until <= away.From || away.IsOver(worlds.Live.Now) ? Task.FromResult<Refusal?>(EndsTooEarly)
        : IsFar(away.From) || IsFar(away.Until) ? Task.FromResult<Refusal?>(Refusals.TooFarAway)
        : colleagues.ChangeAsync(
            person,
            me,
            (_, row) =>
            {
                var (from, until) = (away.From.ToMicroseconds(), away.Until?.ToMicroseconds());
                if (row.AwayFrom == from && row.AwayUntil == until)
                    return Task.FromResult<(Refusal?, PersonEvent?)>((null, null));
                (row.AwayFrom, row.AwayUntil) = (from, until);
                return Task.FromResult<(Refusal?, PersonEvent?)>((null, new AwaySet(from, until)));
            },
            stop
        );

    /// <summary>They are there, whatever was planned.</summary>
    public Task<Refusal?> EndAwayAsync(int person, Actor me, CancellationToken stop) =>
        !Permissions.MaySetAway(me, person)
            ? Task.FromResult<Refusal?>(Refusals.NotAllowed)
            : colleagues.ChangeAsync(
                person,
                me,
                (_, row) =>
                {
                    if (row.AwayFrom is null)
                        return Task.FromResult<(Refusal?, PersonEvent?)>((null, null));
                    (row.AwayFrom, row.AwayUntil) = (null, null);
                    return Task.FromResult<(Refusal?, PersonEvent?)>((null, new AwayEnded()));
                },
                stop
            );

    /// <summary>They work by this calendar of the desk; null for whenever the desk does.</summary>
    public Task<Refusal?> SetHoursAsync(int person, string? calendar, Actor me, CancellationToken stop) =>
        !Permissions.MaySetAssignment(me)
            ? Task.FromResult<Refusal?>(Refusals.NotAllowed)
            : colleagues.ChangeAsync(
                person,
                me,
                async (db, row) =>
                {
                    var name = string.IsNullOrEmpty(calendar) ? null : calendar;
                    if (row.Calendar == name)
                        return (null, null);
                    var latest = await book.LatestAsync(db, row.World, stop);
                    var policies = await book.UpToAsync(db, row.World, latest, stop);
                    if (name is not null && policies(latest).Calendars.All(c => c.Name != name))
                        return (NoSuchCalendar, null);
                    row.Calendar = name;
                    return (null, new HoursSet(name));
                },
                stop
            );

    /// <summary>They work in this team; what they own goes on being theirs.</summary>
    public Task<Refusal?> SetTeamAsync(int person, int? team, Actor me, CancellationToken stop) =>
        !Permissions.MaySetTeams(me)
            ? Task.FromResult<Refusal?>(Refusals.NotAllowed)
            : colleagues.ChangeAsync(
                person,
                me,
                async (db, row) =>
                {
                    if (row.Team == team)
                        return (null, null);
                    if (await Assignees.CheckTeamAsync(db, row.World, team, stop) is { } noSuchTeam)
                        return (noSuchTeam, null);
                    row.Team = team;
                    return (null, new TeamSet(team));
                },
                stop
            );

    // Whose absence lies so far away, mistyped the year.
    bool IsFar(DateTimeOffset? at) => at is { } when && (when - worlds.Live.Now).Duration() > TimeSpan.FromDays(3653);
}
