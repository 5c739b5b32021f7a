using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Data;

/// <summary>A ticket as lists and queues need it: the fold of its events, always rebuildable from them.</summary>
public sealed class TicketRow
{
    public required int Id { get; init; }
    public required int World { get; init; }

    /// <summary>What people call it; counts from 1 in each world.</summary>
    public required int Number { get; init; }
    public int Version { get; set; }
    public string Title { get; set; } = "";
    public int Requester { get; set; }
    public Channel Channel { get; set; }
    public ClassOfService? Class { get; set; }
    public Priority Priority { get; set; }
    public Step Step { get; set; }

    /// <summary>The stage chosen within its step; null means the first.</summary>
    public int? Stage { get; set; }
    public bool IsOpen { get; set; }
    public bool IsWaitingForCustomer { get; set; }
    public string? Category { get; set; }
    public int? Affected { get; set; }
    public int? Team { get; set; }
    public int? Owner { get; set; }
    public DateTimeOffset ReportedAt { get; set; }
    public DateTimeOffset LoggedAt { get; set; }
    public DateTimeOffset? AcknowledgedAt { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset? LastCustomerAt { get; set; }

    /// <summary>The earliest deadline still running.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>When the watch must look at the clocks again; null when nothing can come.</summary>
    public DateTimeOffset? NextCheckAt { get; set; }

    /// <summary>The order of work: earliest deadline first, tickets without one last. Never null, so a key can page over it.</summary>
    public DateTimeOffset SortAt { get; set; }

    /// <summary>Number, title and tags, folded for search.</summary>
    public string Search { get; set; } = "";
    public List<TicketTagRow> Tags { get; } = [];

    static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Shows the fold. The policies are those of its world.</summary>
    public void Show(Ticket ticket, Policies policies)
    {
        Version = ticket.Version;
        Title = ticket.Title;
        Requester = ticket.Requester;
        Channel = ticket.Channel;
        Class = ticket.Class;
        Priority = ticket.Priority;
        Step = Steps.Current(ticket);
        Stage = Stages.ChosenOn(ticket);
        IsOpen = ticket.IsOpen;
        IsWaitingForCustomer = ticket.IsWaitingForCustomer;
        Category = ticket.Category;
        Affected = ticket.AffectedInAll?.Count;
        Team = ticket.Team;
        Owner = ticket.Owner;
        ReportedAt = ticket.ReportedAt;
        LoggedAt = ticket.LoggedAt ?? ticket.ReportedAt;
        AcknowledgedAt = ticket.AcknowledgedAt;
        ResolvedAt = ticket.ResolvedAt;
        ClosedAt = ticket.ClosedAt;
        LastCustomerAt = ticket.LastCustomerAt;
        NextDueAt = Clocks.NextDue(ticket, policies);
        // A third of a promised time may be finer than what databases keep.
        NextCheckAt = Clocks.NextCheck(ticket, policies)?.ToMicroseconds();
        SortAt = NextDueAt ?? Never;
        Search = string.Join(' ', Fold.Words($"{Number} {Title} {string.Join(' ', ticket.Tags)}"));
    }

    /// <summary>Apart from <see cref="Show"/>, because the tags must have been loaded for it.</summary>
    public void ShowTags(Ticket ticket)
    {
        Tags.RemoveAll(t => !ticket.Tags.Contains(t.Tag));
        foreach (var tag in ticket.Tags.Except(Tags.Select(t => t.Tag)).ToList())
            Tags.Add(
                new()
                {
                    Ticket = Id,
                    World = World,
                    Tag = tag,
                }
            );
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TicketRow>
    {
        public void Configure(EntityTypeBuilder<TicketRow> ticket)
        {
            ticket.ToTable("tickets");
            ticket.Property(t => t.Id).ValueGeneratedNever();
            ticket.Property(t => t.Version).IsConcurrencyToken();
            ticket.HasIndex(t => new { t.World, t.Number }).IsUnique();
            ticket.HasMany(t => t.Tags).WithOne().HasForeignKey(t => t.Ticket);

            // One index per shipped view: what it filters by, then its order, then the id that breaks ties.
            ticket.HasIndex(t => new
            {
                t.World,
                t.IsOpen,
                t.SortAt,
                t.Id,
            });
            // Nobody's tickets have one of their own: PostgreSQL does not take "owner IS NULL" for one place in an order.
            ticket
                .HasIndex(
                    t => new
                    {
                        t.World,
                        t.IsOpen,
                        t.SortAt,
                        t.Id,
                    },
                    "unassigned"
                )
                .HasDatabaseName("ix_tickets_unassigned")
                .HasFilter("owner IS NULL");
            ticket.HasIndex(t => new
            {
                t.World,
                t.IsOpen,
                t.Owner,
                t.SortAt,
                t.Id,
            });
            ticket.HasIndex(t => new
            {
                t.World,
                t.IsOpen,
                t.Team,
                t.SortAt,
                t.Id,
            });
            // A column of a board, and how many are in each.
            ticket.HasIndex(t => new
            {
                t.World,
                t.IsOpen,
                t.Team,
                t.Step,
                t.SortAt,
                t.Id,
                t.Stage,
            });
            ticket.HasIndex(t => new
            {
                t.World,
                t.IsWaitingForCustomer,
                t.SortAt,
                t.Id,
            });
            ticket.HasIndex(t => new
            {
                t.World,
                t.ClosedAt,
                t.Id,
            });
            ticket.HasIndex(t => new
            {
                t.World,
                t.Requester,
                t.Id,
            });
            ticket.HasIndex(t => new { t.World, t.Id });
            // Each world by its own clock.
            ticket.HasIndex(t => new { t.World, t.NextCheckAt });
        }
    }
}

/// <summary>A tag on a ticket.</summary>
public sealed class TicketTagRow
{
    public required int Ticket { get; init; }
    public required int World { get; init; }
    public required string Tag { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TicketTagRow>
    {
        public void Configure(EntityTypeBuilder<TicketTagRow> tag)
        {
            tag.ToTable("ticket_tags");
            tag.HasKey(t => new { t.Ticket, t.Tag });
            tag.HasIndex(t => new
            {
                t.World,
                t.Tag,
                t.Ticket,
            });
        }
    }
}
