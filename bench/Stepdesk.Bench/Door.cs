using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Demo;
using DoorDesk = Stepdesk.Engine.Door.Desk;

namespace Stepdesk.Bench;

/// <summary>
/// A reply through the door against the bare inserts it comes down to: one history row, one outbox row and the
/// ticket's row, prepared, in one transaction on an open connection. The two take turns, so that both meet the same
/// machine, and are timed once the program has been made ready by use, as it is in a desk at work.
/// </summary>
static class Door
{
    const int Rounds = 2400;
    const int Warming = 2000;
    const string Text =
        "Cảm ơn bạn đã báo. Chúng tôi đang kiểm tra và sẽ báo lại trước 16:30 hôm nay, kể cả khi chưa có gì mới.";

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var services = await place.DeskAsync();
        await services.GetRequiredService<DemoDesk>().FillAsync(DemoFill.End);
        await using var db = await services.DbAsync();
        var open = await db.Tickets.Where(t => t.IsOpen).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync();
        var agent = (await db.People.FirstAsync(p => p.Email == "agent@desk.example")).AsActor;
        var desk = services.GetRequiredService<DoorDesk>();
        await using var raw = await RawInsert.OnAsync(place, db);

        var (through, bare) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Rounds; i++)
        {
            // Even tickets through the door, odd ones past it: neither finds the other's rows.
            var ticket = open[i * 2 % (open.Count / 2 * 2)];
            var other = open[(i * 2 + 1) % (open.Count / 2 * 2)];
            through.Add(await Timing.OfAsync(() => desk.ActAsync(ticket, new Reply(Text), agent)));
            bare.Add(await Timing.OfAsync(() => raw.InsertAsync(other)));
        }
        var (door, without) = (through.Skip(Warming).Median(), bare.Skip(Warming).Median());
        report.Row(
            ("Database", place.Name),
            ("Through the door", door),
            ("Bare inserts", without),
            ("Ratio", door / without)
        );
    }

    /// <summary>The same rows without permission, order, decision, clocks or chain.</summary>
    sealed class RawInsert : IAsyncDisposable
    {
        readonly DbConnection connection;
        readonly bool isPostgres;
        readonly DbCommand history;
        readonly DbCommand outbox;
        readonly DbCommand ticket;
        readonly HashSet<DbCommand> prepared = [];
        int version = 1_000_000;

        RawInsert(DbConnection connection, bool isPostgres)
        {
            (this.connection, this.isPostgres) = (connection, isPostgres);
            history = Command(
                "INSERT INTO history (stream, version, world, at, recorded_at, actor, kind, data, salt, commitment, hash) VALUES (@stream, @version, 1, @now, @now, @actor, @kind, @data, @salt, @commitment, @hash)",
                "stream",
                "version",
                "now",
                "actor",
                "kind",
                "data",
                "salt",
                "commitment",
                "hash"
            );
            outbox = Command(
                "INSERT INTO outbox (world, ticket, version, effect, due_at, attempts) VALUES (1, @ticket, @version, 'mail', @now, 0) RETURNING id",
                "ticket",
                "version",
                "now"
            );
            ticket = Command(
                "UPDATE tickets SET version = version + 1, next_due_at = @now, next_check_at = @now, sort_at = @now WHERE id = @ticket",
                "ticket",
                "now"
            );
        }

        public static async Task<RawInsert> OnAsync(Place place, Db db)
        {
            var opened = db.Database.GetDbConnection();
            await opened.OpenAsync();
            return new(opened, place.IsPostgres);
        }

        public async Task InsertAsync(int id)
        {
            var now = DateTimeOffset.UtcNow;
            object at = isPostgres ? now : (now - DateTimeOffset.UnixEpoch).Ticks / 10;
            await using var work = await connection.BeginTransactionAsync();
            await RunAsync(
                work,
                history,
                ("stream", $"ticket/{id}"),
                ("version", ++version),
                ("now", at),
                ("actor", "person/4"),
                ("kind", "replied"),
                ("data", $$"""{"text":"{{Text}}","attachments":[]}"""),
                ("salt", new byte[16]),
                ("commitment", new byte[32]),
                ("hash", new byte[32])
            );
            await RunAsync(work, outbox, ("ticket", id), ("version", version), ("now", at));
            await RunAsync(work, ticket, ("ticket", id), ("now", at));
            await work.CommitAsync();
        }

        async Task RunAsync(DbTransaction work, DbCommand command, params (string Name, object Value)[] values)
        {
            command.Transaction = work;
            foreach (var (name, value) in values)
                command.Parameters[name].Value = value;
            // Types are known once the values are, so the first run prepares.
            if (prepared.Add(command))
                await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
        }

        DbCommand Command(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
            return command;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var command in (DbCommand[])[history, outbox, ticket])
                await command.DisposeAsync();
            await connection.CloseAsync();
        }
    }
}
