using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>Whether the date is missed without it.</summary>
public enum Need
{
    MustHave = 1,
    NiceToHave,
}

/// <summary>One thing that is to be made.</summary>
/// <param name="Minutes">How much working time it takes, as far as anybody can say.</param>
public sealed record ScopeItem(string Text, Need Need, int? Minutes = null);

/// <summary>Says what is to be made by the date and what would be nice. It replaces what was said before; that stays in the history.</summary>
public sealed record SetScope(IReadOnlyList<ScopeItem> Items) : TicketAction
{
    public static readonly Refusal Missing = new("scope-without-must-have");
    public static readonly Refusal TooMany = new("too-many-scope-items");
    public static readonly Refusal TooLong = new("scope-item-is-too-long");
    public static readonly Refusal EstimateWrong = new("estimate-is-impossible");

    public const int Most = 50;
    public const int LongestText = 300;

    /// <summary>Sixty days around the clock: what takes longer is another thing.</summary>
    public const int MostMinutes = 60 * 24 * 60;

    public override Decision Decide(Ticket ticket, Moment moment)
    {
        var items = Items
            .Select(i => i with { Text = Plain.Line(i.Text) })
            .Where(i => Plain.SaysInWords(i.Text))
            .DistinctBy(i => i.Text, StringComparer.Ordinal)
            .ToList();
        return FixedWork.WhyNot(ticket) is { } impossible ? impossible
            : !items.Exists(i => i.Need is Need.MustHave) ? Missing
            : items.Count > Most ? TooMany
            : items.Exists(i => i.Text.Length > LongestText) ? TooLong
            : items.Exists(i => i.Minutes is < 1 or > MostMinutes) ? EstimateWrong
            : items.SequenceEqual(ticket.Work.Scope) ? Decision.Nothing
            : new ScopeSet(items);
    }
}

public sealed record ScopeSet([property: Personal] IReadOnlyList<ScopeItem> Items) : TicketEvent
{
    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Work = ticket.Work with { Scope = Items, ScopeSet = new(version, moment.When) },
        };
}
