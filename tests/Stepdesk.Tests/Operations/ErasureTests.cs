using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Operations;

/// <summary>Who asks to be forgotten is forgotten; what the desk did remains, and still verifies.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    const string Secret = "bí mật của Lan";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly Actor Me = Actor.System("tests");
    static readonly byte[] Only = [1, 2, 3];
    static readonly byte[] Shared = [4, 5];
    readonly string only = Engine.Mail.Files.HashOf(Only);
    readonly string shared = Engine.Mail.Files.HashOf(Shared);
    DeskApp app = null!;
    int lans;

    Erasure Erasure => app.Services.GetRequiredService<Erasure>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        var an = (await app.PersonAsync(Role.Agent)).AsActor;
        lans = await app.LoggedAsync(Secret);
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);
        var write = new Write(Secret, Channel.Web) { Attachments = [File(only), File(shared)] };
        await app.Desk.ActAsync(lans, write, lan.AsActor, stop: Stop);
        await app.Desk.ActAsync(lans, new Reply($"You wrote: {Secret}"), an, stop: Stop);

        var mai = await app.People.CustomerAsync("Mai", "mai@customer.example", Core.Words.Language.Vi, Stop);
        await app.Desk.LogAsync(
            WorldRow.Live,
            new Log("Hers stays", "", mai.Id, Channel.Web) { Attachments = [File(shared)] },
            mai.AsActor,
            stop: Stop
        );
        await using var db = app.Database();
        db.Blobs.AddRange(Blob(Only), Blob(Shared));
        db.Mails.AddRange(Mail(lans, Secret), Mail(null, "From: LAN@customer.example"), Mail(null, "From: mai"));
        db.Alerts.AddRange(
            Alert("1", null, "caller: lan@customer.example"),
            Alert("2", lans, "x"),
            Alert("3", null, "mai")
        );
        await db.SaveChangesAsync(Stop);
    }

    static AlertRow Alert(string key, int? ticket, string raw) =>
        new()
        {
            World = WorldRow.Live,
            Key = key,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Raw = System.Text.Encoding.UTF8.GetBytes(raw),
            Title = "",
            IsResolved = false,
            Ticket = ticket,
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_table_and_history_still_verifies()
    {
        var (done, refusal) = await EraseAsync();

        Assert.Null(refusal);
        Assert.Equal((1, 2, 1), (done!.Tickets, done.Mails, done.Files));
        await using var db = app.Database();
        foreach (var table in Table.All(db))
            Assert.DoesNotContain(
                await TextAsync(db, table),
                text =>
                    text.Contains("Lan", StringComparison.Ordinal)
                    || text.Contains("lan@customer", StringComparison.OrdinalIgnoreCase)
                    || text.Contains("bi mat", StringComparison.Ordinal)
            );
        Assert.Equal([shared], await db.Blobs.Select(b => b.Sha256).ToListAsync(Stop));
        Assert.Equal("From: mai"u8.ToArray(), (await db.Mails.SingleAsync(Stop)).Raw);
        Assert.Equal("mai"u8.ToArray(), (await db.Alerts.SingleAsync(Stop)).Raw);
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task What_is_done_on_the_ticket_later_brings_nothing_back()
    {
        await EraseAsync();

        await app.Desk.ActAsync(lans, new Note("erased as asked"), Me, stop: Stop);

        await using var db = app.Database();
        Assert.DoesNotContain(
            await TextAsync(db, Table.All(db).Single(t => t.Name == "tickets")),
            text => text.Contains("bi mat", StringComparison.Ordinal) || text.Contains("Lan", StringComparison.Ordinal)
        );
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task What_a_trainee_wrote_in_practice_goes_too_and_the_session_still_tells_what_happened()
    {
        const string words = "nhật ký riêng";
        var me = await Practice.Trying.BeginAsync(app, seed: 1, name: "Thảo");
        var ha = await me.PersonAsync("thu.ha@campus.example");
        await me.LogAsync(new Log(words, words, ha.Id, Channel.Mail));
        Assert.Null((await me.ActAsync(new Reply(words))).Refusal);
        Assert.Null(await me.MoveAsync("submit", ("kind", "reflection"), ("text", words)));
        var before = (await me.EventsAsync()).Select(e => e.Type).ToList();

        var (_, refusal) = await Erasure.RunAsync(me.Me.Email, "asked", "GDPR 17", Me, Stop);

        Assert.Null(refusal);
        await using var db = app.Database();
        foreach (var table in Table.All(db))
            Assert.DoesNotContain(
                await TextAsync(db, table),
                text =>
                    text.Contains(words, StringComparison.OrdinalIgnoreCase)
                    || text.Contains("Thảo", StringComparison.Ordinal)
            );
        Assert.Equal(before, (await me.EventsAsync()).Select(e => e.Type));
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task Each_stream_says_who_asked_and_on_what_ground_and_twice_is_once()
    {
        await EraseAsync();
        await using var db = app.Database();
        var erased = await db.History.Where(e => e.Kind == "erased").Select(e => e.Data).ToListAsync(Stop);

        Assert.Equal(2, erased.Count);
        Assert.All(erased, data => Assert.Contains("Art. 17", data, StringComparison.Ordinal));
        Assert.Equal(Refusals.NoSuchPerson, (await EraseAsync()).Refusal);
        Assert.Equal("Hers stays", (await db.Tickets.SingleAsync(t => t.Id != lans, Stop)).Title);
    }

    [Fact]
    public async Task What_an_erased_payload_reads_now_is_sealed_too()
    {
        await EraseAsync();
        await using var db = app.Database();
        await db.UnguardAsync(Stop);
        await db
            .History.Where(e => e.Stream == Streams.Ticket(lans) && e.Version == 1)
            .ExecuteUpdateAsync(
                e => e.SetProperty(x => x.Data, x => x.Data.Replace("\"requester\":2", "\"requester\":1")),
                Stop
            );
        await db.GuardAsync(Stop);

        var bad = (await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad;

        Assert.Equal((Streams.Ticket(lans), 1), (bad!.Stream, bad.Version));
    }

    [Fact]
    public async Task Without_a_reason_or_a_ground_nothing_is_erased() =>
        Assert.Equal(
            Erasure.ReasonMissing,
            (await Erasure.RunAsync("lan@customer.example", "", "Art. 17", Me, Stop)).Refusal
        );

    Task<(Erasing? Done, Core.History.Refusal? Refusal)> EraseAsync() =>
        Erasure.RunAsync("lan@customer.example", "asked by letter", "GDPR Art. 17", Me, Stop);

    static async Task<List<string>> TextAsync(Db db, Table table)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var select = db.Database.GetDbConnection().CreateCommand();
        select.CommandText = $"SELECT {table.ColumnList} FROM {table.Quoted}";
        await using var row = await select.ExecuteReaderAsync(Stop);
        var texts = new List<string>();
        while (await row.ReadAsync(Stop))
            texts.AddRange(table.Columns.Select((c, i) => c.Read(row, i)).OfType<string>());
        return texts;
    }

    static Attachment File(string sha) => new("ảnh.png", "image/png", 3, sha);

    static BlobRow Blob(byte[] content) => new() { Sha256 = Engine.Mail.Files.HashOf(content), Content = content };

    static MailRow Mail(int? ticket, string raw) =>
        new()
        {
            World = WorldRow.Live,
            ContentKey = Engine.Mail.Files.HashOf(System.Text.Encoding.UTF8.GetBytes(raw)),
            Mailbox = "inbox",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Raw = System.Text.Encoding.UTF8.GetBytes(raw),
            Ticket = ticket,
        };
}
