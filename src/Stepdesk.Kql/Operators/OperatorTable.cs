using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>All steps by the word they begin with.</summary>
internal static class OperatorTable
{
    private static readonly Dictionary<string, Func<Parser, Token, Operator>> Readers = new(StringComparer.Ordinal)
    {
        ["where"] = WhereOperator.Read,
        ["filter"] = WhereOperator.Read,
        ["project"] = ProjectOperator.Read,
        ["project-away"] = ProjectAwayOperator.Read,
        ["project-keep"] = ProjectKeepOperator.Read,
        ["project-rename"] = ProjectRenameOperator.Read,
        ["project-reorder"] = ProjectReorderOperator.Read,
        ["extend"] = ExtendOperator.Read,
        ["serialize"] = SerializeOperator.Read,
        ["summarize"] = SummarizeOperator.Read,
        ["sort"] = SortOperator.Read,
        ["order"] = SortOperator.Read,
        ["top"] = TopOperator.Read,
        ["take"] = TakeOperator.Read,
        ["limit"] = TakeOperator.Read,
        ["sample"] = SampleOperator.Read,
        ["sample-distinct"] = SampleDistinctOperator.Read,
        ["distinct"] = DistinctOperator.Read,
        ["count"] = CountOperator.Read,
        ["join"] = JoinOperator.Read,
        ["lookup"] = JoinOperator.Read,
        ["union"] = UnionOperator.Read,
        ["search"] = SearchOperator.Read,
        ["parse"] = ParseOperator.Read,
        ["parse-where"] = ParseOperator.Read,
        ["render"] = RenderOperator.Read,
        ["mv-expand"] = MvExpandOperator.Read,
        ["mvexpand"] = MvExpandOperator.Read,
        ["mv-apply"] = MvApplyOperator.Read,
        ["mvapply"] = MvApplyOperator.Read,
        ["make-series"] = MakeSeriesOperator.Read,
        ["top-hitters"] = TopHittersOperator.Read,
        ["top-nested"] = TopNestedOperator.Read,
        ["evaluate"] = EvaluateOperator.Read,
        ["getschema"] = (_, _) => new GetSchemaOperator(),
        ["consume"] = (_, _) => new ConsumeOperator(),
        ["as"] = AsOperator.Read,
        ["parse-kv"] = ParseKvOperator.Read,
        ["partition"] = PartitionOperator.Read,
        ["invoke"] = InvokeOperator.Read,
    };

    private static readonly HashSet<string> Elsewhere =
    [
        .. "scan reduce facet fork find".Split(' '),
        .. "graph-match graph-to-table make-graph graph-shortest-paths graph-mark-components assert-schema execute-and-cache macro-expand project-by-names".Split(
            ' '
        ),
    ];

    /// <summary>The words to offer, and what a misspelt one is compared with.</summary>
    public static IEnumerable<string> Names => Readers.Keys.Where(n => n is not ("mvexpand" or "mvapply"));

    public static Func<Parser, Token, Operator>? Find(string name) => Readers.GetValueOrDefault(name);

    /// <summary>It exists in Azure.</summary>
    public static bool IsElsewhere(string name) => Elsewhere.Contains(name);
}
