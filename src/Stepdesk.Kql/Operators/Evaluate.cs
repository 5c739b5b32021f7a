using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>The columns a plugin is said to answer; a star stands for those of its source.</summary>
public sealed record OutputShape(bool KeepsSource, IReadOnlyList<SchemaPart> Columns);

public sealed record EvaluateOperator(CallExpression Plugin, OutputShape? Shape) : Operator
{
    internal static Operator Read(Parser parser, Token keyword)
    {
        parser.SkipHints();
        if (parser.Current.Kind != TokenKind.Name)
        {
            parser.Unexpected("bag_unpack(...)", "pivot(...)", "narrow()");
            parser.Recover();
            return new BadOperator();
        }

        var name = parser.Next();
        var call = parser.ParseCall(name, name.Span.Start);
        OutputShape? shape = null;
        if (parser.Accept(":"))
        {
            parser.Expect("(");
            var keeps = parser.Accept("*");
            if (keeps)
            {
                parser.Accept(",");
            }

            shape = new OutputShape(keeps, parser.ParseSchema());
            parser.Expect(")");
        }

        return new EvaluateOperator(call, shape);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var plan = BindPlugin(binder, source, scope);
        return Shape is null || binder.Diagnostics.HasErrors ? plan : Shaped(plan, source, Shape);
    }

    private static ProjectPlan Shaped(Plan plan, Plan source, OutputShape shape)
    {
        // Without rows the plugin's own columns are not known: these are the ones that are said to be there.
        var kept = shape.KeepsSource ? plan.Schema.Fields.Where(f => source.Schema.IndexOf(f.Name) >= 0).ToList() : [];
        var said = shape.Columns.Select(c => new Field(c.Name, c.Type));
        Field[] fields = [.. kept.Where(f => !shape.Columns.Any(c => c.Name == f.Name)), .. said];
        return new ProjectPlan(
            plan,
            new Schema(fields),
            [
                .. fields.Select(f =>
                    plan.Schema.IndexOf(f.Name) is var i and >= 0
                        ? Conversions.To(f.Type, new ColumnScalar(i, plan.Schema[i]))
                        : new Constant(f.Type, f.Type == KqlType.String ? "" : null)
                ),
            ]
        );
    }

    private Plan BindPlugin(Binder binder, Plan source, Scope scope)
    {
        switch (Plugin.Name)
        {
            case "bag_unpack" when Plugin.Arguments.Count > 0:
                return BagUnpack.Bind(Plugin, binder, source, scope);
            case "pivot" when Plugin.Arguments.Count > 0:
                return Pivot.Bind(Plugin, binder, source, scope);
            case "narrow":
                return new NarrowPlan(source);
            case "bag_unpack" or "pivot":
                binder.Diagnostics.Add(Messages.ArgumentCount(Plugin.Span, Plugin.Name, "1+", 0));
                return Binder.Unknown();
            case "http_request"
            or "http_request_post"
            or "sql_request"
            or "mysql_request"
            or "postgresql_request"
            or "cosmosdb_sql_request"
            or "python"
            or "r"
            or "azure_digital_twins_query_request":
                binder.Diagnostics.Add(Messages.Refused(Plugin.NameSpan, Plugin.Name));
                return Binder.Unknown();
            default:
                binder.Diagnostics.Add(Messages.NotHere(Plugin.NameSpan, Plugin.Name));
                return Binder.Unknown();
        }
    }
}
