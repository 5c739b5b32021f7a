using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Syntax;

/// <summary>One step of a pipeline; <see cref="KeywordSpan"/> is where its name stands.</summary>
public abstract record Operator(Span Span, Span KeywordSpan) : Node(Span);

public sealed record WhereOperator(Span Span, Span KeywordSpan, Expression Predicate) : Operator(Span, KeywordSpan);

public sealed record ProjectOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record ProjectAwayOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record ProjectKeepOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record ProjectRenameOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record ProjectReorderOperator(Span Span, Span KeywordSpan, IReadOnlyList<Ordering> Items)
    : Operator(Span, KeywordSpan);

public sealed record ExtendOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record SerializeOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record SummarizeOperator(
    Span Span,
    Span KeywordSpan,
    IReadOnlyList<Expression> Aggregates,
    IReadOnlyList<Expression> Keys
) : Operator(Span, KeywordSpan);

/// <summary>How one sort key orders; <c>null</c> means the default of the operator.</summary>
public sealed record Ordering(Span Span, Expression Value, bool? Ascending, bool? NullsFirst);

public sealed record SortOperator(Span Span, Span KeywordSpan, IReadOnlyList<Ordering> Keys)
    : Operator(Span, KeywordSpan);

public sealed record TopOperator(Span Span, Span KeywordSpan, Expression Count, IReadOnlyList<Ordering> Keys)
    : Operator(Span, KeywordSpan);

public sealed record TakeOperator(Span Span, Span KeywordSpan, Expression Count) : Operator(Span, KeywordSpan);

public sealed record SampleOperator(Span Span, Span KeywordSpan, Expression Count) : Operator(Span, KeywordSpan);

public sealed record SampleDistinctOperator(Span Span, Span KeywordSpan, Expression Count, Expression Value)
    : Operator(Span, KeywordSpan);

public sealed record DistinctOperator(Span Span, Span KeywordSpan, IReadOnlyList<Expression> Items)
    : Operator(Span, KeywordSpan);

public sealed record CountOperator(Span Span, Span KeywordSpan, NamePart? Name) : Operator(Span, KeywordSpan);

public sealed record JoinOperator(
    Span Span,
    Span KeywordSpan,
    string Kind,
    Span KindSpan,
    Expression Right,
    IReadOnlyList<Expression> Keys,
    bool IsLookup
) : Operator(Span, KeywordSpan);

public sealed record UnionOperator(
    Span Span,
    Span KeywordSpan,
    bool Inner,
    string? SourceColumn,
    bool Fuzzy,
    IReadOnlyList<Expression> Tables
) : Operator(Span, KeywordSpan);

public sealed record MvExpandItem(Span Span, NamePart? Name, Expression Value, KqlType? Type);

public sealed record MvExpandOperator(
    Span Span,
    Span KeywordSpan,
    bool AsArray,
    NamePart? IndexName,
    IReadOnlyList<MvExpandItem> Items,
    Expression? Limit
) : Operator(Span, KeywordSpan);

public sealed record MvApplyOperator(
    Span Span,
    Span KeywordSpan,
    NamePart? IndexName,
    IReadOnlyList<MvExpandItem> Items,
    Expression? Limit,
    PipelineExpression Body
) : Operator(Span, KeywordSpan);

public sealed record SeriesAggregate(Span Span, Expression Value, Expression? Default);

public sealed record MakeSeriesOperator(
    Span Span,
    Span KeywordSpan,
    bool NonEmpty,
    IReadOnlyList<SeriesAggregate> Aggregates,
    Expression Axis,
    Expression? From,
    Expression? To,
    Expression? Step,
    IReadOnlyList<Expression> Keys
) : Operator(Span, KeywordSpan);

/// <summary>A part of a parse pattern: a star, a text, or a column to fill.</summary>
public sealed record PatternPart(Span Span, string? Text, NamePart? Name, KqlType Type)
{
    public bool IsStar => Text is null && Name is null;
}

public sealed record ParseOperator(
    Span Span,
    Span KeywordSpan,
    string Kind,
    string Flags,
    Expression Value,
    IReadOnlyList<PatternPart> Pattern,
    bool Filters
) : Operator(Span, KeywordSpan);

public sealed record RenderOperator(
    Span Span,
    Span KeywordSpan,
    string Chart,
    IReadOnlyList<(string Name, string Value)> Properties
) : Operator(Span, KeywordSpan);

public sealed record GetSchemaOperator(Span Span, Span KeywordSpan) : Operator(Span, KeywordSpan);

public sealed record AsOperator(Span Span, Span KeywordSpan, NamePart Name) : Operator(Span, KeywordSpan);

public sealed record ConsumeOperator(Span Span, Span KeywordSpan) : Operator(Span, KeywordSpan);

public sealed record SearchOperator(
    Span Span,
    Span KeywordSpan,
    bool CaseSensitive,
    IReadOnlyList<Expression> Tables,
    Expression Predicate
) : Operator(Span, KeywordSpan);

public sealed record TopNestedLevel(
    Span Span,
    Expression? Count,
    Expression Value,
    Expression? Others,
    Expression Aggregate,
    bool Ascending
);

public sealed record TopNestedOperator(Span Span, Span KeywordSpan, IReadOnlyList<TopNestedLevel> Levels)
    : Operator(Span, KeywordSpan);

public sealed record EvaluateOperator(
    Span Span,
    Span KeywordSpan,
    CallExpression Plugin,
    IReadOnlyList<SchemaPart>? Schema
) : Operator(Span, KeywordSpan);

/// <summary>An operator that was reported; the pipeline passes through it unchanged.</summary>
public sealed record BadOperator(Span Span, Span KeywordSpan) : Operator(Span, KeywordSpan);
