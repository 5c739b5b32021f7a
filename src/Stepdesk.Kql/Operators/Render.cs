using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>Changes no rows: says how they want to be drawn.</summary>
public sealed record RenderOperator(string Chart, IReadOnlyDictionary<string, string> Settings) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var chart = parser.Current.Kind is TokenKind.Name or TokenKind.Literal ? parser.Next() : default;
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (chart.Text is null)
        {
            parser.Unexpected("timechart", "columnchart", "barchart", "piechart", "table");
            return new RenderOperator("table", settings);
        }

        var open = parser.Accept("with") && parser.Accept("(");
        while (parser.Current.Kind == TokenKind.Name && parser.Peek(1).Is("="))
        {
            var name = parser.Next().Text;
            parser.Next();
            settings[name] = string.Join(",", ReadValues(parser));
            parser.Accept(",");
        }

        if (open)
        {
            parser.Expect(")");
        }

        return new RenderOperator(chart.Text, settings);
    }

    // A comma also stands between settings: what is followed by an equals sign is the next one's name.
    private static IEnumerable<string> ReadValues(Parser parser)
    {
        do
        {
            if (parser.IsStop)
            {
                yield break;
            }

            var sign = parser.Accept("-") ? "-" : "";
            var value = parser.Next();
            yield return sign + (value.Kind == TokenKind.Literal ? Format.Text(value.Value) : value.Text);
        } while (parser.Current.Is(",") && !parser.Peek(2).Is("=") && parser.Accept(","));
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        binder.Draw(this);
        if (!Binding.Chart.CanDraw(Chart))
        {
            binder.Diagnostics.Add(Messages.UnknownChart(Span, Chart));
        }

        return source;
    }
}
