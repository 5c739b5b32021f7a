namespace Stepdesk.Core.Reading;

/// <summary>Which part of a mail.</summary>
public enum Part
{
    Subject = 1,
    Text,
}

/// <summary>The words something was read from, so that a page can mark them.</summary>
public sealed record Span
{
    internal Span(Part part, int offset, int length, string whole) =>
        (Part, Offset, Length, Text) = (part, offset, length, whole.Substring(offset, length));

    public Part Part { get; }

    /// <summary>Characters (UTF-16) before it in its part.</summary>
    public int Offset { get; }

    /// <summary>Characters (UTF-16) it is long.</summary>
    public int Length { get; }

    /// <summary>Exactly what stands there.</summary>
    public string Text { get; }
}
