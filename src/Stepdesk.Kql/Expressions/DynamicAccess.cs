using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary><c>bag.name</c>; behind <c>database("x")</c> and the like a table of another place.</summary>
public sealed record PathExpression(Span Span, Expression Target, string Name, Span NameSpan) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        var target = Target.Bind(binder, scope);
        if (target is Broken)
        {
            return target;
        }

        if (target.Type != KqlType.Dynamic)
        {
            binder.Diagnostics.Add(Messages.DynamicNeeded(Target.Span, "." + Name, target.Type.Name()));
            return new Broken();
        }

        return DynamicFunctions.Path(target, Name);
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        switch (Target)
        {
            case CallExpression { Name: "cluster" } cluster:
                binder.Diagnostics.Add(Messages.Refused(cluster.Span, "cluster"));
                return Binder.Unknown();
            case CallExpression or PathExpression:
                return binder.BindTableName(NameSpan, Name, names);
            default:
                return base.BindTable(binder, names);
        }
    }

    internal override Meaning BindMeaning(Binder binder, Names names) =>
        Target is CallExpression { Name: "database" or "workspace" or "app" or "cluster" or "resource" }
            ? new TableMeaning(BindTable(binder, names))
            : base.BindMeaning(binder, names);

    internal override string? ColumnName(Scope scope) =>
        Target.ColumnName(scope) is { Length: > 0 } left ? $"{left}_{Name}" : Name;
}

/// <summary><c>bag["name"]</c> or <c>array[0]</c>.</summary>
public sealed record ElementExpression(Span Span, Expression Target, Expression Index) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        var target = Target.Bind(binder, scope);
        var index = Index.Bind(binder, scope);
        if (target is Broken || index is Broken)
        {
            return new Broken();
        }

        if (target.Type != KqlType.Dynamic)
        {
            binder.Diagnostics.Add(Messages.DynamicNeeded(Target.Span, "[...]", target.Type.Name()));
            return new Broken();
        }

        return DynamicFunctions.Element(target, index);
    }

    internal override string? ColumnName(Scope scope)
    {
        var selector = Index is LiteralExpression { Type: KqlType.String or KqlType.Long } literal
            ? Format.Text(literal.Value)
            : null;
        return Target.ColumnName(scope) is { Length: > 0 } owner ? $"{owner}_{selector}" : selector;
    }
}
