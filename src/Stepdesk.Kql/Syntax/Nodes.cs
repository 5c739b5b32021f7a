using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Syntax;

/// <summary>A piece of a query as written.</summary>
public abstract record Node(Span Span);

/// <summary>Anything that has a value: a scalar or a table, which only the binder can tell.</summary>
public abstract record Expression(Span Span) : Node(Span);

/// <summary>Stands where something was expected and reported missing.</summary>
public sealed record MissingExpression(Span Span) : Expression(Span);

public sealed record LiteralExpression(Span Span, KqlType Type, object? Value) : Expression(Span);

public sealed record NameExpression(Span Span, string Name) : Expression(Span);

/// <summary>A name with stars, where several columns or tables may be meant.</summary>
public sealed record PatternExpression(Span Span, string Pattern) : Expression(Span);

public sealed record StarExpression(Span Span) : Expression(Span);

public sealed record PathExpression(Span Span, Expression Target, string Name, Span NameSpan) : Expression(Span);

public sealed record ElementExpression(Span Span, Expression Target, Expression Index) : Expression(Span);

public sealed record CallExpression(Span Span, string Name, Span NameSpan, IReadOnlyList<Expression> Arguments)
    : Expression(Span);

public sealed record UnaryExpression(Span Span, string Operator, Expression Operand) : Expression(Span);

public sealed record BinaryExpression(Span Span, string Operator, Span OperatorSpan, Expression Left, Expression Right)
    : Expression(Span);

public sealed record InExpression(
    Span Span,
    string Operator,
    Span OperatorSpan,
    Expression Left,
    IReadOnlyList<Expression> Items
) : Expression(Span);

public sealed record BetweenExpression(Span Span, bool Not, Expression Value, Expression Low, Expression High)
    : Expression(Span);

/// <summary><c>name = value</c>, or <c>(a, b) = value</c> for functions with several results.</summary>
public sealed record NamedExpression(Span Span, IReadOnlyList<NamePart> Names, Expression Value) : Expression(Span);

public sealed record NamePart(Span Span, string Name);

public sealed record TypeofExpression(Span Span, KqlType Type) : Expression(Span);

/// <summary>A source and the operators its rows flow through.</summary>
public sealed record PipelineExpression(Span Span, Expression Source, IReadOnlyList<Operator> Operators)
    : Expression(Span);

public sealed record ParenthesizedExpression(Span Span, Expression Inner) : Expression(Span);

public sealed record PrintExpression(Span Span, IReadOnlyList<Expression> Items) : Expression(Span);

public sealed record RangeExpression(Span Span, NamePart Name, Expression From, Expression To, Expression Step)
    : Expression(Span);

public sealed record DataTableExpression(Span Span, IReadOnlyList<SchemaPart> Columns, IReadOnlyList<Expression> Values)
    : Expression(Span);

public sealed record SchemaPart(Span Span, string Name, KqlType Type);

public sealed record UnionExpression(Span Span, UnionOperator Union) : Expression(Span);

public sealed record SearchExpression(Span Span, SearchOperator Search) : Expression(Span);

/// <summary><c>{ statements }</c> of a function, and its parameters.</summary>
public sealed record FunctionExpression(Span Span, IReadOnlyList<Parameter> Parameters, Query Body) : Expression(Span);

/// <summary>A parameter: a scalar with a type, or a table with columns (none: any).</summary>
public sealed record Parameter(
    Span Span,
    string Name,
    KqlType? Type,
    IReadOnlyList<SchemaPart>? Table,
    Expression? Default
);

public abstract record Statement(Span Span) : Node(Span);

public sealed record LetStatement(Span Span, NamePart Name, Expression Value) : Statement(Span);

public sealed record ExpressionStatement(Span Span, Expression Value) : Statement(Span);

/// <summary>A whole query: lets, then the expression that answers.</summary>
public sealed record Query(Span Span, IReadOnlyList<Statement> Statements) : Node(Span);
