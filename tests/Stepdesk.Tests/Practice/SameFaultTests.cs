using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>Several people of a session reported one fault: each says for themselves that it works, and nobody for them.</summary>
public sealed class SameFaultTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("s03-nobody-can-submit", "ngoc.lan", "quoc.dung")]
    [InlineData("s05-video", "thuy.hanh", "anh.tuan")]
    public async Task Each_reporter_confirms_their_own_ticket_and_nobody_does_it_for_them(
        string scenario,
        string first,
        string second
    )
    {
        var me = await Trying.BeginAsync(app, scenario, seed: 1);
        var one = await me.PersonAsync($"{first}@campus.example");
        Assert.Null((await me.LogAsync(new Log("Lỗi", "Cả khối", one.Id, Channel.Mail))).Refusal);
        Assert.True(await me.UntilAsync(From(second)));
        var other = await me.PersonAsync($"{second}@campus.example");
        var inside = (await me.LookAsync()).Inside.AsActor;
        var logged = await app.Desk.LogAsync(me.Id, new("Cũng lỗi", "Lớp", other.Id, Channel.Mail), inside, stop: Stop);
        Assert.Null(logged.Refusal);
        await DoneAsync(me, new LinkTo(logged.Ticket, LinkKind.HasDuplicate));
        await DoneAsync(me, new Reply("Em đang xem ạ."));
        await DoneAsync(me, new Diagnose("Lỗi hệ thống."));

        // The fault is mended by whoever was asked, or not at all: here the one who was first says that it works.
        await DoneAsync(
            me,
            new Resolve(ResolutionKind.Fix, "Đã xong, chị kiểm tra giúp em ạ.") { Cause = "Hệ thống." }
        );
        Assert.Equal("practice-only-they-say", await ConfirmAsync(me, logged.Ticket));
        await using var db = app.Database();
        Assert.Null((await TicketAsync(db, logged.Ticket)).ConfirmedAt);

        using var http = await Surfer.OfAsync(app, me.Me);
        var page = await (await http.GetAsync($"/practice/{me.Id}/hand-in")).Content.ReadAsStringAsync(Stop);
        Assert.Contains($"#2 of {other.Name}", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reported_the_same_answers_when_they_are_told_and_their_ticket_can_be_closed()
    {
        var me = await Trying.BeginAsync(app, "s03-nobody-can-submit", seed: 1);
        var (lan, dev) = (
            await me.PersonAsync("ngoc.lan@campus.example"),
            await me.PersonAsync("dev@practice.example")
        );
        Assert.Null((await me.LogAsync(new Log("Không nộp được bài", "Cả khối", lan.Id, Channel.Mail))).Refusal);
        Assert.True(await me.UntilAsync(From("quoc.dung")));
        var dung = await me.PersonAsync("quoc.dung@campus.example");
        var inside = (await me.LookAsync()).Inside.AsActor;
        var logged = await app.Desk.LogAsync(me.Id, new("Cũng lỗi", "Lớp", dung.Id, Channel.Mail), inside, stop: Stop);
        await DoneAsync(me, new LinkTo(logged.Ticket, LinkKind.HasDuplicate));
        await DoneAsync(me, new Reply("Em đang xem ạ."));
        await DoneAsync(me, new Classify(ClassOfService.Expedite, "53 học viên"));
        await DoneAsync(
            me,
            new Escalate(Ground.BeyondAccess, Specialty.Development)
            {
                Person = dev.Id,
                IsShort = true,
                Package = new() { Summary = "Không nộp được bài", Ask = "Nhờ team xem ngay" },
            }
        );
        for (
            var i = 0;
            i < 4 && await me.UntilAsync(new Pattern(EventTypes.FixLive, [new("key", ["final"])])) is false;
            i++
        )
            await me.WaitAsync(TimeSpan.FromMinutes(10));
        await DoneAsync(me, new Diagnose("Lỗi hệ thống."));
        await DoneAsync(
            me,
            new Resolve(ResolutionKind.Fix, "Đã xong, chị kiểm tra giúp em ạ.") { Cause = "Hệ thống." }
        );

        Assert.True(await me.UntilAsync(new Pattern(EventTypes.Confirmed, []) { By = "dung" }));
        Assert.True(await me.UntilAsync(new Pattern(EventTypes.Confirmed, []) { By = "lan" }));
        await using var db = app.Database();
        Assert.NotNull((await TicketAsync(db, logged.Ticket)).ConfirmedAt);
        Assert.Null((await me.ActAsync(new Close(), logged.Ticket)).Refusal);

        // What is behind the fault is found out on the first of them; that this one was closed is told.
        using var http = await Surfer.OfAsync(app, me.Me);
        var page = await http.PageAsync($"/practice/{me.Id}/desk/tickets/{logged.Ticket}");
        Assert.Empty(page.QuerySelectorAll(".step-next-label"));
        Assert.Null(await me.MoveAsync("finish"));
        var told = (await http.PageAsync($"/practice/{me.Id}")).QuerySelector(".course")!.TextContent;
        Assert.Contains("You closed #2 of", told, StringComparison.Ordinal);
        Assert.Contains("The desk wrote to", told, StringComparison.Ordinal);
    }

    static Pattern From(string person) => new(EventTypes.MailReceived, []) { By = person.Split('.')[^1] };

    static async Task<string?> ConfirmAsync(Trying me, int ticket) =>
        (await me.ActAsync(new Confirm("Qua điện thoại"), ticket)).Refusal?.Code;

    static async Task<Ticket> TicketAsync(Db db, int ticket) =>
        Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(r => r.Read()));

    static async Task DoneAsync(Trying me, TicketAction action) => Assert.Null((await me.ActAsync(action)).Refusal);
}
