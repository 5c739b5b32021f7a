namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>A time during which something holds, with the events because of which it does.</summary>
/// <param name="Until">The instant at which it holds no more.</param>
public readonly record struct Spell(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<int> Causes);

/// <summary>
/// When a condition holds if nothing else happens. That answers both "is it true now" and "when is the earliest instant
/// it becomes true", so nobody has to look again and again, and the pace of a session changes nothing.
/// </summary>
public sealed class Spells
{
    static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue;

    readonly List<Spell> spells;

    Spells(List<Spell> spells) => this.spells = spells;

    public static readonly Spells Never = new([]);

    public static readonly Spells Always = new([new(DateTimeOffset.MinValue, Ever, [])]);

    public static Spells From(DateTimeOffset at, params IReadOnlyList<int> causes) => new([new(at, Ever, causes)]);

    /// <summary>Holds at the instant, and why; null when it does not.</summary>
    public IReadOnlyList<int>? At(DateTimeOffset instant)
    {
        List<int>? causes = null;
        foreach (var spell in spells)
            if (spell.From <= instant && instant < spell.Until)
                (causes ??= []).AddRange(spell.Causes);
        return causes is null ? null : [.. causes.Distinct().Order()];
    }

    /// <summary>The earliest instant, not before the given one, at which it holds.</summary>
    public DateTimeOffset? Next(DateTimeOffset notBefore)
    {
        DateTimeOffset? next = null;
        foreach (var spell in spells)
            if (spell.Until > notBefore)
            {
                var from = spell.From > notBefore ? spell.From : notBefore;
                next = next is { } earlier && earlier < from ? earlier : from;
            }
        return next;
    }

    public Spells And(Spells other) =>
        new([
            .. from one in spells
            from two in other.spells
            let start = one.From > two.From ? one.From : two.From
            let end = one.Until < two.Until ? one.Until : two.Until
            where start < end
            select new Spell(start, end, [.. one.Causes, .. two.Causes]),
        ]);

    public Spells Or(Spells other) => new([.. spells, .. other.spells]);

    /// <summary>The other times. That something did not happen has no event to point at.</summary>
    public Spells Not()
    {
        var (gaps, from) = (new List<Spell>(), DateTimeOffset.MinValue);
        foreach (var spell in spells.OrderBy(s => s.From))
        {
            if (spell.From > from)
                gaps.Add(new(from, spell.From, []));
            if (spell.Until > from)
                from = spell.Until;
        }
        if (from < Ever)
            gaps.Add(new(from, Ever, []));
        return new(gaps);
    }
}
