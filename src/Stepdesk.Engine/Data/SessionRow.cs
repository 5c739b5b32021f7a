using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.Practice.Reviews;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Data;

/// <summary>
/// One practice session, which is one world and one stream of history. What it is folded from is in the stream, the seed
/// and the branch too, so that no list gives away what is sealed until the debrief.
/// </summary>
public sealed class SessionRow
{
    /// <summary>The id of its world.</summary>
    public required int Id { get; init; }
    public required string Scenario { get; init; }

    /// <summary>The text of the scenario it is played by.</summary>
    public required string Hash { get; init; }

    /// <summary>Who practises, as a person of the live desk.</summary>
    public required int Trainee { get; init; }

    /// <summary>The same as a person of the session's world.</summary>
    public required int Inside { get; init; }
    public required PracticeMode Mode { get; init; }
    public required Language Language { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public SessionState State { get; set; }

    /// <summary>What the session's clock showed at <see cref="RealAnchor"/>.</summary>
    public DateTimeOffset SimAnchor { get; set; }
    public DateTimeOffset RealAnchor { get; set; }

    /// <summary>How much faster than the real time it goes while it goes.</summary>
    public int Times { get; set; }

    /// <summary>The ticket the session is about, once it is logged.</summary>
    public int? Ticket { get; set; }

    /// <summary>How many events it has.</summary>
    public int Seq { get; set; }

    /// <summary>Up to which event the desk has heard what people did.</summary>
    public int Entered { get; set; }

    /// <summary>When something happens next by itself, in real time; null while the clock stands.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When a node last said that it lets sessions go on; null where none has yet.</summary>
    public DateTimeOffset? SeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The version of its stream.</summary>
    public int Version { get; set; }

    /// <summary>Whose turn it is once it is over.</summary>
    public ReviewState Review { get; set; }

    /// <summary>Since when a mentor is waited for; null while nobody waits for one.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>Lines the trainee contests and nobody has answered.</summary>
    public int Contested { get; set; }

    /// <summary>Decisive lines that are not met.</summary>
    public int CriticalFailed { get; set; }

    /// <summary>Lines only a mentor can decide, and nobody has.</summary>
    public int ForMentor { get; set; }

    /// <summary>What it came to, in per cent, as somebody confirmed it; null before.</summary>
    public int? Percent { get; set; }

    /// <summary>Whether it was confirmed as passed.</summary>
    public bool Passed { get; set; }

    /// <summary>Shows in the row how the run stands between trainee and mentor.</summary>
    internal void Show(ReviewedRun run)
    {
        var contested = run.Contested.ToList();
        Review = run.State;
        (Contested, CriticalFailed, ForMentor) = (contested.Count, run.CriticalFailed.Count(), run.ForMentor.Count());
        (Percent, Passed) = (run.Review.Confirmed?.Percent, run.Review.Confirmed is { Passed: true });
        WaitingSince =
            run.State is ReviewState.Waiting ? run.Review.AgainAt ?? EndedAt
            : contested.Count > 0 ? contested.Min(l => l.Review.Contest!.Reason.At)
            : null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SessionRow>
    {
        public void Configure(EntityTypeBuilder<SessionRow> session)
        {
            session.ToTable("sessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Version).IsConcurrencyToken();
            // Somebody's own runs, the latest first.
            session.HasIndex(s => new { s.Trainee, s.Id });
            // What mentors are waited for.
            session.HasIndex(s => s.WaitingSince).HasFilter("waiting_since IS NOT NULL");
            session.HasIndex(s => s.DueAt).HasFilter("due_at IS NOT NULL");
        }
    }
}

/// <summary>What a session is for.</summary>
public enum PracticeMode
{
    /// <summary>The clock can be stopped, sped up and put forward; there are hints.</summary>
    Practice,

    /// <summary>The clock goes as it goes; no hints.</summary>
    Assessed,
}

/// <summary>Where a session stands.</summary>
public enum SessionState
{
    Running,
    Paused,
    Over,
}
