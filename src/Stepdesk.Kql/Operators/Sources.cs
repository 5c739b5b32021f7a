using System.Globalization;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary><c>print a, b = 1</c>: one row.</summary>
public sealed record PrintExpression(Span Span, IReadOnlyList<Expression> Items) : TableExpression(Span)
{
    internal static PrintExpression Read(Parser parser)
    {
        var start = parser.Next().Span.Start;
        var items = parser.ParseItems();
        return new PrintExpression(parser.Since(start), items);
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var output = new OutputNames(binder.Diagnostics);
        for (var i = 0; i < Items.Count; i++)
        {
            if (binder.AddParts(Items[i], scope, output, PartsUse.Print))
            {
                continue;
            }

            var value = Items[i].Bind(binder, scope);
            if (Items[i] is NamedExpression named)
            {
                output.Give(named.Names[0].Name, named.Names[0].Span, value, replace: false);
            }
            else
            {
                output.Add("print_" + i.ToString(CultureInfo.InvariantCulture), null, value);
            }
        }

        return new ProjectPlan(new TablePlan(Binder.OneRow), output.Schema, output.Values) { IsSerialized = true };
    }
}

/// <summary><c>range x from 1 to 9 step 1</c>.</summary>
public sealed record RangeExpression(Span Span, NamePart Name, Expression From, Expression To, Expression Step)
    : TableExpression(Span)
{
    internal static RangeExpression Read(Parser parser)
    {
        var start = parser.Next().Span.Start;
        var name = parser.ParseName();
        parser.Next();
        var from = parser.ParseSum();
        Expression to = new MissingExpression(parser.Current.Span);
        Expression step = to;
        if (parser.Expect("to"))
        {
            to = parser.ParseSum();
            if (parser.Expect("step"))
            {
                step = parser.ParseSum();
            }
        }

        return new RangeExpression(parser.Since(start), name, from, to, step);
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var from = From.Bind(binder, scope);
        var to = To.Bind(binder, scope);
        var step = Step.Bind(binder, scope);
        if (from is Broken || to is Broken || step is Broken)
        {
            return Binder.Unknown();
        }

        var type =
            from.Type == KqlType.DateTime || to.Type == KqlType.DateTime ? KqlType.DateTime
            : from.Type == KqlType.TimeSpan ? KqlType.TimeSpan
            : from.Type == KqlType.Real || to.Type == KqlType.Real || step.Type == KqlType.Real ? KqlType.Real
            : KqlType.Long;
        var stepType =
            type != KqlType.DateTime ? type
            : step.Type.IsInteger() ? KqlType.Long
            : KqlType.TimeSpan;
        foreach (var (value, syntax, needed) in new[] { (from, From, type), (to, To, type), (step, Step, stepType) })
        {
            if (!value.IsConstant)
            {
                binder.Diagnostics.Add(Messages.ConstantNeeded(syntax.Span, "range"));
                return Binder.Unknown();
            }

            if (value.Type != needed && value.Type != KqlType.Dynamic && !(value.Type.IsNumber() && needed.IsNumber()))
            {
                binder.Diagnostics.Add(Messages.ArgumentType(syntax.Span, "range", needed.Name(), value.Type.Name()));
                return Binder.Unknown();
            }
        }

        return new RangePlan(
            new Schema([new Field(Name.Name, type)]),
            Conversions.Boxed(type, from.Value),
            Conversions.Boxed(type, to.Value),
            Conversions.Boxed(stepType, step.Value)
        )
        {
            IsSerialized = true,
        };
    }
}

/// <summary><c>datatable(a: long) [1, 2]</c>.</summary>
public sealed record DataTableExpression(Span Span, IReadOnlyList<SchemaPart> Columns, IReadOnlyList<Expression> Values)
    : TableExpression(Span)
{
    internal static DataTableExpression Read(Parser parser)
    {
        var start = parser.Next().Span.Start;
        parser.Expect("(");
        var columns = parser.ParseSchema();
        parser.Expect(")");
        var values = new List<Expression>();
        if (parser.Current.Kind == TokenKind.QuotedName)
        {
            // ["a"] directly behind the bracket reads as a quoted name: it is a row of one text.
            var token = parser.Next();
            values.Add(new LiteralExpression(token.Span, KqlType.String, token.Text));
            return new DataTableExpression(parser.Since(start), columns, values);
        }

        if (parser.Expect("["))
        {
            while (!parser.AtEnd && !parser.Current.Is("]"))
            {
                values.Add(parser.ParseExpression());
                if (!parser.Accept(","))
                {
                    break;
                }
            }

            if (!parser.Accept("]"))
            {
                parser.Unexpected(",", "]");
                parser.SkipTo("]");
            }
        }

        return new DataTableExpression(parser.Since(start), columns, values);
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        var scope = new Scope(Schema.Empty, names);
        var schema = new Schema([.. Columns.Select(c => new Field(c.Name, c.Type))]);
        if (schema.Count == 0 || Values.Count % schema.Count != 0)
        {
            binder.Diagnostics.Add(Messages.ValuesPerRow(Span, schema.Count, Values.Count));
            return new TablePlan(KqlTable.None(schema));
        }

        var builder = new KqlTableBuilder(schema);
        var row = new object?[schema.Count];
        for (var i = 0; i < Values.Count; i++)
        {
            var c = i % schema.Count;
            var value = Values[i].Bind(binder, scope);
            if (value is not Broken && !value.IsConstant)
            {
                binder.Diagnostics.Add(Messages.ConstantNeeded(Values[i].Span, "datatable"));
            }

            row[c] = value.IsConstant ? Conversions.Boxed(schema[c].Type, value.Value) : null;
            if (c == schema.Count - 1)
            {
                builder.Add(row);
            }
        }

        return new TablePlan(builder.ToTable());
    }
}
