namespace Stepdesk.Core.Reading;

/// <summary>A trait and the newest tickets that have it.</summary>
/// <param name="Tickets">Ids, newest first, at most <see cref="Likeness.Newest"/> of them.</param>
public sealed record Held(Trait Trait, IReadOnlyList<int> Tickets);

/// <summary>A ticket that may report the same fault.</summary>
/// <param name="Bits">How much speaks for it; each bit halves the odds that it is chance.</param>
/// <param name="Shared">What both say, the most telling first.</param>
public sealed record Lookalike(int Ticket, double Bits, IReadOnlyList<Trait> Shared);

/// <summary>
/// Weighs what reports have in common: what few tickets say counts much, what many say counts little, and the further
/// apart they were reported the less it counts. Nothing is learned or stored, so every suggestion can be explained.
/// </summary>
public static class Likeness
{
    /// <summary>A trait is looked up in so many of the newest tickets that have it; who reports the same fault is among them.</summary>
    public const int Newest = 100;

    /// <summary>Fewer bits than these are chance.</summary>
    public const double Telling = 11;

    /// <summary>A desk that has few tickets yet would else take every word for rare.</summary>
    const double Young = 200;

    /// <summary>A word that only two tickets have is as likely a slip of the pen: rarer than this counts no more.</summary>
    const double Rarest = 8;

    /// <summary>What speaks for each ticket by its words alone, the most first.</summary>
    /// <param name="last">The newest ticket's id: tickets are numbered as they come, so ids tell how rare a trait is.</param>
    /// <param name="firsts">
    /// Which ticket others repeat, as far as somebody tied them. They count as one when it is counted how rare something is:
    /// else the more people report a fault, the less their reports would look alike.
    /// </param>
    public static IReadOnlyList<Lookalike> Weigh(
        IReadOnlyList<Held> traits,
        int last,
        IReadOnlyDictionary<int, int>? firsts = null
    ) =>
        [
            .. traits
                .Select(held => (held.Trait, held.Tickets, Bits: Bits(held, last, firsts)))
                .SelectMany(held => held.Tickets.Select(ticket => (Ticket: ticket, held.Trait, held.Bits)))
                .GroupBy(shared => shared.Ticket)
                .Select(ticket =>
                    Of(ticket.Key, [.. ticket.Select(s => (s.Trait, s.Bits)).OrderByDescending(s => s.Bits)])
                )
                .OrderByDescending(l => l.Bits)
                .ThenByDescending(l => l.Ticket),
        ];

    // A word counts once: "video" and "video bài" together say little more than one of them.
    static Lookalike Of(int ticket, IReadOnlyList<(Trait Trait, double Bits)> shared)
    {
        var (counted, bits) = (new HashSet<string>(), 0d);
        foreach (var (trait, weight) in shared)
        {
            var words = trait.Folded.Split(' ');
            bits += weight * words.Count(counted.Add) / words.Length;
        }
        return new(ticket, bits, [.. shared.Select(s => s.Trait)]);
    }

    /// <summary>The same, reported that far apart; null when too little is left to suggest it.</summary>
    public static Lookalike? Apart(this Lookalike lookalike, TimeSpan apart)
    {
        var bits =
            lookalike.Bits
            + apart.Duration() switch
            {
                { TotalHours: <= 1 } => 4,
                { TotalHours: <= 4 } => 2,
                { TotalHours: <= 24 } => 0,
                { TotalDays: <= 7 } => -4,
                _ => -8,
            };
        return bits >= Telling ? lookalike with { Bits = bits } : null;
    }

    static double Bits(Held held, int last, IReadOnlyDictionary<int, int>? firsts)
    {
        var faults = firsts is null
            ? held.Tickets
            : [.. held.Tickets.Select(t => firsts.GetValueOrDefault(t, t)).Distinct()];
        var have = (double)faults.Count;
        // Of a trait that many tickets have, the newest tell how many there are.
        if (held.Tickets.Count >= Newest)
            have *= Math.Max(1, last / (double)(last - held.Tickets[^1] + 1));
        return Weight(held.Trait.Kind) * Math.Clamp(Math.Log2((last + Young) / (have + 1)), 0, Rarest);
    }

    // Whoever reports of the same class in the same hour is worth a look, whatever the language.
    static double Weight(TraitKind kind) =>
        kind switch
        {
            TraitKind.Code => 1.2,
            TraitKind.Quote => 1,
            _ => .6,
        };
}
