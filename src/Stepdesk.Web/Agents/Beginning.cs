using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>From what a message is begun, as it stands in an address: <c>update/requester</c>.</summary>
public sealed record Beginning(Occasion Occasion, Audience Audience)
{
    /// <summary>Those that make sense in a form of the composer now.</summary>
    public static IEnumerable<Beginning> Of(string act, Ticket ticket) =>
        act switch
        {
            "reply" => To(
                Audience.Requester,
                [
                    .. ticket.Answers.Any() ? [] : (Occasion[])[Occasion.Acknowledgement],
                    Occasion.Update,
                    .. ticket.ResolvedAt is null ? [] : (Occasion[])[Occasion.Resolution, Occasion.FollowUp],
                ]
            ),
            "brief" => ticket
                .Parties.Select(p => p.As)
                .Distinct()
                .Order()
                .SelectMany(readers =>
                    To(
                        readers,
                        ticket.ResolvedAt is null
                            ? [Occasion.Acknowledgement, Occasion.Update]
                            : [Occasion.Update, Occasion.Resolution]
                    )
                ),
            "resolve" => To(Audience.Requester, Occasion.Resolution),
            _ => [],
        };

    /// <summary>What an address says; null where it says nothing that is known.</summary>
    public static Beginning? Read(string? said) =>
        (
            from occasion in Enum.GetValues<Occasion>()
            from audience in Enum.GetValues<Audience>()
            let beginning = new Beginning(occasion, audience)
            where beginning.ToString() == said
            select beginning
        ).FirstOrDefault();

    public override string ToString() => $"{Words.Snake(Occasion)}/{Words.Snake(Audience)}";

    static IEnumerable<Beginning> To(Audience audience, params IEnumerable<Occasion> occasions) =>
        occasions.Where(o => TemplateBook.IsWritten(o, audience)).Select(o => new Beginning(o, audience));
}
