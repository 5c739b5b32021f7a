using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Words;

public sealed partial class TextTests
{
    [Fact]
    public void Every_key_has_a_sentence_in_both_languages() =>
        Assert.DoesNotContain(
            Text.Keys,
            key =>
                string.IsNullOrWhiteSpace(Text.Of(key, Language.En))
                || string.IsNullOrWhiteSpace(Text.Of(key, Language.Vi))
        );

    [Fact]
    public void Both_languages_have_the_same_places() =>
        Assert.DoesNotContain(
            Text.Keys,
            key => !Places(Text.Of(key, Language.En)).SetEquals(Places(Text.Of(key, Language.Vi)))
        );

    [Fact]
    public void Keys_are_lower_case_words() => Assert.All(Text.Keys, key => Assert.Matches("^[a-z0-9_.-]+$", key));

    [Fact]
    public void Sentences_are_tidy() =>
        Assert.DoesNotContain(
            Text.Keys.SelectMany(key => (string[])[Text.Of(key, Language.En), Text.Of(key, Language.Vi)]),
            text => text != text.Normalize() || text != text.Trim() || text.Contains("  ", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("refusal-title-is-too-long", Log.LongestTitle)]
    [InlineData("refusal-text-is-too-long", Plain.Longest)]
    [InlineData("refusal-too-many-tags", SetTags.Most)]
    public void A_limit_in_a_sentence_is_the_limit_in_the_code(string key, int limit)
    {
        Assert.Contains(
            limit.ToString("N0", CultureInfo.GetCultureInfo("en")),
            Text.Of(key, Language.En),
            StringComparison.Ordinal
        );
        Assert.Contains(
            limit.ToString("N0", CultureInfo.GetCultureInfo("vi")),
            Text.Of(key, Language.Vi),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_key_nobody_wrote_throws() =>
        Assert.Throws<KeyNotFoundException>(() => Text.Of("no-such-key", Language.En));

    [Fact]
    public void A_refusal_is_said_in_the_readers_language() =>
        Assert.Equal("Phiếu chưa đóng.", Text.Of(Reopen.NotClosed, Language.Vi));

    static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
