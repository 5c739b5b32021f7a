using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Templates;

namespace Stepdesk.Tests.Templates;

/// <summary>Templates are filled with values, and values are text whatever stands in them.</summary>
public sealed class FillingTests
{
    static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly Values Nothing = new(Monday, TimeZoneInfo.Utc);

    [Theory]
    [InlineData("{{ title }} – {{title}}{{-number-}}", "A – A7")]
    [InlineData("{{ team | default: 'our team' | upcase }}", "OUR TEAM")]
    [InlineData("{{ title | downcase }}{{ desk | capitalize }}", "aĐội hỗ trợ")]
    [InlineData("{% if affected %}{{ affected }} people{% else %}somebody{% endif %}", "somebody")]
    [InlineData("{% unless deadline %}no date{% endunless %}", "no date")]
    [InlineData("{% if number == '7' %}seven{% elsif number != '8' %}other{% endif %}", "seven")]
    [InlineData("A lone { brace } and 100 % of it", "A lone { brace } and 100 % of it")]
    [InlineData("{%if solution%}{{ solution }}{%endif%}", "")]
    public void A_template_is_filled(string template, string filled)
    {
        var values = Nothing with { Title = "A", Number = 7, Desk = "đội hỗ trợ" };

        Assert.Equal((filled, null), Filling.Fill(template, values.In(Language.En)));
    }

    [Theory]
    [InlineData("{{ 7 | plus: 7 }}")]
    [InlineData("{{ customer }}")]
    [InlineData("{% for i in (1..9) %}x{% endfor %}")]
    [InlineData("@(1 + 1)")]
    [InlineData("${7 * 7}")]
    [InlineData("{{ '{{' }}")]
    [InlineData("<b>&amp;</b>")]
    public void What_stands_in_a_mail_comes_out_as_text(string said)
    {
        var values = Nothing with { Title = said, Customer = said, Solution = said };

        Assert.Equal(
            ($"{said} | {said}: {said}", null),
            Filling.Fill(
                "{{ title }} | {{ customer }}: {% if solution %}{{ solution }}{% endif %}",
                values.In(Language.Vi)
            )
        );
    }

    [Theory]
    [InlineData("{% if title == number %}x{% endif %}", "template-is-unreadable")]
    [InlineData("{{ secret }}", "template-variable-is-unknown")]
    [InlineData("{% include 'x' %}", "template-tag-is-unknown")]
    public void What_is_no_template_is_not_filled(string template, string code) =>
        Assert.Equal(code, Filling.Fill(template, Nothing.In(Language.En)).Refusal?.Code);

    [Fact]
    public void Every_shipped_text_can_be_filled_whatever_is_known()
    {
        foreach (var template in TemplateBook.Shipped.All)
        {
            var language = template.Slot.Language;
            var sample = Values.Sample(language, "Desk", Monday, TimeZoneInfo.Utc).In(language);
            Assert.Null(Filling.Check(template.Text, sample));
            var (filled, _) = Filling.Fill(template.Text, sample);
            Assert.DoesNotContain("{", filled, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_machine_s_culture_has_no_say()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var values = Nothing with { Title = "video i", Number = 12345 };
            Assert.Equal(
                "VIDEO I 12345",
                Filling.Fill("{{ title | upcase }} {{ number }}", values.In(Language.En)).Text
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The check that names mistakes and the library that fills must agree on what a template is.</summary>
    [Property(MaxTest = 2000)]
    public Property Whatever_passes_the_check_can_be_filled() =>
        Prop.ForAll(
            Pieces().ToArbitrary(),
            template =>
                LiquidText.Check(template) is not null
                || (
                    Filling.Check(
                        template,
                        Values.Sample(Language.En, "Desk", Monday, TimeZoneInfo.Utc).In(Language.En)
                    )
                    is null
                )
        );

    [Property(MaxTest = 1000)]
    public void Any_value_comes_out_as_it_went_in(string? said)
    {
        var line = Plain.Line(said);

        var filled = Filling.Fill("[{{ title }}]", (Nothing with { Title = said }).In(Language.En)).Text;

        Assert.Equal($"[{line}]", filled);
    }

    static Gen<string> Pieces() =>
        Gen.Elements(
                "{{ title }}",
                "{{-team | default: \"a 'b'\" -}}",
                "{{ class | upcase | capitalize }}",
                "{{--title--}}",
                "{{ solution|default:'x' }}",
                "{% if affected %}",
                "{%- unless class == 'x' -%}",
                "{% elsif title != \"\" %}",
                "{% else %}",
                "{% endif %}",
                "{%endunless%}",
                "{%--if team--%}",
                "{% if title=='a' %}",
                "{{ title == 'a' }}",
                "{{ title | default: '' }}",
                "{{ title | default: 'a:b' }}",
                "{{ title | default: 'a,b' }}",
                "{",
                "}",
                "}}",
                "%}",
                "{ {",
                "| : ' \"",
                "chữ",
                " ",
                "\n"
            )
            .ListOf()
            .Select(string.Concat);
}
