using FsCheck.Xunit;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Templates;

/// <summary>What a template may hold.</summary>
public sealed class LiquidTextTests
{
    [Theory]
    [InlineData("Hello")]
    [InlineData("{{ customer }}, {{title}} and {{- number -}}")]
    [InlineData("{{ team | default: 'our team' | upcase }}")]
    [InlineData("{% if affected %}{{ affected }}{% else %}some{% endif %}")]
    [InlineData("{% if class == 'expedite' %}now{% elsif class != \"standard\" %}soon{% endif %}")]
    [InlineData("{% unless deadline %}no date{% endunless %}")]
    [InlineData("A lone { brace } and 100 % of it")]
    public void This_is_a_template(string text) => Assert.Null(LiquidText.Check(text));

    [Theory]
    [InlineData("text-is-missing", " \n")]
    [InlineData("template-variable-is-unknown", "{{ custmer }}")]
    [InlineData("template-variable-is-unknown", "{% if afected %}x{% endif %}")]
    [InlineData("template-filter-is-unknown", "{{ title | truncate: 5 }}")]
    [InlineData("template-tag-is-unknown", "{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("template-tag-is-unknown", "{% include 'secret' %}")]
    [InlineData("template-tag-is-unknown", "{% assign title = 'x' %}")]
    [InlineData("template-tag-is-unknown", "{% raw %}{{ x }}{% endraw %}")]
    [InlineData("template-is-not-closed", "{{ title")]
    [InlineData("template-is-not-closed", "{% if title %}x")]
    [InlineData("template-is-not-closed", "x{% endif %}")]
    [InlineData("template-is-not-closed", "{% unless title %}x{% endif %}")]
    [InlineData("template-is-unreadable", "{{ title.size }}")]
    [InlineData("template-is-unreadable", "{{ }}")]
    [InlineData("template-is-unreadable", "{% if team=='x' %}x{% endif %}")]
    [InlineData("template-is-unreadable", "{{--title--}}")]
    [InlineData("template-tag-is-unknown", "{%--if title--%}x{%endif%}")]
    [InlineData("template-is-unreadable", "{{ title | default }}")]
    [InlineData("template-is-unreadable", "{{ title | upcase: 'x' }}")]
    [InlineData("template-is-unreadable", "{% if title == number %}x{% endif %}")]
    public void This_is_none(string code, string text)
    {
        var refusal = LiquidText.Check(text);

        Assert.Equal(code, refusal?.Code);
        Assert.DoesNotContain("{detail}", Text.Of(refusal!, Language.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_as_long_and_as_deep_as_somebody_can_follow()
    {
        Assert.Null(LiquidText.Check(new('x', LiquidText.Longest)));
        Assert.Equal(LiquidText.TooLong, LiquidText.Check(new('x', LiquidText.Longest + 1)));
        Assert.Null(LiquidText.Check(Nested(5)));
        Assert.Equal(LiquidText.TooDeep, LiquidText.Check(Nested(6)));

        static string Nested(int deep) =>
            string.Concat(Enumerable.Repeat("{% if title %}", deep))
            + "x"
            + string.Concat(Enumerable.Repeat("{% endif %}", deep));
    }

    [Theory]
    [InlineData("custmer", "customer")]
    [InlineData("Titel", "title")]
    [InlineData("affected_users", "affected")]
    public void Who_mistypes_a_name_is_told_the_near_ones(string typed, string meant) =>
        Assert.Contains(meant, LiquidText.Check($"{{{{ {typed} }}}}")!.Detail, StringComparison.Ordinal);

    [Property]
    public void Whatever_is_typed_is_read_or_refused(string? text) =>
        Assert.NotEqual("", LiquidText.Check(text ?? "")?.Code ?? "fine");
}
