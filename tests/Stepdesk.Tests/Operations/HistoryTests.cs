using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Operations;

/// <summary>Nobody can change what happened without it being found, and what lists show can always be made again.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    const int Tampers = 250;
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    VerifyHistory Verify => app.Services.GetRequiredService<VerifyHistory>();
    Checkpoints Checkpoints => app.Services.GetRequiredService<Checkpoints>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;
        foreach (var title in (string[])["Cannot log in", "Màn hình trắng", "Slow report"])
        {
            var ticket = await app.LoggedAsync(title);
            await app.Desk.ActAsync(ticket, new Note($"About {title}"), an, stop: Stop);
            await app.Desk.ActAsync(ticket, new SetTags(["sso", "urgent"]), an, stop: Stop);
            await app.Desk.ActAsync(ticket, new Reply("We are looking into it"), an, stop: Stop);
        }
        await Checkpoints.WriteAsync(Stop);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_untouched_history_verifies()
    {
        await using var db = app.Database();
        var verdict = await Verify.RunAsync(Stop);

        Assert.Null(verdict.FirstBad);
        Assert.Equal(await db.History.LongCountAsync(Stop), verdict.Events);
        Assert.Equal(5, verdict.Streams);
    }

    [Fact]
    public async Task A_file_or_a_mail_that_was_exchanged_is_found_and_the_file_is_not_handed_out()
    {
        var content = "The log of the morning"u8.ToArray();
        var hash = Engine.Mail.Files.HashOf(content);
        await using var db = app.Database();
        await Engine.Mail.Files.KeepAsync(db, hash, content, Stop);
        var mail = await app
            .Services.GetRequiredService<Engine.Mail.Inbox>()
            .StoreAsync("From: lan@customer.example\r\n\r\nHello"u8.ToArray(), "support@desk.example", stop: Stop);
        Assert.Null((await Verify.RunAsync(Stop)).FirstBad);

        await db.Mails.ExecuteUpdateAsync(m => m.SetProperty(x => x.Raw, "From: eve@evil.example"u8.ToArray()), Stop);
        Assert.Equal($"mail/{mail}", (await Verify.RunAsync(Stop)).FirstBad?.Stream);
        await db.Blobs.ExecuteUpdateAsync(b => b.SetProperty(x => x.Content, "FORGED"u8.ToArray()), Stop);
        Assert.Equal($"file/{hash}", (await Verify.RunAsync(Stop)).FirstBad?.Stream);
        Assert.Null(await Engine.Mail.Files.ContentAsync(db, hash, Stop));
    }

    [Fact]
    public async Task A_mail_of_which_only_the_beginning_was_kept_is_whole_whatever_became_of_it()
    {
        var large = new byte[26 * 1024 * 1024];
        "From: lan@customer.example\r\n\r\n"u8.CopyTo(large);
        await app
            .Services.GetRequiredService<Engine.Mail.Inbox>()
            .StoreAsync(large, "support@desk.example", stop: Stop);
        await using var db = app.Database();
        await db.Mails.ExecuteUpdateAsync(m => m.SetProperty(x => x.Error, "mail-no-sender"), Stop);

        Assert.Null((await Verify.RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task Every_change_removal_exchange_and_cut_behind_the_desks_back_is_found_at_its_version()
    {
        var chance = new Random(20261125);
        var (heads, _) = Checkpoints.Read();
        await using var db = app.Database();
        var history = await db.History.AsNoTracking().OrderBy(e => e.Stream).ThenBy(e => e.Version).ToListAsync(Stop);
        for (var i = 0; i < Tampers; i++)
        {
            var row = history[chance.Next(history.Count)];
            await using var work = await db.BeginAsync(Stop);
            await db.UnguardAsync(Stop);
            var what = await TamperAsync(
                db,
                row,
                history.Exists(e => e.Stream == row.Stream && e.Version == row.Version + 1),
                chance
            );

            var bad = (await VerifyHistory.RunAsync(db, heads, Stop)).FirstBad;

            Assert.True(bad is not null, $"{i}: {what} of {row.Stream} version {row.Version} was not found");
            Assert.Equal((i, what, row.Stream, row.Version), (i, what, bad.Stream, bad.Version));
        }
    }

    [Fact]
    public async Task A_row_that_says_something_else_than_its_history_is_found_and_rebuilt()
    {
        await using var db = app.Database();
        await db
            .Tickets.Where(t => t.Number == 2)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, "Nothing"), Stop);
        await db.TicketTags.Where(t => t.Tag == "sso").ExecuteDeleteAsync(Stop);
        await db.Tickets.Where(t => t.Number == 3).ExecuteDeleteAsync(Stop);
        Assert.NotNull((await Verify.RunAsync(Stop)).FirstBad);

        Assert.Equal(3, await app.Services.GetRequiredService<RebuildRows>().RunAsync(Stop));

        Assert.Null((await Verify.RunAsync(Stop)).FirstBad);
        Assert.Equal([1, 2, 3], await db.Tickets.OrderBy(t => t.Id).Select(t => t.Number).ToListAsync(Stop));
    }

    [Fact]
    public async Task What_another_version_made_of_the_history_is_made_again_when_the_desk_starts()
    {
        await using var db = app.Database();
        await db.Tickets.ExecuteUpdateAsync(t => t.SetProperty(x => x.Affected, 99), Stop);

        await db.UpgradeAsync(Stop);
        Assert.True((await Verify.RunAsync(Stop)).FirstBad is { IsRow: true });
        await db.Secrets.Where(s => s.Name == "rows-made-by").ExecuteDeleteAsync(Stop);
        await db.UpgradeAsync(Stop);

        Assert.Null((await Verify.RunAsync(Stop)).FirstBad);
        Assert.False(await db.Tickets.AnyAsync(t => t.Affected == 99, Stop));
    }

    [Theory]
    [InlineData("logged", """{"title":7}""")]
    [InlineData("logged", "{}")]
    [InlineData("logged", """{"title":null}""")]
    [InlineData("noted", "{}")]
    [InlineData("brightened", "{}")]
    public async Task A_history_that_cannot_be_read_keeps_no_desk_from_starting_and_is_named(string kind, string data)
    {
        await using var db = app.Database();
        await db.UnguardAsync(Stop);
        await db
            .History.Where(e => e.Stream == "ticket/2" && e.Version == 1)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Kind, kind).SetProperty(x => x.Data, data), Stop);
        await db.GuardAsync(Stop);
        await db.Secrets.Where(s => s.Name == "rows-made-by").ExecuteDeleteAsync(Stop);

        await db.UpgradeAsync(Stop);

        var bad = (await Verify.RunAsync(Stop)).FirstBad;
        Assert.Equal(("ticket/2", 1), (bad?.Stream, bad?.Version));
        var failure = await Assert.ThrowsAsync<TroubleException>(() =>
            app.Services.GetRequiredService<RebuildRows>().RunAsync(Stop)
        );
        Assert.StartsWith("The history of ticket/2 cannot be folded", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_that_is_gone_with_its_row_is_found_without_a_checkpoint()
    {
        Directory.Delete(Path.Combine(app.DataFolder, "checkpoints"), recursive: true);
        await using var db = app.Database();
        await db.UnguardAsync(Stop);
        await db.History.Where(e => e.Stream == "ticket/2").ExecuteDeleteAsync(Stop);
        await db.TicketTags.Where(t => t.Ticket == 2).ExecuteDeleteAsync(Stop);
        await db.Tickets.Where(t => t.Id == 2).ExecuteDeleteAsync(Stop);
        await db.GuardAsync(Stop);

        Assert.Equal(
            new BadVersion("ticket/2", 1, "removed: later tickets were counted after it"),
            (await Verify.RunAsync(Stop)).FirstBad
        );
    }

    [Fact]
    public async Task A_role_nobody_gave_is_found()
    {
        await using var db = app.Database();
        var an = await db.People.AsNoTracking().SingleAsync(p => p.Role == Role.Agent, Stop);
        await db
            .People.Where(p => p.Id == an.Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Role, Role.Administrator), Stop);

        Assert.Equal(($"person/{an.Id}", an.Version), Bad(await Verify.RunAsync(Stop)));

        await db.People.Where(p => p.Id == an.Id).ExecuteDeleteAsync(Stop);
        Assert.Equal(($"person/{an.Id}", an.Version), Bad(await Verify.RunAsync(Stop)));

        static (string, int) Bad(Verdict verdict) => (verdict.FirstBad!.Stream, verdict.FirstBad.Version);
    }

    [Fact]
    public async Task A_checkpoint_is_not_signed_over_a_loss_and_an_altered_one_is_found()
    {
        Assert.Equal(new(0, 0, null), await Checkpoints.WriteAsync(Stop));
        await app.LoggedAsync("One more");
        Assert.Equal((2, 1), (await Checkpoints.WriteAsync(Stop)) is var next ? (next.Number, next.Streams) : default);

        await using (var db = app.Database())
        {
            await db.UnguardAsync(Stop);
            await db.History.Where(e => e.Stream == "ticket/1" && e.Version == 4).ExecuteDeleteAsync(Stop);
            await db.GuardAsync(Stop);
        }
        Assert.Equal(
            ("ticket/1", 4),
            (await Checkpoints.WriteAsync(Stop)).Lost is { } lost ? (lost.Stream, lost.Version) : default
        );

        var file = Path.Combine(app.DataFolder, "checkpoints", "00000001.json");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file, Stop)).Replace("ticket/1", "ticket/9", StringComparison.Ordinal),
            Stop
        );
        Assert.Equal(
            new BadVersion("checkpoint", 1, "00000001.json was altered, removed or replaced"),
            Checkpoints.Read().Bad
        );
    }

    static async Task<string> TamperAsync(Db db, HistoryRow row, bool hasNext, Random chance)
    {
        var it = db.History.Where(e => e.Stream == row.Stream && e.Version == row.Version);
        switch (chance.Next(hasNext ? 14 : 13))
        {
            case 0:
                return await SetAsync("data", it, e => e.Data, OtherText(row.Data, chance));
            case 1:
                return await SetAsync("salt", it, e => e.Salt, OtherBytes(row.Salt!, chance));
            case 2:
                return await SetAsync("salt gone", it, e => e.Salt, null);
            case 3:
                return await SetAsync("commitment", it, e => e.Commitment, OtherBytes(row.Commitment, chance));
            case 4:
                return await SetAsync("hash", it, e => e.Hash, OtherBytes(row.Hash, chance));
            case 5:
                return await SetAsync("actor", it, e => e.Actor, OtherText(row.Actor, chance));
            case 6:
                return await SetAsync("kind", it, e => e.Kind, OtherText(row.Kind, chance));
            case 7:
                return await SetAsync("cause", it, e => e.Cause, "a rule");
            case 8:
                return await SetAsync("at", it, e => e.At, row.At.AddMicroseconds(1 + chance.Next(1000)));
            case 9:
                return await SetAsync("recorded at", it, e => e.RecordedAt, row.RecordedAt.AddDays(-1));
            case 10:
                return await SetAsync("world", it, e => e.World, row.World + 1);
            case 11:
                await it.ExecuteDeleteAsync(Stop);
                return "removal";
            case 12:
                await db
                    .History.Where(e => e.Stream == row.Stream && e.Version >= row.Version)
                    .ExecuteDeleteAsync(Stop);
                // And the trace hidden: the row says what the shortened history says.
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE tickets SET version = {row.Version - 1} WHERE 'ticket/' || id = {row.Stream}",
                    Stop
                );
                return "cut";
            default:
                foreach (var (from, to) in ((int, int)[])[(0, -row.Version), (1, row.Version)])
                    await db.Database.ExecuteSqlAsync(
                        $"UPDATE history SET version = {to} WHERE stream = {row.Stream} AND version = {row.Version + from}",
                        Stop
                    );
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE history SET version = {row.Version + 1} WHERE stream = {row.Stream} AND version = {-row.Version}",
                    Stop
                );
                return "exchange";
        }
    }

    static async Task<string> SetAsync<T>(
        string what,
        IQueryable<HistoryRow> rows,
        Expression<Func<HistoryRow, T>> column,
        T value
    )
    {
        await rows.ExecuteUpdateAsync(e => e.SetProperty(column, value), Stop);
        return what;
    }

    static byte[] OtherBytes(byte[] bytes, Random chance)
    {
        var other = (byte[])bytes.Clone();
        other[chance.Next(other.Length)] ^= (byte)(1 << chance.Next(8));
        return other;
    }

    static string OtherText(string text, Random chance)
    {
        var at = chance.Next(text.Length);
        return text[..at] + (text[at] == 'x' ? 'y' : 'x') + text[(at + 1)..];
    }
}
