using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Templates;

/// <summary>Which template fits a ticket, and what its variables stand for.</summary>
public sealed class TemplateBookTests
{
    static readonly Slot Update = new(Occasion.Update, Audience.Requester, Language.En);
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_shipped_text_is_a_template_in_both_languages()
    {
        var shipped = TemplateBook.Shipped.All.ToList();

        Assert.All(shipped, t => Assert.Null(LiquidText.Check(t.Text)));
        Assert.All(shipped, t => Assert.False(t.IsOwn));
        Assert.Equal(
            Enum.GetValues<Occasion>(),
            shipped.Where(t => t.Slot.Audience is Audience.Requester).Select(t => t.Slot.Occasion).Distinct()
        );
        Assert.Equal(
            shipped.Count(t => t.Slot.Language is Language.En),
            shipped.Count(t => t.Slot.Language is Language.Vi)
        );
    }

    [Fact]
    public void What_a_shipped_text_leaves_to_be_written_is_held_until_it_is() =>
        Assert.All(
            TemplateBook.Shipped.All.Where(t => t.Slot.Occasion is Occasion.Update),
            t => Assert.Equal("placeholder", Advice.StopFor(new(t.Text, Reader.Customer, t.Slot.Language))?.Key)
        );

    [Fact]
    public void The_nearest_template_fits_and_what_is_given_up_is_the_shipped_one_again()
    {
        var book = Book(
            new(Update, "all"),
            new(Update with { Class = ClassOfService.Expedite }, "class"),
            new(Update with { Team = 3 }, "team"),
            new(Update with { Team = 4 }, "gone"),
            new(Update with { Team = 4 }, null)
        );

        Assert.Equal("all", Fitting(null, null));
        Assert.Equal("class", Fitting(ClassOfService.Expedite, 9));
        Assert.Equal("team", Fitting(ClassOfService.Expedite, 3));
        Assert.Equal("all", Fitting(ClassOfService.Standard, 4));
        Assert.Equal(
            TemplateBook.ShippedFor(Update),
            TemplateBook.Shipped.Fitting(Occasion.Update, Audience.Requester, Language.En, null, null)
        );
        Assert.Null(book.Fitting(Occasion.Reminder, Audience.Specialists, Language.En, null, null));

        string? Fitting(ClassOfService? classOfService, int? team) =>
            book.Fitting(Occasion.Update, Audience.Requester, Language.En, classOfService, team)?.Text;
    }

    [Fact]
    public void The_list_holds_what_is_shipped_once_and_what_was_written_beside_it()
    {
        var book = Book(
            new(Update, "mine"),
            new(Update with { Team = 4 }, "theirs"),
            new(Update with { Team = 5 }, "x"),
            new(Update with { Team = 5 }, null)
        );

        Assert.Equal(TemplateBook.Shipped.All.Count() + 1, book.All.Count());
        Assert.Equal(["mine", "theirs"], book.All.Where(t => t.IsOwn).Select(t => t.Text));
    }

    [Fact]
    public void A_template_counts_its_own_edits_and_giving_up_is_one()
    {
        var book = Book(new(Update, "one"), new(Update with { Language = Language.Vi }, "hai"), new(Update, null));

        Assert.Equal(3, book.Version);
        Assert.Equal(3, book.Of(Update)!.Version);
        Assert.False(book.Of(Update)!.IsOwn);
        Assert.Equal(2, book.Of(Update with { Language = Language.Vi })!.Version);
        Assert.Equal(0, book.Of(Update with { Team = 4 })!.Version);
    }

    [Fact]
    public void Every_variable_has_a_value_and_every_value_is_a_variable()
    {
        var sample = Values.Sample(Language.Vi, "Desk", Monday, TimeZoneInfo.Utc).In(Language.Vi);

        Assert.Equal(Variable.All.Select(v => v.Name).Order(), sample.Keys.Order());
        Assert.DoesNotContain(null, sample.Values);
        Assert.All(Variable.All, v => Assert.True(Text.Knows($"variable-{v.Name}")));
    }

    [Fact]
    public void Values_are_said_in_the_reader_s_language_and_the_desk_s_zone()
    {
        var values = new Values(Monday, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"))
        {
            Class = ClassOfService.Expedite,
            Title = " Two\nlines ",
            Team = " ",
        };

        Assert.Equal(Text.Of("class", ClassOfService.Expedite, Language.Vi), values.In(Language.Vi)["class"]);
        Assert.Equal("09:00 ngày 02/03/2026 (UTC+07:00)", values.In(Language.Vi)["now"]);
        Assert.Equal("2 March 2026, 09:00 (UTC+07:00)", values.In(Language.En)["now"]);
        Assert.Equal("Two lines", values.In(Language.En)["title"]);
        // Nothing is known: a condition on it must not hold.
        Assert.Null(values.In(Language.En)["team"]);
        Assert.Null(values.In(Language.En)["affected"]);
    }

    static TemplateBook Book(params TemplateSet[] edits) =>
        TemplateBook.Shipped.After(
            edits.Select((e, i) => new Recorded(i + 1, new(Monday, Actor.Person(1, Role.Lead)), e))
        );
}
