using FsCheck;
using FsCheck.Fluent;
using Stepdesk.Engine.Lookups;

namespace Stepdesk.Tests.Asking;

/// <summary>Whatever somebody types, the address that is read is the one the administrator meant.</summary>
public sealed class UrlTemplateTests
{
    const string Text = "https://base.school.example:8443/v1/{kind}/{account}/state?site={site}&x=1";

    // What means something in an address, more often than chance would have it.
    static readonly Gen<string> Value = Gen.OneOf(
        Gen.Elements(
            "",
            ".",
            "..",
            "%2e%2e",
            "../..",
            "a/b",
            "\\",
            "?x=1",
            "#",
            "&",
            "@evil.example",
            "//evil.example",
            ":",
            " ",
            "%",
            "é",
            "😀",
            "a b"
        ),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)
    );

    [Fact]
    public void Any_values_lead_to_the_same_machine_the_same_place_and_come_back_as_they_were() =>
        Prop.ForAll(
                (
                    from kind in Value
                    from account in Value
                    from site in Value
                    select (kind, account, site)
                ).ToArbitrary(),
                v =>
                {
                    var template = UrlTemplate.Read(Text).Template!;
                    if (
                        template.Fill(name =>
                            name is "kind" ? v.kind
                            : name is "account" ? v.account
                            : v.site
                        )
                        is not { } url
                    )
                        return true;
                    return url.Authority is "base.school.example:8443"
                        && url.Segments.Length == 5
                        && url.Segments is [_, "v1/", _, _, "state"]
                        && url.Fragment.Length == 0
                        && url.Query.StartsWith("?site=", StringComparison.Ordinal)
                        && url.Query.EndsWith("&x=1", StringComparison.Ordinal)
                        && url.Query.Count(c => c is '&') == 1;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("lan@x.example", "/v1/staff/lan%40x.example/state")]
    [InlineData("..", null)]
    [InlineData(".", null)]
    [InlineData("", null)]
    [InlineData("a/b", null)]
    [InlineData("a\\b", null)]
    [InlineData("%2e%2e", "/v1/staff/%252e%252e/state")]
    public void A_value_is_one_step_of_the_path_and_never_two(string account, string? path) =>
        Assert.Equal(
            path,
            UrlTemplate
                .Read(Text)
                .Template!.Fill(name =>
                    name is "kind" ? "staff"
                    : name is "account" ? account
                    : "HN"
                )
                ?.AbsolutePath
        );

    [Theory]
    [InlineData("https://base.school.example/{account}")]
    [InlineData("http" + "://localhost:1/{a}/{b}?c={a}")]
    [InlineData("https" + "://base.school.example?account={account}")]
    [InlineData("https://base.school.example/releases/latest")]
    public void What_an_administrator_can_mean_is_taken(string text) => Assert.Null(UrlTemplate.Read(text).Mistake);

    [Theory]
    [InlineData("")]
    [InlineData("base.school.example/{account}")]
    [InlineData("ftp://base.school.example/{account}")]
    [InlineData("https" + "://{host}/x")]
    [InlineData("https" + "://base.{zone}.example/x")]
    [InlineData("https" + "://base.school.example:{port}/x")]
    [InlineData("{url}")]
    [InlineData("https" + "://u:p@base.school.example/x")]
    [InlineData("https://base.school.example/x#{a}")]
    [InlineData("https://base.school.example/{Account}")]
    [InlineData("https" + "://base.school.example/{account")]
    [InlineData("http://base.school.example/{account}")]
    public void What_could_lead_elsewhere_is_not(string text) => Assert.NotNull(UrlTemplate.Read(text).Mistake);
}
