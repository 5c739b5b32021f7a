using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Tests.Broadcasts;

/// <summary>Who may tell many what, how often, and which reports it is about.</summary>
public sealed class BroadcastingTests : AtBroadcasts
{
    [Fact]
    public async Task Of_two_who_tell_the_same_at_once_one_does_and_of_two_updates_the_later_looks_again()
    {
        var both = await Task.WhenAll(
            Broadcasting.ActAsync(Send(), null, An, Stop),
            Broadcasting.ActAsync(Send(), null, An, Stop)
        );
        Assert.Single(both, b => b.Told is not null);
        Assert.Equal(BroadcastAction.ToldAlready.Code, both.Single(b => b.Told is null).Refusal!.Code);
        await Post.PayAsync(Stop);
        Assert.Equal(3, Server.Accepted.Count);

        var update = new UpdateBroadcast(1, Now.AddMinutes(45)) { Tellings = Said("Một.", "One.") };
        await ToldAsync(update);
        var (_, refusal) = await Broadcasting.ActAsync(update with { Tellings = Said("Hai.", "Two.") }, 1, An, Stop);
        Assert.Equal(Broadcasting.Changed, refusal);
    }

    [Fact]
    public async Task Asked_again_with_its_key_it_is_answered_again_and_nobody_is_told_twice()
    {
        var key = Guid.NewGuid().ToString();
        var both = await Task.WhenAll(
            Broadcasting.ActAsync(Send(), null, An, key, Stop),
            Broadcasting.ActAsync(Send(), null, An, key, Stop)
        );
        var again = await Broadcasting.ActAsync(Send(), null, An, key, Stop);

        Assert.All(
            (IEnumerable<(Broadcast? Told, Core.History.Refusal? Refusal)>)[.. both, again],
            b => Assert.Equal(1, b.Told?.Number)
        );
        Assert.Single((await BookAsync()).All);
        await Post.PayAsync(Stop);
        Assert.Equal(3, Server.Accepted.Count);

        var other = await Broadcasting.ActAsync(Send(en: "Something else"), null, An, key, Stop);
        Assert.Equal(Refusals.KeyReused, other.Refusal);
        // A key is its caller's own.
        var binh = (await App.PersonAsync(Role.Lead, "Binh")).AsActor;
        Assert.Equal(
            BroadcastAction.ToldAlready.Code,
            (await Broadcasting.ActAsync(Send(), null, binh, key, Stop)).Refusal?.Code
        );
    }

    [Fact]
    public async Task Who_may_not_tells_nobody_and_a_ticket_that_is_closed_is_told_of_no_more()
    {
        foreach (var role in (Role[])[Role.Customer, Role.Trainee, Role.Mentor])
            Assert.Equal(
                Refusals.NotAllowed,
                (await Broadcasting.ActAsync(Send(), null, Actor.Person(1, role), Stop)).Refusal
            );
        await App.Desk.ActAsync(Main, new Cancel(CancelReason.Mistake, "No fault"), An, stop: Stop);
        Assert.Equal(Refusals.Closed, (await Broadcasting.ActAsync(Send(), null, An, Stop)).Refusal);
        await using var db = App.Database();
        Assert.False(await db.Outbox.AnyAsync(o => o.Ticket == OutboxRow.NoTicket, Stop));
    }

    [Fact]
    public async Task A_new_report_that_reads_alike_is_told_apart_from_others_and_its_first_answer_begins_with_what_is_known()
    {
        await ToldAsync(Send());
        var alike = await ReportAsync("Hoa", Language.Vi);
        var other = await ReportAsync(
            "Hung",
            Language.Vi,
            title: "Xin đổi địa chỉ nhận hoá đơn",
            text: "Công ty đã chuyển văn phòng."
        );
        var incidents = App.Services.GetRequiredService<KnownIncidents>();
        var world = App.Services.GetRequiredService<Worlds>().Live;
        await using var db = App.Database();

        var found = Assert.Single(await incidents.OfAsync(db, world, alike, await TicketAsync(alike), Stop));
        Assert.Contains(found.Why!.Shared, t => t.Text == "JS-ADV-HN-2412");
        Assert.Empty(await incidents.OfAsync(db, world, other, await TicketAsync(other), Stop));
        // Nothing is tied by it.
        Assert.Empty((await TicketAsync(alike)).Links);

        var drafts = App.Services.GetRequiredService<Engine.Templates.Drafts>();
        Assert.Contains("LMS: video không phát", await BegunAsync(alike), StringComparison.Ordinal);
        Assert.DoesNotContain("LMS: video không phát", await BegunAsync(other), StringComparison.Ordinal);

        await ToldAsync(new WithdrawBroadcast(1) { Tellings = Said("Đã ổn.", "Over.") });
        Assert.DoesNotContain("LMS: video không phát", await BegunAsync(alike), StringComparison.Ordinal);

        async Task<string> BegunAsync(int id)
        {
            var (draft, refusal) = await drafts.BeginAsync(
                db,
                world,
                new(id, id, await TicketAsync(id)),
                Core.Templates.Occasion.Acknowledgement,
                Audience.Requester,
                null,
                An,
                Stop
            );
            Assert.Null(refusal);
            return draft!.Text;
        }
    }

    [Fact]
    public async Task Two_hundred_and_fifty_are_told_once_each_after_they_were_counted()
    {
        await using (var db = App.Database())
        {
            for (var n = 0; n < 250; n++)
                db.People.Add(
                    new()
                    {
                        Id = 1000 + n,
                        World = WorldRow.Live,
                        Name = $"P{n}",
                        Email = $"p{n}@campus.example",
                        EmailKey = $"p{n}@campus.example",
                        Role = Role.Customer,
                        Language = Language.Vi,
                    }
                );
            await db.SaveChangesAsync(Stop);
        }
        var send = Send() with
        {
            Ticket = null,
            To = new() { Domains = ["campus.example"] },
        };
        var (reach, _) = await Broadcasting.PreviewAsync(send, An, Stop);
        Assert.Equal((250, 12), (reach!.Count, reach.Names.Count));
        Assert.Equal("250", (await Broadcasting.ActAsync(send, null, An, Stop)).Refusal?.Detail);

        await ToldAsync(send with { Confirmed = reach.Count });
        await Post.PayAsync(Stop);

        Assert.Equal(250, Sent().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(250, Server.Accepted.Count);
    }
}
