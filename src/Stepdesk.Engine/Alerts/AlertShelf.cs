using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Alerts;

/// <summary>The alerts that came to the live desk with what became of each, and the rules that say what does.</summary>
public sealed class AlertShelf(IDbContextFactory<Db> databases, Worlds worlds, AlertOptions options, TimeProvider real)
{
    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An alert as it is listed.</summary>
    public sealed record Seen(
        long Id,
        DateTimeOffset At,
        string Title,
        bool IsResolved,
        AlertOutcome Outcome,
        int? Ticket
    );

    /// <summary>The rules as they are now.</summary>
    /// <param name="Version">Counts their edits.</param>
    public sealed record RulesNow(int Version, IReadOnlyList<AlertRule> Rules);

    /// <summary>The latest of them, newest first.</summary>
    /// <param name="before">Only those before this one.</param>
    public async Task<IReadOnlyList<Seen>> ListAsync(long? before, int most, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db
            .Alerts.Where(a => a.World == worlds.Live.Id && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id)
            .Take(most)
            .Select(a => new Seen(a.Id, a.ReceivedAt, a.Title, a.IsResolved, a.Outcome, a.Ticket))
            .ToListAsync(stop);
    }

    /// <summary>What came, without what opens doors; null when there is no such alert.</summary>
    public async Task<string?> PayloadAsync(long id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var raw = await db
            .Alerts.Where(a => a.World == worlds.Live.Id && a.Id == id)
            .Select(a => a.Raw)
            .SingleOrDefaultAsync(stop);
        return raw is null ? null : Masking.Of(Read(raw), options.Sensitive);
    }

    // Without the escapes of JSON, behind which what opens doors would not be seen.
    static string Read(byte[] raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return JsonSerializer.Serialize(document.RootElement, Readable);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            return Encoding.UTF8.GetString(raw);
        }
    }

    public async Task<RulesNow> RulesAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await RulesAsync(db, worlds.Live.Id, stop);
    }

    /// <summary>Keeps the rules as the next version, or says why not.</summary>
    /// <param name="after">The version that was looked at; another edit since then refuses this one.</param>
    public async Task<(RulesNow? Set, Refusal? Refusal)> SetRulesAsync(
        IReadOnlyList<AlertRule> wanted,
        int after,
        Actor me,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetAlertRules(me))
            return (null, Refusals.NotAllowed);
        if (Sound.Check(wanted) is { } unsound)
            return (null, unsound);
        var rules = AlertRules.Tidied(wanted);
        if (AlertRules.Check(rules) is { } wrong)
            return (null, wrong);
        var world = worlds.Live;
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var number in rules.Select(r => r.Ticket).OfType<int>().Distinct())
            if (!await db.Tickets.AnyAsync(t => t.World == world.Id && t.Number == number, stop))
                return (null, Refusals.NoSuchTicket);
        var edit = await db.EditAsync(
            Streams.AlertRules(world.Id),
            world.Id,
            AlertRules.Changed,
            after,
            new(world.Now, me),
            real.GetUtcNow().ToMicroseconds(),
            _ => Task.FromResult<Decision>(new AlertRulesSet(rules)),
            stop
        );
        return edit.Refusal is { } refusal ? (null, refusal) : (new(edit.Version, rules), null);
    }

    internal static async Task<RulesNow> RulesAsync(Db db, int world, CancellationToken stop)
    {
        var stream = Streams.AlertRules(world);
        var last = await db
            .History.AsNoTracking()
            .Where(e => e.Stream == stream)
            .OrderByDescending(e => e.Version)
            .FirstOrDefaultAsync(stop);
        return last is null ? new(0, []) : new(last.Version, ((AlertRulesSet)last.Read().What).Rules);
    }
}
