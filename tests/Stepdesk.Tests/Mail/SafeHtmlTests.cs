using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Mail.Reading;

namespace Stepdesk.Tests.Mail;

/// <summary>Nothing a stranger writes may run, fetch, or paint outside its box; judged on the tree a browser would build.</summary>
public class SafeHtmlTests
{
    public static TheoryData<string> Payloads => new(XssPayloads.All);

    [Theory, MemberData(nameof(Payloads))]
    public void A_payload_comes_out_harmless(string payload) => IsHarmless(payload);

    [Theory, MemberData(nameof(Payloads))]
    public void A_payload_inside_a_table_and_a_quote_comes_out_harmless(string payload) =>
        IsHarmless($"<blockquote><table><tr><td>{payload}</table></blockquote>{payload}<p title=\"{payload}\">");

    [Property(MaxTest = 500)]
    public Property Payloads_cut_and_mixed_come_out_harmless() =>
        Prop.ForAll(
            Gen.Elements(XssPayloads.All)
                .SelectMany(p => Gen.Choose(0, p.Length).Select(length => p[..length]))
                .ListOf()
                .ToArbitrary(),
            pieces => IsHarmless(string.Concat(pieces))
        );

    [Fact]
    public void Null_stays_null() => Assert.Null(SafeHtml.Clean(null));

    [Theory]
    [InlineData("<p>Xin <b>chào</b></p>", "<p>Xin <b>chào</b></p>")]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<div style='position:fixed' class=x id=y onclick=z>words</div>", "<div>words</div>")]
    [InlineData("<form><input value=x><button>Send</button></form>", "Send")]
    [InlineData("<img src=https://track.example/1.gif alt=logo>", "<img alt=\"logo\" data-blocked=\"image\">")]
    [InlineData("<img src=cid:one>", "<img data-blocked=\"image\">")]
    [InlineData("<script>alert(1)</script>after", "after")]
    [InlineData("<a href=/admin>in</a>", "<a>in</a>")]
    [InlineData("<a href=//evil.example>in</a>", "<a>in</a>")]
    [InlineData("<a src=https://x.example>in</a>", "<a>in</a>")]
    [InlineData("<p href=https://x.example>in</p>", "<p>in</p>")]
    [InlineData("safe\u202Eexe.fdp", "safe‹U+202E›exe.fdp")]
    public void Words_stay_and_the_rest_goes(string html, string expected) =>
        Assert.Equal(expected, SafeHtml.Clean(html));

    [Fact]
    public void A_link_opens_elsewhere_and_tells_nobody() =>
        Assert.Equal(
            """<a href="https://x.example/" rel="noopener noreferrer nofollow" target="_blank">here</a>""",
            SafeHtml.Clean("<a href='HTTPS://x.example' onclick=x>here</a>")
        );

    [Theory]
    [InlineData("https://bank.example", "https://evil.example/", true)]
    [InlineData("bank.example/login", "https://evil.example/", true)]
    [InlineData("www.bank.example", "https://bank.example/", false)]
    [InlineData("my bank", "https://evil.example/", false)]
    public void A_link_that_names_another_house_is_marked(string words, string address, bool marked) =>
        Assert.Equal(
            marked,
            SafeHtml.Clean($"<a href='{address}'>{words}</a>")!.Contains(" [evil.example]", StringComparison.Ordinal)
        );

    [Fact]
    public void A_small_picture_that_brings_itself_along_is_shown()
    {
        const string picture = "data:image/png;base64,iVBORw0KGgo=";
        Assert.Equal($"<img src=\"{picture}\">", SafeHtml.Clean($"<img src='{picture}'>"));
    }

    [Fact]
    public void Fifty_thousand_nested_divs_lose_their_tags_and_keep_their_words()
    {
        var clean = SafeHtml.Clean(string.Concat(Enumerable.Repeat("<div>", 50_000)) + "deep")!;
        Assert.Contains("deep", clean, StringComparison.Ordinal);
        Assert.Equal(SafeMarkup.Deepest, clean.Split("<div>").Length - 1);
    }

    [Fact]
    public void Unclosed_bold_before_many_blocks_does_not_multiply()
    {
        var bold = string.Concat(Enumerable.Range(0, 300).Select(i => $"<b title={i}>"));
        var html = $"<p>{bold}" + string.Concat(Enumerable.Repeat("<p>x</p><li>y<td>z", 5_000));
        Assert.InRange(IsHarmless(html), 1, 2 * SafeMarkup.MostTags);
    }

    /// <summary>Checks the cleaned tree against the lists and returns its number of elements.</summary>
    static int IsHarmless(string html)
    {
        var clean = SafeHtml.Clean(html)!;
        var elements = new HtmlParser().ParseDocument($"<!doctype html><body>{clean}").Body!.QuerySelectorAll("*");
        foreach (var element in elements)
        {
            Assert.True(SafeMarkup.Tags.Contains(element.LocalName), $"{element.LocalName} from {html}");
            foreach (var attribute in element.Attributes)
                Assert.True(
                    IsHarmless(element, attribute),
                    $"{element.LocalName} {attribute.Name}={attribute.Value} from {html}"
                );
        }
        return elements.Length;
    }

    static bool IsHarmless(IElement element, IAttr attribute) =>
        attribute.Name switch
        {
            "href" => element.LocalName is "a"
                && Links.Any(s => attribute.Value.StartsWith(s, StringComparison.Ordinal))
                && element.GetAttribute("rel") is "noopener noreferrer nofollow",
            "src" => element.LocalName is "img"
                && Pictures.Any(s => attribute.Value.StartsWith(s, StringComparison.OrdinalIgnoreCase)),
            var name => SafeMarkup.Attributes.Contains(name) || SafeMarkup.Added.Contains(name),
        };

    static readonly string[] Links = ["http://", "https://", "mailto:", "tel:"];
    static readonly string[] Pictures =
    [
        "data:image/png;base64,",
        "data:image/jpeg;base64,",
        "data:image/gif;base64,",
        "data:image/webp;base64,",
    ];
}
