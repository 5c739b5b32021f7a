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
    /// <param name="look">Knows what a column is about that the query made.</param>
    public static bool? Failed(Expression condition, Look look) =>
        condition switch
        {
            ParenthesizedExpression inner => Failed(inner.Inner, look),
            BinaryExpression { Operator: "and" } both => Failed(both.Left, look) ?? Failed(both.Right, look),
            BinaryExpression { Operator: "or" } both => Failed(both.Left, look) is { } one
            && Failed(both.Right, look) == one
                ? one
                : null,
            CallExpression { Name: "not", Arguments: [var other] } => !Failed(other, look),
            BinaryExpression
            {
                Operator: "==" or "=~" or "!=" or "<>",
                Right: LiteralExpression { Value: { } value }
            } one when NamesOne(one.Left) is { } made && look.Failing.ContainsKey(made) => look.Fails(
                made,
                Written(value)
            ) == (one.Operator is "==" or "=~"),
            BinaryExpression { Right: LiteralExpression { Value: { } value } } one when Is(one.Left, look) =>
                one.Operator switch
                {
                    ">=" => Number(value) >= FirstFailure ? true : null,
                    ">" => Number(value) >= FirstFailure - 1 ? true : null,
                    "<" => Number(value) <= FirstFailure ? false : null,
                    "<=" => Number(value) <= FirstFailure - 1 ? false : null,
                    var by => Compared(by, value),
                },
            InExpression { Items: [LiteralExpression { Value: { } first }, ..] } one
                when Is(one.Left, look)
                    && one.Items.All(i =>
                        i is LiteralExpression { Value: { } other }
                        && IsFailure(Written(other)) == IsFailure(Written(first))
                    ) => Compared(one.Operator, first),
            NameExpression { Name: var made } when look.Failing.TryGetValue(made, out var said) => bool.TryParse(
                said,
                out var failed
            )
                ? failed
                : null,
            // "where success".
            NameExpression or CallExpression { Name: "tobool" } when Names(condition, look) is "success" or "Success" =>
                false,
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
    /// <param name="look">Knows what the columns count of which it is made.</param>
    public static Counts? Of(Expression made, Look look) =>
        made switch
        {
            ParenthesizedExpression inner => Of(inner.Inner, look),
            NameExpression or CallExpression { Name: "toscalar" } => look.CountOf(made),
            CallExpression { Name: "count" or "cnt" } => Counts.All,
            CallExpression { Name: "countif", Arguments: [var which, ..] } => OfThose(which, look),
            CallExpression { Name: "sumif", Arguments: [_, var which] } => OfThose(which, look),
            CallExpression { Name: "dcount" or "dcountif" or "count_distinct" } => Counts.Other,
            CallExpression { Name: "sum", Arguments: [NameExpression { Name: "itemCount" or "ItemCount" }] } =>
                Counts.All,
            CallExpression { Name: "sum", Arguments: [var each] } => Of(each, look) is <= Counts.Other and var those
                ? those
                : null,
            CallExpression { Name: "avg", Arguments: [var each] } when look is { IsGrouped: false, Failed: null } => Of(
                each,
                look
            ) switch
            {
                Counts.Failed => Counts.FailedOfOne,
                Counts.Fine => Counts.FineOfOne,
                var share => share is > Counts.Other ? share : null,
            },
            // Of one row: "toint(success == false)" and "iff(success == false, 1, 0)" count as countif does.
            CallExpression { Name: "iff" or "iif" or "case", Arguments: [var which, var then, var other] } => (
                Failed(which, look),
                NumberIn(then),
                NumberIn(other)
            ) switch
            {
                ({ } failed, 1, 0) => failed ? Counts.Failed : Counts.Fine,
                ({ } failed, 0, 1) => failed ? Counts.Fine : Counts.Failed,
                ({ } failed, 100, 0) => failed ? Counts.FailedOfHundred : Counts.FineOfHundred,
                ({ } failed, 0, 100) => failed ? Counts.FineOfHundred : Counts.FailedOfHundred,
                _ => null,
            },
            CallExpression { Name: "toint" or "tolong" or "todouble" or "toreal", Arguments: [var which] }
                when Failed(which, look) is { } failed => failed ? Counts.Failed : Counts.Fine,
            CallExpression
            {
                Name: "round" or "toreal" or "todouble" or "tolong" or "toint",
                Arguments: [var of, ..]
            } => Of(of, look),
            BinaryExpression { Operator: "*" } => Times(made) switch
            {
                (var each, _) when each == made => null,
                (var each, 1) => Of(each, look),
                (var each, 100) => OfHundred(Of(each, look)),
                _ => null,
            },
            BinaryExpression { Operator: "/" } share => Share(Times(share.Left), Times(share.Right), look),
            BinaryExpression { Operator: "+" } both
                when (Of(both.Left, look), Of(both.Right, look))
                    is
                        (Counts.Failed, Counts.Fine)
                        or
                        (Counts.Fine, Counts.Failed) => Counts.All,
            _ => null,
        };

    static Counts OfThose(Expression which, Look look) =>
        Failed(which, look) switch
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
    static Counts? Share((Expression What, double By) some, (Expression What, double By) all, Look look) =>
        Of(all.What, look) is not Counts.All || (look.Failed is not null && !IsBeside(all.What, look))
            ? null
            : (Of(some.What, look), look.Failed, some.By / all.By) switch
            {
                (Counts.Failed, _, 1) or (Counts.All, true, 1) => Counts.FailedOfOne,
                (Counts.Failed, _, 100) or (Counts.All, true, 100) => Counts.FailedOfHundred,
                (Counts.Fine, _, 1) or (Counts.All, false, 1) => Counts.FineOfOne,
                (Counts.Fine, _, 100) or (Counts.All, false, 100) => Counts.FineOfHundred,
                _ => null,
            };

    // Of rows that all failed only another count of all says how many there were.
    static bool IsBeside(Expression all, Look look) =>
        all is CallExpression { Name: "toscalar" }
        || (all is NameExpression { Name: var name } && !look.Counted.ContainsKey(name));

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

    static double? NumberIn(Expression each) => each is LiteralExpression { Value: { } value } ? Number(value) : null;

    /// <summary>What a column says of whatever failed, when it is made of a condition about that; null when it is not.</summary>
    public static string? Failing(Expression made, Look look) =>
        made switch
        {
            ParenthesizedExpression inner => Failing(inner.Inner, look),
            CallExpression
            {
                Name: "iff" or "iif" or "case",
                Arguments: [var which, LiteralExpression { Value: { } then }, LiteralExpression { Value: { } other }]
            } when Failed(which, look) is { } failed => Written(failed ? then : other),
            // A column that is one itself needs no other word for it.
            NameExpression { Name: var name } => look.Failing.GetValueOrDefault(name),
            _ => Failed(made, look) is { } failed ? Written(failed) : null,
        };

    static string? NamesOne(Expression expression) =>
        expression switch
        {
            NameExpression name => name.Name,
            ParenthesizedExpression inner => NamesOne(inner.Inner),
            CallExpression { Name: "tostring" or "tobool" or "toint", Arguments: [var of] } => NamesOne(of),
            _ => null,
        };

    static bool Is(Expression expression, Look look) => IsColumn(Names(expression, look));

    static string? Names(Expression expression, Look look) =>
        QueryTerms.NameOf(expression) is { } name ? look.Meant(name) : null;

    static string Written(object value) =>
        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    static double? Number(object value) =>
        value is int or long or double or decimal
            ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
