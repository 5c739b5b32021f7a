using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// Asks another system for a ticket and keeps on it what was said: whoever looks somebody up leaves who, when and what.
/// </summary>
public sealed partial class LookingUp(Desk desk, Worlds worlds, IDbContextFactory<Db> databases, ILogger<LookingUp> log)
{
    /// <summary>What somebody wants to know.</summary>
    /// <param name="Values">By the names of the system's parameters.</param>
    /// <param name="Remark">What it shows.</param>
    public sealed record Wanted(
        ILookupSystem System,
        IReadOnlyDictionary<string, string?> Values,
        string? Remark = null
    );

    /// <summary>Asks, and pins the answer; asked again with one key, the answer is the one that was pinned.</summary>
    /// <param name="language">In which a refusal names what it is about.</param>
    public async Task<Outcome> LookUpAsync(
        int ticket,
        Wanted wanted,
        Actor me,
        Language language,
        Terms terms,
        CancellationToken stop
    )
    {
        var system = wanted.System;
        // Who may not, and what could not be kept, is said before anybody outside is asked.
        var (question, refusal) = LookupQuestion.Read(system.Parameters, wanted.Values, language);
        var nothing = new LookupAnswer(default);
        var blank = new KeepFinding(Of(system, question ?? new([]), nothing), wanted.Remark ?? "");
        if (await WhyNotAsync(ticket, blank, me, stop) is { } barred)
            return Outcome.No(ticket, barred);
        if (question is null)
            return Outcome.No(ticket, refusal!);
        if (await EarlierAsync(ticket, blank, me, terms, stop) is { } earlier)
            return earlier;

        var answer = await system.AskAsync(question, stop);
        LogAsked(log, system.Name, ticket, me.Id, answer.Refusal?.Code ?? "answered");
        if (answer.Refusal is { } why)
            return Outcome.No(ticket, why);
        var outcome = await desk.ActAsync(
            ticket,
            new KeepFinding(Of(system, question, answer), wanted.Remark ?? ""),
            me,
            terms,
            stop
        );
        // Two of one key side by side: the other was first.
        return outcome.Refusal?.Code == Refusals.KeyReused.Code
            ? await EarlierAsync(ticket, blank, me, terms, stop) ?? outcome
            : outcome;
    }

    /// <summary>The answer as it is kept.</summary>
    internal static Finding Of(ILookupSystem system, LookupQuestion question, LookupAnswer answer)
    {
        var left = Finding.LongestInAll;
        var fields = answer
            .Fields.Take(LookedUp.MostFields)
            .Select(f => (f.Part, Value: Kept(f.Value, system.IsSensitive)))
            .TakeWhile(f => (left -= f.Part.Name.Length + (f.Value?.Length ?? 0)) >= 0)
            .ToList();
        return new(
            system.Name,
            system.IsSimulated,
            string.Join('\n', question.Values.Select(v => Masking.Of(v, system.IsSensitive))),
            answer.AsOf.ToUniversalTime(),
            [new("field", "string"), new("value", "string")],
            [.. fields.Select(f => (IReadOnlyList<string?>)[f.Part.Name, f.Value])],
            answer.Fields.Count,
            answer.Hash
        )
        {
            LookedUp = new(
                system.Name,
                system.Title,
                [
                    .. system.Parameters.Select(p => new LookupPart(p.Name, p.Title)
                    {
                        IsPersonal = p.IsPersonal ? true : null,
                    }),
                ],
                [.. fields.Select(f => f.Part)]
            ),
        };
    }

    static string? Kept(string? value, bool sensitive)
    {
        var plain = Plain.Text(value);
        return plain.Length == 0
            ? null
            : Masking.Of(
                plain.Length > Finding.LongestCell ? $"{Plain.Cut(plain, Finding.LongestCell - 1)}…" : plain,
                sensitive
            );
    }

    /// <summary>Why somebody may not do this to the ticket as it stands; before anybody outside is asked.</summary>
    internal async Task<Refusal?> WhyNotAsync(int ticket, TicketAction action, Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.StreamAsync(Streams.Ticket(ticket), stop);
        if (
            rows.Count == 0
            || !await worlds.IsAtHomeAsync(db, me, rows[0].World, stop)
            || Ticket.From(rows.Select(r => r.Read())) is not { } read
            || !Permissions.MaySee(me, read)
        )
            return Refusals.NoSuchTicket;
        var now = (await worlds.OfAsync(db, rows[0].World, stop)).Now;
        return Permissions.May(me, action) ? action.Decide(read, new(now, me)).Refusal : Refusals.NotAllowed;
    }

    // By a key one question is asked once, though its answer would be another now.
    async Task<Outcome?> EarlierAsync(int ticket, KeepFinding asked, Actor me, Terms terms, CancellationToken stop)
    {
        if (Answers.KeyOf(me, terms.Key, () => "")?.Key is not { } key)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Answered.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, stop) is not { } answered)
            return null;
        var then = (await db.StreamAsync(Streams.Ticket(answered.Ticket), stop)).Find(r =>
            r.Version == answered.Version
        );
        return
            answered.Ticket == ticket
            && then?.Read().What is FindingKept { LookedUp: { } before } kept
            && before.System == asked.Finding.LookedUp!.System
            && kept.Query == asked.Finding.Query
            && kept.Remark == Plain.Text(asked.Remark)
            ? new(ticket, answered.Version, [])
            : Outcome.No(ticket, Refusals.KeyReused, answered.Version);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{System} was asked for ticket {Ticket} by {Who}: {Outcome}"
    )]
    static partial void LogAsked(ILogger log, string system, int ticket, string who, string outcome);
}
