using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary>A value and what its column is called.</summary>
internal sealed record ColumnValue(string Name, Scalar Value);

public sealed record CallExpression(Span Span, string Name, Span NameSpan, IReadOnlyList<Expression> Arguments)
    : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        if (scope.Names.Find(Name) is FunctionMeaning function)
        {
            if (function.Invoke(binder, Name, Span, Arguments, scope.Names, scope) is ScalarMeaning scalar)
            {
                return scalar.Value;
            }

            binder.Diagnostics.Add(Messages.ScalarNeeded(Span));
            return new Broken();
        }

        if (scope.Aggregates is { } aggregates && AggregateTable.IsAggregate(Name))
        {
            return binder.BindAggregate(this, scope, aggregates) is [var first, ..] ? first : new Broken();
        }

        if (SpecialForms.Find(Name) is { } form)
        {
            if (form.Takes(Arguments.Count))
            {
                return form.Bind(this, binder, scope);
            }

            BindUnfinished(binder, scope);
            return WrongCount(binder, form.Count, Arguments.Count);
        }

        if (FunctionTable.Find(Name) is { } info)
        {
            return BindFunction(binder, info, scope);
        }

        binder.Diagnostics.Add(
            AggregateTable.IsAggregate(Name)
                ? Messages.AggregateHere(NameSpan, Name)
                : Messages.UnknownFunction(
                    NameSpan,
                    Name,
                    NearNames.Of(Name, [.. FunctionTable.Names, .. AggregateTable.Names, .. SpecialForms.Names])
                )
        );
        return new Broken();
    }

    // A call that is being written has not all its arguments yet.
    private void BindUnfinished(Binder binder, Scope scope)
    {
        foreach (var argument in binder.Place is null ? [] : Arguments)
        {
            argument.Bind(binder, scope);
        }
    }

    private Broken WrongCount(Binder binder, string needed, int found)
    {
        binder.Diagnostics.Add(Messages.ArgumentCount(Span, Name, needed, found));
        return new Broken();
    }

    /// <summary>The columns of a function with several results; null where it has one, none after reporting.</summary>
    internal IReadOnlyList<ColumnValue>? BindParts(Binder binder, Scope scope)
    {
        if (scope.Names.Find(Name) is not null || FunctionTable.Find(Name) is not { Parts: { } parts } info)
        {
            return null;
        }

        if (BindArguments(binder, info, scope) is not { } call || Applied(binder, info, call) is not { } whole)
        {
            return [];
        }

        var fields = parts([
            .. Arguments.Zip(call.Arguments, (a, value) => new Field(a.ColumnName(scope) ?? "", value.Type)),
        ]);
        return [.. fields.Select((f, i) => new ColumnValue(f.Name, Conversions.To(f.Type, ElementOf(whole, i))))];
    }

    private static Scalar ElementOf(Scalar whole, int i) =>
        DynamicFunctions.Element(whole, new Constant(KqlType.Long, (long)i));

    private Scalar BindFunction(Binder binder, FunctionInfo info, Scope scope)
    {
        if (info.NeedsOrder && scope.IsUnordered)
        {
            binder.Diagnostics.Add(Messages.OrderNeeded(NameSpan, Name));
            return new Broken();
        }

        if (info.Parts is not null)
        {
            return BindParts(binder, scope) is [var first, ..] ? first.Value : new Broken();
        }

        return BindArguments(binder, info, scope) is { } call && Applied(binder, info, call) is { } result
            ? result
            : new Broken();
    }

    private Scalar? Applied(Binder binder, FunctionInfo info, Call call)
    {
        ArgumentRules.Check(call);
        var result = call.Failed ? null : info.Bind(call);
        if (result is null && !call.Failed)
        {
            binder.Diagnostics.Add(Messages.ArgumentType(Span, Name, "other types", call[0].Type.Name()));
        }

        return call.Failed ? null : result;
    }

    /// <summary>The arguments with all columns where a star stands; null after reporting.</summary>
    private Call? BindArguments(Binder binder, FunctionInfo info, Scope scope)
    {
        var arguments = new List<Scalar>();
        var syntax = new List<Expression>();
        foreach (var argument in Arguments)
        {
            if (argument is StarExpression && info.Name is "pack_array" or "pack_all")
            {
                arguments.AddRange(scope.Row.Fields.Select((f, i) => (Scalar)new ColumnScalar(i, f)));
                syntax.AddRange(scope.Row.Fields.Select(_ => argument));
                continue;
            }

            arguments.Add(argument.Bind(binder, scope));
            syntax.Add(argument);
        }

        if (arguments.Count < info.Least || arguments.Count > info.Most)
        {
            WrongCount(binder, info.Count, arguments.Count);
            return null;
        }

        return arguments.Exists(a => a is Broken)
            ? null
            : new Call(Name, Span, arguments, syntax, scope.Row, binder.Now, binder.Diagnostics);
    }

    internal override Plan BindTable(Binder binder, Names names)
    {
        switch (Name)
        {
            case "materialize" or "view" when Arguments.Count == 1:
                return SharedPlan.Of(Arguments[0].BindTable(binder, names));
            case "table" when Arguments is [LiteralExpression { Type: KqlType.String, Value: string name }, ..]:
                return binder.BindTableName(Arguments[0].Span, name, names);
            case "externaldata" or "external_table" or "cluster":
                binder.Diagnostics.Add(Messages.Refused(NameSpan, Name));
                return Binder.Unknown();
        }

        if (names.Find(Name) is FunctionMeaning function)
        {
            return binder.AsPlan(function.Invoke(binder, Name, Span, Arguments, names, null), Span, Name);
        }

        binder.Diagnostics.Add(
            binder.Catalog.Find(Name) is not null || FunctionTable.Find(Name) is null
                ? Messages.UnknownFunction(NameSpan, Name, NearNames.Of(Name, names.All.Concat(binder.Catalog.Names)))
                : Messages.TableNeeded(Span, $"{Name}()")
        );
        return Binder.Unknown();
    }

    internal override Meaning BindMeaning(Binder binder, Names names) =>
        Name is "materialize" or "table" or "view" ? new TableMeaning(BindTable(binder, names))
        : names.Find(Name) is FunctionMeaning function ? function.Invoke(binder, Name, Span, Arguments, names, null)
        : base.BindMeaning(binder, names);

    internal override bool IsTable(Binder binder, Scope scope) =>
        Name is "materialize" or "table"
        || (scope.Names.Find(Name) is FunctionMeaning function && function.IsTable(binder));

    internal override string? ColumnName(Scope scope)
    {
        var first = Arguments.Count > 0 ? Arguments[0].ColumnName(scope) : null;
        if (scope.Names.Find(Name) is not null)
        {
            return null;
        }

        if (AggregateTable.Find(Name) is { } aggregate)
        {
            return aggregate.Prefix.Length > 0 ? $"{aggregate.Prefix}_{first}" : first;
        }

        if (AggregateTable.IsMany(Name))
        {
            return first;
        }

        if (Name is "column_ifexists" or "columnifexists")
        {
            return Arguments is [LiteralExpression { Value: string column }, ..] && scope.Row.IndexOf(column) >= 0
                ? column
                : null;
        }

        return FunctionTable.Find(Name) switch
        {
            { Names: NameRule.FirstArgument } => first,
            { Names: NameRule.OnlyArgument } when Arguments.Count == 1 => first,
            { Names: NameRule.Prefixed, Prefix: var prefix } => $"{prefix}_{first}",
            _ => null,
        };
    }
}
