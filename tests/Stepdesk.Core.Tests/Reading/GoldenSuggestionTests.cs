using System.Text.Json;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Reading;

/// <summary>What people read in mails, in <c>golden/suggest.jsonl</c>; the reader must read the same.</summary>
public sealed class GoldenSuggestionTests
{
    static readonly Dictionary<string, JsonElement> Mails = File.ReadLines(
            Path.Combine(Repository.Folder, "tests/Stepdesk.Core.Tests/golden/suggest.jsonl")
        )
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(mail => mail.GetProperty("id").GetString()!);

    public static TheoryData<string> Ids => [.. Mails.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_reads_what_people_read(string id)
    {
        var mail = Mails[id];

        var suggestion = Read(mail);

        Assert.Equal(
            Affected(mail),
            (suggestion.Affected?.Low, suggestion.Affected?.High, suggestion.Affected?.Span.Text)
        );
        Assert.Equal(Deadline(mail), (suggestion.Deadline?.At, suggestion.Deadline?.Span.Text));
        Assert.Equal(
            mail.GetProperty("class").GetString(),
            JsonNamingPolicy.SnakeCaseLower.ConvertName($"{suggestion.Class}")
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_why_and_where_it_read_it(string id)
    {
        var mail = Mails[id];

        var suggestion = Read(mail);

        Assert.NotEmpty(suggestion.Reasons);
        foreach (var language in Enum.GetValues<Language>())
            Assert.DoesNotContain(suggestion.Reasons, r => r.In(language).Contains('{'));
        foreach (var span in (Span?[])[suggestion.Affected?.Span, suggestion.Deadline?.Span])
            if (span is not null)
                Assert.Equal(span.Text, PartOf(mail, span.Part).Substring(span.Offset, span.Length));
        Assert.True(suggestion.Deadline is null || suggestion.Deadline.At > Received(mail));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Courtesies_around_it_change_nothing(string id)
    {
        var mail = Mails[id];
        var plain = Read(mail);

        var polite = Suggestion.From(
            PartOf(mail, Part.Subject),
            $"Kính chào đội ngũ,\n\nXin cảm ơn.\n\n{PartOf(mail, Part.Text)}\n\nTrân trọng cảm ơn.\nKind regards",
            Received(mail),
            mail.GetProperty("zone").GetString()!
        );

        // Quotes are told from answers by what stands below them, so a mail that ends in one is another mail now.
        if (!PartOf(mail, Part.Text).Contains("\n>", StringComparison.Ordinal))
            Assert.Equal(
                (plain.Affected?.Low, plain.Affected?.High, plain.Deadline?.At, plain.Class),
                (polite.Affected?.Low, polite.Affected?.High, polite.Deadline?.At, polite.Class)
            );
    }

    [Fact]
    public void Both_languages_are_well_represented()
    {
        var languages = Mails.Values.CountBy(mail => Read(mail).Language).ToDictionary();

        Assert.All(Enum.GetValues<Language>(), language => Assert.True(languages[language] >= 75));
    }

    static Suggestion Read(JsonElement mail) =>
        Suggestion.From(
            PartOf(mail, Part.Subject),
            PartOf(mail, Part.Text),
            Received(mail),
            mail.GetProperty("zone").GetString()!
        );

    static string PartOf(JsonElement mail, Part part) =>
        mail.GetProperty(part is Part.Subject ? "subject" : "text").GetString()!;

    static DateTimeOffset Received(JsonElement mail) => mail.GetProperty("received").GetDateTimeOffset();

    static (int?, int?, string?) Affected(JsonElement mail) =>
        mail.GetProperty("affected") is { ValueKind: JsonValueKind.Object } affected
            ? (
                (int?)affected.GetProperty("low").GetInt32(),
                affected.GetProperty("high") is { ValueKind: JsonValueKind.Number } high ? high.GetInt32() : null,
                affected.GetProperty("span").GetString()
            )
            : default;

    static (DateTimeOffset?, string?) Deadline(JsonElement mail) =>
        mail.GetProperty("deadline") is { ValueKind: JsonValueKind.Object } deadline
            ? (
                (DateTimeOffset?)deadline.GetProperty("at").GetDateTimeOffset(),
                deadline.GetProperty("span").GetString()
            )
            : default;
}
