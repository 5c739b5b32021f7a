using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;
using Stepdesk.Tests.Asking;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>In a session other systems are looked up as they are at the live desk, on the ticket, and only the scenario's.</summary>
public sealed class LookupInPracticeTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StubServer real = new StubServer().Says(200, """{"status":"active"}""");
    DeskApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(
            settings: JsonSerializer.Serialize(
                new
                {
                    Lookups = new
                    {
                        Systems = new[]
                        {
                            new
                            {
                                Name = "base",
                                Title = new { Vi = "Thật", En = "The real one" },
                                Url = new Uri(real.Endpoint, "/").AbsoluteUri + "{subject}",
                                Parameters = new[] { new { Name = "subject", Title = new { Vi = "Ai", En = "Who" } } },
                                Fields = new[]
                                {
                                    new { Path = "status", Title = new { Vi = "Trạng thái", En = "Status" } },
                                },
                            },
                        },
                    },
                }
            )
        );
        await app.PersonAsync(Core.People.Role.Administrator, "Root");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await real.DisposeAsync();
    }

    [Fact]
    public async Task A_look_on_the_ticket_is_a_look_of_the_session_and_evidence_of_what_it_showed()
    {
        var me = await LoggedAsync();

        var outcome = await LookUpAsync(me, "base", "thầy An");

        Assert.Null(outcome.Refusal);
        var look = Assert.Single(await me.EventsAsync(), e => e.Type is "lookup.performed");
        Assert.Equal(("base", "thầy An"), (look.Data.One("system"), look.Data.One("subject")));
        var kept = (FindingKept)(await HistoryAsync(me))[^1];
        Assert.Equal(("base", true, "Base (tài khoản)"), (kept.Source, kept.IsSimulated, kept.LookedUp!.Title.Vi));
        Assert.Contains("Địa chỉ người gửi khớp với Base", kept.Rows.Select(r => r[1]));
        Assert.Equal(look.At, kept.AsOf);

        // A diagnosis rests on what is kept on the ticket.
        Assert.Null((await me.ActAsync(new Diagnose("Đã kiểm tra xong."))).Refusal);
        var note = (await me.EventsAsync()).Last(e => e.Type is EventTypes.NoteAdded);
        Assert.Contains("email_match", note.Data.All("attached"));
    }

    [Fact]
    public async Task What_was_looked_up_before_the_ticket_was_logged_stands_on_it_as_evidence()
    {
        var me = await Trying.BeginAsync(app, "s01-login", seed: 1);
        Assert.Null(await me.MoveAsync("look", ("system", "base"), ("subject", "thầy An")));
        using var browser = await Surfer.OfAsync(app, me.Me);
        var letter = (await me.WaitingAsync())[0].Id;
        await me.WaitAsync(TimeSpan.FromMinutes(2));

        var path = $"/practice/{me.Id}/desk/tickets/new?letter={letter}";
        var form = await browser.PageAsync(path);
        string Typed(string name) => form.QuerySelector($"[name='Form.{name}']")!.GetAttribute("value")!;
        var answer = await browser.SubmitAsync(
            path,
            "new-ticket",
            ("Form.Title", "Không đăng nhập được"),
            ("Form.Name", Typed("Name")),
            ("Form.Email", Typed("Email")),
            ("Form.Channel", "Mail")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var look = Assert.Single(await me.EventsAsync(), e => e.Type is "lookup.performed");
        await using var db = app.Database();
        var ticket = (await me.LookAsync()).Row.Ticket!.Value;
        var kept = (await db.StreamAsync(Streams.Ticket(ticket), Stop))
            .Select(e => e.Read().What)
            .OfType<FindingKept>()
            .Single();
        Assert.Equal(("base", "thầy An", look.At), (kept.Source, kept.Query, kept.AsOf));
        Assert.Contains("Địa chỉ người gửi khớp với Base", kept.Rows.Select(r => r[1]));
    }

    [Fact]
    public async Task Where_nothing_is_wrong_the_answer_says_so_and_looking_again_shows_the_same()
    {
        var me = await LoggedAsync();

        await LookUpAsync(me, "releases", "");
        var first = (FindingKept)(await HistoryAsync(me))[^1];
        await me.WaitAsync(TimeSpan.FromMinutes(2));
        await LookUpAsync(me, "releases", "");
        var second = (FindingKept)(await HistoryAsync(me))[^1];

        Assert.Equal("Không có gì bất thường.", first.Rows[0][1]);
        Assert.Equal(first.Hash, second.Hash);
        Assert.True(second.AsOf > first.AsOf);
    }

    [Fact]
    public async Task While_the_clock_stands_nothing_is_looked_up()
    {
        var me = await LoggedAsync();
        Assert.Null(await me.Sessions.PaceAsync(me.Id, new(PaceChange.Paused), me.Me.AsActor, Stop));
        var before = (await HistoryAsync(me)).Count;

        Assert.Equal("practice-is-paused", (await LookUpAsync(me, "base", "An")).Refusal?.Code);

        Assert.Equal(before, (await HistoryAsync(me)).Count);
        Assert.DoesNotContain(await me.EventsAsync(), e => e.Type is "lookup.performed");
    }

    [Fact]
    public async Task The_real_systems_are_not_there_and_hear_nothing()
    {
        var me = await LoggedAsync();
        using var browser = new Surfer(app);
        await browser.SignInAsync(me.Me.Email);
        var ticket = $"/practice/{me.Id}/desk/tickets/{me.Ticket}?do=lookup";
        var page = await browser.PageAsync(ticket);
        Assert.DoesNotContain("The real one", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            (await SystemsAsync(me)).Select(s => s.Name),
            page.QuerySelectorAll("input[name='Form.System']").Select(i => i.GetAttribute("value"))
        );

        var answer = await browser.SubmitAsync(ticket, "lookup-base", ("Form.Asked[subject]", "An"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await browser.PageAsync($"/practice/{me.Id}/desk/tickets/{me.Ticket}");
        Assert.Contains("Base (accounts)", shown.QuerySelector(".looked-up")!.TextContent, StringComparison.Ordinal);
        foreach (var system in await SystemsAsync(me))
            Assert.Null((await LookUpAsync(me, system.Name, "An")).Refusal);
        Assert.Empty(real.Heard);
        // And nobody looks something up for the ticket of a world they are not in.
        using var live = await Api.Client.OfAsync(app, Core.People.Role.Agent);
        (
            await live.PostAsync(
                $"tickets/{me.Ticket}/lookups",
                new { system = "base", values = new { subject = "An" } }
            )
        ).IsProblem(HttpStatusCode.NotFound, "no-such-ticket");
        Assert.Empty(real.Heard);
    }

    [Fact]
    public async Task Before_the_report_is_logged_the_side_panel_looks_and_afterwards_it_leads_to_the_ticket()
    {
        var me = await Trying.BeginAsync(app, "s01-login", 1);
        using var browser = new Surfer(app);
        await browser.SignInAsync(me.Me.Email);
        var desk = $"/practice/{me.Id}/desk/";
        await browser.SubmitAsync(desk, "practice-look", ("Panel.System", "hr"));
        Assert.Single(await me.EventsAsync(), e => e.Type is "lookup.performed");

        await LogAsync(me);

        var page = await browser.PageAsync(desk);
        Assert.Null(page.QuerySelector("[name='Panel.System']"));
        Assert.NotNull(page.QuerySelector($".practice a[href='tickets/{me.Ticket}?do=lookup#compose']"));
    }

    async Task<Trying> LoggedAsync()
    {
        var me = await Trying.BeginAsync(app, "s01-login", 1);
        await LogAsync(me);
        return me;
    }

    static async Task LogAsync(Trying me)
    {
        var mail = (await me.WaitingAsync())[0];
        var an = await me.PersonAsync("van.an@campus.example");
        var logged = await me.LogAsync(
            new Log("Không đăng nhập được", "LMS", an.Id, Channel.Mail)
            {
                MailId = mail.Id,
                ReportedAt = mail.ReceivedAt,
            }
        );
        Assert.Null(logged.Refusal);
    }

    static async Task<IReadOnlyList<ILookupSystem>> SystemsAsync(Trying me) =>
        [.. me.Sessions.SystemsOf(await me.LookAsync(), me.Me.AsActor)];

    async Task<Outcome> LookUpAsync(Trying me, string system, string subject)
    {
        var asked = (await SystemsAsync(me)).First(s => s.Name == system);
        return await app
            .Services.GetRequiredService<LookingUp>()
            .LookUpAsync(
                me.Ticket,
                new(asked, new Dictionary<string, string?>(StringComparer.Ordinal) { ["subject"] = subject }),
                (await me.LookAsync()).Inside.AsActor,
                Language.Vi,
                Terms.None,
                Stop
            );
    }

    async Task<IReadOnlyList<Core.History.Event>> HistoryAsync(Trying me)
    {
        await using var db = app.Database();
        return [.. (await db.StreamAsync(Streams.Ticket(me.Ticket), Stop)).Select(r => r.Read().What)];
    }
}
