using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// Has other systems do something to accounts: written down first, then asked for under a key, then what came of it. A
/// desk that dies in between leaves an act of which nobody knows; trying again is safe, since the key is the same.
/// </summary>
public sealed partial class AccountActing(
    Desk desk,
    LookingUp looking,
    IDbContextFactory<Db> databases,
    ILogger<AccountActing> log
)
{
    /// <summary>The system does no such thing.</summary>
    public static readonly Refusal NoSuchAction = new("account-action-is-unknown");
    public static readonly Refusal WasNotDone = new("account-act-was-not-done");
    public static readonly Refusal HasNoAnswer = new("account-act-has-no-answer");

    /// <summary>The part of the desk that writes down what came of an act.</summary>
    static readonly Actor Accounts = Actor.System("accounts");

    /// <summary>What is wanted of which system.</summary>
    /// <param name="Values">By the names of the action's parameters.</param>
    public sealed record Wanted(
        ILookupSystem System,
        string Action,
        IReadOnlyDictionary<string, string?> Values,
        bool IsConfirmed
    );

    /// <summary>Asks for it and writes down what came of it. Asked again with one key, it is the same act.</summary>
    /// <param name="language">In which a refusal names what it is about.</param>
    public async Task<Outcome> ActAsync(
        int ticket,
        Wanted wanted,
        Actor me,
        Language language,
        Terms terms,
        CancellationToken stop
    )
    {
        var system = wanted.System;
        var action = system.Actions.FirstOrDefault(a => a.Name == wanted.Action);
        var (question, unfit) = LookupQuestion.Read(action?.Parameters ?? [], wanted.Values, language);
        var act = new ActOnAccount(
            system.Name,
            system.Title,
            wanted.Action,
            action?.Title ?? new("", ""),
            [
                .. (action?.Parameters ?? []).Select(p => new LookupPart(p.Name, p.Title)
                {
                    IsPersonal = p.IsPersonal ? true : null,
                }),
            ],
            string.Join('\n', question?.Values ?? [])
        )
        {
            IsConfirmed = wanted.IsConfirmed,
            NeedsApproval = action?.NeedsApproval ?? false,
        };
        // Who may, and on which ticket, is said before anything about the values. What was asked for by this key already
        // may stand in its own way now, and is answered by the door.
        if (action is null || question is null)
            return Outcome.No(
                ticket,
                await looking.WhyNotAsync(ticket, act, me, stop) is { } barred && IsClosedTo(barred) ? barred
                    : action is null
                        ? NoSuchAction with
                        {
                            Detail = string.Join(", ", system.Actions.Select(a => a.Name)),
                        }
                    : unfit!
            );
        var asked = await desk.ActAsync(ticket, act, me, terms, stop);
        if (asked.Refusal is not null)
            return asked;
        await using var db = await databases.CreateDbContextAsync(stop);
        var then = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), stop)).Select(r => r.Read()));
        return await SendAsync(
            ticket,
            then.AccountActs.Last(a => a.Version <= asked.Version).Version,
            system,
            me,
            stop
        );
    }

    /// <summary>Asks again for an act of which nobody knows what came of it.</summary>
    /// <param name="act">The version that asked for it.</param>
    /// <param name="find">The system of this name where one is.</param>
    public async Task<Outcome> AgainAsync(
        int ticket,
        int act,
        Func<string, ILookupSystem?> find,
        Actor me,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var asked =
            (await db.StreamAsync(Streams.Ticket(ticket), stop)).Find(r => r.Version == act)?.Read().What
            as AccountActAsked;
        // Whether they may is what asking for a new one would say, but for what stands in its way.
        var same = new ActOnAccount("", new("", ""), "", new("", ""), [], "") { IsConfirmed = true };
        if (await looking.WhyNotAsync(ticket, same, me, stop) is { } barred && IsClosedTo(barred))
            return Outcome.No(ticket, barred);
        return asked is null ? Outcome.No(ticket, EndAccountAct.NoSuchAct)
            : find(asked.System) is { } system ? await SendAsync(ticket, act, system, me, stop)
            : Outcome.No(ticket, LookupSystems.Unknown with { Detail = asked.System });
    }

    static bool IsClosedTo(Refusal refusal) =>
        refusal.Code == Refusals.NoSuchTicket.Code || refusal.Code == Refusals.NotAllowed.Code;

    async Task<Outcome> SendAsync(int ticket, int act, ILookupSystem system, Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.StreamAsync(Streams.Ticket(ticket), stop);
        var row = rows.Find(r => r.Version == act)!;
        var asked = (AccountActAsked)row.Read().What;
        var state = Ticket.From(rows.Select(r => r.Read())).AccountActs.First(a => a.Version == act);
        if (!state.IsUnknown)
            return Told(new(ticket, rows[^1].Version, []), state.Ending!.Value);
        if (system.Actions.FirstOrDefault(a => a.Name == asked.Name) is not { } action)
            return Outcome.No(
                ticket,
                NoSuchAction with
                {
                    Detail = string.Join(", ", system.Actions.Select(a => a.Name)),
                }
            );
        // Its place in the chain is what nothing else has, on this desk or another.
        var key = Convert.ToHexStringLower(row.Hash);
        var answer = await system.DoAsync(action, new(asked.Query.Split('\n')), key, stop);
        LogDone(log, system.Name, asked.Name, ticket, me.Id, answer.Why?.Code ?? "done");
        // It was asked for whether or not who asked still waits.
        var ended = await desk.ActAsync(
            ticket,
            new EndAccountAct(act, answer.Ending, answer.Why?.Code, answer.Why?.Detail),
            Accounts,
            stop: CancellationToken.None
        );
        return Told(ended, answer.Ending);
    }

    static Outcome Told(Outcome outcome, AccountEnding ending) =>
        ending switch
        {
            AccountEnding.Done => outcome,
            AccountEnding.NotDone => outcome with { Refusal = outcome.Refusal ?? WasNotDone },
            _ => outcome with { Refusal = outcome.Refusal ?? HasNoAnswer },
        };

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{System} was asked to {Action} for ticket {Ticket} by {Who}: {Outcome}"
    )]
    static partial void LogDone(ILogger log, string system, string action, int ticket, string who, string outcome);
}
