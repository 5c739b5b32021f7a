using System.Text.RegularExpressions;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Operators;

/// <summary>What search and find look for: terms anywhere in a row, beside ordinary conditions.</summary>
internal sealed class SearchCondition(Binder binder, bool isCaseSensitive)
{
    public Scalar Of(Expression expression, Scope scope)
    {
        switch (expression)
        {
            case ParenthesizedExpression inner:
                return Of(inner.Inner, scope);
            case BinaryExpression { Operator: "and" or "or" } binary:
                var left = Of(binary.Left, scope);
                var right = Of(binary.Right, scope);
                if (left is Broken || right is Broken)
                {
                    return new Broken();
                }

                return binary.Operator == "and" ? Logic.And(left, right) : Logic.Or(left, right);
            case CallExpression { Name: "not", Arguments: [var argument] }:
                var negated = Of(argument, scope);
                return negated is Broken ? negated : Logic.Not(negated);
            case StarExpression:
                return new Constant(KqlType.Bool, true);
            case LiteralExpression { Value: not bool and var term }:
                return AnyColumn(scope.Row, column => Term(column, Format.Text(term)));
            case BinaryExpression
            {
                Operator: ":",
                Left: NameExpression column,
                Right: LiteralExpression { Value: string text }
            }:
                var value = column.Bind(binder, scope);
                return value is Broken ? value : Term(Conversions.To(KqlType.String, value), text);
            default:
                var condition = expression.Bind(binder, scope);
                return condition is Broken ? condition : binder.Condition(condition, expression);
        }
    }

    public static Scalar AnyColumn(Schema row, Func<Scalar, Scalar> test)
    {
        Scalar any = new Constant(KqlType.Bool, false);
        for (var i = 0; i < row.Count; i++)
        {
            if (row[i].Type is KqlType.String or KqlType.Dynamic && row[i].Name is not ("$table" or "source_"))
            {
                var found = test(Conversions.To(KqlType.String, new ColumnScalar(i, row[i])));
                if (found is Broken)
                {
                    return found;
                }

                any = Logic.Or(any, found);
            }
        }

        return any;
    }

    // abc is a whole term, abc* its beginning, *abc its end, *abc* any place, a*c a term with anything in it.
    private Scalar Term(Scalar value, string text)
    {
        if (text.Trim('*').Contains('*', StringComparison.Ordinal))
        {
            var parts = text.Split('*').Select(Regex.Escape);
            var options = isCaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
            var pattern = TextTests.Pattern($"\\b{string.Join(".*", parts)}\\b", options)!;
            return Scalar.Fold(new Map<string, bool>(KqlType.Bool, value, s => pattern.IsMatch(s)));
        }

        var op = (text.StartsWith('*'), text.EndsWith('*')) switch
        {
            (true, true) => "contains",
            (true, false) => "hassuffix",
            (false, true) => "hasprefix",
            _ => "has",
        };
        return TextTests.Bind(isCaseSensitive ? op + "_cs" : op, value, new Constant(KqlType.String, text.Trim('*')));
    }
}
