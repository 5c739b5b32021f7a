using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests;

/// <summary>
/// What waits for somebody, wherever it stands: a solution that an approval holds back, an approval that is still asked for,
/// a promised update that did not come.
/// </summary>
public sealed class HeldBackPageTests(Chromium chromium, HeldBackPageTests.Stage stage)
    : IClassFixture<HeldBackPageTests.Stage>
{
    [Theory]
    [InlineData("held-here", "/tickets/{duplicate}", ".held-banner .hint")]
    [InlineData("held-there", "/tickets/{main}", ".held-banner")]
    [InlineData("held-list", "/?view=held", ".rows li")]
    [InlineData("held-notices", "/notices", ".notices a[href='broadcasts/1']")]
    [InlineData("held-approval", "/tickets/{asked}?all=true", ".approvals")]
    public async Task A_page_that_says_what_waits_has_no_fault(string name, string path, string shown)
    {
        var page = stage.Path(path);
        Assert.Empty(await chromium.Browser.InspectAsync(stage.App.Address, name, page, stage.Session));

        await using var context = await chromium.Browser.ContextAsync(stage.App.Address, session: stage.Session);
        var seen = await context.NewPageAsync();
        await seen.GotoAsync(page);
        Assert.Equal(1, await seen.Locator(shown).CountAsync());
    }

    [Fact]
    public async Task Each_notice_says_what_happened_and_leads_there()
    {
        await using var context = await chromium.Browser.ContextAsync(stage.App.Address, session: stage.Session);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/notices");

        // Numbers are of tickets, and stand apart from what follows them.
        Assert.DoesNotMatch("#[0-9]+[^0-9 ]", await page.Locator(".notices").InnerTextAsync());
        Assert.DoesNotContain("#1 LMS", await page.Locator(".notices").InnerTextAsync(), StringComparison.Ordinal);
        foreach (
            var (words, place) in ((string, string)[])
                [
                    ("A solution waits", $"tickets/{stage.Duplicate}"),
                    ("You are still asked to agree", $"tickets/{stage.Asked}"),
                    ("it is late", "broadcasts/1"),
                ]
        )
            Assert.Contains(
                place,
                await page.Locator(".notices a", new() { HasText = words }).First.GetAttributeAsync("href") ?? "",
                StringComparison.Ordinal
            );
    }

    /// <summary>One desk on which all of this waits at once.</summary>
    public sealed class Stage(Chromium chromium) : IAsyncLifetime
    {
        static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
        PersonRow an = null!;
        PersonRow boss = null!;
        int main;

        public DeskApp App { get; private set; } = null!;
        public string Session { get; private set; } = "";
        public int Duplicate { get; private set; }
        public int Asked { get; private set; }

        public async ValueTask InitializeAsync()
        {
            App = await DeskApp.StartAsync();
            an = await App.PersonAsync(Role.Administrator);
            boss = await App.PersonAsync(Role.Lead, "Trần Thị Hải", "hai@desk.example");
            await HoldBackAsync();
            await RemindAsync();
            await BreakPromiseAsync();
            Session = await chromium.Browser.SignInAsync(App.Address, an.Email);
        }

        async Task HoldBackAsync()
        {
            main = await App.LoggedAsync("Không đăng nhập được LMS bằng tài khoản trường cấp");
            var minh = await App.People.CustomerAsync("Lê Quang Minh", "minh@campus.example", Language.Vi, Stop);
            var log = new Log("Tài khoản LMS bị khoá từ sáng nay", "", minh.Id, Channel.Web);
            Duplicate = (await App.Desk.LogAsync(WorldRow.Live, log, an.AsActor, stop: Stop)).Ticket;
            await ActAsync(Duplicate, new LinkTo(main, LinkKind.DuplicateOf), an);
            var asked = await AskAsync(Duplicate, boss.Id, an, App.Clock.GetUtcNow().AddDays(1));
            await ActAsync(Duplicate, new Deny(asked, "Người này đã nghỉ việc"), boss);
            await ActAsync(main, new Reply("Chúng tôi đang kiểm tra."), an);
            await ActAsync(main, new Diagnose("The account was closed"), an);
            await ActAsync(main, new Resolve(ResolutionKind.Fix, "Đã mở lại tài khoản.") { Cause = "Closed" }, an);
            for (var look = 0; look < 3; look++)
            {
                App.Clock.Advance(TimeSpan.FromMinutes(1));
                await App.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
            }
        }

        // The administrator is asked, and says nothing until the time is nearly over.
        async Task RemindAsync()
        {
            Asked = await App.LoggedAsync("Xuất báo cáo tuyển sinh cho ban giám đốc");
            await AskAsync(Asked, an.Id, boss, App.Clock.GetUtcNow().AddHours(4));
            App.Clock.Advance(TimeSpan.FromMinutes(185));
            await App.Services.GetRequiredService<Watch>().LookAsync(Stop);
        }

        async Task BreakPromiseAsync()
        {
            var send = new SendBroadcast(null, new() { Roles = [Role.Lead] }, App.Clock.GetUtcNow().AddMinutes(20))
            {
                IsPublic = true,
                Tellings = [new(Language.Vi, "LMS chậm", "Chúng tôi đang kiểm tra.", "Mọi lớp")],
            };
            var (_, refusal) = await App
                .Services.GetRequiredService<Broadcasting>()
                .ActAsync(send, after: null, an.AsActor, Stop);
            Assert.Null(refusal);
            App.Clock.Advance(TimeSpan.FromMinutes(21));
            await App.Services.GetRequiredService<WatchBroadcasts>().LookAsync(Stop);
        }

        async Task<int> AskAsync(int ticket, int approver, PersonRow by, DateTimeOffset until)
        {
            var outcome = await ActAsync(
                ticket,
                new AskApproval(ApprovalPurpose.AccountReactivation)
                {
                    Approvers = [approver],
                    Fields = ["Tài khoản LMS", "Quyền xem lớp học"],
                    Why = "Cần cho buổi học chiều nay",
                    Until = until,
                },
                by
            );
            return outcome.Events.First(e => e.What is ApprovalAsked).Version;
        }

        async Task<Outcome> ActAsync(int ticket, TicketAction action, PersonRow by)
        {
            var outcome = await App.Desk.ActAsync(ticket, action, by.AsActor, stop: Stop);
            Assert.Null(outcome.Refusal);
            return outcome;
        }

        public string Path(string path) =>
            path.Replace("{main}", $"{main}", StringComparison.Ordinal)
                .Replace("{duplicate}", $"{Duplicate}", StringComparison.Ordinal)
                .Replace("{asked}", $"{Asked}", StringComparison.Ordinal);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
