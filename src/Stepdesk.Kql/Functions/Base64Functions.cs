using System.Text;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>Text, bytes and guids as base64 and back; what is not base64 gives nothing.</summary>
internal static class Base64Functions
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Text<string>("base64_encode_tostring", KqlType.String, Encoded),
        Declare.Text<string>("base64_encodestring", KqlType.String, Encoded) with
        {
            IsAlias = true,
        },
        Declare.Text<string>("base64_decode_tostring", KqlType.String, Decoded),
        Declare.Text<string>("base64_decodestring", KqlType.String, Decoded) with
        {
            IsAlias = true,
        },
        Declare.Text<object?>(
            "base64_decode_toarray",
            KqlType.Dynamic,
            s => Bytes(s) is { } bytes ? new DynamicArray([.. bytes.Select(b => (object?)(long)b)]) : null
        ),
        Declare.Text<Guid>(
            "base64_decode_toguid",
            KqlType.Guid,
            s => Bytes(s) is { Length: 16 } bytes ? new Guid(bytes) : Maybe<Guid>.Null
        ),
        Declare.Many(
            "base64_encode_fromguid",
            1,
            1,
            KqlType.String,
            v => v[0] is Guid guid ? Convert.ToBase64String(guid.ToByteArray()) : ""
        ),
        Declare.Many("base64_encode_fromarray", 1, 1, KqlType.String, v => FromArray(v[0])),
    ];

    private static Maybe<string> Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Maybe<string> Decoded(string text)
    {
        try
        {
            return Bytes(text) is { } bytes ? Strict.GetString(bytes) : Maybe<string>.Null;
        }
        catch (DecoderFallbackException)
        {
            return Maybe<string>.Null;
        }
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static string FromArray(object? value) =>
        value is DynamicArray array && array.Items.All(i => i is >= 0L and <= 255L)
            ? Convert.ToBase64String([.. array.Items.Select(i => (byte)(long)i!)])
            : "";
}
