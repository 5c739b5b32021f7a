using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>What mv-expand and mv-apply take apart: arrays and bags, side by side.</summary>
public sealed record MvExpandItem(Span Span, NamePart? Name, Expression Value, KqlType? Type);

public sealed record MvExpandOperator(
    bool AsArray,
    NamePart? IndexName,
    IReadOnlyList<MvExpandItem> Items,
    Expression? Limit
) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var asArray = false;
        NamePart? index = null;
        while (
            parser.Current.Kind == TokenKind.Name
            && parser.Peek(1).Is("=")
            && parser.Current.Text is "kind" or "bagexpansion" or "with_itemindex"
        )
        {
            var option = parser.Next().Text;
            parser.Next();
            if (option == "with_itemindex")
            {
                index = parser.ParseName();
            }
            else
            {
                asArray = parser.ParseChoice("way to expand a bag", "bag", "array") == "array";
            }
        }

        var items = ReadItems(parser);
        var limit = parser.Accept("limit") ? parser.ParseSum() : null;
        return new MvExpandOperator(asArray, index, items, limit);
    }

    internal static List<MvExpandItem> ReadItems(Parser parser)
    {
        var items = new List<MvExpandItem>();
        do
        {
            var start = parser.Current.Span.Start;
            NamePart? name = null;
            if (parser.Current.Kind is TokenKind.Name or TokenKind.QuotedName && parser.Peek(1).Is("="))
            {
                name = parser.ParseName();
                parser.Next();
            }

            var value = parser.ParseSum();
            KqlType? type = null;
            if (parser.Accept("to"))
            {
                if (parser.Accept("typeof"))
                {
                    parser.Expect("(");
                    type = parser.ParseType();
                    parser.Expect(")");
                }
                else
                {
                    parser.Unexpected("typeof(...)");
                }
            }

            items.Add(new MvExpandItem(parser.Since(start), name, value, type));
        } while (parser.Accept(","));

        return items;
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope) =>
        Expanded(binder, source, scope, "mv-expand") as Plan ?? Binder.Unknown();

    /// <summary>The rows taken apart; null after reporting.</summary>
    internal MvExpandPlan? Expanded(Binder binder, Plan source, Scope scope, string use)
    {
        var fields = source.Schema.Fields.ToList();
        var expansions = new List<Expansion>();
        foreach (var item in Items)
        {
            var value = item.Value.Bind(binder, scope);
            if (value is Broken)
            {
                return null;
            }

            if (value.Type != KqlType.Dynamic)
            {
                binder.Diagnostics.Add(Messages.DynamicNeeded(item.Value.Span, use, value.Type.Name()));
                return null;
            }

            var name = item.Name?.Name ?? item.Value.ColumnName(scope) ?? "Column1";
            var type = item.Type ?? KqlType.Dynamic;
            var at = fields.FindIndex(f => f.Name == name);
            if (at < 0)
            {
                at = fields.Count;
                fields.Add(new Field(name, type));
            }
            else
            {
                fields[at] = new Field(name, type);
            }

            expansions.Add(new Expansion(value, at, type));
        }

        var indexPlace = -1;
        if (IndexName is not null)
        {
            indexPlace = fields.Count;
            // A column of that name stays: the index gets a number.
            var name = FreeName.Of(IndexName.Name, fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal));
            fields.Add(new Field(name, KqlType.Long));
        }

        var most = Limit is null ? int.MaxValue : binder.CountOf(Limit, scope, "limit");
        return new MvExpandPlan(source, [.. expansions], AsArray, indexPlace, most, new Schema(fields));
    }
}
