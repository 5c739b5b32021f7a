using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Words;

[Properties(Arbitrary = [typeof(AnyText)])]
public sealed class PlainTests
{
    [Property]
    public void Plain_text_is_well_formed_and_stays_as_it_is(string text)
    {
        var plain = Plain.Text(text);

        Assert.Equal(plain, Plain.Text(plain));
        Assert.Equal(plain, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain)));
        Assert.DoesNotContain(plain, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
    }

    [Theory]
    [InlineData("Locked out", true)]
    [InlineData("a < b", true)]
    [InlineData("<b>Locked</b>", true)]
    [InlineData("500", true)]
    [InlineData("đã khoá", true)]
    [InlineData("✅", false)]
    [InlineData("<b></b>", false)]
    [InlineData("<p class=\"x\"><br/></p>", false)]
    [InlineData("…", false)]
    [InlineData("\u3164", false)]
    [InlineData(null, false)]
    public void What_is_kept_for_others_to_read_says_something_in_words(string? text, bool says) =>
        Assert.Equal(says, Plain.SaysInWords(text));

    [Property]
    public void A_line_is_one_line(string text)
    {
        var line = Plain.Line(text);

        Assert.Equal(line, Plain.Line(line));
        Assert.DoesNotContain(
            line,
            letter => letter is not ' ' && (char.IsControl(letter) || char.IsWhiteSpace(letter))
        );
    }

    [Property]
    public void Cutting_keeps_the_beginning_and_breaks_no_letter(string text, PositiveInt longest)
    {
        var plain = Plain.Text(text);
        var cut = Plain.Cut(plain, longest.Get);

        Assert.StartsWith(cut, plain, StringComparison.Ordinal);
        Assert.InRange(cut.Length, Math.Min(plain.Length, longest.Get) - 1, longest.Get);
        Assert.Equal(cut, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut)));
    }

    [Property]
    public void A_slug_of_a_slug_is_itself_and_no_longer_than_fifty(string text)
    {
        var slug = Slug.Of(text);

        Assert.Equal(slug, Slug.Of(slug));
        Assert.NotEqual("", slug);
        Assert.InRange(slug?.Length ?? 0, 0, Slug.Longest);
        Assert.DoesNotContain(slug ?? "", char.IsWhiteSpace);
    }

    [Property]
    public void Slugs_are_in_order_and_each_once(string[] texts)
    {
        var slugs = Slug.All(texts);

        Assert.Equal(slugs.Distinct().Order(StringComparer.Ordinal), slugs);
        Assert.All(texts, t => Assert.True(Slug.Of(t) is not { } slug || slugs.Contains(slug)));
    }

    [Property]
    public void Folding_twice_is_folding_once(string text) => Assert.Equal(Fold.Of(text), Fold.Of(Fold.Of(text)));

    [Property]
    public void However_its_letters_are_composed_text_is_found(string text)
    {
        var plain = Plain.Text(text);

        Assert.Equal(Fold.Of(plain), Fold.Of(plain.Normalize(NormalizationForm.FormC)));
        Assert.Equal(Fold.Of(plain), Fold.Of(plain.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Đăng nhập", "dang nhap")]
    [InlineData("ĐƯỜNG TRUYỀN", "duong truyen")]
    [InlineData("đ\u0306", "d")]
    [InlineData("Ngữ văn — lớp 10A", "ngu van — lop 10a")]
    [InlineData("Café", "cafe")]
    public void Vietnamese_is_found_without_its_marks(string text, string folded) =>
        Assert.Equal(folded, Fold.Of(text));

    [Theory]
    [InlineData(" Single  Sign On ", "single-sign-on")]
    [InlineData("Mạng", "mạng")]
    [InlineData(" \t", null)]
    [InlineData(null, null)]
    public void Tags_have_one_form(string? text, string? slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("a\0b\u001bc", "abc")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData(null, "")]
    public void Text_is_kept_as_written_and_well_formed(string? text, string plain) =>
        Assert.Equal(plain, Plain.Text(text));

    // Not as data: an attribute is stored as UTF-8, which half a pair does not survive.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("\ufffd\ufffd", Plain.Text("\ude00\ud83d"));
        Assert.Equal("half \ufffd", Fold.Of("half \ud800"));
        Assert.Equal("a", Plain.Cut("a\ud83d\ude00", 2));
    }

    /// <summary>Strings made to hurt: marks, controls, half pairs, Vietnamese, emoji, spaces of all kinds.</summary>
    public static class AnyText
    {
        static readonly string[] Pieces =
        [
            "a",
            "Z",
            "đ",
            "Đ",
            "ậ",
            "ư\u0303",
            "e\u0301",
            "İ",
            "ß",
            "ſ",
            "K",
            "Ω",
            "한",
            "ᄒ",
            "ᅡ",
            "-",
            "_",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\0",
            "\u001b",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\ud834\udd65",
            "0",
            "{x}",
            "\"",
            "aaaaaaaaaaaaaaaaaaaaaaaaa",
        ];

        public static Arbitrary<string> Text() =>
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
    }

    [Theory]
    [InlineData("Hóa đơn \u202Egnp.exe\u202C", "Hóa đơn gnp.exe")]
    [InlineData("\u2066Lan\u2069", "Lan")]
    public void Marks_that_turn_writing_round_are_not_kept(string said, string kept)
    {
        Assert.Equal(kept, Plain.Line(said));
        Assert.Equal(kept, Plain.Text(said));
    }
}
