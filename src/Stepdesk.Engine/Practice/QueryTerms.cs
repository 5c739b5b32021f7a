using System.Globalization;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Engine.Practice;

/// <summary>What the parts of an expression are about.</summary>
static class QueryTerms
{
    /// <summary>The column or property an expression is about: <c>tostring(customDimensions.ClassCode)</c> is about ClassCode.</summary>
    public static string? NameOf(Expression expression) =>
        expression switch
        {
            NameExpression name => name.Name,
            PathExpression path => path.Name,
            ElementExpression { Index: LiteralExpression { Value: string key } } => key,
            ParenthesizedExpression inner => NameOf(inner.Inner),
            CallExpression { Arguments: [var first, ..] } => NameOf(first),
            _ => null,
        };

    // A length of time is milliseconds in every table.
    public static string? NumberOf(object? literal) =>
        literal switch
        {
            int or long or double or decimal => Convert.ToDouble(literal, CultureInfo.InvariantCulture),
            TimeSpan time => time.TotalMilliseconds,
            _ => (double?)null,
        }
            is { } number
            ? number.ToString("G6", CultureInfo.InvariantCulture)
            : null;

    public static IEnumerable<string> Literals(Expression expression) =>
        expression switch
        {
            LiteralExpression { Value: string said } => [said],
            BinaryExpression both => Literals(both.Left).Concat(Literals(both.Right)),
            InExpression one => one.Items.SelectMany(Literals),
            ParenthesizedExpression inner => Literals(inner.Inner),
            UnaryExpression one => Literals(one.Operand),
            CallExpression call => call.Arguments.SelectMany(Literals),
            _ => [],
        };
}
