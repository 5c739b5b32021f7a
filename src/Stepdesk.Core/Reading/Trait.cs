using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>What kind of thing two reports of one fault have in common.</summary>
public enum TraitKind
{
    /// <summary>A class, a course, a version, an address: <c>WEB101-HN-2609</c>.</summary>
    Code = 1,

    /// <summary>What somebody quoted, mostly an error: <c>"Cannot load media"</c>.</summary>
    Quote,

    /// <summary>A word no Vietnamese syllable looks like: <c>video</c>, <c>login</c>.</summary>
    Word,

    /// <summary>Two words that follow each other, which is what most Vietnamese words are: <c>nộp bài</c>.</summary>
    Pair,
}

/// <summary>Something a report says that another report of the same fault would likely say too.</summary>
/// <param name="Text">As it was written.</param>
public sealed record Trait(TraitKind Kind, string Text)
{
    /// <summary>Up to so many of a report are kept; the most telling come first.</summary>
    public const int Most = 24;

    /// <summary>The same for the same words however they are written: case, marks and spaces do not count.</summary>
    public string Folded { get; } = string.Join(' ', Fold.Words(Text));

    /// <summary>Under which it is found again, in one world; the same in every process and on every machine.</summary>
    public long Key(int world)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{world}/{(int)Kind}/{Folded}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
