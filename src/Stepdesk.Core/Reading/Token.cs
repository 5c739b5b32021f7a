using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>What a run of characters looks like, before anybody asks what it means.</summary>
enum TokenKind
{
    Word,

    /// <summary><c>15</c>, <c>1.200</c>: the value in A.</summary>
    Number,

    /// <summary><c>09:30</c>: hours in A, minutes in B, though no day may have them; C is 1 when the hour has two digits.</summary>
    Clock,

    /// <summary><c>15/12/2026</c>: day, month, year in A, B, C.</summary>
    Date,

    /// <summary><c>3/20</c>: a day with its month, or a part of a whole.</summary>
    Fraction,

    /// <summary><c>10-15</c>.</summary>
    Range,

    /// <summary>A name with digits, an address, a version, a telephone number: nothing that counts.</summary>
    Code,
    Mark,

    /// <summary>A line that ended what was said.</summary>
    Break,
}

/// <summary>Characters from <paramref name="Start"/> up to <paramref name="End"/> of the text.</summary>
/// <param name="IsStuck">Nothing stands between this one and the one before.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Token(TokenKind Kind, int Start, int End, bool IsStuck)
{
    public int A { get; init; }
    public int B { get; init; }
    public int C { get; init; }

    /// <summary>The word with the tone at its end; a mark as it is.</summary>
    public string Exact { get; init; } = "";

    /// <summary>The word without marks.</summary>
    public string Bare { get; init; } = "";
}
