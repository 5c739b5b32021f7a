using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api.Tickets;

/// <summary>A file of a message.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Url">Where it is downloaded from, with the same token.</param>
public sealed record FileSeen(string Name, string Type, long Size, string Url);

/// <summary>One message of a ticket.</summary>
/// <param name="Ticket">The ticket in whose thread it stands: the one that was asked for, or one that was merged into it.</param>
/// <param name="Version">The version of that ticket that this message made.</param>
/// <param name="Author">Whoever wrote; null for the desk itself, and for colleagues when a customer reads.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">Made safe to show; null when there was none.</param>
/// <param name="IsSenderProven">Whether the address a mail gave as its sender's was proven; null when nobody looked, or it was no mail.</param>
/// <param name="DeliveredAt">When a message to the requester was accepted for delivery.</param>
/// <param name="NextUpdateAt">When the requester was promised the next update.</param>
public sealed record MessageSeen(
    int Ticket,
    int Version,
    DateTimeOffset At,
    MessageKind Kind,
    PersonName? Author,
    string Text,
    string? Html,
    bool? IsSenderProven,
    IReadOnlyList<FileSeen> Files,
    DateTimeOffset? DeliveredAt,
    bool HasBounced,
    DateTimeOffset? NextUpdateAt
);

/// <summary>Something that happened to a ticket.</summary>
/// <param name="At">When it happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="Actor">Who did it, as history keeps it: person/9, or a part of the desk such as system/clocks.</param>
/// <param name="Name">The name of that person, for colleagues.</param>
/// <param name="Kind">The name of the event.</param>
/// <param name="Cause">What made the actor act, such as a rule or an import; for colleagues.</param>
/// <param name="Data">The event as it is stored; for colleagues.</param>
public sealed record HappenedSeen(
    int Version,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string Actor,
    string? Name,
    string Kind,
    string? Cause,
    JsonElement? Data
);

/// <summary>What was said on a ticket and what happened to it.</summary>
static class Readings
{
    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        var readings = api.MapGroup("/tickets/{id:int}").WithTags("Tickets");
        readings
            .MapGet("/messages", ListMessages)
            .WithName(nameof(ListMessages))
            .WithSummary("What was said, oldest first")
            .WithDescription(
                "A customer reads no notes. What was said on tickets that were merged into this one stands in their own threads; 'merged' reads it along with this one's, in the order in which it was said."
            )
            .Refuses(400, 404);
        readings
            .MapGet("/history", ListHistory)
            .WithName(nameof(ListHistory))
            .WithSummary("What happened, oldest first")
            .WithDescription("A customer sees no internal events.")
            .Refuses(400, 404);
    }

    static async Task<Results<Ok<Page<MessageSeen>>, ProblemHttpResult>> ListMessages(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        [Description("Whether to read what was said on the tickets merged into this one as well.")] bool? merged,
        [Description("Where to read on: 'next' of the page before.")] string? cursor,
        [Description("How many at most, 1 to 200.")] [DefaultValue(Limits.Usual)] int? limit,
        CancellationToken stop = default
    )
    {
        // A place among one ticket's messages is none among several's.
        var list = merged is true ? "messages-merged" : "messages";
        if (Limits.Check(list, cursor, limit, out var after, out var most) is { } refusal)
            return Problems.Of(refusal, caller.Language);
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var threads = merged is true ? [open, .. await Reading.MergedAsync(open, caller.Me, stop)] : new[] { open };
        var said = PageOf(
            threads
                .SelectMany(thread => thread.History.Select(e => (Thread: thread, Recorded: e.Read())))
                .Where(s => Visibility.MayKnowOf(caller.Me, s.Recorded.What) && Saying.Of(s.Recorded.What) is not null)
                .Select(s => (Place: PlaceOf(s.Thread, s.Recorded), s.Thread, s.Recorded))
                .Where(s => after is null || Place.InTime.Compare(s.Place, after) > 0)
                .OrderBy(s => s.Place, Place.InTime)
                .Take(most + 1)
                .ToList(),
            most,
            s => s.Place
        );
        var names = await Names.ReadAsync(open.Db, said.Items.Select(s => AuthorOf(s.Recorded)), [], stop);
        return TypedResults.Ok(
            new Page<MessageSeen>(
                [.. said.Items.Select(s => Show(s.Thread, s.Recorded, names, caller.Me))],
                said.Next
            ).In(list)
        );

        // One ticket's messages follow its versions, whatever a clock said.
        Place PlaceOf(OpenTicket thread, Recorded said) =>
            merged is true ? new(said.Moment.When, thread.Id, said.Version) : new(default, said.Version);
    }

    static async Task<Results<Ok<Page<HappenedSeen>>, ProblemHttpResult>> ListHistory(
        [Description("The ticket's id.")] int id,
        Caller caller,
        Reading reading,
        [Description("Where to read on: 'next' of the page before.")] string? cursor,
        [Description("How many at most, 1 to 200.")] [DefaultValue(Limits.Usual)] int? limit,
        CancellationToken stop = default
    )
    {
        if (Limits.Check("history", cursor, limit, out var after, out var most) is { } refusal)
            return Problems.Of(refusal, caller.Language);
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        var happened = PageOf(
            open.History.Where(e => e.Version > (after?.Id ?? 0))
                .Where(e => Visibility.MayKnowOf(caller.Me, e.Read().What))
                .Take(most + 1)
                .ToList(),
            most,
            e => new(default, e.Version)
        );
        var names = await Names.ReadAsync(open.Db, happened.Items.Select(e => e.Read().Moment.Who.PersonId), [], stop);
        return TypedResults.Ok(
            new Page<HappenedSeen>([.. happened.Items.Select(e => Show(e, names, caller.Me))], happened.Next).In(
                "history"
            )
        );
    }

    static Page<T> PageOf<T>(List<T> read, int limit, Func<T, Place> place) =>
        read.Count <= limit ? new(read, null) : new(read[..limit], place(read[limit - 1]).Write());

    static MessageSeen Show(OpenTicket open, Recorded recorded, Names names, Actor me)
    {
        var saying = Saying.Of(recorded.What)!;
        var sent = open.Ticket.Outgoing.FirstOrDefault(m => m.Version == recorded.Version);
        var author = AuthorOf(recorded);
        return new(
            open.Id,
            recorded.Version,
            recorded.Moment.When,
            saying.Kind,
            me.IsStaff || author == me.PersonId ? names.Person(author) : null,
            saying.Text,
            saying.Html,
            saying.IsSenderProven,
            [
                .. saying.Files.Select(
                    (f, index) =>
                        new FileSeen(
                            f.Name,
                            f.Type,
                            f.Size,
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{Api.Root}/tickets/{open.Id}/files/{recorded.Version}/{index}"
                            )
                        )
                ),
            ],
            sent?.ArrivedAt,
            sent?.HasBounced ?? false,
            sent?.NextUpdateAt
        );
    }

    static HappenedSeen Show(HistoryRow happened, Names names, Actor me)
    {
        var who = happened.Read().Moment.Who;
        var isOpen = me.IsStaff || who.PersonId == me.PersonId;
        return new(
            happened.Version,
            happened.At,
            happened.RecordedAt,
            isOpen ? who.Id : "desk",
            isOpen ? names.Person(who.PersonId)?.Name : null,
            happened.Kind,
            me.IsStaff ? happened.Cause : null,
            me.IsStaff ? JsonElement.Parse(happened.Data) : null
        );
    }

    // What came by mail is recorded by the desk, and written by somebody.
    static int? AuthorOf(Recorded recorded) =>
        recorded.What switch
        {
            PartyWrote wrote => wrote.Person,
            ApproverWrote wrote => wrote.Person,
            _ => recorded.Moment.Who.PersonId,
        };
}
