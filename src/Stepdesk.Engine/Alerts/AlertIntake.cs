using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Alerts;

/// <summary>
/// Brings an alert to the desk: it opens a ticket, or joins the open one of its group. That monitoring sees nothing wrong
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

    /// <summary>The ticket it is on now; null when it ended something nobody had a ticket for.</summary>
    public async Task<int?> TakeAsync(ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var alert = Alert.Read(body);
        await turn.WaitAsync(stop);
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var language = await db
                .Worlds.Where(w => w.Id == worlds.Live.Id)
                .Select(w => w.Language)
                .SingleOrDefaultAsync(stop);
            var key = $"{Monitoring.Id}/alert/{alert.Key}";
            if (
                await db.Answered.Where(a => a.Key == key).Select(a => (int?)a.Ticket).SingleOrDefaultAsync(stop) is
                { } before
            )
                return before;
            var open = await db
                .Tickets.Where(t => t.World == worlds.Live.Id && t.IsOpen && t.Tags.Any(g => g.Tag == alert.Tag))
                .OrderBy(t => t.Id)
                .Select(t => (int?)t.Id)
                .FirstOrDefaultAsync(stop);
            if (open is null && alert.IsResolved)
                return null;
            var terms = new Terms { Key = $"alert/{alert.Key}", Cause = "alert" };
            var outcome = open is { } ticket
                ? await desk.ActAsync(
                    ticket,
                    new KeepAutomatic(TextOf(alert, language), options.ReporterName, null),
                    Monitoring,
                    terms,
                    stop
                )
                : await desk.LogAsync(worlds.Live.Id, await LogAsync(alert, language, stop), Monitoring, terms, stop);
            return outcome.Refusal is { } refusal
                ? throw new InvalidOperationException($"The door refused an alert: {refusal.Code}.")
                : outcome.Ticket;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<Log> LogAsync(Alert alert, Language language, CancellationToken stop)
    {
        var reporter = await people.CustomerAsync(options.ReporterName, options.Reporter, language, stop);
        var title = string.Join(
            " · ",
            ((string[])[alert.Severity, alert.Rule, alert.Target]).Where(part => part.Length > 0)
        );
        if (title.Length == 0)
            title = Text.Of("alert-unknown", language);
        return new(Plain.Cut(title, Log.LongestTitle), TextOf(alert, language), reporter.Id, Channel.Api)
        {
            Tags = ["alert", alert.Tag],
        };
    }

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
