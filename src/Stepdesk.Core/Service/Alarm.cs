namespace Stepdesk.Core.Service;

/// <summary>Tells people that a promise will break soon, broke, or is still not kept.</summary>
/// <param name="At">When it goes off.</param>
/// <param name="To">Who is told; the leads, where that would be nobody.</param>
/// <param name="By">How they are told.</param>
public sealed record Alarm(Level At, IReadOnlyList<Recipient> To, IReadOnlyList<Means> By)
{
    /// <summary>The class it is for; null for every class.</summary>
    public ClassOfService? Class { get; init; }

    /// <summary>The clock it is for; null for every clock that can break.</summary>
    public ClockName? Clock { get; init; }
}

/// <summary>A point on a clock by which it is known whatever the deadline is: one of the two is given.</summary>
/// <param name="Percent">So much of the promised time is gone, counted as the clock counts it; from 1 to 99.</param>
/// <param name="Offset">So long after the deadline, or before it when negative; every hour counts.</param>
public sealed record Level(int? Percent = null, TimeSpan? Offset = null)
{
    /// <summary>Two thirds of the promised time; what a warning stands for that names no level.</summary>
    public static readonly Level TwoThirds = new(Percent: 67);

    /// <summary>The deadline itself.</summary>
    public static readonly Level Breach = new(Offset: TimeSpan.Zero);

    internal bool IsAfter => Offset > TimeSpan.Zero;
}

/// <summary>Whom an alarm tells, by what they are to the ticket.</summary>
public enum Recipient
{
    /// <summary>The leads stand in while nobody owns the ticket.</summary>
    Owner = 1,

    /// <summary>Everybody in the ticket's team.</summary>
    Team,
    Leads,
    Stakeholders,
}

/// <summary>How an alarm tells somebody.</summary>
public enum Means
{
    /// <summary>A notice at the desk; for who works there.</summary>
    Notice = 1,
    Mail,

    /// <summary>A card in each chat channel that takes alarms; whoever reads there is told.</summary>
    Chat,
}
