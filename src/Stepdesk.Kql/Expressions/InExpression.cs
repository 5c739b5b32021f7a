using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary><c>value in (a, b)</c> and its family: lists of literals, arrays and subqueries are all lists of values.</summary>
public sealed record InExpression(
    Span Span,
    string Operator,
    Span OperatorSpan,
    Expression Left,
    IReadOnlyList<Expression> Items
) : Expression(Span)
{
    internal static bool IsOperator(string text) => text is "in" or "!in" or "in~" or "!in~" or "has_any" or "has_all";

    internal static InExpression Read(Parser parser, Expression left)
    {
        var op = parser.Next();
        var items = new List<Expression>();
        if (parser.Expect("("))
        {
            while (!parser.AtEnd && !parser.Current.Is(")"))
            {
                items.Add(parser.ParseValue());
                if (!parser.Accept(","))
                {
                    break;
                }
            }

            parser.Expect(")");
        }
        else
        {
            parser.Recover();
        }

        return new InExpression(parser.Since(left.Span.Start), op.Text, op.Span, left, items);
    }

    internal override Scalar Bind(Binder binder, Scope scope)
    {
        var value = Left.Bind(binder, scope);
        var items = new List<object?>();
        var varying = new List<(Scalar Value, Expression Syntax)>();
        foreach (var item in Items)
        {
            AddValues(item, binder, scope, items, varying);
        }

        if (value is Broken || varying.Exists(v => v.Value is Broken))
        {
            return new Broken();
        }

        var not = Operator.StartsWith('!');
        var ignoreCase = Operator.EndsWith('~');
        if (Operator is "has_any" or "has_all")
        {
            return BindHasAny(binder, value, items, varying);
        }

        var wrong = items.FindIndex(i => i is not null && !Fits(value.Type, Cell.TypeOf(i)));
        if (wrong >= 0)
        {
            var found = Cell.TypeOf(items[wrong]);
            binder.Diagnostics.Add(
                BinaryExpression.ConversionHint(binder, Left, value.Type, found) is { } hint
                    ? Messages.NoOperator(Span, Operator, value.Type.Name(), found.Name(), hint)
                    : Messages.NoOperator(Span, Operator, value.Type.Name(), found.Name())
            );
            return new Broken();
        }

        if (varying.Count == 0)
        {
            return Membership.Of(value, items, ignoreCase, not);
        }

        var test = Membership.Of(value, items, ignoreCase, not: false);
        foreach (var (item, syntax) in varying)
        {
            var one =
                item.Type == KqlType.Dynamic ? IsElement(value, item, ignoreCase)
                : ignoreCase
                    ? TextTests.Bind("=~", Conversions.To(KqlType.String, value), Conversions.To(KqlType.String, item))
                : Comparisons.Bind("==", value, item);
            if (one is null)
            {
                binder.Diagnostics.Add(Messages.NoOperator(syntax.Span, Operator, value.Type.Name(), item.Type.Name()));
                return new Broken();
            }

            test = Logic.Or(test, one);
        }

        return not ? Logic.Not(test) : test;
    }

    private static bool Fits(KqlType value, KqlType item) =>
        value == KqlType.Dynamic
        || Comparisons.CommonType(value, item) is not null
        || (value is KqlType.String && item is KqlType.Bool or KqlType.Guid)
        || (value is KqlType.Guid && item is KqlType.String)
        || item == KqlType.Dynamic;

    private static Scalar IsElement(Scalar value, Scalar list, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return MapMany.Of(
            KqlType.Bool,
            [value, list],
            v =>
            {
                var text = Format.Text(v[0]);
                return v[1] is DynamicArray array
                    ? array.Items.Any(i => Format.Text(i).Equals(text, comparison))
                    : v[1] is not null && Format.Text(v[1]).Equals(text, comparison);
            }
        );
    }

    private static void AddValues(
        Expression item,
        Binder binder,
        Scope scope,
        List<object?> items,
        List<(Scalar Value, Expression Syntax)> varying
    )
    {
        if (item.IsTable(binder, scope))
        {
            var plan = item.BindTable(binder, scope.Names);
            if (binder.Compute(plan) is { } table && table.Columns.Count > 0)
            {
                foreach (var batch in Batch.Over(table))
                {
                    var vector = batch.Column(0);
                    for (var i = 0; i < batch.Count; i++)
                    {
                        items.Add(vector[i]);
                    }
                }
            }

            return;
        }

        var value = item.Bind(binder, scope);
        if (value is Broken || !value.IsConstant)
        {
            varying.Add((value, item));
        }
        else if (value.Value is DynamicArray array)
        {
            items.AddRange(array.Items);
        }
        else
        {
            items.Add(value.Value);
        }
    }

    private Scalar BindHasAny(
        Binder binder,
        Scalar value,
        List<object?> items,
        List<(Scalar Value, Expression Syntax)> varying
    )
    {
        if (value.Type is not (KqlType.String or KqlType.Dynamic))
        {
            binder.Diagnostics.Add(Messages.NoOperator(Span, Operator, value.Type.Name(), "string"));
            return new Broken();
        }

        var all = Operator == "has_all";
        var text = Conversions.To(KqlType.String, value);
        if (varying.Count > 0)
        {
            Scalar[] arguments = [text, .. varying.Select(v => v.Value)];
            return MapMany.Of(
                KqlType.Bool,
                arguments,
                v =>
                    Has(
                        (string)v[0]!,
                        items.Concat(v.Skip(1).SelectMany(i => i is DynamicArray a ? a.Items : [i])),
                        all
                    )
            );
        }

        return Scalar.Fold(new Map<string, bool>(KqlType.Bool, text, s => Has(s, items, all)));
    }

    private static bool Has(string text, IEnumerable<object?> items, bool all) =>
        all
            ? items.All(i => TextTests.HasTerm(text, Format.Text(i)))
            : items.Any(i => TextTests.HasTerm(text, Format.Text(i)));
}
