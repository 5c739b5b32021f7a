using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>Telling many on the pages, and where whoever it concerns reads it; without script.</summary>
public sealed class BroadcastPagesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    Surfer browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        browser = new(app);
        await browser.SignInAsync(an.Email);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_looks_who_gets_it_before_it_is_sent_and_sees_whom_it_reached_and_ends_it()
    {
        var ticket = await app.LoggedAsync("Video không phát");
        var looked = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                "/broadcasts/new?ticket=1",
                "broadcast",
                [.. Typed("Đang kiểm tra"), ("Form.Do", "look")]
            )
        );
        Assert.Contains("Lan", looked.QuerySelector(".reach")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Send to 1 people", looked.QuerySelector("button[value=send]")!.TextContent.Trim());
        Assert.Empty(app.Drawer.Mails);

        var sent = await browser.SubmitAsync(
            "/broadcasts/new?ticket=1",
            "broadcast",
            [.. Typed("Đang kiểm tra"), ("Form.Do", "send")]
        );
        Assert.EndsWith("broadcasts/1?sent=true", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        await PayAsync();
        var page = await browser.PageAsync("/broadcasts/1");
        Assert.Contains(
            "1 accepted for delivery",
            page.QuerySelector(".editions")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Lan", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "broadcast 1",
            (await browser.PageAsync($"/tickets/{ticket}")).QuerySelector(".incident")!.TextContent,
            StringComparison.Ordinal
        );

        await browser.SubmitAsync(
            "/broadcasts/1",
            "update",
            ("Form.TitleVi", "LMS: video không phát"),
            ("Form.AffectsVi", "Bài 3"),
            ("Form.TextVi", "Chưa có tin mới."),
            ("Form.At", "2026-03-02T10:30")
        );
        await browser.SubmitAsync(
            "/broadcasts/1",
            "withdraw",
            ("Form.TitleVi", "LMS: video đã phát lại"),
            ("Form.TextVi", "Mọi thứ đã bình thường.")
        );
        await PayAsync();
        page = await browser.PageAsync("/broadcasts/1");
        Assert.Equal(3, page.QuerySelectorAll(".editions > li").Length);
        Assert.Null(page.QuerySelector("form.broadcast-form"));
        Assert.Equal(2, app.Drawer.Mails.Count);
    }

    [Fact]
    public async Task What_is_for_everybody_stands_where_people_sign_in_and_on_the_status_page_until_it_is_over()
    {
        await app.LoggedAsync();
        await browser.SubmitAsync(
            "/broadcasts/new?ticket=1",
            "broadcast",
            [.. Typed("Chúng tôi đang xử lý <b>ngay</b>"), ("Form.Public", "true"), ("Form.Do", "send")]
        );
        using var anybody = new Surfer(app);

        var status = await anybody.PageAsync("/status");
        Assert.Contains("đang xử lý <b>ngay</b>", status.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(status.QuerySelector(".incidents b"));
        Assert.Contains(
            "LMS: video không phát",
            (await anybody.PageAsync("/sign-in")).Body!.TextContent,
            StringComparison.Ordinal
        );
        // Nobody learns from it who works on what.
        Assert.DoesNotContain("#1", status.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("An", status.QuerySelector("main")!.TextContent.Split(' '));

        await browser.SubmitAsync(
            "/broadcasts/1",
            "withdraw",
            ("Form.TitleVi", "Đã ổn"),
            ("Form.TextVi", "Đã phát lại.")
        );
        Assert.Null((await anybody.PageAsync("/status")).QuerySelector(".incidents"));
        Assert.Null((await anybody.PageAsync("/sign-in")).QuerySelector(".incidents"));
    }

    [Fact]
    public async Task What_is_for_some_stands_on_their_own_pages_and_nowhere_else()
    {
        var ticket = await app.LoggedAsync();
        var mai = await app.People.CustomerAsync("Mai", "mai@customer.example", Language.Vi, Stop);
        var other = (
            await app.Desk.LogAsync(
                WorldRow.Live,
                new Log("Khác", "Khác", mai.Id, Channel.Web),
                mai.AsActor,
                stop: Stop
            )
        ).Ticket;
        await browser.SubmitAsync(
            "/broadcasts/new?ticket=1",
            "broadcast",
            [.. Typed("Đang kiểm tra"), ("Form.Do", "send")]
        );
        var signer = app.Services.GetRequiredService<Signer>();
        await using var db = app.Database();
        var lan = await db.People.SingleAsync(p => p.EmailKey == "lan@customer.example", Stop);
        using var anybody = new Surfer(app);

        Assert.NotNull((await anybody.PageAsync(signer.LinkFor(ticket, lan.Id))).QuerySelector(".incidents"));
        Assert.Null((await anybody.PageAsync(signer.LinkFor(other, mai.Id))).QuerySelector(".incidents"));
        Assert.Null((await anybody.PageAsync("/status")).QuerySelector(".incidents"));
    }

    [Fact]
    public async Task A_promise_of_a_fix_is_held_once_and_what_was_typed_is_kept()
    {
        await app.LoggedAsync();
        var held = await Surfer.ReadAsync(
            await browser.SubmitAsync(
                "/broadcasts/new?ticket=1",
                "broadcast",
                [.. Typed("Chúng tôi sẽ khắc phục xong trước 15:00 hôm nay."), ("Form.Do", "send")]
            )
        );
        Assert.Contains(
            "Promise the next update instead",
            held.QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "15:00",
            held.QuerySelector("textarea[name='Form.TextVi']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty((await app.Services.GetRequiredService<Broadcasting>().LiveAsync(Stop)).All);
    }

    [Theory]
    [InlineData("Form.People", "nobody@nowhere.example", "Nobody here has the address nobody@nowhere.example")]
    [InlineData("Form.Ticket", "99", "There is no ticket #99")]
    [InlineData("Form.Ticket", "x", "number")]
    [InlineData("Form.At", "soon", "date")]
    [InlineData("Form.Domains", "campus", "“campus” is no mail domain")]
    public async Task What_nobody_can_read_is_said(string field, string value, string says)
    {
        await app.LoggedAsync();
        var fields = Typed("Đang kiểm tra")
            .Where(f => f.Name != field)
            .Append((field, value))
            .Append(("Form.Do", "look"));
        var page = await Surfer.ReadAsync(await browser.SubmitAsync("/broadcasts/new", "broadcast", [.. fields]));
        Assert.Contains(
            says,
            page.QuerySelector("[role=alert]")?.TextContent ?? "",
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Who_only_reads_finds_no_form_and_a_number_that_is_none_finds_nothing()
    {
        await app.PersonAsync(Role.Mentor, "Mentor");
        using var mentor = new Surfer(app);
        await mentor.SignInAsync("mentor@desk.example");
        Assert.Null((await mentor.PageAsync("/broadcasts")).QuerySelector("a[href='broadcasts/new']"));
        Assert.NotEqual(HttpStatusCode.OK, (await mentor.GetAsync("/broadcasts/new")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mentor.GetAsync("/broadcasts/7")).StatusCode);
    }

    static IEnumerable<(string Name, string Value)> Typed(string text) =>
        [
            ("Form.TitleVi", "LMS: video không phát"),
            ("Form.AffectsVi", "Bài 3 lớp JS-ADV"),
            ("Form.TextVi", text),
            ("Form.At", "2026-03-02T09:45"),
            ("Form.Ticket", "1"),
            ("Form.Linked", "true"),
        ];

    Task<int> PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
}
