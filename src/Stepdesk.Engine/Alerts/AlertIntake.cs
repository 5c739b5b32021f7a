using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Alerts;

/// <summary>
/// Brings an alert to the desk: as the rules say it opens a ticket, joins an open one, or is listed only. That monitoring sees nothing wrong
/// any more closes no ticket, and how severe it thinks it is decides no class: both are for people to say.
/// </summary>
public sealed class AlertIntake(
    IDbContextFactory<Db> databases,
    Desk desk,
    People people,
    Worlds worlds,
    AlertOptions options
) : IDisposable
{
    /// <summary>Bytes of an alert that are read; Azure sends a quarter of a million at most.</summary>
    public const int Largest = 512 * 1024;

    static readonly Actor Monitoring = Actor.System("alerts");

    // Two of one group at once would open two tickets.
    readonly SemaphoreSlim turn = new(1);

    /// <summary>The ticket it is on now; null where it is listed and on none.</summary>
    public async Task<int?> TakeAsync(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var alert = Alert.Read(body);
        await turn.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var row = await KeepAsync(db, alert, body, stop);
            if (row.Outcome is not AlertOutcome.Stored)
                return row.Ticket;
            (row.Outcome, row.Ticket) = await PlaceAsync(db, alert, stop);
            if (row.Ticket is { } ticket)
                await PinAsync(ticket, alert, row.ReceivedAt, stop);
            await db.SaveChangesAsync(stop);
            return row.Ticket;
        }
        finally
        {
            turn.Release();
        }
    }

    // Before anything is done with it: whatever fails then, what came is there.
    async Task<AlertRow> KeepAsync(Db db, Alert alert, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var world = worlds.Live;
        if (await db.Alerts.SingleOrDefaultAsync(a => a.World == world.Id && a.Key == alert.Key, stop) is { } before)
            return before;
        var row = new AlertRow
        {
            World = world.Id,
            Key = alert.Key,
            ReceivedAt = world.Now.ToMicroseconds(),
            Raw = body.ToArray(),
            Title = Plain.Cut(Masked(alert.Title), Log.LongestTitle),
            IsResolved = alert.IsResolved,
        };
        db.Alerts.Add(row);
        await db.SaveChangesAsync(stop);
        return row;
    }

    async Task<(AlertOutcome, int?)> PlaceAsync(Db db, Alert alert, CancellationToken stop)
    {
        var key = $"{Monitoring.Id}/alert/{alert.Key}";
        if (
            await db.Answered.Where(a => a.Key == key).Select(a => (int?)a.Ticket).SingleOrDefaultAsync(stop) is
            { } before
        )
            return (AlertOutcome.Joined, before);
        // What cannot be read is for people, whatever the rules say of the rest.
        var rule = alert.IsKnown
            ? (await AlertShelf.RulesAsync(db, worlds.Live.Id, stop)).Rules.For(
                alert.Resources,
                alert.Rule,
                alert.Severity,
                alert.Service
            )
            : new(AlertTreatment.Open);
        var open = rule.Then is AlertTreatment.Record ? null : await OpenAsync(db, alert, rule, stop);
        // A ticket that was named and is not open any more must not swallow what comes.
        var mayOpen = !alert.IsResolved && (rule.Then is AlertTreatment.Open || rule.Ticket is not null);
        if (open is null && !mayOpen)
            return (AlertOutcome.Recorded, null);
        var language = await db
            .Worlds.Where(w => w.Id == worlds.Live.Id)
            .Select(w => w.Language)
            .SingleOrDefaultAsync(stop);
        var terms = new Terms { Key = $"alert/{alert.Key}", Cause = "alert" };
        var outcome = open is { } ticket
            ? await desk.ActAsync(
                ticket,
                new KeepAutomatic(Masked(TextOf(alert, language)), options.ReporterName, null),
                Monitoring,
                terms,
                stop
            )
            : await desk.LogAsync(worlds.Live.Id, await LogAsync(alert, language, stop), Monitoring, terms, stop);
        return (open is null ? AlertOutcome.Opened : AlertOutcome.Joined, Done(outcome));
    }

    // The one the rule names, else that of its group.
    async Task<int?> OpenAsync(Db db, Alert alert, AlertRule rule, CancellationToken stop)
    {
        var open = db.Tickets.Where(t => t.World == worlds.Live.Id && t.IsOpen).OrderBy(t => t.Id);
        return (
                rule.Ticket is { } number
                    ? await open.Where(t => t.Number == number).Select(t => (int?)t.Id).FirstOrDefaultAsync(stop)
                    : null
            )
            ?? await open.Where(t => t.Tags.Any(g => g.Tag == alert.Tag))
                .Select(t => (int?)t.Id)
                .FirstOrDefaultAsync(stop);
    }

    async Task PinAsync(int ticket, Alert alert, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var (i, finding) in AlertFindings.Of(alert, options.ReporterName, at, options.Sensitive).Index())
            Done(
                await desk.ActAsync(
                    ticket,
                    new KeepFinding(finding),
                    Monitoring,
                    new()
                    {
                        Key = string.Create(CultureInfo.InvariantCulture, $"alert/{alert.Key}/{i}"),
                        Cause = "alert",
                    },
                    stop
                )
            );
    }

    static int Done(Outcome outcome) =>
        outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"The door refused an alert: {refusal.Code}.")
            : outcome.Ticket;

    public void Dispose() => turn.Dispose();

    async Task<Log> LogAsync(Alert alert, Language language, CancellationToken stop)
    {
        var reporter = await people.CustomerAsync(options.ReporterName, options.Reporter, language, stop);
        var title = alert.IsKnown ? alert.Title : Text.Of("alert-unknown", language);
        return new(
            Plain.Cut(Masked(title), Log.LongestTitle),
            Masked(TextOf(alert, language)),
            reporter.Id,
            Channel.Api
        )
        {
            Tags = ["alert", alert.Tag],
        };
    }

    string Masked(string text) => Masking.Of(text, options.Sensitive);

    static string TextOf(Alert alert, Language language)
    {
        var text = new StringBuilder();
        Line(
            Text.Of(
                !alert.IsKnown ? "alert-unknown-how"
                    : alert.IsResolved ? "alert-resolved"
                    : "alert-fired",
                language
            )
        );
        Named("alert-rule", alert.Rule);
        Named("alert-severity", alert.Severity);
        Named("alert-target", alert.Target);
        Named("alert-at", alert.At?.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "");
        foreach (var (name, value) in alert.Details)
            Line($"{name}: {value}");
        if (alert.Description.Length > 0)
            Line("\n" + alert.Description);
        if (alert.Query.Length > 0)
            Line($"\n{Text.Of("alert-query", language)}\n{alert.Query}");
        return text.ToString().TrimEnd();

        void Line(string line) => text.Append(line).Append('\n');

        void Named(string key, string value)
        {
            if (value.Length > 0)
                Line($"{Text.Of(key, language)}: {value}");
        }
    }
}
