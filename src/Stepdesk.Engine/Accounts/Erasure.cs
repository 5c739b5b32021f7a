using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Queries;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Accounts;

/// <summary>
/// Erases a person: the personal text of their stream and of the tickets they asked for, the mails and files only they
/// used, their sign-in. What happened, and when, stays and still verifies.
/// </summary>
public sealed class Erasure(IDbContextFactory<Db> databases, Worlds worlds, TimeProvider real)
{
    public static readonly Refusal ReasonMissing = new("erasure-needs-a-reason");
    readonly PolicyBook policies = new();

    /// <summary>Erases who has this address, or says why not.</summary>
    public async Task<(Erasing? Done, Refusal? Refusal)> RunAsync(
        string email,
        string why,
        string legalGround,
        Actor me,
        CancellationToken stop
    )
    {
        if (string.IsNullOrWhiteSpace(why) || string.IsNullOrWhiteSpace(legalGround))
            return (null, ReasonMissing);
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        var key = People.KeyOf(email);
        var person = await db.People.SingleOrDefaultAsync(p => p.World == worlds.Live.Id && p.EmailKey == key, stop);
        if (person is null)
            return (null, Refusals.NoSuchPerson);

        // What somebody wrote in their practice sessions is theirs too, and everybody else there is made up.
        var sessions = await db.Sessions.Where(s => s.Trainee == person.Id).OrderBy(s => s.Id).ToListAsync(stop);
        var theirs = sessions.ConvertAll(s => s.Id);
        var tickets = await db
            .Tickets.Where(t => t.Requester == person.Id || theirs.Contains(t.World))
            .OrderBy(t => t.Id)
            .ToListAsync(stop);
        foreach (var ticket in tickets)
            await db.HoldAsync(ticket.Id, stop);

        var blanking = new Blanking(db, worlds.Live, real, me, why.Trim(), legalGround.Trim());
        foreach (var ticket in tickets)
        {
            var blank = await blanking.TicketAsync(ticket.Id, stop);
            ticket.Show(blank, await policies.UpToAsync(db, ticket.World, blank.LatestPolicy, stop));
        }
        var ids = tickets.ConvertAll(t => t.Id);
        await db.Traits.Where(t => ids.Contains(t.Ticket)).ExecuteDeleteAsync(stop);
        foreach (var session in sessions)
            await PractisedAsync(db, blanking, session, stop);
        // What was asked, and queries that are kept, where they are about them or in their name alone.
        var about = new About(person);
        await blanking.StreamAsync(Streams.QueryRuns(worlds.Live.Id), stop, about.IsIn);
        await blanking.StreamAsync(Streams.QueryTries(worlds.Live.Id), stop, about.IsIn);
        await blanking.StreamAsync(Streams.Queries(worlds.Live.Id), stop, about.IsIn);
        await blanking.StreamAsync(Streams.Person(person.Id), stop);
        var version = blanking.LastVersion;
        var mails = await ForgetMailsAsync(db, [.. tickets.Select(t => t.Id)], email.Trim(), stop);
        await ForgetAlertsAsync(db, ids, email.Trim(), stop);
        await ForgetSignInAsync(db, person, stop);
        Rename(person, version);
        await db.SaveChangesAsync(stop);
        var files = await ForgetFilesAsync(db, blanking.Files, stop);
        await work.CommitAsync(stop);
        await db.ForgetAsync(stop);
        return (new(person.Id, tickets.Count, blanking.Events, mails, files), null);
    }

    // The session itself still folds: what happened in it rests on choices and names, not on words.
    static async Task PractisedAsync(Db db, Blanking blanking, SessionRow session, CancellationToken stop)
    {
        await db
            .Sessions.Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Seq, r => r.Seq), stop);
        await db.Entry(session).ReloadAsync(stop);
        await blanking.StreamAsync(Streams.Session(session.Id), stop);
        session.Version = blanking.LastVersion;
        var inside = await db.People.SingleAsync(p => p.Id == session.Inside, stop);
        await blanking.StreamAsync(Streams.Person(inside.Id), stop);
        Rename(inside, blanking.LastVersion);
    }

    // Owed mails go too: nothing may leave for somebody who is no longer known.
    static async Task<int> ForgetMailsAsync(Db db, List<int> tickets, string email, CancellationToken stop)
    {
        await db.Outbox.Where(o => tickets.Contains(o.Ticket) && o.DoneAt == null).ExecuteDeleteAsync(stop);
        await db.Threads.Where(t => tickets.Contains(t.Ticket)).ExecuteDeleteAsync(stop);
        var strays = new List<long>();
        await foreach (
            var mail in db.Mails.AsNoTracking().Where(m => m.Ticket == null).AsAsyncEnumerable().WithCancellation(stop)
        )
            if (Encoding.Latin1.GetString(mail.Raw).Contains(email, StringComparison.OrdinalIgnoreCase))
                strays.Add(mail.Id);
        return await db
            .Mails.Where(m => strays.Contains(m.Id) || (m.Ticket != null && tickets.Contains(m.Ticket.Value)))
            .ExecuteDeleteAsync(stop);
    }

    // What monitoring sent names people in its parts.
    static async Task ForgetAlertsAsync(Db db, List<int> tickets, string email, CancellationToken stop)
    {
        var about = new List<long>();
        await foreach (var alert in db.Alerts.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            if (Encoding.UTF8.GetString(alert.Raw).Contains(email, StringComparison.OrdinalIgnoreCase))
                about.Add(alert.Id);
        await db
            .Alerts.Where(a => about.Contains(a.Id) || (a.Ticket != null && tickets.Contains(a.Ticket.Value)))
            .ExecuteDeleteAsync(stop);
    }

    static async Task ForgetSignInAsync(Db db, PersonRow person, CancellationToken stop)
    {
        await db.Tokens.Where(t => t.Person == person.Id).ExecuteDeleteAsync(stop);
        await db.SignedIn.Where(b => b.Person == person.Id).ExecuteDeleteAsync(stop);
        await db.Accounts.Where(a => a.Id == person.Id).ExecuteDeleteAsync(stop);
    }

    static void Rename(PersonRow person, int version)
    {
        person.Name = $"#{person.Id}";
        person.Email = person.EmailKey = $"person-{person.Id}@erased.invalid";
        person.IsActive = false;
        person.Version = version;
    }

    static async Task<int> ForgetFilesAsync(Db db, IReadOnlySet<string> files, CancellationToken stop)
    {
        var gone = 0;
        foreach (var file in files)
            if (!await db.History.AnyAsync(e => e.Data.Contains(file), stop))
                gone += await db.Blobs.Where(b => b.Sha256 == file).ExecuteDeleteAsync(stop);
        return gone;
    }
}

/// <summary>Finds a person in what others wrote down: by their address, the name of their account or their full name.</summary>
sealed class About
{
    // A shorter name of an account is a word of every language.
    const int ShortestAccount = 4;

    readonly string actor;
    readonly string address;
    readonly string account;
    readonly string name;

    public About(PersonRow person)
    {
        actor = person.AsActor.Id;
        address = Fold.Of(person.Email);
        account = $" {string.Join(' ', Fold.Words(person.Email.Split('@')[0]))} ";
        name = $" {string.Join(' ', Fold.Words(person.Name))} ";
    }

    public bool IsIn(HistoryRow row)
    {
        if (row.Actor == actor)
            return true;
        var text = row.Read().What switch
        {
            TelemetryAsked asked => asked.Text,
            QuerySaved saved => $"{saved.Name} {saved.Text}",
            _ => "",
        };
        if (text.Length == 0)
            return false;
        var words = $" {string.Join(' ', Fold.Words(text))} ";
        return Fold.Of(text).Contains(address, StringComparison.Ordinal)
            || (account.Length - 2 >= ShortestAccount && words.Contains(account, StringComparison.Ordinal))
            || (name.Trim().Contains(' ', StringComparison.Ordinal) && words.Contains(name, StringComparison.Ordinal));
    }
}

/// <summary>What was erased.</summary>
public sealed record Erasing(int Person, int Tickets, int Events, int Mails, int Files);
