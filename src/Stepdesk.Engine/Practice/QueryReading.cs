using Stepdesk.Kql;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Operators;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What somebody looked at with a query, table by table: over which time, split by what, narrowed to what. It is read off
/// the query as it was parsed, so two ways of asking the same are the same look.
/// </summary>
sealed partial class QueryReading
{
    readonly string text;
    readonly DateTimeOffset asOf;
    readonly string lets;
    readonly List<LetStatement> named;
    readonly List<Look> looks = [];
    readonly Narrowed? narrowed;

    // Names may stand for each other many times over, and the engine answers at once what would take ages to read.
    const int MostSteps = 2000;
    int steps;

    QueryReading(string text, DateTimeOffset asOf, Query query, Narrowed? narrowed)
    {
        (this.text, this.asOf, this.narrowed) = (text, asOf, narrowed);
        named = [.. query.Statements.OfType<LetStatement>()];
        lets = string.Concat(
            named
                .Index()
                .Where(l => IsScalar(l.Item.Value, l.Index))
                .Select(l => $"let {l.Item.Name.Name} = {Written(l.Item.Value)};\n")
        );
        foreach (var statement in query.Statements.OfType<ExpressionStatement>())
            Walk(statement.Value, named.Count);
    }

    /// <summary>A look at each table; none where the query cannot be read, or not within a few thousand steps.</summary>
    /// <param name="names">Names the answer showed, where it had a column of them.</param>
    /// <param name="times">Instants the answer showed, where it had a column of them: of a look at some rows, all that was seen; null when nobody knows.</param>
    /// <param name="narrowed">Knows what rows have in common; null when nobody does.</param>
    public static IReadOnlyList<TableLook> Of(
        string text,
        DateTimeOffset? from,
        DateTimeOffset? to,
        DateTimeOffset asOf,
        IEnumerable<string>? names = null,
        IEnumerable<DateTimeOffset>? times = null,
        Narrowed? narrowed = null
    )
    {
        var found = new DiagnosticBag(text);
        var query = Parser.Parse(text, found);
        if (found.HasErrors)
            return [];
        IReadOnlyList<string> seen = [.. (names ?? []).Distinct(StringComparer.Ordinal)];
        List<DateTimeOffset>? instants = times?.ToList();
        return
        [
            .. new QueryReading(text, asOf, query, narrowed)
                .Looks.GroupBy(look => look.Table, StringComparer.Ordinal)
                .Select(same => TableLook.Of([.. same], from, to, asOf, seen, instants)),
        ];
    }

    // Of what was not read to its end nobody knows what it shows.
    IEnumerable<Look> Looks => steps > MostSteps ? [] : looks;

    bool IsTooMuch => ++steps > MostSteps;

    /// <summary>The looks an expression comes to; each operator after its source narrows or splits all of them.</summary>
    /// <param name="known">How many names are given before it: one that is given again means the one before.</param>
    List<Look> Walk(Expression expression, int known)
    {
        if (IsTooMuch)
            return [];
        switch (expression)
        {
            case PipelineExpression pipeline:
                var found = Walk(pipeline.Source, known);
                foreach (var step in pipeline.Operators)
                {
                    foreach (var one in found)
                        one.Single = (value, of) => CountOf(value, of, known);
                    Apply(step, found, known);
                    if (step is WhereOperator where && found.Count > 0)
                        Hold(where.Predicate, pipeline, found, known);
                }
                return found;
            case ParenthesizedExpression inner:
                return Walk(inner.Inner, known);
            case UnionExpression union:
                return Mixed(union.Union.Tables.SelectMany(t => Walk(t, known)));
            case SearchExpression search:
                return Mixed(search.Search.Tables.SelectMany(t => Walk(t, known)));
            case NameExpression { Name: var name } when LetOf(name, known) is >= 0 and var let:
                return Walk(named[let].Value, let);
            case NameExpression { Name: var name }:
                var look = new Look(Classic(name)) { Failed = Classic(name) is "exceptions" ? true : null };
                looks.Add(look);
                return [look];
            case PrintExpression print:
                return Printed(print, known);
            default:
                return [];
        }
    }

    static List<Look> Mixed(IEnumerable<Look> looks)
    {
        List<Look> mixed = [.. looks];
        Look.Mix(mixed);
        return mixed;
    }

    // The last of those before it that is called so; -1 when none is.
    int LetOf(string name, int known)
    {
        var at = known - 1;
        while (at >= 0 && named[at].Name.Name != name)
            at--;
        return at;
    }

    void Apply(Operator step, List<Look> on, int known)
    {
        switch (step)
        {
            case WhereOperator where:
                Narrow(where.Predicate, on);
                break;
            case SummarizeOperator summarize:
                Split(summarize.Keys, on);
                Sum(on);
                Group(summarize.Aggregates, on, summarize.Keys);
                break;
            case MakeSeriesOperator series:
                Split(series.Keys, on);
                Sum(on);
                Group([], on, series.Keys);
                break;
            case DistinctOperator distinct:
                Split(distinct.Items, on);
                Sum(on);
                Group([], on, distinct.Items);
                break;
            case SortOperator:
                Sum(on);
                break;
            case TopOperator:
                Sum(on);
                Part(on);
                break;
            case CountOperator count:
                Group([], on, []);
                foreach (var look in on)
                    look.Counted[count.Name?.Name ?? "Count"] = Counts.All;
                break;
            case ExtendOperator or ProjectOperator:
                var items = step is ExtendOperator extend ? extend.Items : ((ProjectOperator)step).Items;
                foreach (var item in items.OfType<NamedExpression>())
                foreach (var look in on)
                    look.Make(item);
                break;
            // Once they are counted or compared, all rows have been looked at.
            case TakeOperator:
                Part(on);
                foreach (var look in on.Where(l => !l.IsSummed))
                    look.IsGlimpse = true;
                break;
            case JoinOperator join:
                on.AddRange(Walk(join.Right, known));
                break;
            case UnionOperator union:
                on.AddRange(union.Tables.SelectMany(t => Walk(t, known)));
                Look.Mix(on);
                break;
        }
    }

    static void Group(IReadOnlyList<Expression> made, List<Look> on, IReadOnlyList<Expression> keys)
    {
        foreach (var look in on)
            look.Group(made, keys);
    }

    // Of what was summed apart by how it went, the rest may be what went well.
    static void Part(List<Look> on)
    {
        foreach (var look in on.Where(l => l.IsSplitByOutcome))
            look.IsPart = true;
    }

    // What stands first of all that was put in order says something about all of it.
    static void Sum(List<Look> on)
    {
        foreach (var look in on)
            look.IsSummed = true;
    }

    static void Split(IEnumerable<Expression> keys, List<Look> on)
    {
        foreach (var key in keys)
        {
            var value = key is NamedExpression named ? named.Value : key;
            // Along the time is no comparison.
            if (value is CallExpression { Name: "bin" or "bin_at" or "startofhour" } || IsInstant(value))
                continue;
            foreach (var look in on)
            {
                if (key is NamedExpression { Names: [var alias, ..] } made)
                {
                    look.Splits.Add(alias.Name);
                    look.Make(made);
                }
                if (QueryTerms.NameOf(value) is { } name)
                {
                    look.Splits.Add(name);
                    if (look.Aliases.TryGetValue(name, out var meant))
                        look.Splits.Add(meant);
                }
            }
        }
    }

    // Where a bound is worked out there are no tables.
    bool IsScalar(Expression value, int known) =>
        value switch
        {
            ParenthesizedExpression inner => IsScalar(inner.Inner, known),
            NameExpression { Name: var name } => LetOf(name, known) is >= 0 and var let
                && IsScalar(named[let].Value, let),
            PipelineExpression or UnionExpression or SearchExpression or DataTableExpression or FunctionExpression =>
                false,
            _ => true,
        };

    static bool IsInstant(Expression expression) => QueryTerms.NameOf(expression) is "timestamp" or "TimeGenerated";

    // The language itself works out what "ago(45m)" is, at the instant at which it was asked.
    DateTimeOffset? Instant(Expression expression)
    {
        var answer = KqlQuery.Run($"{lets}print v = {Written(expression)}", new(), asOf.UtcDateTime);
        return answer.Table is { Count: 1 } table && table[0, 0] is DateTime at
            ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToOffset(asOf.Offset)
            : null;
    }

    string Written(Node node) => text.Substring(node.Span.Start, node.Span.Length);

    static string Classic(string table) =>
        TwoWorlds.OtherTable(table) is { } other && TwoWorlds.WorkspaceTable(other) == table ? other : table;
}
