using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Tickets;

/// <summary>Which tickets are suggested as reports of the same fault.</summary>
public sealed class LookalikesTests : IAsyncLifetime
{
    const string Exam =
        "Lớp WEB101-HN-2611 không nộp được bài thi, báo \"System error - please contact administrator\".";

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await app.PersonAsync(Role.Agent);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_second_report_of_a_fault_finds_the_first_and_says_why()
    {
        var first = await ReportAsync("GẤP: không nộp được bài thi", Exam);
        await ReportAsync("Máy chiếu phòng 3 không lên", "Máy chiếu phòng 3 cơ sở Cầu Giấy bật không lên hình.");
        app.Clock.Advance(TimeSpan.FromMinutes(4));

        var second = await ReportAsync(
            "nop bai thi loi",
            "web101-hn-2611 nop bai thi bao System error - please contact administrator"
        );

        var found = Assert.Single(await FoundAsync(second));
        Assert.Equal(first, found.Ticket.Id);
        Assert.Contains(found.Why.Shared, t => t.Text == "web101-hn-2611");
    }

    [Fact]
    public async Task What_reports_are_found_by_is_checked_against_history_and_made_again_from_it()
    {
        var first = await ReportAsync("GẤP: không nộp được bài thi", Exam);
        var second = await ReportAsync("nộp bài thi lỗi", Exam);
        var verify = app.Services.GetRequiredService<VerifyHistory>();
        Assert.Null((await verify.RunAsync(Stop)).FirstBad);

        await using (var db = app.Database())
            await db.Traits.Where(t => t.Ticket == first).Take(1).ExecuteDeleteAsync(Stop);
        Assert.Equal(
            ($"ticket/{first}", "what the ticket is found alike by is another: rebuild"),
            (await verify.RunAsync(Stop)).FirstBad is { } bad ? (bad.Stream, bad.Why) : default
        );

        await new RebuildRows(app.Services.GetRequiredService<IDbContextFactory<Db>>()).RunAsync(Stop);
        Assert.Null((await verify.RunAsync(Stop)).FirstBad);
        Assert.Single(await FoundAsync(second));
    }

    [Fact]
    public async Task While_it_is_typed_it_finds_them_too()
    {
        var first = await ReportAsync("GẤP: không nộp được bài thi", Exam);

        await using var db = app.Database();
        var found = await Lookalikes.OfAsync(
            db,
            app.Services.GetRequiredService<Worlds>().Live,
            "Nộp bài thi",
            Exam,
            an.AsActor,
            Stop
        );

        Assert.Equal([first], found.Select(f => f.Ticket.Id));
    }

    [Fact]
    public async Task What_was_tied_or_told_apart_is_not_suggested_any_more_on_either_side()
    {
        var (one, two, three) = (
            await ReportAsync("Nộp bài thi lỗi", Exam),
            await ReportAsync("Không nộp được bài", Exam),
            await ReportAsync("System error khi nộp bài", Exam)
        );
        Assert.Equal([one, two], (await FoundAsync(three)).Select(f => f.Ticket.Id).Order());

        await ActAsync(three, new LinkTo(one, LinkKind.DuplicateOf));
        await ActAsync(three, new TellApart(two));

        Assert.Empty(await FoundAsync(three));
        Assert.Equal([two], (await FoundAsync(one)).Select(f => f.Ticket.Id));
        Assert.Equal([one], (await FoundAsync(two)).Select(f => f.Ticket.Id));
    }

    [Fact]
    public async Task However_many_report_a_fault_the_next_is_led_to_the_first_of_them()
    {
        var first = await ReportAsync("GẤP: không nộp được bài thi", Exam);
        for (var i = 0; i < 12; i++)
            await ActAsync(await ReportAsync("Không nộp được bài", Exam), new LinkTo(first, LinkKind.DuplicateOf));
        var merged = await ReportAsync("Không nộp được bài", Exam);
        await ActAsync(merged, new Merge(first, "Chúng tôi xử lý chung."));

        var late = await ReportAsync("Không nộp được bài", Exam);

        var found = Assert.Single(await FoundAsync(late));
        Assert.Equal((first, first), (found.Ticket.Id, found.Why.Ticket));
        // It weighs what it weighed when there were two.
        await using var db = app.Database();
        Assert.True(found.Why.Bits > 20, $"{found.Why.Bits} bits");
        await ActAsync(late, new TellApart(first));
        Assert.Empty(await FoundAsync(late));
    }

    [Fact]
    public async Task What_was_closed_a_week_before_is_another_time()
    {
        var old = await ReportAsync("Nộp bài thi lỗi", Exam);
        await ActAsync(old, new Cancel(CancelReason.Withdrawn, "Solved by itself"));
        app.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Empty(await FoundAsync(await ReportAsync("Không nộp được bài", Exam)));
    }

    [Fact]
    public async Task A_customer_learns_of_nobody_elses_ticket()
    {
        await ReportAsync("Nộp bài thi lỗi", Exam);
        var minh = await app.People.CustomerAsync("Minh", "minh@customer.example", Language.Vi, Stop);

        await using var db = app.Database();
        Assert.Empty(
            await Lookalikes.OfAsync(
                db,
                app.Services.GetRequiredService<Worlds>().Live,
                "Nộp bài thi",
                Exam,
                minh.AsActor,
                Stop
            )
        );
    }

    [Fact]
    public async Task A_person_who_is_erased_is_not_found_by_what_they_wrote()
    {
        await ReportAsync("Nộp bài thi lỗi", Exam);
        var admin = await app.PersonAsync(Role.Administrator, "Root");
        await app
            .Services.GetRequiredService<Erasure>()
            .RunAsync("lan@customer.example", "asked for", "Art. 17", admin.AsActor, Stop);

        await using var db = app.Database();
        Assert.Empty(
            await Lookalikes.OfAsync(
                db,
                app.Services.GetRequiredService<Worlds>().Live,
                "Nộp bài thi",
                Exam,
                an.AsActor,
                Stop
            )
        );
        Assert.Equal(0, await db.Traits.CountAsync(Stop));
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_traits_again()
    {
        var first = await ReportAsync("Nộp bài thi lỗi", Exam);
        await using var db = app.Database();
        var before = await db.Traits.OrderBy(t => t.Trait).Select(t => t.Trait).ToListAsync(Stop);
        await db.Traits.ExecuteDeleteAsync(Stop);

        await app.Services.GetRequiredService<RebuildRows>().RunAsync(Stop);

        Assert.NotEmpty(before);
        Assert.Equal(before, await db.Traits.OrderBy(t => t.Trait).Select(t => t.Trait).ToListAsync(Stop));
        Assert.Equal([first], (await FoundAsync(await ReportAsync("Không nộp được", Exam))).Select(f => f.Ticket.Id));
    }

    async Task<int> ReportAsync(string title, string text)
    {
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi, Stop);
        var outcome = await app.Desk.LogAsync(
            WorldRow.Live,
            new Log(title, text, lan.Id, Channel.Web),
            lan.AsActor,
            stop: Stop
        );
        Assert.Null(outcome.Refusal);
        return outcome.Ticket;
    }

    async Task ActAsync(int ticket, TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, an.AsActor, stop: Stop)).Refusal);

    async Task<IReadOnlyList<Suggested>> FoundAsync(int id)
    {
        await using var db = app.Database();
        var ticket = Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(e => e.Read()));
        return await Lookalikes.OfAsync(
            db,
            app.Services.GetRequiredService<Worlds>().Live,
            id,
            ticket,
            an.AsActor,
            Stop
        );
    }
}
