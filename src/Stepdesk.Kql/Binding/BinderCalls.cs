using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

public sealed partial class Binder
{
    private Scalar BindCall(CallExpression call, Scope scope)
    {
        if (scope.Names.Find(call.Name) is FunctionMeaning function)
        {
            var result = Invoke(function, call.Name, call.Span, call.Arguments, scope.Names, scope);
            if (result is ScalarMeaning scalar)
            {
                return scalar.Value;
            }

            _diagnostics.Add(Messages.ScalarNeeded(call.Span));
            return new Broken();
        }

        if (scope.Aggregates is { } aggregates && IsAggregate(call))
        {
            return BindAggregate(call, scope, aggregates) is [var first, ..] ? first : new Broken();
        }

        switch (call.Name)
        {
            case "toscalar" when call.Arguments.Count == 1:
                return BindToScalar(call, scope);
            case "iff" or "iif" when call.Arguments.Count == 3:
                return BindCase(call, scope);
            case "case" when call.Arguments.Count >= 3 && call.Arguments.Count % 2 == 1:
                return BindCase(call, scope);
            case "coalesce" when call.Arguments.Count >= 1:
                return BindCoalesce(call, scope);
            case "column_ifexists" or "columnifexists" when call.Arguments.Count == 2:
                return BindColumnIfExists(call, scope);
            case "materialize":
                _diagnostics.Add(Messages.ScalarNeeded(call.Span));
                return new Broken();
            case "datetime"
            or "timespan"
            or "int"
            or "long"
            or "real"
            or "double"
            or "bool"
            or "guid"
            or "decimal" when call.Arguments.Count == 1:
                return BindTypeName(call, scope);
        }

        if (FunctionTable.Find(call.Name) is not { } info)
        {
            ReportFunction(call);
            return new Broken();
        }

        return BindFunction(call, info, scope);
    }

    // datetime(now()) and int(x): a conversion that was meant.
    private Scalar BindTypeName(CallExpression call, Scope scope)
    {
        _ = KqlTypes.TryParse(call.Name, out var type);
        var value = BindScalar(call.Arguments[0], scope);
        if (value is Broken || value is { IsConstant: true } && value.Type == type)
        {
            return value;
        }

        _diagnostics.Add(Messages.BadTypedLiteral(call.Span, call.Name, TextOf(call.Arguments[0])));
        return new Constant(type, null);
    }

    private static bool IsAggregate(CallExpression call) =>
        AggregateTable.Find(call.Name) is not null || AggregateTable.IsMany(call.Name);

    private void ReportFunction(CallExpression call)
    {
        if (IsAggregate(call))
        {
            _diagnostics.Add(Messages.AggregateHere(call.NameSpan, call.Name));
            return;
        }

        string[] own = ["iff", "iif", "case", "coalesce", "toscalar", "column_ifexists", "materialize"];
        if (own.Contains(call.Name, StringComparer.Ordinal))
        {
            var needed = call.Name switch
            {
                "iff" or "iif" => "3",
                "case" => "3, 5, 7...",
                "column_ifexists" => "2",
                _ => "1",
            };
            _diagnostics.Add(Messages.ArgumentCount(call.Span, call.Name, needed, call.Arguments.Count));
            return;
        }

        var known = FunctionTable.Names.Concat(AggregateTable.Names).Concat(own);
        _diagnostics.Add(Messages.UnknownFunction(call.NameSpan, call.Name, NearNames.Of(call.Name, known)));
    }

    private Scalar BindFunction(CallExpression call, FunctionInfo info, Scope scope)
    {
        var arguments = new List<Scalar>();
        var syntax = new List<Expression>();
        foreach (var argument in call.Arguments)
        {
            if (argument is StarExpression && info.Name is "pack_array" or "pack_all")
            {
                arguments.AddRange(scope.Row.Fields.Select((f, i) => (Scalar)new ColumnScalar(i, f)));
                syntax.AddRange(scope.Row.Fields.Select(_ => argument));
                continue;
            }

            arguments.Add(BindScalar(argument, scope));
            syntax.Add(argument);
        }

        if (arguments.Count < info.Least || arguments.Count > info.Most)
        {
            _diagnostics.Add(Messages.ArgumentCount(call.Span, call.Name, info.Count, arguments.Count));
            return new Broken();
        }

        if (arguments.Exists(a => a is Broken))
        {
            return new Broken();
        }

        var bound = new Call(call.Name, call.Span, arguments, syntax, scope.Row, _now, _diagnostics);
        var result = info.Bind(bound);
        if (result is null && !bound.Failed)
        {
            _diagnostics.Add(Messages.ArgumentType(call.Span, call.Name, "other types", arguments[0].Type.Name()));
        }

        return bound.Failed || result is null ? new Broken() : result;
    }

    private Scalar BindToScalar(CallExpression call, Scope scope)
    {
        if (!IsTable(call.Arguments[0], scope) && BindMeaning(call.Arguments[0], scope.Names) is ScalarMeaning scalar)
        {
            return scalar.Value;
        }

        var plan = BindTable(call.Arguments[0], scope.Names);
        if (plan.Schema.Count == 0)
        {
            return new Broken();
        }

        var table = Compute(plan);
        var value = table is { Count: > 0 } ? table[0, 0] : null;
        return new Constant(plan.Schema[0].Type, value);
    }

    // iff(a, b, c) and case(a, b, c, d, e) alike: conditions and values in turn, then the value that is left.
    private Scalar BindCase(CallExpression call, Scope scope)
    {
        var arguments = call.Arguments.Select(a => BindScalar(a, scope)).ToArray();
        var values = Enumerable
            .Range(0, arguments.Length)
            .Where(i => i % 2 == 1 || i == arguments.Length - 1)
            .ToArray();
        if (Array.Exists(arguments, a => a is Broken) || Common(call, arguments, values) is not { } type)
        {
            return new Broken();
        }

        var result = Value(arguments.Length - 1);
        for (var i = arguments.Length - 3; i >= 0; i -= 2)
        {
            var condition = Condition(arguments[i], call.Arguments[i]);
            result = Logic.Iff(condition, Value(i + 1), result);
        }

        return result;

        Scalar Value(int i) => Conversions.Widen(type, arguments[i]);
    }

    private Scalar BindCoalesce(CallExpression call, Scope scope)
    {
        var arguments = call.Arguments.Select(a => BindScalar(a, scope)).ToArray();
        if (
            Array.Exists(arguments, a => a is Broken)
            || Common(call, arguments, [.. Enumerable.Range(0, arguments.Length)]) is not { } type
        )
        {
            return new Broken();
        }

        return arguments
            .Reverse()
            .Select(a => Conversions.Widen(type, a))
            .Aggregate((rest, first) => Logic.Coalesce(first, rest));
    }

    /// <summary>The type all values meet in; reported when there is none.</summary>
    private KqlType? Common(CallExpression call, Scalar[] arguments, int[] places)
    {
        KqlType? type = null;
        foreach (var i in places)
        {
            var one = arguments[i].Type;
            if (arguments[i] is Constant { Held: null } && type is not null)
            {
                continue;
            }

            var next =
                type is null || one == type ? one
                : type == KqlType.Dynamic || one == KqlType.Dynamic ? KqlType.Dynamic
                : type.Value.IsNumber() && one.IsNumber() ? Comparisons.CommonType(type.Value, one)
                : null;
            if (next is null)
            {
                _diagnostics.Add(
                    Messages.NoOperator(call.Arguments[i].Span, call.Name, type!.Value.Name(), one.Name())
                );
                return null;
            }

            type = next;
        }

        return type;
    }

    private Scalar BindColumnIfExists(CallExpression call, Scope scope)
    {
        var name = BindScalar(call.Arguments[0], scope);
        var fallback = BindScalar(call.Arguments[1], scope);
        if (name is not Broken && name.IsConstant && scope.Row.IndexOf(Format.Text(name.Value)) is var i and >= 0)
        {
            return new ColumnScalar(i, scope.Row[i]);
        }

        return fallback;
    }

    /// <summary>The results of an aggregate call as columns behind the keys; none after reporting.</summary>
    private IReadOnlyList<ColumnScalar> BindAggregate(CallExpression call, Scope scope, AggregateList aggregates)
    {
        var inside = scope.Inside;
        if (AggregateTable.IsMany(call.Name))
        {
            return call.Name is "arg_max" or "arg_min" or "argmax" or "argmin"
                ? BindArg(call, inside, aggregates)
                : BindAny(call, inside, aggregates);
        }

        var info = AggregateTable.Find(call.Name)!;
        var arguments = call.Arguments.Select(a => BindScalar(a, inside)).ToList();
        if (arguments.Exists(a => a is Broken))
        {
            return [];
        }

        if (arguments.Count < info.Least || arguments.Count > info.Most)
        {
            var needed =
                info.Least == info.Most ? $"{info.Least}"
                : info.Most >= 64 ? $"{info.Least}+"
                : $"{info.Least}-{info.Most}";
            _diagnostics.Add(Messages.ArgumentCount(call.Span, call.Name, needed, arguments.Count));
            return [];
        }

        var bound = new Call(call.Name, call.Span, arguments, call.Arguments, inside.Row, _now, _diagnostics);
        var name = call.Arguments.Count > 0 ? ResultName(call.Arguments[0], inside) ?? "" : "";
        var aggregate = info.Bind(bound, name);
        return aggregate is null || bound.Failed ? [] : aggregates.Add(aggregate.Outputs, aggregate.Make);
    }

    private IReadOnlyList<ColumnScalar> BindArg(CallExpression call, Scope scope, AggregateList aggregates)
    {
        if (call.Arguments.Count == 0)
        {
            _diagnostics.Add(Messages.ArgumentCount(call.Span, call.Name, "1+", 0));
            return [];
        }

        var max = call.Name is "arg_max" or "argmax";
        var prefix = max ? "max_" : "min_";
        var value = BindScalar(call.Arguments[0], scope);
        var first = ResultName(call.Arguments[0], scope);
        var wanted = new List<Scalar> { value };
        var fields = new List<Field> { new(first ?? prefix, value.Type) };
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            if (call.Arguments[i] is StarExpression)
            {
                AddStar(scope, fields, wanted);
                continue;
            }

            var one = BindScalar(call.Arguments[i], scope);
            wanted.Add(one);
            fields.Add(new Field(ResultName(call.Arguments[i], scope) ?? $"{prefix}{first}_arg{i}", one.Type));
        }

        if (wanted.Exists(w => w is Broken))
        {
            return [];
        }

        Scalar[] all = [.. wanted];
        return aggregates.Add(fields, () => new ArgAggregator(value, all, max));
    }

    // A star stands for the columns not named yet; keys of the summarize are left out by the caller.
    private void AddStar(Scope scope, List<Field> fields, List<Scalar> wanted)
    {
        for (var c = 0; c < scope.Row.Count; c++)
        {
            var field = scope.Row[c];
            if (!fields.Exists(f => f.Name == field.Name) && !_keyNames.Contains(field.Name))
            {
                fields.Add(field);
                wanted.Add(new ColumnScalar(c, field));
            }
        }
    }

    private HashSet<string> _keyNames = new(StringComparer.Ordinal);

    private IReadOnlyList<ColumnScalar> BindAny(CallExpression call, Scope scope, AggregateList aggregates)
    {
        var conditional = call.Name is "anyif" or "take_anyif";
        if (call.Arguments.Count == 0 || (conditional && call.Arguments.Count != 2))
        {
            _diagnostics.Add(
                Messages.ArgumentCount(call.Span, call.Name, conditional ? "2" : "1+", call.Arguments.Count)
            );
            return [];
        }

        var prefix = call.Name switch
        {
            "any" when call.Arguments.Count == 1 && call.Arguments[0] is not StarExpression => "any_",
            "anyif" => "anyif_",
            _ => "",
        };
        var wanted = new List<Scalar>();
        var fields = new List<Field>();
        for (var i = 0; i < (conditional ? 1 : call.Arguments.Count); i++)
        {
            if (call.Arguments[i] is StarExpression)
            {
                AddStar(scope, fields, wanted);
                continue;
            }

            var one = BindScalar(call.Arguments[i], scope);
            wanted.Add(one);
            var name = ResultName(call.Arguments[i], scope);
            fields.Add(
                new Field(
                    name is null
                        ? prefix.Length > 0
                            ? prefix
                            : $"any_arg{i}"
                        : prefix + name,
                    one.Type
                )
            );
        }

        var predicate = conditional ? Condition(BindScalar(call.Arguments[1], scope), call.Arguments[1]) : null;
        if (wanted.Exists(w => w is Broken))
        {
            return [];
        }

        Scalar[] all = [.. wanted];
        return aggregates.Add(fields, () => new AnyAggregator(all, predicate));
    }

    /// <summary>What an expression without a name of its own calls its column; null when it has no idea.</summary>
    private string? ResultName(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case ParenthesizedExpression inner:
                return ResultName(inner.Inner, scope);
            case NameExpression name:
                return name.Name;
            case NamedExpression named:
                return named.Names[0].Name;
            case PathExpression path:
                return ResultName(path.Target, scope) is { Length: > 0 } left ? $"{left}_{path.Name}" : path.Name;
            case ElementExpression element:
                var selector = element.Index is LiteralExpression { Type: KqlType.String or KqlType.Long } literal
                    ? Format.Text(literal.Value)
                    : null;
                return ResultName(element.Target, scope) is { Length: > 0 } owner ? $"{owner}_{selector}" : selector;
            case CallExpression call:
                return CallName(call, scope);
            default:
                return null;
        }
    }

    private string? CallName(CallExpression call, Scope scope)
    {
        var first = call.Arguments.Count > 0 ? ResultName(call.Arguments[0], scope) : null;
        if (scope.Names.Find(call.Name) is not null)
        {
            return null;
        }

        if (AggregateTable.Find(call.Name) is { } aggregate)
        {
            return aggregate.Prefix.Length > 0 ? $"{aggregate.Prefix}_{first}" : first;
        }

        if (AggregateTable.IsMany(call.Name))
        {
            return first;
        }

        if (call.Name is "column_ifexists" or "columnifexists")
        {
            return call.Arguments is [LiteralExpression { Value: string column }, ..] && scope.Row.IndexOf(column) >= 0
                ? column
                : null;
        }

        return FunctionTable.Find(call.Name) switch
        {
            { Names: NameRule.FirstArgument } => first,
            { Names: NameRule.OnlyArgument } when call.Arguments.Count == 1 => first,
            { Names: NameRule.Prefixed, Prefix: var prefix } => $"{prefix}_{first}",
            _ => null,
        };
    }
}
