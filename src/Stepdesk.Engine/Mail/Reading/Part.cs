using MimeKit;
using MimeKit.Encodings;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>
/// One part of a mail, with the parts inside it. The tree is cut here and not by MimeKit's parser, which threw on 92 of
/// 1,811 real mails and has no caps on parts or header fields; MimeKit reads the single fields, at which it is very good.
/// </summary>
sealed class Part
{
    public required Fields Fields { get; init; }

    /// <summary>Lower case; what makes no sense reads as text/plain, as the standard asks.</summary>
    public required string Type { get; init; }
    public string? Charset { get; init; }
    public string? Name { get; init; }
    public bool IsAttachment { get; init; }
    public required ReadOnlyMemory<byte> Raw { get; init; }
    public IReadOnlyList<Part> Parts { get; init; } = [];

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal) && Parts.Count > 0;
    public bool IsText => Type.StartsWith("text/", StringComparison.Ordinal);

    public static Part Read(ReadOnlyMemory<byte> entity, Budget budget, int depth = 0)
    {
        var fields = Fields.Read(entity, budget, out var start);
        if (
            depth is 0
            && fields.IsEmpty
            && start < entity.Length
            && start > 0
            && entity.Span[..start].IndexOfAnyExcept("\r\n"u8) < 0
        )
            return Read(entity[start..], budget, depth); // Empty lines before the header.
        var body = entity[start..];
        var type = TypeOf(fields);
        var disposition = DispositionOf(fields);
        var name = type?.MediaType is { } media ? $"{media}/{type.MediaSubtype}".ToLowerInvariant() : Fallback(fields);
        return new Part
        {
            Fields = fields,
            Type = name,
            Charset = type?.Charset,
            Name = disposition?.FileName ?? type?.Name,
            IsAttachment = disposition?.IsAttachment ?? false,
            Raw = body,
            Parts = name.StartsWith("multipart/", StringComparison.Ordinal)
                ? Inside(body, type?.Boundary, budget, depth + 1)
                : [],
        };
    }

    /// <summary>The content as the sender had it before it was made fit for mail.</summary>
    public byte[] Content() =>
        Fields.Text("Content-Transfer-Encoding")?.ToLowerInvariant() switch
        {
            // Padded, or the decoder would keep the last letters of a mail that was cut off.
            "base64" => Decode(new Base64Decoder(), [.. Raw.Span, .. "==="u8]),
            "quoted-printable" => Decode(new QuotedPrintableDecoder(), Raw.ToArray()),
            "x-uuencode" or "uuencode" or "x-uue" => Decode(new UUDecoder(), Raw.ToArray()),
            _ => Raw.ToArray(),
        };

    static byte[] Decode(IMimeDecoder decoder, byte[] input)
    {
        var output = new byte[decoder.EstimateOutputLength(input.Length)];
        return output[..decoder.Decode(input, 0, input.Length, output)];
    }

    static List<Part> Inside(ReadOnlyMemory<byte> body, string? boundary, Budget budget, int depth)
    {
        if (depth > Budget.DeepestPart)
        {
            budget.Over("mail-too-deep");
            return [];
        }
        var parts = new List<Part>();
        foreach (var piece in Boundaries.Split(body, boundary))
        {
            if (!budget.TakePart())
                break;
            parts.Add(Read(piece, budget, depth));
        }
        return parts;
    }

    static ContentType? TypeOf(Fields fields) =>
        fields.First("Content-Type") is { } value && ContentType.TryParse(value, out var type) ? type : null;

    static ContentDisposition? DispositionOf(Fields fields) =>
        fields.First("Content-Disposition") is { } value && ContentDisposition.TryParse(value, out var disposition)
            ? disposition
            : null;

    /// <summary>A type MimeKit refuses: "text" alone means text, anything else is a file of unknown kind.</summary>
    static string Fallback(Fields fields) =>
        fields.Text("Content-Type") is { Length: > 0 } type
        && !type.StartsWith("text", StringComparison.OrdinalIgnoreCase)
            ? "application/octet-stream"
            : "text/plain";
}
