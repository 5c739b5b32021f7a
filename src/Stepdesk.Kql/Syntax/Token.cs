using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Syntax;

/// <summary>What a token is. Keywords are names: most of them may also name columns.</summary>
public enum TokenKind
{
    End,
    Name,
    QuotedName,
    Literal,
    Symbol,
    Bad,
}

/// <summary>A token; literals carry their value.</summary>
public readonly record struct Token(TokenKind Kind, Span Span, string Text)
{
    public KqlType Type { get; init; }
    public object? Value { get; init; }

    public bool Is(string text) => Kind is TokenKind.Name or TokenKind.Symbol && Text == text;
}
