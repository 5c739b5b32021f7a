using System.Text;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>Cuts a multipart body at its boundary lines.</summary>
static class Boundaries
{
    /// <summary>Lazily, so that whoever counts the parts can stop. Without a usable boundary the body's own first one is tried.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string? boundary)
    {
        var line = boundary is { Length: > 0 } ? Encoding.UTF8.GetBytes($"--{boundary.TrimEnd()}") : [];
        var (start, next, _) = Find(body.Span, line, 0);
        if (start < 0)
        {
            line = Guess(body.Span);
            (start, next, _) = Find(body.Span, line, 0);
        }
        while (start >= 0 && next <= body.Length)
        {
            var (end, after, closes) = Find(body.Span, line, next);
            yield return Trimmed(body[next..(end < 0 ? body.Length : end)], cut: end >= 0);
            if (closes)
                break;
            (start, next) = (end, after);
        }
    }

    /// <summary>The next boundary line: where it starts, where the line after it starts, and whether it is the last.</summary>
    static (int Start, int Next, bool Closes) Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> line, int from)
    {
        for (var at = from; line.Length > 2 && at < body.Length; )
        {
            var hit = body[at..].IndexOf(line);
            if (hit < 0)
                break;
            at += hit;
            var rest = Bytes.Line(body, at, out var next)[line.Length..];
            var closes = rest.StartsWith("--"u8);
            if ((at is 0 || body[at - 1] is (byte)'\n') && (closes || rest.Trim(" \t"u8).IsEmpty))
                return (at, next, closes);
            at += line.Length;
        }
        return (-1, body.Length, true);
    }

    /// <summary>The line end before a boundary belongs to the boundary.</summary>
    static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> piece, bool cut)
    {
        if (!cut || piece.IsEmpty || piece.Span[^1] is not (byte)'\n')
            return piece;
        return piece.Length > 1 && piece.Span[^2] is (byte)'\r' ? piece[..^2] : piece[..^1];
    }

    /// <summary>The first line that starts with two dashes, for senders that name another boundary than they use, or none.</summary>
    static byte[] Guess(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < Math.Min(body.Length, 4_096); )
        {
            var line = Bytes.Line(body, at, out at);
            if (line.StartsWith("--"u8) && line.TrimEnd(" \t"u8) is { Length: > 4 and < 200 } guess)
                return guess.ToArray();
        }
        return [];
    }
}
