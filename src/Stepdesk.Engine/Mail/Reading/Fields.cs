using System.Text;
using MimeKit.Utils;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>The header of a mail or of one of its parts, still in bytes.</summary>
sealed class Fields
{
    readonly List<(string Name, ReadOnlyMemory<byte> Value)> fields = [];
    int bytes;

    /// <summary>Reads the header and says where the body starts. Anything is a header; at worst an empty one.</summary>
    public static Fields Read(ReadOnlyMemory<byte> entity, Budget budget, out int body)
    {
        var header = new Fields();
        var text = entity.Span;
        var at = IsMailboxLine(text) ? Next(text, 0) : 0;
        var (name, start, end) = ("", 0, 0);
        while (at < text.Length)
        {
            var line = Bytes.Line(text, at, out var next);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }
            if (NameLength(line) is > 0 and var length)
            {
                header.Add(name, entity[start..end], budget);
                name = Encoding.ASCII.GetString(line[..length]).TrimEnd();
                (start, end) = (at + length + 1, at + line.Length);
            }
            else if (name.Length > 0 && (Bytes.IsSpace(line[0]) || LooksLikeField(text, next)))
                end = at + line.Length; // Folded; also where a broken sender forgot the leading space.
            else if (!Bytes.IsSpace(line[0]) || name.Length > 0)
                break; // The body came without the empty line before it.
            at = next;
        }
        header.Add(name, entity[start..end], budget);
        body = at;
        return header;
    }

    public bool IsEmpty => fields.Count is 0;

    public string? Text(string name) => First(name) is { } value ? Decode(value) : null;

    /// <summary>Unfolded, in UTF-8 whatever the sender used, fit for MimeKit's grammars.</summary>
    public byte[]? First(string name) => All(name).FirstOrDefault();

    public IEnumerable<byte[]> All(string name) =>
        fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => Unfold(f.Value.Span));

    /// <summary>All fields as text, for the rules of the core.</summary>
    public MailHeaders ToHeaders() =>
        new([.. fields.Select(f => KeyValuePair.Create(f.Name, Decode(Unfold(f.Value.Span))))]);

    void Add(string name, ReadOnlyMemory<byte> value, Budget budget)
    {
        if (name.Length is 0)
            return;
        var full = fields.Count >= Budget.MostFields || bytes >= Budget.MostHeaderBytes;
        if (value.Length > Budget.LongestField || full)
            budget.Over("mail-too-many-headers");
        if (full && (!Needed.Contains(name) || fields.Exists(f => Needed.Comparer.Equals(f.Name, name))))
            return; // A thousand fields must not hide who wrote.
        value = value[..Math.Min(value.Length, Budget.LongestField)];
        bytes += value.Length;
        fields.Add((name, value));
    }

    static string Decode(byte[] value)
    {
        try
        {
            return Charsets.OneLine(Rfc2047.DecodeText(value));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IndexOutOfRangeException)
        {
            return Charsets.OneLine(Encoding.UTF8.GetString(value));
        }
    }

    static byte[] Unfold(ReadOnlySpan<byte> value)
    {
        var line = new byte[value.Length];
        var length = 0;
        foreach (var b in value)
            if (b is not ((byte)'\r' or (byte)'\n' or 0))
                line[length++] = b;
        var trimmed = line.AsSpan(0, length).Trim(" \t"u8);
        return System.Text.Unicode.Utf8.IsValid(trimmed)
            ? trimmed.ToArray()
            : Encoding.UTF8.GetBytes(Charsets.Decode(trimmed, charset: null));
    }

    /// <summary>The length of the field's name with spaces before the colon, or 0 when the line is none.</summary>
    static int NameLength(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        var name = colon > 0 ? line[..colon].TrimEnd(" \t"u8) : [];
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? 0 : colon;
    }

    static bool LooksLikeField(ReadOnlySpan<byte> text, int at) =>
        at < text.Length && NameLength(Bytes.Line(text, at, out _)) > 0;

    /// <summary>Mail folders of the mbox kind put such a line before each mail.</summary>
    static bool IsMailboxLine(ReadOnlySpan<byte> text) => text.StartsWith("From "u8) || text.StartsWith(">From "u8);

    static int Next(ReadOnlySpan<byte> text, int at)
    {
        Bytes.Line(text, at, out var next);
        return next;
    }

    const int LongestName = 200;

    static readonly HashSet<string> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        "From",
        "Sender",
        "To",
        "Cc",
        "Reply-To",
        "Date",
        "Subject",
        "Message-ID",
        "In-Reply-To",
        "References",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Auto-Submitted",
        "Return-Path",
    };
}
