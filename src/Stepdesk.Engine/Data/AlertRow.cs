using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Stepdesk.Engine.Data;

/// <summary>An alert as monitoring sent it, stored before anything is done with it, and what became of it.</summary>
public sealed class AlertRow
{
    public long Id { get; init; }
    public required int World { get; init; }

    /// <summary>What is the same alert sent again.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required byte[] Raw { get; init; }

    /// <summary>What it is listed as; empty where it could not be read.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it says that something is over.</summary>
    public required bool IsResolved { get; init; }
    public AlertOutcome Outcome { get; set; }
    public int? Ticket { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AlertRow>
    {
        public void Configure(EntityTypeBuilder<AlertRow> alert)
        {
            alert.ToTable("alerts");
            alert.HasIndex(a => new { a.World, a.Key }).IsUnique();
            alert.HasIndex(a => a.Ticket);
        }
    }
}

/// <summary>What became of an alert.</summary>
public enum AlertOutcome
{
    /// <summary>Nothing yet; sent again, it is taken up again.</summary>
    Stored,

    /// <summary>It opened a ticket.</summary>
    Opened,

    /// <summary>It is on a ticket that was open.</summary>
    Joined,

    /// <summary>It is on no ticket.</summary>
    Recorded,
}
