using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Broadcasts;

/// <summary>What many can be told, when, and what is refused.</summary>
public sealed class BroadcastTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly Moment Moment = new(Now, Actor.Person(9, Role.Agent));

    BroadcastBook book = BroadcastBook.Empty;

    [Fact]
    public void Each_edition_is_kept_and_the_last_one_is_what_holds()
    {
        Do(Send());
        Do(Update("Nhà cung cấp đang kiểm tra đường truyền."));
        Do(new WithdrawBroadcast(1) { Tellings = [Vi("Video đã phát lại bình thường.")] });

        var broadcast = book.Find(1)!;
        Assert.Equal([EditionKind.Known, EditionKind.Update, EditionKind.Over], broadcast.Editions.Select(e => e.Kind));
        Assert.Equal("person/9", broadcast.Editions[0].By);
        Assert.Equal([3, 5], broadcast.Latest.Readers);
        Assert.True(broadcast.IsOver);
        Assert.Empty(book.Current);
    }

    [Fact]
    public void Who_came_into_the_circle_since_hears_the_update_and_nobody_falls_out()
    {
        Do(Send());
        Do(Update("Vẫn đang kiểm tra.") with { Readers = [5, 8] });

        Assert.Equal([3, 5, 8], book.Find(1)!.Latest.Readers);
    }

    [Fact]
    public void Withdrawn_twice_is_once_and_what_is_over_is_updated_no_more()
    {
        Do(Send());
        var withdraw = new WithdrawBroadcast(1) { Tellings = [Vi("Đã ổn.")] };
        Do(withdraw);

        Assert.Equal(Decision.Nothing, withdraw.Decide(book, Moment));
        // Other words would reach nobody.
        Assert.Equal(BroadcastAction.Over, Refused(withdraw with { Tellings = [Vi("Chưa ổn đâu.")] }));
        Assert.Equal(BroadcastAction.Over, Refused(withdraw with { Tellings = [] }));
        Assert.Equal(BroadcastAction.Over, Refused(Update("Nữa.")));
        // It is back: that is another incident.
        Do(Send());
        Assert.Equal([2], book.Current.Select(b => b.Number));
    }

    [Fact]
    public void What_stands_on_the_status_page_needs_nobody_it_is_sent_to()
    {
        Assert.Equal(BroadcastAction.ReachesNobody, Refused(Send() with { Readers = [] }));

        Do(Send() with { Readers = [], IsPublic = true });

        Assert.Empty(Assert.Single(book.Current).Latest.Readers);
    }

    [Fact]
    public void Twice_the_same_is_refused_and_names_the_one_that_tells_it()
    {
        Do(Send() with { Ticket = 7, About = Open });
        Assert.Equal("1", Refused(Send())?.Detail);
        Assert.Equal(
            BroadcastAction.ToldAlready.Code,
            Refused(Send("Chuyện khác") with { Ticket = 7, About = Open })?.Code
        );
        Assert.Equal(BroadcastAction.ToldAlready.Code, Refused(Update("Đang kiểm tra.", minutes: 30))?.Code);
        // That there is no news is news: with a new promise the same words are an update.
        Do(Update("Đang kiểm tra.", minutes: 60));
    }

    [Theory]
    [InlineData("Sẽ khắc phục xong trước 15:00 hôm nay.")]
    [InlineData("Chúng tôi sẽ sửa xong trong 30 phút nữa.")]
    public void Nobody_is_told_by_when_it_is_mended_unless_that_is_meant(string text)
    {
        var send = Send(text);
        Assert.Equal(Tellings.PromisesFix.Code, Refused(send)?.Code);
        Assert.NotNull(Refused(send)!.Detail);
        Do(send with { Meant = true });
    }

    [Fact]
    public void A_secret_and_what_is_still_to_be_filled_in_are_held()
    {
        Assert.Equal(Tellings.HoldsSecret, Refused(Send("Mật khẩu tạm: Abc@12345xyz")));
        Assert.Equal("[TÊN LỚP]", Refused(Send("Lớp [TÊN LỚP] không xem được video."))?.Detail);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal(Tellings.NoLanguage, Refused(Send() with { Tellings = [] }));
        Assert.Equal(
            Tellings.TitleMissing,
            Refused(Send() with { Tellings = [Vi("Đang kiểm tra") with { Title = "…" }] })
        );
        Assert.Equal(Refusals.TextMissing, Refused(Send(" ")));
        Assert.Equal(
            Tellings.AffectsMissing,
            Refused(Send() with { Tellings = [Vi("Đang kiểm tra") with { Affects = "" }] })
        );
        Assert.Equal(Tellings.LanguageTwice, Refused(Send() with { Tellings = [Vi("a"), Vi("b")] }));
        Assert.Equal(BroadcastAction.PromisesNothing, Refused(Send() with { NextUpdateAt = null }));
        Assert.Equal(Reply.PromisePassed, Refused(Send() with { NextUpdateAt = Now }));
        Assert.Equal(Reply.PromiseTooFar, Refused(Send() with { NextUpdateAt = Now.AddDays(40) }));
        Assert.Equal(Tellings.TextTooLong, Refused(Send(new string('a', Tellings.LongestText + 1))));
    }

    [Fact]
    public void Who_was_told_in_a_language_is_told_in_it_again()
    {
        Do(
            Send() with
            {
                Tellings = [Vi("Đang kiểm tra."), new(Language.En, "Videos", "Looking into it.", "Lesson 3")],
            }
        );

        var refusal = Refused(Update("Chỉ tiếng Việt."));
        Assert.Equal(Tellings.LanguageLeftOut.Code, refusal?.Code);
        Assert.Equal(["language-en"], refusal!.Parts);
    }

    [Theory]
    [InlineData(0, null, "broadcast-reaches-nobody")]
    [InlineData(49, null, null)]
    [InlineData(50, null, "broadcast-reaches-many")]
    [InlineData(50, 49, "broadcast-reaches-many")]
    [InlineData(50, 50, null)]
    [InlineData(5001, 9999, "broadcast-reaches-too-many")]
    public void So_many_are_told_as_were_confirmed(int readers, int? confirmed, string? code)
    {
        var send = Send() with { Readers = [.. Enumerable.Range(1, readers)], Confirmed = confirmed };
        Assert.Equal(code, send.Decide(book, Moment).Refusal?.Code);
    }

    [Fact]
    public void A_ticket_it_is_bound_to_is_there_open_and_the_first_of_its_reports()
    {
        var send = Send() with { Ticket = 7 };
        Assert.Equal(Refusals.NoSuchTicket, Refused(send));
        Assert.Equal(Refusals.Closed, Refused(send with { About = Open with { ClosedAt = Now } }));
        Assert.Equal(SendBroadcast.OnDuplicate, Refused(send with { About = Open with { Carried = new(3, Now) } }));
        Assert.Equal(SendBroadcast.NeedsTicket, Refused(Send() with { To = new() { Linked = true } }));
    }

    [Fact]
    public void A_circle_is_kept_in_one_form_and_says_which_domain_it_cannot_read()
    {
        var tidy = new Circle
        {
            Domains = ["@Campus.Example ", "lan@campus.example", ""],
            Roles = [Role.System, Role.Agent],
        }.Tidy();
        Assert.Equal(["campus.example"], tidy.Domains);
        Assert.Equal([Role.Agent], tidy.Roles);
        Assert.Equal("campus", Refused(Send() with { To = new() { Domains = ["campus"] } })?.Detail);
        Assert.Equal(
            Circle.TooLong,
            Refused(Send() with { To = new() { People = [.. Enumerable.Range(1, Circle.Most + 1)] } })
        );
    }

    [Fact]
    public void On_pages_a_broadcast_is_for_everybody_or_for_those_it_was_sent_to_or_of_their_fault()
    {
        Do(Send() with { Ticket = 7, About = Open });
        var theirs = new Ticket { Links = [new(7, LinkKind.DuplicateOf)] };

        Assert.Empty(book.Public);
        Assert.Single(book.For(3, 20, new Ticket()));
        Assert.Single(book.For(99, 7, new Ticket()));
        Assert.Single(book.For(99, 20, theirs));
        Assert.Empty(book.For(99, 20, new Ticket { Links = [new(7, LinkKind.Related)] }));
        Do(Send("Chuyện khác") with { IsPublic = true });
        Assert.Single(book.For(99, 20, new Ticket()));
    }

    static Ticket Open => new() { Reception = new(1, Now) };

    static SendBroadcast Send(string text = "Đang kiểm tra.") =>
        new(null, new() { People = [3, 5] }, Now.AddMinutes(30)) { Tellings = [Vi(text)], Readers = [3, 5] };

    static UpdateBroadcast Update(string text, int minutes = 60) =>
        new(1, Now.AddMinutes(minutes)) { Tellings = [Vi(text)], Readers = [3, 5] };

    static Telling Vi(string text) => new(Language.Vi, "LMS: video không phát", text, "Bài 3 lớp JS-ADV");

    Refusal? Refused(BroadcastAction action) => action.Decide(book, Moment).Refusal;

    void Do(BroadcastAction action)
    {
        var decision = action.Decide(book, Moment);
        Assert.Null(decision.Refusal);
        book = book.After(decision.Events.Select(e => new Recorded(book.Version + 1, Moment, e)));
    }
}
