using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary>A column, a name of a let, or a table.</summary>
public sealed record NameExpression(Span Span, string Name) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        if (scope.Aggregates is null && scope.Row.IndexOf(Name) is var i and >= 0)
        {
            return new ColumnScalar(i, scope.Row[i]);
        }

        switch (scope.Names.Find(Name))
        {
            case ScalarMeaning scalar:
                return scalar.Value;
            case TableMeaning:
                binder.Diagnostics.Add(Messages.ScalarNeeded(Span));
                return new Broken();
            case FunctionMeaning function
                when function.Invoke(binder, Name, Span, [], scope.Names, scope) is ScalarMeaning result:
                return result.Value;
        }

        if (scope.Aggregates is not null && scope.Row.IndexOf(Name) >= 0)
        {
            binder.Diagnostics.Add(Messages.AggregateNeeded(Span));
            return new Broken();
        }

        binder.ReportColumn(Span, Name, scope);
        return new Broken();
    }

    internal override Plan BindTable(Binder binder, Names names) => binder.BindTableName(Span, Name, names);

    internal override Meaning BindMeaning(Binder binder, Names names) =>
        names.Find(Name) switch
        {
            FunctionMeaning function => function.Invoke(binder, Name, Span, [], names, null),
            { } meaning => meaning,
            null => new TableMeaning(BindTable(binder, names)),
        };

    internal override bool IsTable(Binder binder, Scope scope) =>
        scope.Row.IndexOf(Name) < 0
        && (scope.Names.Find(Name) is { } meaning ? meaning is TableMeaning : binder.Catalog.Find(Name) is not null);

    internal override string? ColumnName(Scope scope) => Name;
}
