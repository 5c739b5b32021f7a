using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Service;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Mail;

namespace Stepdesk.Tests.Door;

/// <summary>Who is told when a promise is about to break, broke or is still not kept: by notices and by mail, once.</summary>
public sealed class AlarmTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    readonly Killer killer = new();
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    PersonRow an = null!;
    PersonRow lead = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(Replace);
        an = await app.PersonAsync(Role.Agent);
        lead = await app.PersonAsync(Role.Lead, "Binh");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whoever_works_on_it_hears_in_time_and_the_leads_hear_of_the_breach()
    {
        var ticket = await OwnedAsync();

        await LookAfterAsync(30 * 0.67);
        Assert.Equal([("clock_warned", an.Id)], await NoticesAsync(ticket));

        await LookAfterAsync(30 * 0.33);
        Assert.Equal(
            [("clock_broken", an.Id), ("clock_broken", lead.Id), ("clock_warned", an.Id)],
            await NoticesAsync(ticket)
        );
        Assert.Empty(await OwedAsync(ticket));
    }

    [Fact]
    public async Task The_leads_stand_in_while_nobody_owns_the_ticket()
    {
        var ticket = await app.LoggedAsync();

        await LookAfterAsync(30 * 0.67);

        Assert.Equal([("clock_warned", lead.Id)], await NoticesAsync(ticket));
    }

    [Fact]
    public async Task An_emergency_still_unanswered_after_a_quarter_of_an_hour_is_mailed_to_the_leads()
    {
        var ticket = await OwnedAsync();
        await ActAsync(ticket, new Classify(ClassOfService.Expedite, "53 users"));
        await ActAsync(ticket, new Reply("We are on it"));
        await PayAsync();
        var answered = server.Accepted.Count;

        await LookAfterAsync(5); // specialists were to be alerted
        await LookAfterAsync(15);
        await PayAsync();

        Assert.Contains(("clock_overdue", lead.Id), await NoticesAsync(ticket));
        var mail = Assert.Single(server.Accepted.Skip(answered));
        Assert.Equal("[#1] Still overdue: Alert specialists", mail.Subject);
        Assert.Equal(lead.Email, mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Team_and_stakeholders_are_reached_as_they_can_be()
    {
        await AlarmAsync(Level.Breach, [Recipient.Team, Recipient.Stakeholders], [Means.Notice, Means.Mail]);
        var team = await TeamAsync();
        var chi = await PersonAsync("Chi", Role.Agent, team);
        var gone = await PersonAsync("Dung", Role.Agent, team);
        await using (var db = app.Database())
            await db
                .People.Where(p => p.Id == gone.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(r => r.IsActive, false), Stop);
        var ticket = await OwnedAsync();
        await ActAsync(ticket, new Assign(team, an.Id));
        var school = await app.People.CustomerAsync("Hà", "ha@school.example", Language.Vi, Stop);
        await ActAsync(ticket, new Involve(school.Id, Audience.Stakeholders));
        await ActAsync(ticket, new Involve(lead.Id, Audience.Specialists));

        await LookAfterAsync(30);
        await PayAsync();

        Assert.Equal([("clock_broken", chi.Id)], await NoticesAsync(ticket));
        var mails = server.Accepted.ToDictionary(m => m.To.Mailboxes.Single().Address);
        Assert.Equal(["chi@desk.example", "ha@school.example"], mails.Keys.Order(StringComparer.Ordinal));
        Assert.Contains($"/tickets/{ticket}", mails["chi@desk.example"].TextBody, StringComparison.Ordinal);
        Assert.Contains("Cannot log in", mails["chi@desk.example"].TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("/tickets/", mails["ha@school.example"].TextBody, StringComparison.Ordinal);
        // The title is what the customer wrote.
        Assert.DoesNotContain("Cannot log in", mails["ha@school.example"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_that_passed_just_before_a_change_is_told_to_those_it_was_for()
    {
        var ticket = await OwnedAsync();
        await ActAsync(ticket, new Classify(ClassOfService.Expedite, "53 users"));
        await LookAfterAsync(5);
        Assert.DoesNotContain(("clock_overdue", lead.Id), await NoticesAsync(ticket));

        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await ActAsync(ticket, new Classify(ClassOfService.Standard, "Only two users after all"));

        Assert.Contains(("clock_overdue", lead.Id), await NoticesAsync(ticket));
    }

    [Fact]
    public async Task Notices_for_people_outside_the_desk_go_to_the_leads()
    {
        await AlarmAsync(Level.Breach, [Recipient.Stakeholders], [Means.Notice, Means.Mail]);
        var ticket = await OwnedAsync();
        var school = await app.People.CustomerAsync("Hà", "ha@school.example", Language.Vi, Stop);
        await ActAsync(ticket, new Involve(school.Id, Audience.Stakeholders));

        await LookAfterAsync(30);

        Assert.Equal([("clock_broken", lead.Id)], await NoticesAsync(ticket));
    }

    [Fact]
    public async Task What_would_reach_nobody_reaches_the_leads()
    {
        await AlarmAsync(Level.Breach, [Recipient.Team], [Means.Notice]);
        var ticket = await OwnedAsync();

        await LookAfterAsync(30);

        Assert.Equal([("clock_broken", lead.Id)], await NoticesAsync(ticket));
    }

    [Fact]
    public async Task The_mail_is_in_its_readers_language_and_says_no_more_than_it_must()
    {
        await AlarmAsync(new(Offset: TimeSpan.FromMinutes(-10)), [Recipient.Owner], [Means.Mail]);
        await using (var desk = app.Database())
        {
            desk.Worlds.Add(
                new()
                {
                    Id = WorldRow.Live,
                    Name = "Desk",
                    Zone = "Asia/Ho_Chi_Minh",
                    Language = Language.En,
                    IsDemo = false,
                }
            );
            await desk.SaveChangesAsync(Stop);
        }
        an = await PersonAsync("Em", Role.Agent, team: null, Language.Vi);
        var ticket = await OwnedAsync();

        await LookAfterAsync(20);
        await PayAsync();

        var mail = Assert.Single(server.Accepted);
        Assert.Equal("[#1] Sắp đến hạn: Phản hồi", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains("Cam kết: Phản hồi", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Hạn: 09:30 ngày 02/03/2026 (UTC+07:00)", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Since 8:00", mail.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("lan@customer.example", mail.ToString(), StringComparison.Ordinal);
        Assert.Null(app.Services.GetRequiredService<Signer>().ReadMessageId(mail.MessageId!));

        // It is no message of the ticket, and nothing of it is told to the customer.
        using var agent = await Client.OfAsync(app, Role.Agent, "Giang");
        Assert.Equal(1, (await agent.GetAsync($"tickets/{ticket}/messages"))["items"].GetArrayLength());
        await using var db = app.Database();
        Assert.NotNull((await db.Outbox.SingleAsync(Stop)).DoneAt);
        Assert.Equal(0, await db.History.CountAsync(e => e.Kind == "delivered", Stop));
    }

    [Fact]
    public async Task An_alarm_that_cannot_leave_holds_up_no_answer_and_harms_no_ticket()
    {
        await AlarmAsync(new(Offset: TimeSpan.FromMinutes(-10)), [Recipient.Owner], [Means.Mail]);
        var ticket = await OwnedAsync();
        await LookAfterAsync(20);
        server.Fails = new IOException("No route to host");
        await PayAsync();

        server.Fails = null;
        await ActAsync(ticket, new Reply("We are on it"));
        await PayAsync();

        Assert.Equal("lan@customer.example", Assert.Single(server.Accepted).To.Mailboxes.Single().Address);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await PayAsync();
        Assert.Equal(2, server.Accepted.Count);
        await using var db = app.Database();
        Assert.Equal(0, await db.History.CountAsync(e => e.Kind == "bounced", Stop));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_tell_once()
    {
        await AlarmAsync(Level.Breach, [Recipient.Owner, Recipient.Leads], [Means.Notice, Means.Mail]);
        var tickets = new[] { await OwnedAsync(), await OwnedAsync(), await OwnedAsync() };
        await using var other = await app.AnotherAsync(Replace);
        app.Clock.Advance(TimeSpan.FromMinutes(30) + Moment);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => LookAsync(i % 2 == 0 ? app : other))));
        await Task.WhenAll(PayAsync(app), PayAsync(other));

        foreach (var ticket in tickets)
            await ToldOnceAsync(ticket);
        Assert.Equal(2 * tickets.Length, server.Accepted.Count);
    }

    [Fact]
    public async Task Wherever_a_node_dies_another_tells_once()
    {
        await AlarmAsync(Level.Breach, [Recipient.Owner, Recipient.Leads], [Means.Notice, Means.Mail]);
        await using var other = await app.AnotherAsync();
        var step = 0;
        do
        {
            var ticket = await OwnedAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(30) + Moment);
            killer.KillAt(++step);
            await DyingAsync(() => LookAsync(app));
            await LookAsync(other);
            await ToldOnceAsync(ticket);
        } while (killer.HasKilled);

        Assert.InRange(step, 8, 60);
    }

    [Fact]
    public async Task One_ticket_that_cannot_be_looked_at_keeps_no_other_from_being_noticed()
    {
        var (broken, whole) = (await OwnedAsync(), await OwnedAsync());
        await using (var db = app.Database())
            // In a world this desk does not have.
            await db.Tickets.Where(t => t.Id == broken).ExecuteUpdateAsync(t => t.SetProperty(r => r.World, 17), Stop);

        await LookAfterAsync(30);

        Assert.Empty(await NoticesAsync(broken));
        Assert.NotEmpty(await NoticesAsync(whole));
    }

    void Replace(IServiceCollection services)
    {
        killer.Follow(services);
        services.Replace(ServiceDescriptor.Singleton<IMailOut>(server));
    }

    async Task<int> OwnedAsync()
    {
        var ticket = await app.LoggedAsync();
        await ActAsync(ticket, new Assign(null, an.Id));
        return ticket;
    }

    async Task ActAsync(int ticket, TicketAction action) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, an.AsActor, stop: Stop)).Refusal);

    /// <summary>From the next ticket on this is the only alarm.</summary>
    async Task AlarmAsync(Level at, IReadOnlyList<Recipient> to, IReadOnlyList<Means> by)
    {
        var admin = Actor.Person(99, Role.Administrator);
        await using var db = app.Database();
        var policy = Shipped.Policy with { Alarms = [new(at, to, by)] };
        var (_, refusal) = await app
            .Services.GetRequiredService<Promising>()
            .SetAsync(
                policy,
                await app.Services.GetRequiredService<PolicyBook>().LatestAsync(db, WorldRow.Live, Stop),
                admin,
                Stop
            );
        Assert.Null(refusal);
    }

    async Task<int> TeamAsync()
    {
        await using var db = app.Database();
        db.Teams.Add(
            new()
            {
                Id = 1,
                World = WorldRow.Live,
                Name = "Second level",
            }
        );
        await db.SaveChangesAsync(Stop);
        return 1;
    }

    async Task<PersonRow> PersonAsync(string name, Role role, int? team, Language language = Language.En)
    {
        var (person, refusal) = await app.People.AddAsync(
            new(name, $"{name.ToLowerInvariant()}@desk.example", role, language, DeskApp.Password, team),
            Actor.System("tests")
        );
        Assert.Null(refusal);
        return person!;
    }

    Task LookAfterAsync(double minutes)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(minutes) + Moment);
        return LookAsync(app);
    }

    static Task<int> LookAsync(DeskApp node) => node.Services.GetRequiredService<Watch>().LookAsync(Stop);

    Task<int> PayAsync() => PayAsync(app);

    static Task<int> PayAsync(DeskApp node) => node.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);

    async Task DyingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception death) when (killer.HasKilled && (death.InnerException ?? death) is IOException)
        {
            // It died of it.
        }
        finally
        {
            killer.Revive();
        }
    }

    async Task ToldOnceAsync(int ticket)
    {
        await using var db = app.Database();
        var stream = Streams.Ticket(ticket);
        Assert.Equal(1, await db.History.CountAsync(e => e.Stream == stream && e.Kind == "clock_broken", Stop));
        Assert.Equal([("clock_broken", an.Id), ("clock_broken", lead.Id)], await NoticesAsync(ticket));
        Assert.Equal([OutboxRow.AlarmTo(an.Id), OutboxRow.AlarmTo(lead.Id)], await OwedAsync(ticket));
    }

    async Task<List<(string Kind, int Person)>> NoticesAsync(int ticket)
    {
        await using var db = app.Database();
        var notices = await db
            .Notices.Where(n => n.Ticket == ticket && n.Kind.StartsWith("clock"))
            .OrderBy(n => n.Kind)
            .ThenBy(n => n.Person)
            .ToListAsync(Stop);
        return notices.ConvertAll(n => (n.Kind, n.Person));
    }

    async Task<List<string>> OwedAsync(int ticket)
    {
        await using var db = app.Database();
        return await db
            .Outbox.Where(o => o.Ticket == ticket)
            .OrderBy(o => o.Id)
            .Select(o => o.Effect)
            .ToListAsync(Stop);
    }
}
