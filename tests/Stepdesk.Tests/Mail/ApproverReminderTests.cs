using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Mail;

/// <summary>Whoever was asked to agree and has said nothing hears of it once more before the time is over.</summary>
public sealed partial class ApproverReminderTests : IAsyncLifetime
{
    const string Mai = "mai@campus.example";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;
    PersonRow phong = null!;
    int ticket;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        phong = await app.PersonAsync(Role.Lead, "Phong");
        ticket = await app.LoggedAsync("Report for the director");
        var mai = await app.People.CustomerAsync("Mai", Mai, Language.Vi, Stop);
        var ask = new AskApproval(ApprovalPurpose.DataRelease)
        {
            Approvers = [mai.Id, phong.Id],
            Fields = ["course"],
            Why = "The director presents it",
            Until = app.Clock.GetUtcNow().AddHours(8),
        };
        Assert.Null((await app.Desk.ActAsync(ticket, ask, an.AsActor, stop: Stop)).Refusal);
        await LookAsync();
        Assert.Single(To(Mai));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_is_silent_is_reminded_once_in_their_language_by_the_link_they_have()
    {
        Assert.Null((await app.Desk.ActAsync(ticket, new Grant(2), phong.AsActor, stop: Stop)).Refusal);
        app.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromMinutes(1));
        await LookAsync();
        Assert.Single(To(Mai));

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await LookAsync();
        await LookAsync();

        var (asked, reminded) = (To(Mai)[0], To(Mai)[^1]);
        Assert.Equal(2, To(Mai).Count);
        Assert.Equal("[#1] Nhắc lại, cần phê duyệt: Cung cấp dữ liệu", reminded.Subject);
        Assert.Equal(LinkIn(asked), LinkIn(reminded));
        Assert.Equal("auto-generated", reminded.Headers[HeaderId.AutoSubmitted]);
        Assert.NotEmpty(reminded.References);
        // Whoever has decided hears nothing more.
        Assert.Single(To("phong@desk.example"));
        using var surfer = new Surfer(app);
        await surfer.SubmitAsync(new Uri(LinkIn(reminded)).AbsolutePath, "grant", ("Form.Text", "Fine"));
        await using var db = app.Database();
        var read = Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
        Assert.True(Assert.Single(read.Approvals).IsGranted);
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "approvers_reminded", Stop));
    }

    [Fact]
    public async Task A_colleague_gets_a_notice_and_the_ticket_says_that_they_were_reminded()
    {
        app.Clock.Advance(TimeSpan.FromHours(7));
        await LookAsync();

        await using var db = app.Database();
        Assert.Equal(1, await db.Notices.CountAsync(n => n.Person == phong.Id && n.Kind == "approvers_reminded", Stop));
        using var surfer = new Surfer(app);
        await surfer.SignInAsync(phong.Email);
        Assert.Contains(
            "the time is nearly over",
            (await surfer.PageAsync("/notices")).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "before the time is over: Release of data",
            (await surfer.PageAsync($"/tickets/{ticket}?all=true")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_decides_before_the_reminder_leaves_gets_none()
    {
        app.Clock.Advance(TimeSpan.FromHours(7));
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
        await app.Desk.ActAsync(ticket, new Deny(2, "No"), phong.AsActor, stop: Stop);
        await LookAsync();

        Assert.Single(To(Mai));
        await using var db = app.Database();
        Assert.False(await db.Outbox.AnyAsync(o => o.DoneAt == null && o.FailedAt == null, Stop));
    }

    [Fact]
    public async Task A_desk_that_slept_over_the_end_reminds_nobody()
    {
        app.Clock.Advance(TimeSpan.FromHours(9));
        await LookAsync();

        Assert.Single(To(Mai));
        await using var db = app.Database();
        Assert.Equal(1, await db.History.CountAsync(e => e.Kind == "approval_lapsed", Stop));
    }

    async Task LookAsync()
    {
        await app.Services.GetRequiredService<Watch>().LookAsync(Stop);
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
    }

    List<MimeMessage> To(string email) => [.. app.Drawer.Mails.Where(m => m.To.Mailboxes.Single().Address == email)];

    static string LinkIn(MimeMessage mail) => "https://desk.test" + Link().Match(mail.TextBody!).Value;

    [GeneratedRegex("/a/[^\\s<>]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
