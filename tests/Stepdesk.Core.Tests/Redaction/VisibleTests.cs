using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Tests.Redaction;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("Chào chị Hà\n\tlớp WEB101", "Chào chị Hà\n\tlớp WEB101")]
    [InlineData("a\u202Egnp.exe", "a⟨U+202E⟩gnp.exe")]
    [InlineData("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩")]
    [InlineData("bell\u0007 null\0 escape\u001B", "bell⟨U+0007⟩ null⟨U+0000⟩ escape⟨U+001B⟩")]
    [InlineData("\u200B=1+1", "⟨U+200B⟩=1+1")]
    [InlineData("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧")]
    [InlineData("", "")]
    public void What_turns_writing_round_or_is_not_seen_is_spelled_out(string text, string shown) =>
        Assert.Equal(shown, Visible.Of(text));
}
