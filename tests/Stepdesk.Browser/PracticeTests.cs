using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>A newcomer at the practice ground: the whole of scenario 02, in the browser, from its mail to its debrief.</summary>
public sealed partial class PracticeTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    PersonRow trainee = null!;
    IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss");
        trainee = await app.PersonAsync(Role.Trainee, "Hân", "han@desk.example");
        var context = await chromium.Browser.ContextAsync(app.Address);
        page = await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_newcomer_works_a_scenario_from_the_first_mail_to_the_debrief()
    {
        var session = await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await Expect(page.Locator("[data-sim]")).ToContainTextAsync("14:2");

        await page.Locator(".letters .row").ClickAsync();
        await Expect(page.Locator(".letter")).ToContainTextAsync("WEB101-HN-2024");
        await LogAsync();
        await ReplyAsync(
            "Chào chị Hà,\nEm đã nhận được tin của chị: lớp WEB101-HN-2024 đang học mà trang mở hơn một phút, 15 học viên bị ảnh hưởng. Em đang kiểm tra ngay. Chị cho em hỏi các bạn bị chậm ở trang nào ạ? 15 phút nữa em cập nhật cho chị."
        );
        await SkipAsync();
        await Expect(page.Locator(".timeline")).ToContainTextAsync("trang nội dung bài học");

        await AskAsync(
            "requests\n| where timestamp > ago(30m)\n| summarize percentile(duration, 95) by tostring(customDimensions.ClassCode)",
            "Chỉ lớp này chậm"
        );
        await AskAsync("exceptions\n| summarize count() by type");
        await AskAsync("dependencies\n| top 20 by duration", "Truy vấn chậm");
        await Expect(page.Locator(".practice-facts")).ToContainTextAsync("Other classes are normal");

        await OpenAsync("diagnose");
        await page.Locator(".composer [name='Form.Text']").FillAsync("Chỉ lớp WEB101-HN-2024 chậm nên chuyển cấp.");
        await SendAsync();
        await EscalateAsync();
        await ReplyAsync(
            "Chào chị Hà, em đã chuyển cho đội kỹ thuật kèm đầy đủ thông tin. Trong lúc chờ, các bạn có thể gửi bài qua email cho lớp. 15 phút nữa em báo tin tiếp cho chị."
        );
        await SkipAsync(until: page.Locator(".practice-chat", new() { HasText = "chỉ mục" }));
        await ReplyAsync("Chị Hà ơi, em đang thử lại. Em cập nhật tiếp cho chị sau 15 phút.");

        await MoveAsync("test");
        await Expect(page.Locator("[aria-labelledby='practice-test']")).ToContainTextAsync("it works");
        await MoveAsync("watch");
        await Expect(page.Locator(".practice")).ToContainTextAsync("Watching since");
        await SkipAsync(until: page.Locator(".practice-results", new() { HasText = "Watched from" }));

        await OpenAsync("resolve");
        await page.Locator(".composer [name='Form.Cause']").FillAsync("Thiếu chỉ mục trên bảng tiến độ học");
        await page.Locator(".composer [name='Form.Text']")
            .FillAsync(
                "Chào chị Hà, em đã thử lại và theo dõi 10 phút, trang của lớp WEB101-HN-2024 mở bình thường. Chị kiểm tra lại giúp em xem cả lớp đã vào và nộp bài được chưa nhé."
            );
        await SendAsync();
        await SkipAsync(until: page.Locator(".timeline", new() { HasText = "confirmed" }));

        await OpenAsync("trend");
        await page.Locator(".composer [name='Form.Text']").FillAsync("Chưa thấy lặp lại, đề nghị theo dõi pool.");
        await SendAsync();
        await page.Locator("details.practice-part", new() { HasText = "Knowledge" }).Locator("summary").ClickAsync();
        await page.Locator("[name='Panel.Title']").FillAsync("Lớp chậm do truy vấn trên dữ liệu của lớp");
        await page.Locator(MoveForm("draft")).Locator("textarea").FillAsync("Dấu hiệu và các truy vấn cần xem.");
        await MoveAsync("draft");
        await Expect(page.Locator(".practice")).ToContainTextAsync("Draft: Lớp chậm");
        await OpenAsync("close");
        await SendAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Hand in" }).ClickAsync();
        await page.GetByLabel("Why this class of service")
            .FillAsync("15 học viên, nằm trong ngưỡng 5-25 nên là Ưu tiên; chưa quá 25 nên không phải Khẩn cấp.");
        await page.GetByLabel("What would you do differently?").FillAsync("Lần sau tôi so với các lớp khác sớm hơn.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hand in and end" }).ClickAsync();

        await page.IsAtAsync($"/practice/{session}$");
        await Expect(page.Locator(".debrief-sum")).ToContainTextAsync("Passes so far");
        await Expect(page.Locator(".verdict-violated, .verdict-not_met")).ToHaveCountAsync(0);
        await Expect(page.Locator(".curtain")).ToContainTextAsync("Slow queries on the data of the class");

        var cited = page.Locator(".verdict", new() { HasText = "Priority within 5 minutes" }).Locator(".cited a").Last;
        var moment = (await cited.GetAttributeAsync("href"))!.Split('#')[1];
        await cited.ClickAsync();
        await Expect(page.Locator($"#{moment}")).ToBeInViewportAsync();
        await Expect(page.Locator($"#{moment}")).ToContainTextAsync("You logged the ticket");
    }

    [Fact]
    public async Task Who_comes_to_the_date_of_the_next_word_begins_at_the_day_of_the_session()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await page.Locator(".letters .row").ClickAsync();
        await LogAsync();
        await OpenAsync("reply");
        var next = page.Locator(".composer [name='Form.At']");

        await next.FocusAsync();
        await Expect(next).ToHaveValueAsync(new Regex("^2026-03-09T14:", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator(".composer [name='Form.Text']").FocusAsync();
        await Expect(next).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_long_text_among_rows_keeps_to_its_column()
    {
        await BeginAsync();
        await SignInAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To its desk" }).ClickAsync();
        await page.GotoAsync($"{Desk}telemetry");
        await page.Editor()
            .FillAsync(
                "dependencies\n| take 2\n| project type = \"System.InvalidOperationException\", outerMessage = \"Timeout expired. The timeout period elapsed prior to obtaining a connection from the pool. All pooled connections were in use.\", n = 503, last = timestamp"
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Expect(page.Locator("table.rows tbody tr")).ToHaveCountAsync(2);

        Assert.True(
            await page.Locator("table.rows")
                .EvaluateAsync<bool>("t => [...t.querySelectorAll('td')].every(td => td.scrollWidth <= td.clientWidth)")
        );
    }

    /// <summary>A session in which slow queries are what is wrong, told in Vietnamese.</summary>
    async Task<int> BeginAsync()
    {
        var scenario = app.Services.GetRequiredService<Library>().Find("s02-slow-lms")!;
        var seed = Enumerable
            .Range(1, 100)
            .Select(n => (ulong)n)
            .First(n => Core.Practice.Sessions.Session.BranchOf(scenario, n).Id is "pool");
        var (id, refusal) = await app
            .Services.GetRequiredService<Sessions>()
            .StartAsync(scenario.Id, trainee.AsActor, PracticeMode.Practice, Language.Vi, seed, Stop);
        Assert.Null(refusal);
        return id!.Value;
    }

    async Task SignInAsync()
    {
        await page.GotoAsync("/sign-in");
        await page.Locator("[name='Form.Email']").FillAsync("han@desk.example");
        await page.Locator("[name='Form.Password']").FillAsync(DeskApp.Password);
        await page.Locator("main button.primary").ClickAsync();
        // The page's own load may be over before anybody waits for it.
        await page.IsAtAsync("/practice$");
    }

    async Task LogAsync()
    {
        await page.Locator("[name='Form.Title']").FillAsync("LMS chậm, lớp WEB101-HN-2024, 15 học viên");
        await page.Locator("[name='Form.Affected']").FillAsync("15");
        await page.Locator("[name='Form.Category']").FillAsync("performance");
        await page.Locator("[name='Form.Tags']").FillAsync("performance, lms");
        await page.Locator("[name='Form.Class']").SelectOptionAsync("Priority");
        await page.Locator("[name='Form.Justification']").FillAsync("15 học viên không học tiếp được");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log ticket" }).ClickAsync();
        await Expect(page.Locator(".ticket-title")).ToContainTextAsync("LMS chậm");
    }

    async Task EscalateAsync()
    {
        await OpenAsync("escalate");
        await page.Locator(".composer [name='Form.Ground']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator(".composer [name='Form.Specialty']").SelectOptionAsync("Development");
        await page.Locator(".composer [name='Form.Team']")
            .SelectOptionAsync(new SelectOptionValue { Label = "Đội phát triển LMS" });
        await page.Locator(".composer [name='Form.Summary']")
            .FillAsync(
                "Lớp WEB101-HN-2024 chậm, mỗi yêu cầu mất khoảng 33 giây thay vì 1 giây; các lớp khác vẫn bình thường"
            );
        await page.Locator(".composer [name='Form.Ask']").FillAsync("Nhờ đội phát triển xem ngay và khắc phục tạm.");
        await page.Locator(".composer [name='Form.Impact']").FillAsync("15 học viên không nộp được bài");
        await page.Locator(".composer [name='Form.Text']").FillAsync("So với các lớp khác\nXem lỗi, nhiều timeout");
        await page.Locator(".composer [name='Form.Since']").FillAsync("2026-03-09T14:00");
        await page.Locator(".composer [name='Form.Count']").FillAsync("15");
        await page.Locator(".composer [name='Form.At']").FillAsync(await InAsync(15));
        foreach (var pin in await page.Locator(".composer [name='Form.Pins']").AllAsync())
            await pin.CheckAsync();
        await SendAsync();
    }

    async Task ReplyAsync(string text)
    {
        await OpenAsync("reply");
        await page.Locator(".composer [name='Form.Text']").FillAsync(text);
        await page.Locator(".composer [name='Form.At']").FillAsync(await InAsync(15));
        await SendAsync();
        await Expect(page.Locator(".entry-reply").Last).ToContainTextAsync(text.Split('\n')[0]);
    }

    async Task AskAsync(string query, string? remark = null)
    {
        var ticket = await page.Locator("[data-ticket]").GetAttributeAsync("data-ticket");
        await page.GotoAsync($"{Desk}telemetry?ticket={ticket}");
        await page.Editor().FillAsync(query);
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();
        await Expect(page.Locator(".answer h2")).ToBeVisibleAsync();
        if (remark is not null)
        {
            await page.Locator("[name='Form.Remark']").FillAsync(remark);
            await page.Locator(".pin button.primary").ClickAsync();
            await Expect(page.Locator(".timeline")).ToContainTextAsync(remark);
        }
        else
            await page.GotoAsync($"{Desk}tickets/{ticket}");
    }

    /// <summary>Where the desk of the session begins, whatever page of it is open.</summary>
    string Desk => page.Url[..(page.Url.IndexOf("/desk", StringComparison.Ordinal) + "/desk/".Length)];

    async Task OpenAsync(string form)
    {
        var ticket = await page.Locator("[data-ticket]").GetAttributeAsync("data-ticket");
        await page.GotoAsync($"{Desk}tickets/{ticket}?do={form}#compose");
        await Expect(page.Locator($".composer-{form}")).ToBeVisibleAsync();
    }

    async Task SendAsync()
    {
        await page.Locator(".composer .act-foot button.primary").ClickAsync();
        // Once it is done the page comes back without the form in its address.
        await page.IsAtAsync("^(?!.*do=)");
        await Expect(page.Locator(".refusal")).ToHaveCountAsync(0);
    }

    static string MoveForm(string verb) => $"form.practice-move:has([name='Panel.Verb'][value='{verb}'])";

    async Task MoveAsync(string verb)
    {
        await page.Locator(MoveForm(verb)).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".practice .refusal")).ToHaveCountAsync(0);
    }

    /// <summary>Lets the next thing happen, and what comes after it until something is seen.</summary>
    async Task SkipAsync(ILocator? until = null)
    {
        for (var skipped = 0; skipped < 8; skipped++)
        {
            var before = await NowAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "To the next event" }).ClickAsync();
            await Expect(page.Locator("[data-now]")).Not.ToHaveAttributeAsync("data-now", before);
            if (until is null || await until.CountAsync() > 0)
                return;
        }
        Assert.Fail("What was waited for did not come.");
    }

    async Task<string> NowAsync() => (await page.Locator("[data-now]").GetAttributeAsync("data-now"))!;

    /// <summary>So many minutes from now by the session's clock, as a field takes it.</summary>
    async Task<string> InAsync(int minutes) =>
        DateTimeOffset
            .Parse(await NowAsync(), CultureInfo.InvariantCulture)
            .ToOffset(TimeSpan.FromHours(7))
            .AddMinutes(minutes)
            .ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
