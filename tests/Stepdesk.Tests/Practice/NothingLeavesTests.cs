using System.Collections;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Practice;

/// <summary>What somebody practises reaches nobody: not by a rule that could be forgotten, but for want of a way.</summary>
public sealed class NothingLeavesTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await DeskApp.StartAsync(services => services.AddSingleton<IMailOut>(new Alarm()));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_a_session_holds_leads_to_a_server()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var session = await me.LookAsync();

        var platform = app
            .Services.GetRequiredService<SessionTelemetry>()
            .At("platform", session.Row.Id, session.Session, session.World.Clock);

        var parts = Reachable(session.World, platform);

        Assert.Contains(parts, p => p.GetType().Name is "SessionDrawer");
        Assert.DoesNotContain(
            parts,
            p => p is LiveMail or SmtpMail or Drawer or Alarm or AzureTelemetrySource or FetchMail or TelemetrySources
        );
        Assert.DoesNotContain(
            parts.Select(p => p.GetType().Namespace ?? ""),
            name =>
                name.StartsWith("Azure", StringComparison.Ordinal)
                || name.StartsWith("MailKit", StringComparison.Ordinal)
                || name.StartsWith("System.Net", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Somebody_real_cannot_be_made_known_in_a_session()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var inside = (await me.LookAsync()).Inside.AsActor;
        var involving = app.Services.GetRequiredService<Involving>();
        var escalating = app.Services.GetRequiredService<Escalating>();

        var (_, refusal) = await involving.FindAsync(
            inside,
            "somebody@company.vn",
            "Somebody",
            Audience.Stakeholders,
            Language.Vi,
            Stop
        );
        Assert.Equal("practice-real-address", refusal?.Code);
        Assert.Equal("somebody@company.vn", refusal?.Detail);
        (_, refusal) = await escalating.FindAsync(
            inside,
            new Escalate(Ground.BeyondSkill, Specialty.Development),
            "dev@company.vn",
            "Dev",
            Language.Vi,
            Stop
        );
        Assert.Equal("practice-real-address", refusal?.Code);
        var (action, none) = await involving.FindAsync(
            inside,
            "lead@school.example",
            "Lead",
            Audience.Stakeholders,
            Language.Vi,
            Stop
        );
        Assert.Null(none);
        await using var db = app.Database();
        Assert.Equal(me.Id, (await db.People.SingleAsync(p => p.Id == action!.Person, Stop)).World);
    }

    [Theory]
    [InlineData("ha@campus.example", true)]
    [InlineData("ha@deep.campus.test", true)]
    [InlineData("ha@company.vn", false)]
    [InlineData("ha@example.company.vn", false)]
    [InlineData("ha@notexample", false)]
    public async Task The_drawer_takes_mail_to_nobody_real(string address, bool isTaken)
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        using var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress("", "support@desk.example"));
        mail.To.Add(new MailboxAddress("", "thu.ha@campus.example"));
        mail.Cc.Add(new MailboxAddress("", address));

        var drawer = (await me.LookAsync()).World.Mail;

        if (isTaken)
            await drawer.SendAsync(mail, Stop);
        else
            await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => drawer.SendAsync(mail, Stop));
    }

    [Fact]
    public async Task What_is_answered_in_a_session_is_delivered_there_and_never_by_the_live_way()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        Assert.Null((await me.ActAsync(new Reply("Chào chị Hà"))).Refusal);

        Assert.NotNull((await me.TicketAsync()).AcknowledgedAt);
        Assert.Equal(0, await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop));
        await using var db = app.Database();
        Assert.Equal(0, await db.Outbox.CountAsync(o => o.DoneAt == null, Stop));
    }

    [Fact]
    public async Task What_is_told_of_a_merge_in_a_session_is_delivered_there()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        var first = await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        var second = await me.LogAsync(new Log("Vẫn chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        var merged = await me.ActAsync(new Merge(first.Ticket, "Xử lý chung với phiếu trước ạ."), second.Ticket);
        Assert.Null(merged.Refusal);

        Assert.Equal(0, await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop));
        await using var db = app.Database();
        Assert.Equal(0, await db.Outbox.CountAsync(o => o.DoneAt == null, Stop));
        Assert.Equal(1, await db.Outbox.CountAsync(o => o.World == me.Id && o.Ticket == second.Ticket, Stop));
    }

    [Fact]
    public async Task A_split_in_a_session_stays_among_its_people()
    {
        var me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        var logged = await me.LogAsync(new Log("LMS chậm", "Lớp WEB101", ha.Id, Channel.Mail));
        var wrote = await app.Desk.ActAsync(
            logged.Ticket,
            new Write("Máy in cũng hỏng", Channel.Mail),
            ha.AsActor,
            stop: Stop
        );
        var inside = (await me.LookAsync()).Inside.AsActor;

        Assert.Equal("practice-real-address", (await SplitAsync("somebody@company.vn")).Refusal?.Code);
        Assert.Equal("practice-nobody-reported", (await SplitAsync("stranger@campus.example")).Refusal?.Code);
        var part = await SplitAsync(email: null);

        Assert.Null(part.Refusal);
        await using var db = app.Database();
        Assert.Equal(me.Id, (await db.Tickets.SingleAsync(t => t.Id == part.Ticket, Stop)).World);
        Assert.Equal(0, await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop));

        Task<Outcome> SplitAsync(string? email) =>
            app
                .Services.GetRequiredService<Parting>()
                .SplitAsync(
                    logged.Ticket,
                    new Split([wrote.Version], "Máy in", "Việc khác"),
                    email,
                    "Ai đó",
                    inside,
                    Language.Vi,
                    Terms.None,
                    Stop
                );
    }

    /// <summary>The live desk's way out; whoever takes it from a session fails the test.</summary>
    sealed class Alarm : IMailOut
    {
        public Task SendAsync(MimeMessage mail, CancellationToken stop) =>
            throw new InvalidOperationException("A mail left.");
    }

    // Every object of ours that can be got at from these, and the first ones of others; the database is how all is kept.
    static HashSet<object> Reachable(params IEnumerable<object> from)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var next = new Queue<object>(from);
        while (next.TryDequeue(out var one))
        {
            if (one is IDbContextFactory<Db> or Type or string || one.GetType().IsPrimitive || !seen.Add(one))
                continue;
            var type = one.GetType();
            if (
                one is IEnumerable many
                && type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true
            )
                foreach (var item in many)
                    Add(item);
            if (one is Delegate act)
                Add(act.Target);
            if (type.Namespace?.StartsWith(nameof(Stepdesk), StringComparison.Ordinal) != true)
                continue;
            for (var level = type; level is not null; level = level.BaseType)
                foreach (
                    var field in level.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                    )
                )
                    Add(field.GetValue(one));
        }
        return seen;

        void Add(object? found)
        {
            if (found is not null)
                next.Enqueue(found);
        }
    }
}
