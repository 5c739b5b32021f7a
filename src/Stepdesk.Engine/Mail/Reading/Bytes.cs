namespace Stepdesk.Engine.Mail.Reading;

/// <summary>Lines in bytes.</summary>
static class Bytes
{
    /// <summary>The line that starts at <paramref name="at"/> without its ending, and where the next one starts.</summary>
    public static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int at, out int next)
    {
        var rest = text[at..];
        var length = rest.IndexOf((byte)'\n');
        next = length < 0 ? text.Length : at + length + 1;
        return (length < 0 ? rest : rest[..length]).TrimEnd((byte)'\r');
    }

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t';

    /// <summary>Very old senders end lines with CR alone.</summary>
    public static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> raw)
    {
        if (raw.Span.Contains((byte)'\n') || !raw.Span.Contains((byte)'\r'))
            return raw;
        var copy = raw.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }
}
