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
public sealed class DemoDesk(IDbContextFactory<Db> databases, IPasswordHasher<Account> hasher)
{
    /// <summary>What everybody at the demo desk signs in with.</summary>
    public const string Password = "stepdesk-demo";
    public const int Seed = 2026;

    /// <summary>This folder holds a desk that is nobody's demo; nothing was changed.</summary>
    public static readonly Refusal NotADemo = new("desk-is-not-a-demo");

    static readonly Actor Opening = Actor.System("demo");

    /// <summary>Fills an empty desk up to <paramref name="end"/>; leaves a demo desk as it is and refuses any other.</summary>
    public async Task<Refusal?> FillAsync(DateTimeOffset end, int seed = Seed, CancellationToken stop = default)
    {
        await using var look = await databases.CreateDbContextAsync(stop);
        if (await look.Worlds.AsNoTracking().OrderBy(w => w.Id).FirstOrDefaultAsync(stop) is { } world)
            return world.IsDemo ? null : NotADemo;
        if (await look.People.AnyAsync(stop))
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
        var teams = await OpenAsync(hurry, worlds.Live, cast, stop);
        var people = new People(hurry, worlds, new HashOnce(hasher), clock);
        var staff = await HireAsync(people, cast, teams, stop);
        var customers = await MeetAsync(people, cast, stop);
        var plot = new Plot(cast, teams, staff, customers, chance, end);
        var desk = new Desk(hurry, worlds, new Changes(), clock);
        await new Replay(desk, clock, chance).PlayAsync(plot.Scenes(), end, stop);
        await ReadOldNoticesAsync(hurry, end, stop);
    }

    static async Task<IReadOnlyDictionary<string, int>> OpenAsync(
        IDbContextFactory<Db> databases,
        World world,
        Cast cast,
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

    static async Task ReadOldNoticesAsync(IDbContextFactory<Db> databases, DateTimeOffset end, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await db
            .Notices.Where(n => n.At < end.AddDays(-1))
            .ExecuteUpdateAsync(n => n.SetProperty(row => row.ReadAt, row => row.At), stop);
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
