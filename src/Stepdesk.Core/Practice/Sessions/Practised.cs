using Stepdesk.Core.History;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>An event of a session as history keeps it, in the stream <c>session/7</c>; its instant is history's own.</summary>
/// <param name="Seq">Its number among the session's events; how fast the clock went is kept in between.</param>
/// <param name="By">Who of the session did it.</param>
/// <param name="Data">Names, choices and instants: what the session is folded from.</param>
public sealed record Practised(
    int Seq,
    string Type,
    string By,
    IReadOnlyList<KeptField> Data,
    IReadOnlyList<int> Causes
) : Event
{
    /// <summary>What the trainee or a mentor wrote. Without it the session still goes on as it did.</summary>
    [Personal]
    public IReadOnlyList<KeptField> Words { get; init; } = [];

    // Of what the trainee and mentors do only; what a rule says about itself is nobody's words.
    static readonly HashSet<string> Written = new(StringComparer.Ordinal)
    {
        "text",
        "ask",
        "tried",
        "cause",
        "resolution",
        "title",
        "description",
        "reason",
    };

    public static Practised Of(SessionEvent happened)
    {
        var fields = happened.Data.Names.Select(name => new KeptField(name, happened.Data.All(name))).ToList();
        var isTheirs = happened.Actor is SessionEvent.Trainee or SessionEvent.Mentor;
        return new(happened.Seq, happened.Type, happened.Actor, fields.FindAll(f => !IsWords(f.Name)), happened.Causes)
        {
            Words = fields.FindAll(f => IsWords(f.Name)),
        };

        // What somebody of the scenario wrote elsewhere is somebody's words too.
        bool IsWords(string name) => isTheirs ? Written.Contains(name) : name is "text";
    }

    /// <summary>The event again, at its instant.</summary>
    public SessionEvent Read(DateTimeOffset at) =>
        new(
            Seq,
            at,
            Type,
            By,
            Data.Concat(Words).Aggregate(Fields.None, (all, field) => all.With(field.Name, field.Said)),
            Causes
        );
}

/// <summary>A field of an event, with all that was said in it.</summary>
public sealed record KeptField(string Name, IReadOnlyList<string> Said);

/// <summary>The pace of a session's clock changed; in the same stream, and no event of the session itself.</summary>
/// <param name="Sim">What the session's clock showed from then on.</param>
/// <param name="Times">How much faster than the real time it goes while it goes.</param>
public sealed record SessionPaced(PaceChange Change, DateTimeOffset Sim, int Times) : Event;

/// <summary>What was done to a session's clock.</summary>
public enum PaceChange
{
    Started = 1,
    Paused,
    Resumed,

    /// <summary>It goes at another speed.</summary>
    Sped,

    /// <summary>It was put forward to the next thing that can be seen.</summary>
    Skipped,

    /// <summary>No node was there for a while, and nobody's clock went.</summary>
    Stood,
}
