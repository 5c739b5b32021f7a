using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

public sealed partial class Binder
{
    private Scalar BindScalar(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case MissingExpression:
                return new Broken();
            case ParenthesizedExpression inner:
                return BindScalar(inner.Inner, scope);
            case NamedExpression named:
                return BindScalar(named.Value, scope);
            case LiteralExpression literal:
                return new Constant(literal.Type, literal.Value);
            case NameExpression name:
                return BindName(name, scope);
            case PathExpression path:
                return BindPath(path, scope);
            case ElementExpression element:
                return BindElement(element, scope);
            case UnaryExpression unary:
                return BindUnary(unary, scope);
            case BinaryExpression binary:
                return BindBinary(binary, scope);
            case InExpression list:
                return BindIn(list, scope);
            case BetweenExpression between:
                return BindBetween(between, scope);
            case CallExpression call:
                return BindCall(call, scope);
            case TypeofExpression type:
                return new Constant(KqlType.String, type.Type.Name());
            case StarExpression:
                _diagnostics.Add(Messages.Unexpected(expression.Span, "*", "expression"));
                return new Broken();
            default:
                _diagnostics.Add(Messages.ScalarNeeded(expression.Span));
                return new Broken();
        }
    }

    private Scalar BindName(NameExpression name, Scope scope)
    {
        if (scope.Aggregates is null && scope.Row.IndexOf(name.Name) is var i and >= 0)
        {
            return new ColumnScalar(i, scope.Row[i]);
        }

        switch (scope.Names.Find(name.Name))
        {
            case ScalarMeaning scalar:
                return scalar.Value;
            case TableMeaning:
                _diagnostics.Add(Messages.ScalarNeeded(name.Span));
                return new Broken();
            case FunctionMeaning function
                when Invoke(function, name.Name, name.Span, [], scope.Names, scope) is ScalarMeaning result:
                return result.Value;
        }

        if (scope.Aggregates is not null && scope.Row.IndexOf(name.Name) >= 0)
        {
            _diagnostics.Add(Messages.AggregateNeeded(name.Span));
            return new Broken();
        }

        if (!scope.IsOpen)
        {
            ReportColumn(name.Span, name.Name, scope);
        }

        return new Broken();
    }

    private void ReportColumn(Span span, string name, Scope scope)
    {
        var known = scope.Row.Fields.Select(f => f.Name).ToList();
        if (TwoWorlds.OtherColumn(name) is { } other && known.Contains(other, StringComparer.Ordinal))
        {
            _diagnostics.Add(Messages.OtherWorldColumn(span, name, other));
            return;
        }

        var near = NearNames.Of(name, known.Concat(scope.Names.All));
        _diagnostics.Add(
            known.Count == 0 && _catalog.Find(name) is not null
                ? Messages.ScalarNeeded(span)
                : Messages.UnknownColumn(span, name, near, known)
        );
    }

    private Scalar BindPath(PathExpression path, Scope scope)
    {
        var target = BindScalar(path.Target, scope);
        if (target is Broken)
        {
            return target;
        }

        if (target.Type != KqlType.Dynamic)
        {
            _diagnostics.Add(Messages.DynamicNeeded(path.Target.Span, "." + path.Name, target.Type.Name()));
            return new Broken();
        }

        return DynamicFunctions.Path(target, path.Name);
    }

    private Scalar BindElement(ElementExpression element, Scope scope)
    {
        var target = BindScalar(element.Target, scope);
        var index = BindScalar(element.Index, scope);
        if (target is Broken || index is Broken)
        {
            return new Broken();
        }

        if (target.Type != KqlType.Dynamic)
        {
            _diagnostics.Add(Messages.DynamicNeeded(element.Target.Span, "[...]", target.Type.Name()));
            return new Broken();
        }

        return DynamicFunctions.Element(target, index);
    }

    private Scalar BindUnary(UnaryExpression unary, Scope scope)
    {
        var operand = BindScalar(unary.Operand, scope);
        if (operand is Broken)
        {
            return operand;
        }

        var result = unary.Operator == "-" ? Arithmetic.Negate(operand) : operand;
        if (result is not null)
        {
            return result;
        }

        _diagnostics.Add(Messages.NoOperator(unary.Span, unary.Operator, operand.Type.Name(), operand.Type.Name()));
        return new Broken();
    }

    private Scalar BindBinary(BinaryExpression binary, Scope scope)
    {
        var left = BindScalar(binary.Left, scope);
        var right = BindScalar(binary.Right, scope);
        if (left is Broken || right is Broken)
        {
            return new Broken();
        }

        switch (binary.Operator)
        {
            case "and":
                return Logic.And(Condition(left, binary.Left), Condition(right, binary.Right));
            case "or":
                return Logic.Or(Condition(left, binary.Left), Condition(right, binary.Right));
            case "matches regex":
                return BindRegex(binary, left, right);
            case "==" or "!=" or "<>" or "<" or "<=" or ">" or ">=":
                return Comparisons.Bind(binary.Operator, left, right) ?? Refuse(binary, left, right);
            case "+" or "-" or "*" or "/" or "%":
                return Arithmetic.Bind(binary.Operator, left, right) ?? Refuse(binary, left, right);
            default:
                return left.Type is KqlType.String or KqlType.Dynamic && right.Type is KqlType.String or KqlType.Dynamic
                    ? TextTests.Bind(
                        binary.Operator,
                        Conversions.To(KqlType.String, left),
                        Conversions.To(KqlType.String, right)
                    )
                    : Refuse(binary, left, right);
        }
    }

    /// <summary>A bool; a dynamic is converted, anything else is reported.</summary>
    private Scalar Condition(Scalar value, Expression syntax)
    {
        if (value.Type is KqlType.Bool or KqlType.Dynamic)
        {
            return Conversions.To(KqlType.Bool, value);
        }

        _diagnostics.Add(Messages.BoolNeeded(syntax.Span, value.Type.Name()));
        return new Constant(KqlType.Bool, false);
    }

    private Scalar BindRegex(BinaryExpression binary, Scalar left, Scalar right)
    {
        if (left.Type is not (KqlType.String or KqlType.Dynamic) || right.Type != KqlType.String)
        {
            return Refuse(binary, left, right);
        }

        if (!right.IsConstant)
        {
            _diagnostics.Add(Messages.ConstantNeeded(binary.Right.Span, "matches regex"));
            return new Broken();
        }

        var text = (string)right.Value!;
        if (TextTests.Pattern(text) is not { } pattern)
        {
            _diagnostics.Add(Messages.BadRegex(binary.Right.Span, text));
            return new Broken();
        }

        return Scalar.Fold(
            new Map<string, bool>(KqlType.Bool, Conversions.To(KqlType.String, left), s => pattern.IsMatch(s))
        );
    }

    private Broken Refuse(BinaryExpression binary, Scalar left, Scalar right)
    {
        var milliseconds =
            left.Type.IsNumber() && right is Constant { Held: TimeSpan span }
                ? Format.Text((long)span.TotalMilliseconds)
                : null;
        if (milliseconds is not null)
        {
            _diagnostics.Add(Messages.Milliseconds(binary.Span, TextOf(binary.Left), milliseconds, binary.Right.Span));
            return new Broken();
        }

        var conversion =
            ConversionHint(binary.Left, left.Type, right.Type) ?? ConversionHint(binary.Right, right.Type, left.Type);
        _diagnostics.Add(
            conversion is null
                ? Messages.NoOperator(binary.Span, binary.Operator, left.Type.Name(), right.Type.Name())
                : Messages.NoOperator(binary.Span, binary.Operator, left.Type.Name(), right.Type.Name(), conversion)
        );
        return new Broken();
    }

    private Hint? ConversionHint(Expression syntax, KqlType from, KqlType to)
    {
        var function = (from, to) switch
        {
            (KqlType.String, KqlType.Int or KqlType.Long) => "toint",
            (KqlType.String, KqlType.Real or KqlType.Decimal) => "todouble",
            (KqlType.String, KqlType.DateTime) => "todatetime",
            (KqlType.String, KqlType.TimeSpan) => "totimespan",
            (var number, KqlType.String) when number.IsNumber() => "tostring",
            _ => null,
        };
        if (function is null || (syntax is LiteralExpression && to != KqlType.DateTime))
        {
            return null;
        }

        var text = syntax is LiteralExpression literal
            ? $"datetime({Format.Text(literal.Value)})"
            : $"{function}({TextOf(syntax)})";
        return new Hint(
            new Words($"Use {text}", $"Dùng {text}"),
            new TextEdit(syntax.Span.Start, syntax.Span.Length, text)
        );
    }

    private Scalar BindBetween(BetweenExpression between, Scope scope)
    {
        var value = BindScalar(between.Value, scope);
        var low = BindScalar(between.Low, scope);
        var high = BindScalar(between.High, scope);
        if (value is Broken || low is Broken || high is Broken)
        {
            return new Broken();
        }

        // t .. 1h is t .. t + 1h.
        if (low.Type == KqlType.DateTime && high.Type == KqlType.TimeSpan)
        {
            high = Arithmetic.Bind("+", low, high)!;
        }

        if (value.Type == KqlType.Dynamic && low.Type != KqlType.Dynamic)
        {
            value = Conversions.To(low.Type.IsInteger() ? KqlType.Real : low.Type, value);
        }

        if (Comparisons.Bind(">=", value, low) is null || Comparisons.Bind("<=", value, high) is null)
        {
            var other = Comparisons.Bind(">=", value, low) is null ? low : high;
            _diagnostics.Add(
                ConversionHint(between.Value, value.Type, other.Type) is { } hint
                    ? Messages.NoOperator(between.Span, "between", value.Type.Name(), other.Type.Name(), hint)
                    : Messages.NoOperator(between.Span, "between", value.Type.Name(), other.Type.Name())
            );
            return new Broken();
        }

        return Comparisons.Between(value, low, high, between.Not);
    }

    private Scalar BindIn(InExpression list, Scope scope)
    {
        var value = BindScalar(list.Left, scope);
        var items = new List<object?>();
        var varying = new List<(Scalar Value, Expression Syntax)>();
        foreach (var item in list.Items)
        {
            AddItem(item, scope, items, varying);
        }

        if (value is Broken || varying.Exists(v => v.Value is Broken))
        {
            return new Broken();
        }

        var not = list.Operator.StartsWith('!');
        var ignoreCase = list.Operator.EndsWith('~');
        if (list.Operator is "has_any" or "has_all")
        {
            return BindHasAny(list, value, items, varying);
        }

        var wrong = items.FindIndex(i => i is not null && !Fits(value.Type, Cell.TypeOf(i)));
        if (wrong >= 0)
        {
            var found = Cell.TypeOf(items[wrong]);
            _diagnostics.Add(
                ConversionHint(list.Left, value.Type, found) is { } hint
                    ? Messages.NoOperator(list.Span, list.Operator, value.Type.Name(), found.Name(), hint)
                    : Messages.NoOperator(list.Span, list.Operator, value.Type.Name(), found.Name())
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
                _diagnostics.Add(Messages.NoOperator(syntax.Span, list.Operator, value.Type.Name(), item.Type.Name()));
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

    // Lists of literals, arrays and subqueries are all lists of values.
    private void AddItem(
        Expression item,
        Scope scope,
        List<object?> items,
        List<(Scalar Value, Expression Syntax)> varying
    )
    {
        if (IsTable(item, scope))
        {
            var plan = BindTable(item, scope.Names);
            if (Compute(plan) is { } table && table.Columns.Count > 0)
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

        var value = BindScalar(item, scope);
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

    private bool IsTable(Expression expression, Scope scope) =>
        expression switch
        {
            ParenthesizedExpression inner => IsTable(inner.Inner, scope),
            PipelineExpression or PrintExpression or RangeExpression or DataTableExpression or UnionExpression => true,
            NameExpression name => scope.Row.IndexOf(name.Name) < 0
                && (
                    scope.Names.Find(name.Name) is TableMeaning
                    || (scope.Names.Find(name.Name) is null && _catalog.Find(name.Name) is not null)
                ),
            CallExpression { Name: "materialize" or "table" } => true,
            CallExpression call when scope.Names.Find(call.Name) is FunctionMeaning function => function
                .Function
                .Body
                .Statements
                is [.., ExpressionStatement last]
                && IsTable(last.Value, new Scope(Schema.Empty, function.Closure)),
            _ => false,
        };

    private Scalar BindHasAny(
        InExpression list,
        Scalar value,
        List<object?> items,
        List<(Scalar Value, Expression Syntax)> varying
    )
    {
        if (value.Type is not (KqlType.String or KqlType.Dynamic))
        {
            _diagnostics.Add(Messages.NoOperator(list.Span, list.Operator, value.Type.Name(), "string"));
            return new Broken();
        }

        var all = list.Operator == "has_all";
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
