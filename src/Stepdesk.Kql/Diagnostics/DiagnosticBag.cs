namespace Stepdesk.Kql.Diagnostics;

/// <summary>The diagnostics of one query, in the order of the text, each place told once.</summary>
public sealed class DiagnosticBag(string text)
{
    // Beyond this many a reader is not helped by another one.
    private const int Most = 50;

    private readonly List<Diagnostic> _items = [];

    public bool HasErrors => _items.Exists(d => d.Severity == Severity.Error);

    public int Count => _items.Count;

    public string Text { get; } = text;

    public IReadOnlyList<Diagnostic> ToList() => [.. _items.OrderBy(d => d.Span.Start)];

    public void Add(Diagnostic diagnostic)
    {
        if (_items.Count >= Most || _items.Exists(d => d.Span == diagnostic.Span && d.Code == diagnostic.Code))
        {
            return;
        }

        var start = Math.Clamp(diagnostic.Span.Start, 0, Text.Length);
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < start; i++)
        {
            if (Text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        _items.Add(diagnostic with { Line = line, Column = start - lineStart + 1 });
    }
}
