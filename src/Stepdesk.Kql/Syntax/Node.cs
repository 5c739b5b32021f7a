namespace Stepdesk.Kql.Syntax;

/// <summary>A piece of a query as written.</summary>
public abstract record Node(Span Span);

public sealed record NamePart(Span Span, string Name);

public sealed record SchemaPart(Span Span, string Name, Columns.KqlType Type);

public abstract record Statement(Span Span) : Node(Span);

public sealed record LetStatement(Span Span, NamePart Name, Expressions.Expression Value) : Statement(Span);

public sealed record ExpressionStatement(Span Span, Expressions.Expression Value) : Statement(Span);

/// <summary>A whole query: lets, then the expression that answers.</summary>
public sealed record Query(Span Span, IReadOnlyList<Statement> Statements) : Node(Span);
