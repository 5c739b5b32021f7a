using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Demo;

/// <summary>
/// A desk to look around in: invented people, 300 tickets of the last two months, everything done through the door
/// by a clock that runs ahead of itself.
/// </summary>
public sealed class DemoDesk(IDbContextFactory<Db> databases, IPasswordHasher<Account> hasher, DataFolder folder)
{
    /// <summary>What everybody at the demo desk signs in with.</summary>
    public const string Password = "stepdesk-demo";
    public const int Seed = 2026;

    /// <summary>This folder holds a desk that is nobody's demo; nothing was changed.</summary>
    public static readonly Refusal NotADemo = new("desk-is-not-a-demo");

    static readonly Actor Opening = Actor.System("demo");

    // There from the first row to the last, so that a desk whose filling was killed is known for what it is.
    const string Unfinished = "demo-unfinished";

    /// <summary>Whether this is a demo desk whose filling was killed: what is done there now would be lost when it is filled again.</summary>
    public static Task<bool> IsUnfinishedAsync(Db db, CancellationToken stop) =>
        db.Secrets.AnyAsync(s => s.Name == Unfinished, stop);

    /// <summary>
    /// Fills an empty desk up to <paramref name="end"/>; leaves a demo desk as it is and refuses any other. One whose
    /// filling was killed holds nothing that anybody did, and is filled again from the start.
    /// </summary>
    public async Task<Refusal?> FillAsync(DateTimeOffset end, int seed = Seed, CancellationToken stop = default)
    {
        // Who comes while another process fills waits, and finds it filled.
        using var alone = await FileLock.TakeAsync(Path.Combine(folder.Path, "demo.filling"), stop);
        await using var look = await databases.CreateDbContextAsync(stop);
        if (await look.Worlds.AsNoTracking().OrderBy(w => w.Id).FirstOrDefaultAsync(stop) is { } world)
        {
            if (!world.IsDemo)
                return NotADemo;
            if (!await IsUnfinishedAsync(look, stop))
                return null;
            await StartOverAsync(look, stop);
        }
        else if (await look.People.AnyAsync(stop))
            return NotADemo;
        await using var hurry = await Hurry.IntoAsync(look, stop);
        await FillAsync(hurry, end.ToMicroseconds(), new(seed), stop);
        return null;
    }

    async Task FillAsync(IDbContextFactory<Db> hurry, DateTimeOffset end, Random chance, CancellationToken stop)
    {
        var clock = new MovingClock(end.AddDays(-Plot.Days - 2));
        var worlds = new Worlds(clock, new Drawer());
        var cast = Cast.Read();
        var teams = await OpenAsync(hurry, worlds.Live, cast, end, stop);
        var people = new People(hurry, worlds, new HashOnce(hasher), clock);
        var staff = await HireAsync(people, cast, teams, stop);
        var customers = await MeetAsync(people, cast, stop);
        var plot = new Plot(cast, teams, staff, customers, chance, end);
        await new Replay(hurry, worlds, clock, chance).PlayAsync(plot.Scenes(), end, stop);
        await FinishAsync(hurry, end, stop);
    }

    static async Task StartOverAsync(Db db, CancellationToken stop)
    {
        await using var work = await db.BeginAsync(stop);
        await db.UnguardAsync(stop);
        await Table.EmptyAsync(db, stop);
        await db.GuardAsync(stop);
        await work.CommitAsync(stop);
    }

    static async Task<IReadOnlyDictionary<string, int>> OpenAsync(
        IDbContextFactory<Db> databases,
        World world,
        Cast cast,
        DateTimeOffset end,
        CancellationToken stop
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        var row = new WorldRow
        {
            Id = world.Id,
            Name = "Stepdesk demo",
            Zone = "Asia/Ho_Chi_Minh",
            Language = Language.Vi,
            IsDemo = true,
        };
        db.Worlds.Add(row);
        db.Secrets.Add(new() { Name = Unfinished, Value = [] });
        db.Secrets.Add(PractisedRuns.OwedUntil(end));
        var last = Append(new WorldOpened(row.Name, row.Zone, "vi"), null);
        var teams = new Dictionary<string, int>();
        foreach (var (key, name) in cast.Teams)
        {
            teams[key] = await db.NextNumberAsync("teams", stop);
            db.Teams.Add(
                new()
                {
                    Id = teams[key],
                    World = world.Id,
                    Name = name,
                }
            );
            last = Append(new TeamAdded(teams[key], name), last);
        }
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return teams;

        HistoryRow Append(Event what, HistoryRow? previous) =>
            db.Append(Streams.World(world.Id), world.Id, previous, new(world.Now, Opening), world.Now, what);
    }

    static async Task<List<Played<Colleague>>> HireAsync(
        People people,
        Cast cast,
        IReadOnlyDictionary<string, int> teams,
        CancellationToken stop
    )
    {
        var staff = new List<Played<Colleague>>();
        foreach (var colleague in cast.Staff)
        {
            var team = colleague.Team is { } key ? teams[key] : (int?)null;
            var (row, refusal) = await people.AddAsync(
                new(colleague.Name, colleague.Email, colleague.Role, colleague.Language, Password, team),
                Opening,
                stop
            );
            if (row is null)
                throw new InvalidOperationException($"The demo's cast was refused: {refusal?.Code}.");
            staff.Add(new(colleague, row.Id, row.AsActor));
        }
        return staff;
    }

    static async Task<List<Played<Customer>>> MeetAsync(People people, Cast cast, CancellationToken stop)
    {
        var customers = new List<Played<Customer>>();
        foreach (var customer in cast.Customers)
        {
            var row = await people.CustomerAsync(customer.Name, customer.Email, customer.Language, stop);
            customers.Add(new(customer, row.Id, row.AsActor));
        }
        return customers;
    }

    // Who looks in for the first time has read what is older than a day.
    static async Task FinishAsync(IDbContextFactory<Db> databases, DateTimeOffset end, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await db
            .Notices.Where(n => n.At < end.AddDays(-1))
            .ExecuteUpdateAsync(n => n.SetProperty(row => row.ReadAt, row => row.At), stop);
        await db.Secrets.Where(s => s.Name == Unfinished).ExecuteDeleteAsync(stop);
    }

    /// <summary>Everybody has the same password here, and hashing it well costs a tenth of a second each time.</summary>
    sealed class HashOnce(IPasswordHasher<Account> hasher) : IPasswordHasher<Account>
    {
        string? hash;

        public string HashPassword(Account user, string password) => hash ??= hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(
            Account user,
            string hashedPassword,
            string providedPassword
        ) => hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
