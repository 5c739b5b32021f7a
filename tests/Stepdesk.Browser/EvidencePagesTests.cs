using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Tests;

/// <summary>The pages of evidence with something on them, in both widths, themes and languages.</summary>
public sealed class EvidencePagesTests(Chromium chromium) : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow lead = null!;
    string session = "";

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(
            services => services.AddSingleton<ITelemetrySource, Real>(),
            settings: """{ "Lookups": { "Simulated": true } }"""
        );
        await app.PersonAsync(Role.Administrator, "Root");
        lead = await app.PersonAsync(Role.Lead, "Chi");
        session = await chromium.Browser.SignInAsync(app.Address, lead.Email);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_real_sources_were_asked()
    {
        var shelf = app.Services.GetRequiredService<QueryShelf>();
        foreach (
            var query in (string[])
                [
                    "requests\n| where timestamp > ago(4h) and success == false\n| summarize count() by name, resultCode\n| sort by count_ desc",
                    "broken",
                    "gone",
                    "part",
                    $"traces | where message has_any (\"{string.Join("\", \"", Enumerable.Range(0, 40).Select(n => $"WEB1{n:00}-HN-2024"))}\")",
                ]
        )
            await shelf.AskAsync(
                app.Services.GetServices<ITelemetrySource>().OfType<Real>().Single(),
                new(query, app.Clock.GetUtcNow().AddHours(-4), null),
                lead.AsActor,
                Stop
            );

        Assert.Empty(await chromium.Browser.InspectAsync(app.Address, "query-runs", "/telemetry/runs", session));
    }

    [Fact]
    public async Task A_query_that_is_kept_and_shared()
    {
        var saved = await app
            .Services.GetRequiredService<QueryShelf>()
            .SaveAsync(
                new(null, "Lỗi nộp bài theo lớp, từ đầu buổi học", "requests\n| count", "last-24h", "real", true),
                null,
                lead.AsActor,
                Stop
            );

        Assert.Empty(
            await chromium.Browser.InspectAsync(
                app.Address,
                "query-saved",
                $"/telemetry?saved={saved.Saved!.Id}",
                session
            )
        );
    }

    [Fact]
    public async Task An_act_on_an_account_and_the_next_one_to_be_filled_in()
    {
        var ticket = await app.LoggedAsync("Cannot sign in");
        var done = await app
            .Services.GetRequiredService<AccountActing>()
            .ActAsync(
                ticket,
                new(
                    app.Services.GetRequiredService<LookupSystems>().Find("accounts")!,
                    "reset-link",
                    new Dictionary<string, string?> { ["email"] = "lan@customer.example" },
                    IsConfirmed: true
                ),
                lead.AsActor,
                Language.En,
                new Terms(),
                Stop
            );
        Assert.Null(done.Refusal);
        await app.Desk.ActAsync(
            ticket,
            new Core.Tickets.ActOnAccount(
                "accounts",
                new("Tài khoản LMS", "LMS accounts"),
                "reset-link",
                new("Gửi liên kết đặt lại mật khẩu", "Send a link to reset the password"),
                [new("email", new("Địa chỉ email", "Mail address"))],
                "hoang.thi.mai@customer.example"
            )
            {
                IsConfirmed = true,
            },
            lead.AsActor,
            stop: Stop
        );

        Assert.Empty(
            await chromium.Browser.InspectAsync(
                app.Address,
                "ticket-account",
                $"/tickets/{ticket}?do=account&all=true",
                session
            )
        );
    }

    [Theory]
    [InlineData("en", "light", 390)]
    [InlineData("vi", "dark", 1440)]
    public async Task The_steps_of_a_query_when_they_are_open(string language, string theme, int width)
    {
        await using var context = await chromium.Browser.ContextAsync(app.Address, language, theme, session);
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/telemetry");
        await page.Locator(".guide > summary").ClickAsync();
        await page.Locator("[name='Form.Guide.Filters[0].Name']").SelectOptionAsync("customDimensions");
        await page.Locator("[name='Form.Guide.Filters[0].Property']").FillAsync("ClassCode");
        await page.Locator("[name='Form.Guide.Figure']").SelectOptionAsync("Average");
        await Microsoft.Playwright.Assertions.Expect(page.Locator("[data-guide-shown] .refusal")).ToBeVisibleAsync();

        Assert.Empty(await page.FaultsAsync());
        await page.PictureAsync($"query-guide-{width}-{theme}-{language}");
    }

    sealed class Real : ITelemetrySource
    {
        public string Name => "real";
        public TelemetryKind Kind => TelemetryKind.Azure;
        public bool IsSensitive => false;

        public Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop)
        {
            var answer = new TelemetryAnswer(Name, new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero)) { RowCount = 1234 };
            return Task.FromResult(
                question.Text switch
                {
                    "broken" => answer with { Error = new("SyntaxError", "broken") },
                    "gone" => answer with { Refusal = new("telemetry-is-failing", "500") },
                    "part" => answer with { Partial = "too many" },
                    _ => answer,
                }
            );
        }

        public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<TelemetryTableSeen>>([
                new(
                    "requests",
                    [new("timestamp", "datetime"), new("name", "string"), new("customDimensions", "dynamic")]
                ),
            ]);
    }
}
