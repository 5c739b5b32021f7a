using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>A ticket has a trait. Only the trait's key is kept, so the words of people stand nowhere else.</summary>
public sealed class TraitRow
{
    /// <summary><see cref="Trait.Key"/>; keys of different worlds never meet.</summary>
    public required long Trait { get; init; }
    public required int Ticket { get; init; }

    /// <summary>Those of a ticket, from what was reported.</summary>
    public static IEnumerable<TraitRow> Of(int id, int world, Ticket ticket) =>
        Traits
            .Of(ticket.Title, ticket.Description)
            .Select(t => t.Key(world))
            .Distinct()
            .Select(key => new TraitRow { Trait = key, Ticket = id });

    internal sealed class Mapping : IEntityTypeConfiguration<TraitRow>
    {
        public void Configure(EntityTypeBuilder<TraitRow> trait)
        {
            trait.ToTable("ticket_traits");
            trait.HasKey(t => new { t.Trait, t.Ticket });
            trait.HasIndex(t => t.Ticket);
        }
    }
}
