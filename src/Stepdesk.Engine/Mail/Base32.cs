namespace Stepdesk.Engine.Mail;

/// <summary>RFC 4648 in lower case without padding: survives mail servers that fold the case of an address.</summary>
static class Base32
{
    const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[i] = Letters[(pair >> (11 - bit % 8)) & 31];
        }
        return new(text);
    }

    /// <summary>Null when the text is not what <see cref="Encode"/> writes, in either case.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (held, bits, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Letters.IndexOf(char.ToLowerInvariant(letter));
            if (value < 0)
                return null;
            held = (held << 5 | value) & 0xFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes[at++] = (byte)(held >> bits);
        }
        // Left-over bits must be zero, or two texts would mean the same bytes.
        return bits < 5 && (held & ((1 << bits) - 1)) == 0 ? bytes : null;
    }
}
