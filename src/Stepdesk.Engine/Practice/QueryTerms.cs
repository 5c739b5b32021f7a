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
            ElementExpression part => NameOf(part.Target),
            ParenthesizedExpression inner => NameOf(inner.Inner),
            CallExpression call => call.Arguments.Select(NameOf).FirstOrDefault(n => n is not null),
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

    /// <summary>What a condition alone makes every row say: one text, and neither what a row may be nor what it is not.</summary>
    public static IEnumerable<string> SaidIn(Expression condition) =>
        condition switch
        {
            BinaryExpression { Operator: var by, Right: LiteralExpression { Value: string said } } when Holds(by) =>
            [
                said,
            ],
            BinaryExpression { Operator: "==" or "=~", Left: LiteralExpression { Value: string said } } => [said],
            InExpression { Operator: var by, Items: [LiteralExpression { Value: string said }] } when !IsNegative(by) =>
                [said],
            // Whichever of them a row meets, it says this.
            BinaryExpression { Operator: "or" } both => SaidIn(both.Left)
                .Intersect(SaidIn(both.Right), StringComparer.Ordinal),
            _ => [],
        };

    /// <summary>What a condition compares with texts. What somebody wrote in a sentence is no name of anything.</summary>
    public static IEnumerable<Expression> Compared(Expression condition) =>
        condition switch
        {
            ParenthesizedExpression inner => Compared(inner.Inner),
            BinaryExpression { Operator: "and" or "or" } both => Compared(both.Left).Concat(Compared(both.Right)),
            CallExpression { Name: "not" } not => not.Arguments.SelectMany(Compared),
            BinaryExpression { Left: LiteralExpression { Value: string } } one => [one.Right],
            BinaryExpression { Right: LiteralExpression { Value: string } or NameExpression } one => [one.Left],
            InExpression one => [one.Left],
            _ => [],
        };

    /// <summary>The columns that stand in an expression.</summary>
    public static IEnumerable<string> NamesIn(Expression expression) =>
        expression switch
        {
            NameExpression name => [name.Name],
            ParenthesizedExpression inner => NamesIn(inner.Inner),
            BinaryExpression both => NamesIn(both.Left).Concat(NamesIn(both.Right)),
            InExpression one => NamesIn(one.Left),
            BetweenExpression one => NamesIn(one.Value),
            UnaryExpression one => NamesIn(one.Operand),
            CallExpression call => call.Arguments.SelectMany(NamesIn),
            _ => [],
        };

    /// <summary>The texts a condition is about; those of rows that are left out with <see cref="Without"/> before them.</summary>
    public static IEnumerable<string> Filters(Expression condition, bool isWithout = false) =>
        condition switch
        {
            ParenthesizedExpression inner => Filters(inner.Inner, isWithout),
            BinaryExpression { Operator: "and" or "or" } both => Filters(both.Left, isWithout)
                .Concat(Filters(both.Right, isWithout)),
            CallExpression { Name: "not" } not => not.Arguments.SelectMany(a => Filters(a, !isWithout)),
            _ => isWithout != IsNegative(OperatorOf(condition))
                ? Literals(condition).Select(text => Without + text)
                : Literals(condition),
        };

    // Whoever leaves out a class has narrowed to something, and not to that class.
    const string Without = "not ";

    static string OperatorOf(Expression condition) =>
        condition switch
        {
            BinaryExpression both => both.Operator,
            InExpression one => one.Operator,
            _ => "",
        };

    // Whatever is so compared with a text has that text in it.
    static bool Holds(string by) =>
        by is "==" or "=~"
        || by.StartsWith("has", StringComparison.Ordinal)
        || by.StartsWith("contains", StringComparison.Ordinal)
        || by.StartsWith("startswith", StringComparison.Ordinal)
        || by.StartsWith("endswith", StringComparison.Ordinal);

    static bool IsNegative(string by) => by is "<>" || by.StartsWith('!');

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
