using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Engine.Chat;
using Stepdesk.Engine.Door;

namespace Stepdesk.Tests.Chat;

/// <summary>What a card becomes on its way into a chat: small enough, and nothing in it but what was written.</summary>
public sealed partial class CardTests
{
    const string Cut = "This was cut.";

    static ChatCard Card(IEnumerable<string> texts, IEnumerable<string> evidence) =>
        new("Help needed", "Submissions fail", new("Open", "https://desk.example/tickets/1"))
        {
            Texts = [.. texts.Select(t => new CardText("Tried", t))],
            Evidence = [.. evidence.Select(t => new CardText("", t))],
            Notes = ["Answer on the ticket."],
            CutNote = Cut,
        };

    static int SizeOf(ChatCard card) => JsonSerializer.SerializeToUtf8Bytes(card).Length;

    [Fact]
    public void A_card_that_fits_is_left_as_it_is()
    {
        var card = Card(["Other classes"], ["HTTP 500"]);

        Assert.Equal(SizeOf(card), SizeOf(Fitting.Fit(card, SizeOf, 2000, 1000)!));
    }

    [Fact]
    public void Evidence_is_cut_before_anything_else_and_the_card_says_so()
    {
        var tried = new string('t', 5000);

        var fitted = Fitting.Fit(Card([tried], [new('e', 9000), new('f', 9000)]), SizeOf, 8000, 20_000)!;

        Assert.Equal(tried, fitted.Texts.Single().Text);
        Assert.All(fitted.Evidence, e => Assert.InRange(e.Text.Length, 1, 2000));
        Assert.Equal(Cut, fitted.Notes[0]);
    }

    [Fact]
    public void Then_the_longest_texts_are_cut_and_the_short_ones_stay()
    {
        var fitted = Fitting.Fit(
            Card([new('a', 9000), "Roll back", new('b', 6000)], [new('e', 9000)]),
            SizeOf,
            6000,
            20_000
        )!;

        Assert.Empty(fitted.Evidence);
        Assert.Equal("Roll back", fitted.Texts[1].Text);
        Assert.All(fitted.Texts, t => Assert.True(t.Text.Length > 8));
    }

    [Fact]
    public void What_cannot_be_made_small_enough_is_no_card() =>
        Assert.Null(Fitting.Fit(Card(["Other classes"], []), SizeOf, 50, 1000));

    [Property(MaxTest = 300)]
    public Property Whatever_is_in_it_a_card_fits_and_loses_texts_only_after_all_evidence(
        string[] texts,
        string[] evidence,
        PositiveInt times,
        PositiveInt most
    )
    {
        string Long(string? text) => string.Concat(Enumerable.Repeat(text ?? "", times.Get % 200));
        var card = Card(texts.Take(5).Select(Long), evidence.Take(20).Select(Long));
        var limit = 400 + most.Get * 40;

        var fitted = Fitting.Fit(card, SizeOf, limit, 20_000);

        return (
            fitted is null
                ? SizeOf(card) > limit
                : SizeOf(fitted) <= limit
                    && (
                        fitted.Evidence.Count == 0
                        || fitted.Texts.Select(t => t.Text).SequenceEqual(card.Texts.Select(t => t.Text))
                    )
                    && (fitted.Notes[0] == Cut) == (SizeOf(card) > limit)
        ).ToProperty();
    }

    [Theory]
    [InlineData("**bold** _it_ `code`", @"\*\*bold\*\* \_it\_ \`code\`")]
    [InlineData("[a](https://evil.example)", @"\[a\]\(https://evil.example\)")]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("10. item", @"10\. item")]
    [InlineData("2) item", @"2\) item")]
    [InlineData("2 items. Two", "2 items. Two")]
    [InlineData("<at>everyone</at> &amp;", @"\<at\>everyone\</at\> \&amp;")]
    [InlineData("one\n    two\n\n\nthree", "one\n\ntwo\n\nthree")]
    [InlineData("{{DATE(2026-03-02)}}", "{\u200B{DATE\\(2026-03-02\\)}}")]
    [InlineData(@"C:\temp", @"C:\\temp")]
    public void Nothing_somebody_wrote_is_a_mark(string text, string expected) =>
        Assert.Equal(expected, Markdown.Escape(text));

    [Property(MaxTest = 300)]
    public void Without_its_backslashes_an_escaped_line_is_what_was_written(NonEmptyString written)
    {
        var line = written.Get.Replace("\n", " ", StringComparison.Ordinal).Trim();
        var unescaped = Escaped().Replace(Markdown.Escape(line), "${sign}");

        Assert.Equal(line, unescaped.Replace("{\u200B{", "{{", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_ends_where_it_is_meant_to() =>
        Assert.Equal(
            @"[500s \[by\] minute](https://logs.example/q?a=%28b%29%3C)",
            Markdown.Link("500s [by] minute", "https://logs.example/q?a=(b)<")
        );

    [GeneratedRegex(@"\\(?<sign>.)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
