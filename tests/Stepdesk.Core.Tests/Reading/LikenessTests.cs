using System.Text.Json;
using Stepdesk.Core.Reading;

namespace Stepdesk.Core.Tests.Reading;

/// <summary>Which reports are taken to tell of the same fault.</summary>
public sealed class LikenessTests
{
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(20);

    static readonly Report[] Reports =
    [
        .. File.ReadLines(Path.Combine(Repository.Folder, "tests/Stepdesk.Core.Tests/golden/reports.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Report>(line, JsonSerializerOptions.Web)!),
    ];

    /// <summary>Fifty reports of one morning, twenty-six of them of eight faults in both languages, with and without marks.</summary>
    [Fact]
    public void Of_its_suggestions_nine_in_ten_are_right_and_it_finds_three_of_four()
    {
        var suggested = Reports
            .Index()
            .SelectMany(r => Found(r.Index, Soon).Select(l => (r.Item.Fault, Other: Reports[l.Ticket].Fault)))
            .ToList();
        var right = suggested.Count(s => s.Fault is not null && s.Fault == s.Other);
        var all = Reports.Where(r => r.Fault is not null).GroupBy(r => r.Fault).Sum(f => f.Count() * (f.Count() - 1));

        Assert.True(right >= .9 * suggested.Count, $"{right} of {suggested.Count} suggestions are right");
        Assert.True(right >= .75 * all, $"{right} of {all} pairs are found");
    }

    [Fact]
    public void What_was_reported_long_before_needs_more_in_common()
    {
        var (same, later) = (Found(0, Soon), Found(0, TimeSpan.FromDays(30)));

        Assert.True(later.Count < same.Count);
        Assert.All(later, l => Assert.True(l.Bits < same.Single(s => s.Ticket == l.Ticket).Bits));
    }

    [Fact]
    public void It_says_what_both_have_in_common_the_rarest_first()
    {
        var code = new Trait(TraitKind.Code, "WEB101-HN-2609");
        var pair = new Trait(TraitKind.Pair, "nộp bài");

        var found = Likeness.Weigh([new(pair, [9, 7, 5, 3]), new(code, [7])], 1000);

        Assert.Equal(7, found[0].Ticket);
        Assert.Equal([code, pair], found[0].Shared);
    }

    [Fact]
    public void A_word_that_every_ticket_has_says_nothing()
    {
        var everywhere = new Held(new(TraitKind.Word, "video"), [.. Enumerable.Range(901, 100).Reverse()]);

        Assert.All(Likeness.Weigh([everywhere], 1000), l => Assert.InRange(l.Bits, 0, .5));
    }

    [Fact]
    public void A_word_counts_once()
    {
        var (word, pair) = (new Trait(TraitKind.Word, "video"), new Trait(TraitKind.Pair, "video bài"));

        var both = Likeness.Weigh([new(word, [1]), new(pair, [1])], 1000)[0].Bits;
        var one = Likeness.Weigh([new(word, [1])], 1000)[0].Bits;

        Assert.Equal(1.5, both / one, precision: 6);
    }

    [Theory]
    [InlineData("Nộp bài bị lỗi ở lớp WEB101-HN-2609", "nop bai bi loi o lop web101-hn-2609")]
    [InlineData("Báo \"Cannot load media\" ạ", "bao “CANNOT LOAD  MEDIA” a")]
    [InlineData("Không nộp được bài", "Nộp bài")]
    public void Marks_case_and_words_every_mail_has_make_no_difference(string one, string other) =>
        Assert.Equal(Keys(one), Keys(other));

    [Theory]
    [InlineData("Cám ơn anh chị rất nhiều ạ")]
    [InlineData("Please help, thank you so much")]
    [InlineData("0912 345 678")]
    [InlineData("lan@school.example")]
    [InlineData("> Nộp bài bị lỗi\n> lớp WEB101-HN-2609")]
    [InlineData("")]
    public void What_any_mail_says_and_who_says_it_is_no_trait(string text) => Assert.Empty(Traits.Of("", text));

    [Fact]
    public void Of_a_long_report_the_most_telling_are_kept()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(n => $"word{(char)('a' + n % 26)}x tail"));

        var traits = Traits.Of("Broken", $"{words} in WEB101-HN-2609");

        Assert.Equal(Trait.Most, traits.Count);
        Assert.Equal(new(TraitKind.Code, "WEB101-HN-2609"), traits[0]);
    }

    /// <summary>It is stored, so it must be the same tomorrow.</summary>
    [Fact]
    public void The_key_of_a_trait_never_changes_and_belongs_to_one_world()
    {
        var trait = new Trait(TraitKind.Pair, "Nộp bài");

        Assert.Equal(-4320911221105116481, trait.Key(1));
        Assert.NotEqual(trait.Key(1), trait.Key(2));
    }

    // Among all the others, as the desk would look it up.
    static List<Lookalike> Found(int at, TimeSpan apart) =>
        [
            .. Likeness
                .Weigh(
                    [.. Reports[at].Traits.Select(t => new Held(t, [.. Having(t).Where(other => other != at)]))],
                    Reports.Length
                )
                .Select(l => l.Apart(apart))
                .OfType<Lookalike>(),
        ];

    static IEnumerable<int> Having(Trait trait) =>
        Reports.Index().Where(r => r.Item.Traits.Any(t => t.Key(1) == trait.Key(1))).Select(r => r.Index).Reverse();

    static IEnumerable<long> Keys(string text) => Traits.Of("", text).Select(t => t.Key(1)).Order();

    sealed record Report(string? Fault, string Title, string Text)
    {
        public IReadOnlyList<Trait> Traits { get; } = Core.Reading.Traits.Of(Title, Text);
    }
}
