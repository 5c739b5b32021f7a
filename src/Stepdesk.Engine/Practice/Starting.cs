using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// Opens the world of a session: its desk with the shipped promises, the trainee as an agent, the colleagues and teams of
/// the scenario. Customers become known when they write, so that no list of people gives away who still will.
/// </summary>
sealed class Starting(
    IDbContextFactory<Db> databases,
    SimulatedWorlds worlds,
    Library library,
    People people,
    TimeProvider real
)
{
    // Of so many seeds one draws a branch that is new to the trainee, unless nearly none is left.
    const int Tries = 200;

    /// <summary>Begins the session and answers its number.</summary>
    /// <param name="happened">What happened elsewhere, where it is not played here.</param>
    public async Task<int> StartAsync(
        Scenario scenario,
        Actor trainee,
        PracticeMode mode,
        Language language,
        ulong? seed,
        CancellationToken stop,
        IReadOnlyList<SessionEvent>? happened = null
    )
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await using var work = await db.BeginAsync(stop);
        var me = await db.People.AsNoTracking().SingleAsync(p => p.Id == trainee.PersonId, stop);
        var id = WorldRow.Live + await db.NextNumberAsync("worlds", stop);
        var now = real.GetUtcNow().ToMicroseconds();
        var row = new SessionRow
        {
            Id = id,
            Scenario = scenario.Id,
            Hash = scenario.Hash,
            Trainee = me.Id,
            Inside = await db.NextNumberAsync("people", stop),
            Mode = mode,
            Language = language,
            StartedAt = now,
            SimAnchor = scenario.Start.ToUniversalTime(),
            RealAnchor = now,
            Times = 1,
        };
        await library.KeepAsync(db, scenario.Hash, stop);
        var world = worlds.Of(row);
        var zone = ZoneAt(scenario.Start.Offset);
        Opening.Add(
            db,
            world,
            new(scenario.Title.In(language), zone, language, IsDemo: false)
            {
                Promises = DeskPromises.In(zone, scenario.Promises),
            },
            Held.Practice,
            now
        );
        people.Add(db, world, row.Inside, new(me.Name, Cast.TraineeAddress, Role.Agent, language), Held.Practice);
        await AddColleaguesAsync(db, world, scenario, language, stop);
        var held = Held.Begin(
            db,
            row,
            happened is not null
                ? Session.Resume(scenario, happened)
                : Session.Begin(scenario, seed ?? await DrawAsync(db, scenario, me.Id, stop), language),
            real
        );
        held.Pace(PaceChange.Started, 1, scenario.Start, trainee);
        await held.KeepAsync(null, stop);
        await db.SaveChangesAsync(stop);
        await work.CommitAsync(stop);
        return id;
    }

    async Task AddColleaguesAsync(Db db, World world, Scenario scenario, Language language, CancellationToken stop)
    {
        foreach (var colleague in scenario.Cast.Where(c => c.Audience is not Audience.Customer))
        {
            int? team = null;
            if (colleague.Audience is Audience.Technical)
            {
                team = await db.NextNumberAsync("teams", stop);
                db.Teams.Add(
                    new()
                    {
                        Id = team.Value,
                        World = world.Id,
                        Name = colleague.Name.In(language),
                    }
                );
            }
            var role = colleague.Audience is Audience.Manager ? Role.Lead : Role.Agent;
            var person = new NewPerson(colleague.Name.In(language), Cast.AddressOf(colleague), role, language)
            {
                Team = team,
            };
            people.Add(db, world, await db.NextNumberAsync("people", stop), person, Held.Practice);
        }
    }

    // Whoever practises again meets another branch first.
    async Task<ulong> DrawAsync(Db db, Scenario scenario, int trainee, CancellationToken stop)
    {
        var before = await db
            .Sessions.AsNoTracking()
            .Where(s => s.Trainee == trainee && s.Scenario == scenario.Id)
            .OrderByDescending(s => s.Id)
            .Take(scenario.Branches.Count - 1)
            .ToListAsync(stop);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var session in before)
            if (
                await Held.ResumeAsync(
                    db,
                    library,
                    session,
                    await db.StreamAsync(Streams.Session(session.Id), stop),
                    stop
                ) is
                { } past
            )
                met.Add(past.Branch);
        var seed = Random();
        for (var tried = 1; tried < Tries && met.Contains(BranchOf(scenario, seed)); tried++)
            seed = Random();
        return seed;
    }

    static string BranchOf(Scenario scenario, ulong seed) => Session.BranchOf(scenario, seed).Id;

    static ulong Random() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    // Scenarios are told at an offset; a desk stands in a zone.
    static string ZoneAt(TimeSpan offset) =>
        offset == TimeSpan.FromHours(7) ? "Asia/Ho_Chi_Minh"
        : offset == TimeSpan.Zero ? "Etc/UTC"
        : FormattableString.Invariant($"Etc/GMT{(offset < TimeSpan.Zero ? '+' : '-')}{Math.Abs(offset.Hours)}");
}
