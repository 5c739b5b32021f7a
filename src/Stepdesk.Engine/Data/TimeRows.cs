using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>What reports cut facts about time by.</summary>
public interface ITimeRow
{
    ClassOfService? Class { get; }
    int? Team { get; }
    int? Owner { get; }
    DateTimeOffset At { get; }
}

/// <summary>A time that came to its end, as reports add it up: read off history once, and always again from it.</summary>
public sealed record MeasureRow : ITimeRow
{
    public required int Ticket { get; init; }
    public required int Version { get; init; }
    public required Measured What { get; init; }
    public required int World { get; init; }
    public ClassOfService? Class { get; init; }
    public int? Team { get; init; }
    public int? Owner { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>From its beginning to its end, in microseconds.</summary>
    public required long Wall { get; init; }

    /// <summary>How much of it the working calendar counted, in microseconds.</summary>
    public required long Working { get; init; }
    public bool? Kept { get; init; }

    public static MeasureRow Of(int ticket, int world, Measure measure) =>
        new()
        {
            Ticket = ticket,
            Version = measure.Standing.Version,
            What = measure.What,
            World = world,
            Class = measure.Standing.Class,
            Team = measure.Standing.Team,
            Owner = measure.Standing.Owner,
            At = measure.At.ToMicroseconds(),
            Wall = (measure.At - measure.From).Ticks / TimeSpan.TicksPerMicrosecond,
            Working = measure.Working.Ticks / TimeSpan.TicksPerMicrosecond,
            Kept = measure.Kept,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<MeasureRow>
    {
        public void Configure(EntityTypeBuilder<MeasureRow> measure)
        {
            measure.ToTable("measures");
            measure.HasKey(m => new
            {
                m.Ticket,
                m.Version,
                m.What,
            });
            // A report reads a stretch of time.
            measure.HasIndex(m => new { m.World, m.At });
        }
    }
}

/// <summary>A promise that broke, as reports count it.</summary>
public sealed record BreachRow : ITimeRow
{
    public required int Ticket { get; init; }
    public required int Version { get; init; }
    public required int World { get; init; }
    public required ClockName Clock { get; init; }
    public ClassOfService? Class { get; init; }
    public int? Team { get; init; }
    public int? Owner { get; init; }
    public required DateTimeOffset At { get; init; }
    public Change? Because { get; init; }

    public static BreachRow Of(int ticket, int world, Breach breach) =>
        new()
        {
            Ticket = ticket,
            Version = breach.Standing.Version,
            World = world,
            Clock = breach.Clock,
            Class = breach.Standing.Class,
            Team = breach.Standing.Team,
            Owner = breach.Standing.Owner,
            At = breach.At.ToMicroseconds(),
            Because = breach.Because,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<BreachRow>
    {
        public void Configure(EntityTypeBuilder<BreachRow> breach)
        {
            breach.ToTable("breaches");
            breach.HasKey(b => new { b.Ticket, b.Version });
            breach.HasIndex(b => new { b.World, b.At });
        }
    }
}
