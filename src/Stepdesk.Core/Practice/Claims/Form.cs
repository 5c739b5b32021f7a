using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice.Claims;

/// <summary>
/// How a number of one sort is stated: in which order the phrases of a clause stand. Every phrase of it has to be one that
/// is known, or nothing was stated.
/// </summary>
/// <param name="Name">What an author calls it.</param>
/// <param name="Uses">Which phrases it is made of.</param>
sealed partial record Form(string Name, string Uses, string[] Besides, params Shape[] Shapes)
{
    /// <summary>What the author's own words are: the thing, or where it is, which changes nothing.</summary>
    public char About { get; init; } = 'T';

    public static readonly IReadOnlyList<Form> All =
    [
        new(
            "people",
            "qpAXSEs~>wnke",
            ClaimWords.Everybody,
            // 40 students are affected
            new("F N F A F"),
            // The incident affects 40 students
            new("F A F N F"),
            // Students who are affected: 40
            new("F p F A F [~>]?(?<n>n) F"),
            new("F A F p F [~>]?(?<n>n) F"),
            // 40 students cannot submit
            new("F N F [XSEs] F") { IsPart = true }
        )
        {
            About = '.',
        },
        new(
            "duration",
            "dLt~>wke",
            [.. ClaimWords.Averages, .. ClaimWords.Opening],
            new("F T[.kTw]* t F N F"),
            new("F L[.kT]*[.kt]* N F"),
            new("F t F N [.]*T F")
        ),
        new("share", "%~>wke", ClaimWords.Using, new Shape("F T[.kTwe]* N [.T]*")),
        new(
            "failing",
            "%uUXEi0yw~ke",
            ClaimWords.Shares,
            new("F N F T F [XEi] F"),
            new("F T F [XEi] F N F"),
            new("F (?<all>[uU]) [.]*T[.kT]*w F [Xi] F"),
            new("F (?<all>[uU]) [.]*T[.k]*E F"),
            new("F (?<all>0) [.]*T[.k]*y F")
        ),
        new(
            "onset",
            "hiSsXEblf@~wke",
            ClaimWords.Hours,
            new("F [iXSEs][.TkwXS]*(b F[f@]?|l F[f@])F N F"),
            new("F f F N [.kTw]*[XSEsi] F"),
            new("F i?F T?[.kTw]*[XSEs] F f F N F"),
            new("F T[.kTw]*i F f F N F"),
            new("w*[bl] F[f@]F N F") { After = Subject() }
        ),
        new(
            "release",
            "vrDh@fnwke",
            ClaimWords.Hours,
            new("F (r F)?(?<n>v) F D F([@f] F h F)?"),
            new("F r F(?<n>[vn]) F D F([@f] F h F)?"),
            new("F [@f] F h F r F(?<n>[vn]) F D F")
        ),
        new(
            "release-hour",
            "hrvD@f~wke",
            ClaimWords.Hours,
            new("F r F v? F D F [@f] F N F"),
            new("F [@f] F N F r F v? F D F")
        ),
        new(
            "scope",
            "WnoUuSsXEAibw~ke",
            [],
            // The others as well
            new("F [uU]? F T[.kT]*(?<all>o)[.k]*w F [XSAi] F"),
            new("F [uU]? F (?<all>o) F T[.kT]*[Es] F"),
            // All of them
            new("F (?<all>W) F [XSAEsi] F"),
            new("F(T[.]*)?(?<all>[uU]) [.]*T[.kT]*w F [XSAi] F"),
            new("F(T[.]*)?(?<all>[uU]) [.]*T[.k]*[Es] F"),
            // So many of them
            new("F [uU]?F(?<n>n)T[.k]*o?F [XSEsAi] F"),
            // It happens in so many
            new("F [iXSs] F [bA] F [uU]?F(?<n>n)T F"),
            new("F [iXSs] F [bA] F (?<all>[uU]) [.]*T F"),
            new("F [iXSs] F [bA] F [uU]?[.]*T F (?<all>o) F"),
            new("F [iXSs] F [bA] F (?<all>o) F T F")
        ),
    ];

    // A clause without a subject goes on about the trouble before it.
    [GeneratedRegex(
        @"\b(loi|su co|cham|timeouts?|gian doan|treo|khong \w+ duoc|slow|errors?|fails?|failing|down|incident)\b[^,;:()]*[,(–—] ?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Subject();
}

/// <summary>One order of phrases; <c>F</c> is what changes nothing, <c>N</c> the number.</summary>
sealed record Shape
{
    const string Fill = "[.kwe]*";

    public Shape(string written) =>
        Order = new(
            "^"
                + written
                    .Replace("N", "[~>]?(?<n>[qd%hn])", StringComparison.Ordinal)
                    .Replace("F", Fill, StringComparison.Ordinal)
                    .Replace(" ", "", StringComparison.Ordinal)
                + "$",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );

    public Regex Order { get; }

    /// <summary>It counts some of them.</summary>
    public bool IsPart { get; init; }

    /// <summary>What has to stand before the clause in its sentence.</summary>
    public Regex? After { get; init; }
}
