using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Diagnostics;

public enum Severity
{
    Error,
    Warning,
    Information,
}

/// <summary>A sentence in both languages of the desk.</summary>
public sealed record Words(string En, string Vi);

/// <summary>A replacement in the query text.</summary>
public sealed record TextEdit(int Offset, int Length, string Text);

/// <summary>A repair: what it does and, where it can be done by machine, the edit.</summary>
public sealed record Hint(Words Title, TextEdit? Edit = null);

/// <summary>One thing to say about a query: where, what is wrong, what was expected, what would repair it.</summary>
public sealed record Diagnostic(string Code, Span Span, Words Message)
{
    public Severity Severity { get; init; } = Severity.Error;
    public IReadOnlyList<string> Expected { get; init; } = [];
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>1-based; columns count UTF-16 units.</summary>
    public int Line { get; init; }

    public int Column { get; init; }

    public bool IsSyntax => Code.StartsWith("KQL1", StringComparison.Ordinal);
}
