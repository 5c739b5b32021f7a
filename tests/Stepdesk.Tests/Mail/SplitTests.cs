using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Mail;

/// <summary>Another matter in the middle of a ticket becomes a ticket of its own, and what answers it follows.</summary>
public sealed class SplitTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly UnreliableMail server = new();
    DeskApp app = null!;
    MergingDesk desk = null!;
    PersonRow an = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IMailOut>(server)));
        await app.PersonAsync(Role.Administrator, "Root");
        an = await app.PersonAsync(Role.Agent);
        desk = new(app, an.AsActor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_answers_the_mail_that_was_split_off_is_heard_on_the_new_ticket()
    {
        var first = await desk.ReportAsync("Mai");
        await desk.MailAsync(first, "Mai", "And the printer smokes");
        var mail = desk.LastMail;
        var printer = (await PartAsync(first, [2])).Ticket;

        // To the address of the first ticket, as an answer to one's own mail is.
        await desk.MailAsync(first, "Mai", "It burns now", answers: mail);
        await desk.MailAsync(first, "Mai", "Videos are still black");
        await desk.ActAsync(first, new Reply("We look at the videos."));
        await desk.ActAsync(printer, new Reply("We bring another."));
        await desk.PayAsync();
        var sent = server.Accepted.Single(m => m.TextBody!.Contains("We look", StringComparison.Ordinal)).MessageId;
        await desk.MailAsync(first, "Mai", "Thank you for looking", answers: sent);

        Assert.Equal(
            ["And the printer smokes", "Videos are still black", "Thank you for looking"],
            await WrittenAsync(first)
        );
        Assert.Equal(["It burns now"], await WrittenAsync(printer));
        var begun = (Logged)(await desk.HistoryAsync(printer))[0].What;
        Assert.Equal("And the printer smokes", begun.Description.Trim());
        // What answers on the new ticket answers their mail.
        var answer = server.Accepted.Single(m => m.TextBody!.Contains("We bring", StringComparison.Ordinal));
        Assert.Equal("m2@customer.example", answer.InReplyTo);
        Assert.Equal(printer, desk.Signer.ReadReplyAddress(answer.ReplyTo.Mailboxes.Single().Address)?.Ticket);
    }

    [Fact]
    public async Task A_mail_that_names_somebody_elses_split_mail_gets_nowhere_by_it()
    {
        var first = await desk.ReportAsync("Mai");
        await desk.MailAsync(first, "Mai", "And the printer smokes");
        var mail = desk.LastMail;
        var printer = (await PartAsync(first, [2])).Ticket;
        var hoa = await desk.ReportAsync("Hoa");

        await desk.MailAsync(first, "Kim", "Passed on to me", answers: mail);
        await desk.MailAsync(hoa, "Mai", "To another address", answers: mail);

        Assert.Empty(await WrittenAsync(printer));
        Assert.Contains("Passed on to me", await WrittenAsync(first));
        Assert.Contains("To another address", await WrittenAsync(hoa));
    }

    [Fact]
    public async Task It_may_become_somebody_elses_with_its_files_and_nobody_is_known_for_what_is_refused()
    {
        var first = await desk.ReportAsync("Mai");
        await desk.MailAsync(first, "Mai", "Kim cannot log in either");
        using var agent = await Client.OfAsync(app, Role.Agent, "Binh");
        var kim = new { email = "kim@customer.example", name = "Kim" };

        var refused = await agent.PostAsync(
            $"tickets/{first}/splits",
            new
            {
                messages = (int[])[1],
                title = "Kim cannot log in",
                why = "Another matter",
                requester = kim,
            }
        );
        Assert.Equal("split-what-no-customer-wrote", refused["code"].GetString());
        Assert.False(await IsKnownAsync());
        var untitled = await agent.PostAsync(
            $"tickets/{first}/splits",
            new
            {
                messages = (int[])[2],
                title = " ",
                why = "Another matter",
                requester = kim,
            }
        );
        Assert.Equal("title-is-missing", untitled["code"].GetString());
        Assert.False(await IsKnownAsync());

        var part = (
            await agent.PostAsync(
                $"tickets/{first}/splits",
                new
                {
                    messages = (int[])[2],
                    title = "Kim cannot log in",
                    why = "Another matter",
                    requester = kim,
                },
                ("Idempotency-Key", "once")
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal("Kim", part["requester"].GetProperty("name").GetString());
        var again = await agent.PostAsync(
            $"tickets/{first}/splits",
            new
            {
                messages = (int[])[2],
                title = "Kim cannot log in",
                why = "Another matter",
                requester = kim,
            },
            ("Idempotency-Key", "once")
        );
        Assert.Equal(part["id"].GetInt32(), again.Is(HttpStatusCode.OK)["id"].GetInt32());
        Assert.Equal(part["id"].GetInt32(), (await desk.TicketAsync(first)).SplitInto(2));
        Assert.Equal("split-off-before", (
                await agent.PostAsync(
                    $"tickets/{first}/splits",
                    new
                    {
                        messages = (int[])[2],
                        title = "Again",
                        why = "Another matter",
                    }
                )
            )["code"].GetString());
    }

    [Fact]
    public async Task Two_who_split_the_same_message_at_once_make_one_ticket()
    {
        var first = await desk.ReportAsync("Mai");
        await desk.MailAsync(first, "Mai", "And the printer smokes");

        var outcomes = await Task.WhenAll(PartAsync(first, [2]), PartAsync(first, [2]));

        Assert.Equal(Split.SplitBefore, Assert.Single(outcomes, o => o.Refusal is not null).Refusal);
        await using var db = app.Database();
        Assert.Equal(2, await db.Tickets.CountAsync(Stop));
    }

    [Fact]
    public async Task Merged_back_what_answers_it_is_heard_where_it_began()
    {
        var first = await desk.ReportAsync("Mai");
        await desk.MailAsync(first, "Mai", "And the printer smokes");
        var mail = desk.LastMail;
        var printer = (await PartAsync(first, [2])).Ticket;
        await desk.ActAsync(printer, new Merge(first, "It is one matter after all."));

        await desk.MailAsync(first, "Mai", "It burns now", answers: mail);

        var heard = Assert.Single((await desk.HistoryAsync(first)).Select(r => r.What).OfType<ReporterWrote>());
        Assert.Equal(printer, heard.Ticket);
    }

    Task<Outcome> PartAsync(int ticket, int[] messages) =>
        app
            .Services.GetRequiredService<Parting>()
            .SplitAsync(
                ticket,
                new Split(messages, "The printer smokes", "Another matter"),
                email: null,
                name: null,
                an.AsActor,
                Language.En,
                Terms.None,
                Stop
            );

    async Task<List<string>> WrittenAsync(int ticket) =>
        [.. (await desk.HistoryAsync(ticket)).Select(r => r.What).OfType<CustomerWrote>().Select(w => w.Text.Trim())];

    async Task<bool> IsKnownAsync()
    {
        await using var db = app.Database();
        return await db.People.AnyAsync(p => p.EmailKey == "kim@customer.example", Stop);
    }
}
