using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Chat;

/// <summary>
/// Makes a card small enough for its chat. Evidence goes first, since it stands on the ticket; then whichever text is the
/// longest is cut. The card says that it was cut.
/// </summary>
static class Fitting
{
    // Less than this of a text tells nobody what it is about.
    const int ShortestEvidence = 300;
    const int ShortestText = 200;

    /// <summary>Null when it cannot be made small enough.</summary>
    /// <param name="longest">The most characters of one text.</param>
    public static ChatCard? Fit(ChatCard card, Func<ChatCard, int> sizeOf, int most, int longest)
    {
        var fitted = card with
        {
            Texts = [.. card.Texts.Select(Bounded)],
            Evidence = [.. card.Evidence.Select(Bounded)],
        };
        // Most cards fit, and say nothing of it.
        if (!IsCut(fitted) && sizeOf(fitted) <= most)
            return fitted;
        fitted = fitted with { Notes = [card.CutNote, .. card.Notes] };
        while (sizeOf(fitted) > most)
            if (Shorter(fitted) is { } shorter)
                fitted = shorter;
            else
                return null;
        return fitted;

        CardText Bounded(CardText text) => text with { Text = Cut(text.Text, longest) };

        bool IsCut(ChatCard now) =>
            now.Texts.Concat(now.Evidence).Zip(card.Texts.Concat(card.Evidence)).Any(p => p.First != p.Second);
    }

    static ChatCard? Shorter(ChatCard card) =>
        card.Evidence.Count > 0
            ? card with
            {
                Evidence = HalfLongest(card.Evidence, ShortestEvidence) ?? [.. card.Evidence.SkipLast(1)],
            }
        : HalfLongest(card.Texts, ShortestText) is { } texts ? card with { Texts = texts }
        : null;

    // Null when none is long enough to be cut.
    static IReadOnlyList<CardText>? HalfLongest(IReadOnlyList<CardText> texts, int shortest)
    {
        var longest = texts.MaxBy(t => t.Text.Length);
        return longest is null || longest.Text.Length <= shortest + 2
            ? null
            :
            [
                .. texts.Select(t =>
                    ReferenceEquals(t, longest)
                        ? t with
                        {
                            Text = Cut(t.Text, Math.Max(shortest, t.Text.Length / 2)),
                        }
                        : t
                ),
            ];
    }

    static string Cut(string text, int longest) => text.Length <= longest ? text : $"{Plain.Cut(text, longest)} …";
}
