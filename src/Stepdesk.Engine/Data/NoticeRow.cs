using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Stepdesk.Engine.Data;

/// <summary>Something a person should see; written in the transaction of the event it tells of.</summary>
public sealed class NoticeRow
{
    public long Id { get; init; }
    public required int World { get; init; }
    public required int Person { get; init; }

    /// <summary>
    /// The ticket it is about; null when it is about a run of the practice ground, or about a broadcast: its version is then
    /// one of the world's broadcasts.
    /// </summary>
    public int? Ticket { get; init; }

    /// <summary>The practice session it is about; null when it is about a ticket or a broadcast.</summary>
    public int? Session { get; init; }
    public required int Version { get; init; }

    /// <summary>The name of the event, or what several of them come to.</summary>
    public required string Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<NoticeRow>
    {
        public void Configure(EntityTypeBuilder<NoticeRow> notice)
        {
            notice.ToTable("notices");
            notice
                .HasIndex(n => new
                {
                    n.Person,
                    n.Ticket,
                    n.Version,
                })
                .IsUnique();
            notice
                .HasIndex(n => new
                {
                    n.Person,
                    n.Session,
                    n.Version,
                    n.Kind,
                })
                .IsUnique();
            notice.HasIndex(n => new { n.Person, n.Id }).HasFilter("read_at IS NULL");
        }
    }
}
