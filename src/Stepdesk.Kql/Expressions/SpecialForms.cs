using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Expressions;

/// <summary>Functions whose arguments are no plain scalars, or whose type follows from all of them.</summary>
internal static class SpecialForms
{
    internal sealed record Form(Func<int, bool> Takes, string Count, Func<CallExpression, Binder, Scope, Scalar> Bind);

    private static readonly Form If = new(n => n == 3, "3", BindCase);
    private static readonly Form ColumnIfExists = new(n => n == 2, "2", BindColumnIfExists);

    private static readonly Dictionary<string, Form> ByName = new(StringComparer.Ordinal)
    {
        ["iff"] = If,
        ["iif"] = If,
        ["case"] = new(n => n >= 3 && n % 2 == 1, "3, 5, 7...", BindCase),
        ["coalesce"] = new(n => n is >= 2 and <= 64, "2-64", BindCoalesce),
        ["toscalar"] = new(n => n == 1, "1", BindToScalar),
        ["column_ifexists"] = ColumnIfExists,
        ["columnifexists"] = ColumnIfExists,
        ["iscolumnexists"] = new(n => n == 1, "1", BindIsColumn),
        ["materialize"] = new(n => n == 1, "1", TableHere),
    };

    public static IEnumerable<string> Names => ByName.Keys.Where(n => n is not ("columnifexists" or "iscolumnexists"));

    public static Form? Find(string name) =>
        ByName.GetValueOrDefault(name)
        ?? (KqlTypes.TryParse(name, out var type) && type is not (KqlType.Dynamic or KqlType.String) ? TypeName : null);

    // datetime(now()) and int(x): a conversion that was meant. datetime(now) and datetime() ask for the clock.
    private static readonly Form TypeName = new(n => n <= 1, "1", BindTypeName);

    private static Scalar BindTypeName(CallExpression call, Binder binder, Scope scope)
    {
        _ = KqlTypes.TryParse(call.Name, out var type);
        if (type == KqlType.DateTime && call.Arguments is [] or [NameExpression { Name: "now" }])
        {
            return new Constant(type, binder.Now);
        }

        if (call.Arguments.Count == 0)
        {
            binder.Diagnostics.Add(Messages.BadTypedLiteral(call.Span, call.Name, ""));
            return new Constant(type, null);
        }

        var value = call.Arguments[0].Bind(binder, scope);
        if (value is Broken || value is { IsConstant: true } && value.Type == type)
        {
            return value;
        }

        binder.Diagnostics.Add(Messages.BadTypedLiteral(call.Span, call.Name, binder.TextOf(call.Arguments[0])));
        return new Constant(type, null);
    }

    private static Broken TableHere(CallExpression call, Binder binder, Scope scope)
    {
        binder.Diagnostics.Add(Messages.ScalarNeeded(call.Span));
        return new Broken();
    }

    private static Scalar BindToScalar(CallExpression call, Binder binder, Scope scope)
    {
        if (
            !call.Arguments[0].IsTable(binder, scope)
            && call.Arguments[0].BindMeaning(binder, scope.Names) is ScalarMeaning scalar
        )
        {
            return scalar.Value;
        }

        var plan = call.Arguments[0].BindTable(binder, scope.Names);
        if (plan.Schema.Count == 0)
        {
            return new Broken();
        }

        var table = binder.Compute(plan);
        var value = table is { Count: > 0 } ? table[0, 0] : null;
        return new Constant(plan.Schema[0].Type, value);
    }

    // iff(a, b, c) and case(a, b, c, d, e) alike: conditions and values in turn, then the value that is left.
    private static Scalar BindCase(CallExpression call, Binder binder, Scope scope)
    {
        var arguments = call.Arguments.Select(a => a.Bind(binder, scope)).ToArray();
        var values = Enumerable
            .Range(0, arguments.Length)
            .Where(i => i % 2 == 1 || i == arguments.Length - 1)
            .ToArray();
        if (Array.Exists(arguments, a => a is Broken) || Common(call, binder, arguments, values) is not { } type)
        {
            return new Broken();
        }

        var result = Value(arguments.Length - 1);
        for (var i = arguments.Length - 3; i >= 0; i -= 2)
        {
            var condition = binder.Condition(arguments[i], call.Arguments[i]);
            result = Logic.Iff(condition, Value(i + 1), result);
        }

        return result;

        Scalar Value(int i) => Conversions.Widen(type, arguments[i]);
    }

    private static Scalar BindCoalesce(CallExpression call, Binder binder, Scope scope)
    {
        var arguments = call.Arguments.Select(a => a.Bind(binder, scope)).ToArray();
        if (
            Array.Exists(arguments, a => a is Broken)
            || Common(call, binder, arguments, [.. Enumerable.Range(0, arguments.Length)]) is not { } type
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
    private static KqlType? Common(CallExpression call, Binder binder, Scalar[] arguments, int[] places)
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
                : type.Value.IsInteger() && one.IsInteger() ? KqlType.Long
                : (KqlType?)null;
            if (next is null)
            {
                binder.Diagnostics.Add(NoCommon(call, binder, arguments, places, i));
                return null;
            }

            type = next;
        }

        return type;
    }

    // Numbers are not widened for each other here; the narrower of two can be converted.
    private static Diagnostic NoCommon(CallExpression call, Binder binder, Scalar[] arguments, int[] places, int at)
    {
        var first = Array.Find(places, p => p == at || arguments[p].Type != arguments[at].Type);
        var (a, b) = (arguments[first].Type, arguments[at].Type);
        var said = Messages.NoOperator(call.Arguments[at].Span, call.Name, a.Name(), b.Name());
        if (!a.IsNumber() || !b.IsNumber() || Comparisons.CommonType(a, b) is not { } wide)
        {
            return said;
        }

        var span = call.Arguments[a == wide ? at : first].Span;
        var function = wide == KqlType.Decimal ? "todecimal" : "todouble";
        return said with
        {
            Hints =
            [
                Messages.WriteInstead(span, $"{function}({binder.TextOf(call.Arguments[a == wide ? at : first])})"),
            ],
        };
    }

    private static Scalar BindColumnIfExists(CallExpression call, Binder binder, Scope scope)
    {
        var name = call.Arguments[0].Bind(binder, scope);
        var fallback = call.Arguments[1].Bind(binder, scope);
        if (name is not Broken && name.IsConstant && scope.Row.IndexOf(Format.Text(name.Value)) is var i and >= 0)
        {
            return new ColumnScalar(i, scope.Row[i]);
        }

        return fallback;
    }

    private static Scalar BindIsColumn(CallExpression call, Binder binder, Scope scope) =>
        call.Arguments[0].Bind(binder, scope) is { IsConstant: true } name
            ? new Constant(KqlType.Bool, scope.Row.IndexOf(Format.Text(name.Value)) >= 0)
            : new Broken();
}
