using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// What one should look at again before handing in: a text that was handed in before, something stated that never came to
/// light, a time at which nothing happened. Rules find words and do not understand, so these are notes and block nothing.
/// </summary>
public static partial class HandInLint
{
    // Whoever writes from memory is a minute or two off.
    static readonly TimeSpan Near = TimeSpan.FromMinutes(2);

    /// <summary>The notes about one text of the session.</summary>
    /// <param name="before">What the trainee handed in for other runs.</param>
    public static IReadOnlyList<LintNote> Of(string kind, string text, Session session, IEnumerable<HandedIn> before) =>
        [
            .. before
                .Where(b => b.Kind == kind && Shingles.AreAlike(text, b.Text))
                .Take(1)
                .Select(b => new LintNote(
                    LintKind.Copied,
                    kind,
                    Text.Of("record-run", session.Language, ("n", b.Session))
                )),
            .. Unseen(session, text).Select(fact => new LintNote(LintKind.Unseen, kind, fact)),
            .. Placeholders(session, text).Select(left => new LintNote(LintKind.Placeholder, kind, left)),
            .. Times(session, text).Select(time => new LintNote(LintKind.Time, kind, time)),
        ];

    // What is spoken of by its fact's words, and was never looked at.
    static IEnumerable<string> Unseen(Session session, string text)
    {
        var words = FoldedText.Of(text);
        return session
            .Facts.Where(f => session.Story.RevealOf(f.Id) is null && session.Scenario.ClaimsOf(f, words).Any())
            .Select(f => f.Says.In(session.Language));
    }

    // What a template left to be filled in.
    static IEnumerable<string> Placeholders(Session session, string text) =>
        TextRules
            .Check(new Letter(text, Reader.Specialist, session.Language), [TextRule.Placeholder])
            .Where(found => found.Outcome is TextOutcome.Violated)
            .Select(found => found.Span(text) ?? "");

    static IEnumerable<string> Times(Session session, string text) =>
        TimeOfDay()
            .Matches(text)
            .Select(m => m.Value)
            .Distinct(StringComparer.Ordinal)
            .Where(said => Read(said) is { } time && !Happened(session, time) && !IsSpokenOf(session, said));

    static bool Happened(Session session, TimeOnly time) =>
        session.Events.Any(e => Between(TimeOnly.FromDateTime(e.At.DateTime), time) <= Near)
        || session.Events.Any(e =>
            DateTimeOffset.TryParse(
                e.Data.One("next_contact"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var promised
            )
            && Between(TimeOnly.FromDateTime(promised.DateTime), time) <= Near
        );

    // Since when it is slow is a truth of the case and no moment of the run.
    static bool IsSpokenOf(Session session, string said) =>
        session.Facts.Any(f => Holds(f.Says.Vi, said) || Holds(f.Says.En, said))
        || session.Events.Any(e => e.Data.One("line") is { } line && Holds(session.Say(line, session.Language), said));

    static bool Holds(string text, string said) =>
        TimeOfDay().Matches(text).Any(m => Read(m.Value) is { } there && there == Read(said));

    static TimeSpan Between(TimeOnly one, TimeOnly other) => one > other ? one - other : other - one;

    static TimeOnly? Read(string said) =>
        TimeOnly.TryParseExact(
            said.Replace('h', ':').Replace('H', ':'),
            ["H:mm", "HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    [GeneratedRegex(
        @"\b([01]?[0-9]|2[0-3])[:hH][0-5][0-9]\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TimeOfDay();
}

/// <summary>What a note is about.</summary>
public enum LintKind
{
    /// <summary>The same was handed in for another run.</summary>
    Copied = 1,

    /// <summary>It states what never came to light.</summary>
    Unseen,

    /// <summary>It names a time at which nothing happened.</summary>
    Time,

    /// <summary>A template's gap was left open.</summary>
    Placeholder,
}

/// <summary>Something to look at again.</summary>
/// <param name="Kind">Which text it is about.</param>
/// <param name="Detail">The run, the fact or the time.</param>
public sealed record LintNote(LintKind What, string Kind, string Detail);
