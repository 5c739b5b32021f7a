using Stepdesk.Core.History;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Broadcasts;

/// <summary>What many can be told, and what nobody should be.</summary>
public static class Tellings
{
    public const int LongestTitle = 200;
    public const int LongestAffects = 300;

    /// <summary>A mail to many is read to the end when it is short.</summary>
    public const int LongestText = 5000;

    public static readonly Refusal NoLanguage = new("broadcast-says-nothing");
    public static readonly Refusal LanguageTwice = new("broadcast-language-twice");
    public static readonly Refusal LanguageLeftOut = new("broadcast-language-left-out");
    public static readonly Refusal TitleMissing = new("broadcast-title-is-missing");
    public static readonly Refusal TitleTooLong = new("broadcast-title-is-too-long");
    public static readonly Refusal AffectsMissing = new("broadcast-affects-is-missing");
    public static readonly Refusal AffectsTooLong = new("broadcast-affects-is-too-long");
    public static readonly Refusal TextTooLong = new("broadcast-text-is-too-long");

    /// <summary>It says by when something is mended, which nobody knows; the next update is what can be promised.</summary>
    public static readonly Refusal PromisesFix = new("broadcast-promises-a-fix");
    public static readonly Refusal HoldsSecret = new("broadcast-holds-a-secret");
    public static readonly Refusal HoldsPlaceholder = new("broadcast-holds-a-placeholder");

    /// <summary>As they are kept: tidy, without a language of which nothing was said.</summary>
    public static IReadOnlyList<Telling> Tidy(IEnumerable<Telling> tellings) =>
        [
            .. tellings
                .Select(t =>
                    t with
                    {
                        Title = Plain.Line(t.Title),
                        Text = Plain.Text(t.Text),
                        Affects = Plain.Line(t.Affects),
                    }
                )
                .Where(t => t.Title.Length + t.Text.Length + t.Affects.Length > 0)
                .OrderBy(t => t.Language),
        ];

    /// <summary>Why these cannot be told; null when they can.</summary>
    /// <param name="before">What was told before: who was told in a language is told in it again.</param>
    /// <param name="isOver">Whether it is the last word, which is about what was.</param>
    /// <param name="meant">Whether words that look like a slip are meant.</param>
    public static Refusal? Check(
        IReadOnlyList<Telling> tellings,
        IReadOnlyList<Telling>? before,
        bool isOver,
        bool meant
    ) =>
        tellings.Count == 0 ? NoLanguage
        : tellings.DistinctBy(t => t.Language).Count() < tellings.Count ? LanguageTwice
        : before?.FirstOrDefault(b => tellings.All(t => t.Language != b.Language)) is { } left
            ? LanguageLeftOut with
            {
                Parts = [$"language-{Choice.Word(left.Language)}"],
            }
        : tellings.Select(t => Check(t, isOver)).FirstOrDefault(r => r is not null)
            ?? (meant ? null : tellings.Select(t => Slip(t, isOver)).FirstOrDefault(r => r is not null));

    /// <summary>What to look at before it is told; the composer of a ticket reads by the same rules.</summary>
    public static IReadOnlyList<Advice> Advise(Telling telling, bool isOver) =>
        Advice.For(LetterOf(telling, isOver) with { IsGreetedBySender = true, IsForSeveral = true });

    static Refusal? Check(Telling telling, bool isOver) =>
        !Plain.SaysInWords(telling.Title) ? TitleMissing
        : telling.Title.Length > LongestTitle ? TitleTooLong
        : !Plain.SaysInWords(telling.Text) ? Refusals.TextMissing
        : telling.Text.Length > LongestText ? TextTooLong
        : !isOver && !Plain.SaysInWords(telling.Affects) ? AffectsMissing
        : telling.Affects.Length > LongestAffects ? AffectsTooLong
        : null;

    static Refusal? Slip(Telling telling, bool isOver) =>
        Advice
            .For(LetterOf(telling, isOver))
            .Select(a =>
                a.Key switch
                {
                    "secret" => HoldsSecret,
                    "placeholder" => HoldsPlaceholder with { Detail = a.Words },
                    "fix-promise" when !isOver => PromisesFix with { Detail = a.Words },
                    _ => null,
                }
            )
            .FirstOrDefault(r => r is not null);

    static Letter LetterOf(Telling telling, bool isOver) =>
        new($"{telling.Title}\n{telling.Affects}\n\n{telling.Text}", Reader.Customer, telling.Language)
        {
            // It stands in a field of its own, and what is attached to a broadcast is nothing.
            PromisesContact = true,
            IsResolution = isOver,
        };
}
