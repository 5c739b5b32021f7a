using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// A text as a reader or a program would see it, each character with its place in the original: forms that only look
/// different are one, characters nobody sees are gone, and, where asked for, escapes are read.
/// </summary>
sealed class Sight
{
    readonly StringBuilder text;
    readonly StringBuilder bare;
    readonly List<(int Start, int End)> places;

    Sight(int length)
    {
        (text, bare, places) = (new(length), new(length), new(length));
    }

    /// <summary>What is seen.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same, character by character, in lower case and without marks.</summary>
    public string Bare { get; private set; } = "";

    /// <summary>Where the characters from <paramref name="start"/> up to <paramref name="end"/> stand in the original.</summary>
    public (int Start, int End) PlaceOf(int start, int end) => (places[start].Start, places[end - 1].End);

    /// <summary>The text as it is written.</summary>
    public static Sight Plain(string original) => new Sight(original.Length).Read(original, decode: false);

    /// <summary>
    /// The text with its escapes read: HTML entities, URL and quoted-printable encoding, JSON escapes; tags that only
    /// change how letters look are left out. Null when there are none.
    /// </summary>
    public static Sight? Decoded(string original) =>
        original.AsSpan().ContainsAny("&%\\=<") ? new Sight(original.Length).Read(original, decode: true) : null;

    Sight Read(string original, bool decode)
    {
        for (var at = 0; at < original.Length; )
        {
            if (decode && Escape(original, at) is { Length: > 0 } escape)
            {
                Add(escape.Said, at, at + escape.Length);
                at += escape.Length;
                continue;
            }
            var length = char.IsSurrogatePair(original, at) ? 2 : 1;
            Add(original.Substring(at, length), at, at + length);
            at += length;
        }
        (Text, Bare) = (text.ToString(), bare.ToString());
        return this;
    }

    void Add(string said, int start, int end)
    {
        foreach (var letter in Normal(said))
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.NonSpacingMark:
                    // A mark belongs to the letter before it.
                    if (places.Count > 0)
                        places[^1] = (places[^1].Start, end);
                    break;
                default:
                    text.Append(letter);
                    bare.Append(Unmarked(letter));
                    places.Add((start, end));
                    break;
            }
    }

    static string Normal(string said) =>
        said is [< '\u0080'] or [>= '\ud800' and <= '\udfff'] ? said : said.Normalize(NormalizationForm.FormKC);

    static char Unmarked(char letter) =>
        letter switch
        {
            < '\u0080' => char.ToLowerInvariant(letter),
            'đ' or 'Đ' => 'd',
            >= '\ud800' and <= '\udfff' => letter,
            _ => char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
        };

    static (string Said, int Length) Escape(string text, int at) =>
        text[at] switch
        {
            '&' => Entity(text, at),
            '%' => Bytes(text, at, "%"),
            '=' => SoftBreak(text, at) is > 0 and var end ? ("", end - at) : Bytes(text, at, "="),
            '\\' => Bytes(text, at, "\\x") is { Length: > 0 } bytes ? bytes : Unicode(text, at),
            '<' => Tag(text, at) is > 0 and var end ? ("", end - at) : default,
            _ => default,
        };

    static (string Said, int Length) Entity(string text, int at)
    {
        const int Longest = 12;
        var end = text.AsSpan(at, Math.Min(Longest, text.Length - at)).IndexOf(';');
        if (end < 2)
            return default;
        var inner = text.AsSpan(at + 1, end - 1);
        if (inner is not ['#', ..])
            return Named.TryGetValue(inner.ToString(), out var named) ? (named, end + 1) : default;
        var isHex = inner.Length > 2 && inner[1] is 'x' or 'X';
        return
            int.TryParse(
                inner[(isHex ? 2 : 1)..],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            ) && Rune.IsValid(code)
            ? (new Rune(code).ToString(), end + 1)
            : default;
    }

    // The names of the signs that stand in addresses and numbers.
    static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["amp"] = "&",
        ["commat"] = "@",
        ["period"] = ".",
        ["colon"] = ":",
        ["sol"] = "/",
        ["plus"] = "+",
        ["num"] = "#",
        ["equals"] = "=",
        ["lowbar"] = "_",
        ["hyphen"] = "-",
        ["dash"] = "-",
        ["lpar"] = "(",
        ["rpar"] = ")",
        ["nbsp"] = " ",
        ["quot"] = "\"",
        ["apos"] = "'",
        ["lt"] = "<",
        ["gt"] = ">",
        ["shy"] = "\u00ad",
        ["zwnj"] = "\u200c",
        ["zwj"] = "\u200d",
    }.ToFrozenDictionary();

    // Several bytes can be one letter.
    static (string Said, int Length) Bytes(string text, int at, string sign)
    {
        var (bytes, end) = (new List<byte>(), at);
        while (
            bytes.Count < 4
            && end + sign.Length + 2 <= text.Length
            && string.CompareOrdinal(text, end, sign, 0, sign.Length) == 0
            && byte.TryParse(
                text.AsSpan(end + sign.Length, 2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var next
            )
        )
        {
            bytes.Add(next);
            end += sign.Length + 2;
            if (Rune.DecodeFromUtf8([.. bytes], out var rune, out _) is OperationStatus.Done)
                return (rune.ToString(), end - at);
        }
        return default;
    }

    static (string Said, int Length) Unicode(string text, int at) =>
        at + 6 <= text.Length
        && text[at + 1] is 'u'
        && ushort.TryParse(
            text.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var code
        )
        && !char.IsSurrogate((char)code)
            ? (((char)code).ToString(), 6)
            : default;

    static int SoftBreak(string text, int at) =>
        text.AsSpan(at + 1) switch
        {
            ['\n', ..] => at + 2,
            ['\r', '\n', ..] => at + 3,
            _ => 0,
        };

    static readonly string[] Inline =
    [
        "a",
        "abbr",
        "b",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "u",
        "wbr",
    ];

    // Cells and paragraphs part what they hold; bold letters do not.
    static int Tag(string text, int at)
    {
        const int Longest = 300;
        var end = text.AsSpan(at, Math.Min(Longest, text.Length - at)).IndexOf('>');
        if (end < 2)
            return 0;
        var inner = text.AsSpan(at + 1, end - 1).TrimStart('/');
        if (inner.StartsWith("!--", StringComparison.Ordinal))
            return at + end + 1;
        var name = inner.IndexOfAny(" \t\r\n/") is >= 0 and var stop ? inner[..stop] : inner;
        foreach (var inline in Inline)
            if (name.Equals(inline, StringComparison.OrdinalIgnoreCase))
                return at + end + 1;
        return 0;
    }
}
