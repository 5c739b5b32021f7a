using Stepdesk.Kql.Expressions;

namespace Stepdesk.Engine.Practice;

/// <summary>What a column of an answer counts.</summary>
enum Counts
{
    All,
    Failed,
    Fine,

    /// <summary>Something else, such as people.</summary>
    Other,

    /// <summary>How many of a hundred failed, or of one.</summary>
    FailedOfHundred,
    FailedOfOne,
    FineOfHundred,
    FineOfOne,
}

/// <summary>Where a query asks whether something went well: by <c>success</c> or by the code that was answered.</summary>
static class Outcomes
{
    /// <summary>Whether a column says how something went.</summary>
    public static bool IsColumn(string? name) => name is "success" or "Success" or "resultCode" or "ResultCode";

    /// <summary>Whether it failed, by what such a column says.</summary>
    public static bool IsFailure(string said) =>
        bool.TryParse(said, out var succeeded) ? !succeeded : said.Length > 0 && said[0] is not ('1' or '2' or '3');

    /// <summary>Whether what meets a condition failed, or went well; null when it says neither.</summary>
    /// <param name="meant">What a column is about that the query made.</param>
    public static bool? Failed(Expression condition, Func<string, string> meant) =>
        condition switch
        {
            ParenthesizedExpression inner => Failed(inner.Inner, meant),
            BinaryExpression { Operator: "and" } both => Failed(both.Left, meant) ?? Failed(both.Right, meant),
            BinaryExpression { Operator: "or" } both => Failed(both.Left, meant) is { } one
            && Failed(both.Right, meant) == one
                ? one
                : null,
            CallExpression { Name: "not", Arguments: [var other] } => !Failed(other, meant),
            BinaryExpression { Right: LiteralExpression { Value: { } value } } one when Is(one.Left, meant) =>
                one.Operator switch
                {
                    ">=" => Number(value) >= FirstFailure ? true : null,
                    ">" => Number(value) >= FirstFailure - 1 ? true : null,
                    "<" => Number(value) <= FirstFailure ? false : null,
                    "<=" => Number(value) <= FirstFailure - 1 ? false : null,
                    var by => Compared(by, value),
                },
            InExpression { Items: [LiteralExpression { Value: { } first }, ..] } one
                when Is(one.Left, meant)
                    && one.Items.All(i =>
                        i is LiteralExpression { Value: { } other }
                        && IsFailure(Written(other)) == IsFailure(Written(first))
                    ) => Compared(one.Operator, first),
            // "where success".
            NameExpression
            or CallExpression { Name: "tobool" } when Names(condition, meant) is "success" or "Success" => false,
            _ => null,
        };

    // What has not one code of failure may have another.
    static bool? Compared(string by, object value) =>
        (by is "<>" || by.StartsWith('!'), IsFailure(Written(value))) switch
        {
            (true, true) => bool.TryParse(Written(value), out _) ? false : null,
            (true, false) => true,
            (false, var failed) => failed,
        };

    const int FirstFailure = 400;

    /// <summary>What a column counts that is made so; null for a column that counts nothing.</summary>
    /// <param name="known">What the columns count of which it is made.</param>
    public static Counts? Of(Expression made, IReadOnlyDictionary<string, Counts> known, Func<string, string> meant) =>
        made switch
        {
            ParenthesizedExpression inner => Of(inner.Inner, known, meant),
            NameExpression { Name: var name } => known.TryGetValue(name, out var counts) ? counts : null,
            CallExpression { Name: "count" or "cnt" } => Counts.All,
            CallExpression { Name: "countif", Arguments: [var which, ..] } => OfThose(which, meant),
            CallExpression { Name: "sumif", Arguments: [_, var which] } => OfThose(which, meant),
            CallExpression { Name: "dcount" or "dcountif" or "count_distinct" } => Counts.Other,
            CallExpression { Name: "sum", Arguments: [NameExpression { Name: "itemCount" or "ItemCount" }] } =>
                Counts.All,
            CallExpression { Name: "sum", Arguments: [var each] } => Condition(each, meant) is { } failed
                ? failed
                    ? Counts.Failed
                    : Counts.Fine
                : Of(each, known, meant),
            CallExpression { Name: "avg", Arguments: [var each] } => Condition(each, meant) is { } failed
                ? failed
                    ? Counts.FailedOfOne
                    : Counts.FineOfOne
                : null,
            CallExpression
            {
                Name: "round" or "toreal" or "todouble" or "tolong" or "toint",
                Arguments: [var of, ..]
            } => Of(of, known, meant),
            BinaryExpression { Operator: "*" } => Times(made) switch
            {
                (var each, _) when each == made => null,
                (var each, 1) => Of(each, known, meant),
                (var each, 100) => OfHundred(Of(each, known, meant)),
                _ => null,
            },
            BinaryExpression { Operator: "/" } share => Share(Times(share.Left), Times(share.Right), known, meant),
            BinaryExpression { Operator: "+" } both
                when (Of(both.Left, known, meant), Of(both.Right, known, meant))
                    is
                        (Counts.Failed, Counts.Fine)
                        or
                        (Counts.Fine, Counts.Failed) => Counts.All,
            _ => null,
        };

    static Counts OfThose(Expression which, Func<string, string> meant) =>
        Failed(which, meant) switch
        {
            true => Counts.Failed,
            false => Counts.Fine,
            null => Counts.Other,
        };

    static Counts? OfHundred(Counts? counts) =>
        counts switch
        {
            Counts.FailedOfOne => Counts.FailedOfHundred,
            Counts.FineOfOne => Counts.FineOfHundred,
            _ => null,
        };

    // Of all there were: a count by the minute or by the person is no share.
    static Counts? Share(
        (Expression What, double By) some,
        (Expression What, double By) all,
        IReadOnlyDictionary<string, Counts> known,
        Func<string, string> meant
    ) =>
        Of(all.What, known, meant) is not Counts.All
            ? null
            : (Of(some.What, known, meant), some.By / all.By) switch
            {
                (Counts.Failed, 1) => Counts.FailedOfOne,
                (Counts.Failed, 100) => Counts.FailedOfHundred,
                (Counts.Fine, 1) => Counts.FineOfOne,
                (Counts.Fine, 100) => Counts.FineOfHundred,
                _ => null,
            };

    // Something and how many times it is taken.
    static (Expression What, double By) Times(Expression expression) =>
        expression switch
        {
            ParenthesizedExpression inner => Times(inner.Inner),
            BinaryExpression { Operator: "*", Left: LiteralExpression { Value: { } value } } one
                when Number(value) is { } by && Times(one.Right) is var right => (right.What, by * right.By),
            BinaryExpression { Operator: "*", Right: LiteralExpression { Value: { } value } } one
                when Number(value) is { } by && Times(one.Left) is var left => (left.What, by * left.By),
            CallExpression { Name: "toreal" or "todouble" or "tolong" or "toint", Arguments: [var of] } => Times(of),
            _ => (expression, 1),
        };

    // "toint(success == false)" and "iff(success == false, 1, 0)" count as countif does.
    static bool? Condition(Expression each, Func<string, string> meant) =>
        each
            is CallExpression
            {
                Name: "toint" or "tolong" or "todouble" or "toreal" or "iff" or "iif",
                Arguments: [var of, ..]
            }
            ? Failed(of, meant)
            : null;

    static bool Is(Expression expression, Func<string, string> meant) => IsColumn(Names(expression, meant));

    static string? Names(Expression expression, Func<string, string> meant) =>
        QueryTerms.NameOf(expression) is { } name ? meant(name) : null;

    static string Written(object value) =>
        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    static double? Number(object value) =>
        value is int or long or double or decimal
            ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
