using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>A piece of the time between a clock's start and its deadline.</summary>
/// <param name="Kind">Whether it counted, or why not.</param>
/// <param name="Holiday">The holiday's name, where it is one.</param>
public sealed record SpanSeen(DateTimeOffset From, DateTimeOffset To, SpanKind Kind, string? Holiday);

/// <summary>What decided a clock from one instant on.</summary>
/// <param name="Version">The event it began with; GET /tickets/{id}/history has it.</param>
/// <param name="Because">What changed.</param>
/// <param name="Policy">The version of the desk's policy.</param>
public sealed record TreatmentSeen(int Version, DateTimeOffset At, Change Because, ClassOfService? Class, int Policy);

/// <summary>An alarm of a clock.</summary>
/// <param name="Level">The point on the clock.</param>
/// <param name="At">When it is reached, as things stand.</param>
/// <param name="IsOver">It was noticed, or a later one was.</param>
/// <param name="To">Who is told, by what they are to the ticket.</param>
/// <param name="By">How they are told.</param>
public sealed record AlarmSeen(
    Level Level,
    DateTimeOffset At,
    bool IsOver,
    IReadOnlyList<Recipient> To,
    IReadOnlyList<Means> By
);

/// <summary>Why a clock is due when it is.</summary>
/// <param name="Promised">The promised seconds; null where an instant was agreed on instead.</param>
/// <param name="Counting">Which time counts towards them.</param>
/// <param name="Calendar">The working calendar's name; null where every hour counts.</param>
/// <param name="Counted">The seconds that counted within the spans.</param>
/// <param name="Spans">From the start to the deadline, without gaps; to now while the clock stands still.</param>
/// <param name="Treatments">What decided it, the last one holding now; empty where an instant was agreed on.</param>
/// <param name="Events">The versions of the events behind it, in order; GET /tickets/{id}/history has them.</param>
/// <param name="Alarms">Its alarms in their order; none where it was kept or stands still.</param>
public sealed record WhySeen(
    ClockSeen Clock,
    double? Promised,
    Counting Counting,
    string? Calendar,
    double Counted,
    IReadOnlyList<SpanSeen> Spans,
    IReadOnlyList<TreatmentSeen> Treatments,
    IReadOnlyList<int> Events,
    IReadOnlyList<AlarmSeen> Alarms
);

/// <summary>Why clocks are due when they are, and when they would be.</summary>
static class ClockEndpoints
{
    public static readonly Refusal NoSuchClock = new("no-such-clock");
    public static readonly Refusal NoSuchCalendar = new("no-such-calendar");

    public static void MapClocks(this IEndpointRouteBuilder api)
    {
        var clocks = api.MapGroup("/tickets/{id:int}/clocks").WithTags("Clocks");
        clocks
            .MapGet("/{name}", ExplainClock)
            .WithName(nameof(ExplainClock))
            .WithSummary("Say why a clock is due when it is: what counted, what did not, what decided it")
            .Refuses(400, 403, 404);
        clocks
            .MapGet("/what-if", SupposeClocks)
            .WithName(nameof(SupposeClocks))
            .WithSummary("Say what the clocks would be under another class or calendar, changing nothing")
            .Refuses(400, 403, 404);
    }

    static async Task<Results<Ok<WhySeen>, ProblemHttpResult>> ExplainClock(
        [Description("The ticket's id.")] int id,
        [Description(
            "The clock's name: reception, acknowledgement, update, deadline, resolution, alert, stakeholder_update, follow_up, package or return."
        )]
            string name,
        Caller caller,
        Reading reading,
        PolicyBook book,
        Worlds worlds,
        [Description("Which of several clocks of this name, as the ticket lists them; the first when left out.")]
            int? cycle,
        CancellationToken stop = default
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var now = worlds.Live.Now;
        return
            Choice.TryRead<ClockName>(name, out var clock)
            && Clocks.Explain(open.Ticket, clock, await PoliciesAsync(book, open, stop), now, cycle) is { } why
            ? TypedResults.Ok(Seen(why, now))
            : Problems.Of(NoSuchClock, caller.Language);
    }

    static async Task<Results<Ok<IReadOnlyList<ClockSeen>>, ProblemHttpResult>> SupposeClocks(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        PolicyBook book,
        Worlds worlds,
        [Description("The class it would have; its own when left out.")] string? @class,
        [Description("The name of the calendar it would be counted in; the one that follows when left out.")]
            string? calendar,
        CancellationToken stop = default
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!caller.Me.IsStaff)
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var (now, ticket) = (worlds.Live.Now, open.Ticket);
        var wanted = ticket.Class;
        if (@class is not null)
        {
            if (!Choice.TryRead<ClassOfService>(@class, out var named))
                return Problems.Of(Problems.NoneOf<ClassOfService>("class"), caller.Language);
            wanted = named;
        }
        var policies = await PoliciesAsync(book, open, stop);
        var calendars = policies(ticket.Treatment?.Policy ?? 0).Calendars;
        if (calendar is not null && calendars.All(c => c.Name != calendar))
            return Problems.Of(NoSuchCalendar.About(string.Join(", ", calendars.Select(c => c.Name))), caller.Language);
        return TypedResults.Ok<IReadOnlyList<ClockSeen>>([
            .. Clocks.WhatIf(ticket, wanted, calendar, policies, now).Select(c => ClockSeen.Of(c, now)),
        ]);
    }

    static ValueTask<Policies> PoliciesAsync(PolicyBook book, OpenTicket open, CancellationToken stop) =>
        book.UpToAsync(open.Db, open.World, open.Ticket.LatestPolicy, stop);

    static WhySeen Seen(Explanation why, DateTimeOffset now) =>
        new(
            ClockSeen.Of(why.Clock, now),
            why.Promised?.TotalSeconds,
            why.Counting,
            why.Calendar,
            why.Counted.TotalSeconds,
            [.. why.Spans.Select(s => new SpanSeen(s.From, s.To, s.Kind, s.Holiday))],
            [.. why.Treatments.Select(t => new TreatmentSeen(t.Version, t.At, t.Because, t.Class, t.Policy))],
            why.Events,
            [
                .. from ring in why.Rings
                from alarm in ring.Alarms
                select new AlarmSeen(ring.Level, ring.At, ring.IsOver, alarm.To, alarm.By),
            ]
        );
}
