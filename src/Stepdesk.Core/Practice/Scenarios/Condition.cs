using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>Something that holds or does not, given what happened so far.</summary>
public abstract record Condition
{
    /// <summary>When it holds if nothing else happens.</summary>
    /// <param name="last">When the rule that asks fired before, so that each occasion counts once.</param>
    public abstract Spells In(Story story, Firing last);

    /// <summary>This and all within it.</summary>
    public virtual IEnumerable<Condition> Whole => [this];
}

/// <summary>When a rule fired last: the instant, and the last event it rested on. Nothing of before counts again.</summary>
public sealed record Firing(DateTimeOffset At, int Seq, int Count)
{
    public static readonly Firing NotYet = new(DateTimeOffset.MinValue, 0, 0);
}

/// <summary>Such an event happened.</summary>
public sealed record Happened(Pattern Which) : Condition
{
    public override Spells In(Story story, Firing last) =>
        story.First(Which, last.Seq) is { } found ? Spells.From(found.At, found.Seq) : Spells.Never;
}

/// <summary>Such events happened one after the other: each is looked for only behind the one before.</summary>
public sealed record InOrder(IReadOnlyList<Pattern> Steps) : Condition
{
    public override Spells In(Story story, Firing last)
    {
        var (seq, found) = (0, new List<SessionEvent>());
        foreach (var (at, step) in Steps.Index())
        {
            // Only the last has to be new when a rule repeats.
            if (story.First(step, at == Steps.Count - 1 ? Math.Max(seq, last.Seq) : seq) is not { } next)
                return Spells.Never;
            found.Add(next);
            seq = next.Seq;
        }
        return found.Count == 0 ? Spells.Never : Spells.From(found[^1].At, [.. found.Select(e => e.Seq)]);
    }
}

/// <summary>So much time passed since the beginning.</summary>
public sealed record Elapsed(TimeSpan Time) : Condition
{
    public override Spells In(Story story, Firing last) => Spells.From(story.Start + Time, 1);
}

/// <summary>
/// No such event for a while. The silence begins with the last of them, or with another event, or with the session, and
/// that is what is cited: not whatever happened last. A rule that repeats waits as long again.
/// </summary>
public sealed record Silence(Pattern Of, TimeSpan For, Pattern? Since) : Condition
{
    public override Spells In(Story story, Firing last)
    {
        var first = Since is null ? story.Events[0] : story.First(Since, 0);
        if (first is null)
            return Spells.Never;
        var began = story.Last(Of) is { } spoken && spoken.Seq > first.Seq ? spoken : first;
        var from = last.At > began.At ? last.At : began.At;
        return Spells.From(from + For, began.Seq);
    }
}

/// <summary>A field of the ticket has one of the values.</summary>
public sealed record FieldIs(FieldMatch Which) : Condition
{
    public override Spells In(Story story, Firing last) =>
        story.Field(Which.Name) is { } set && Which.Matches(set.Data) ? Spells.From(set.At, set.Seq) : Spells.Never;
}

/// <summary>A variable has a value.</summary>
public sealed record VariableIs(string Name, string Value) : Condition
{
    public override Spells In(Story story, Firing last) =>
        story.Variable(Name) is { } set && set.Data.One("value") == Value ? Spells.From(set.At, set.Seq) : Spells.Never;
}

/// <summary>The session drew one of these branches.</summary>
public sealed record BranchIs(IReadOnlyList<string> Of) : Condition
{
    public override Spells In(Story story, Firing last) =>
        Of.Contains(story.Branch, StringComparer.Ordinal) ? Spells.Always : Spells.Never;
}

/// <summary>A fact came to light.</summary>
public sealed record Revealed(string Fact) : Condition
{
    public override Spells In(Story story, Firing last) =>
        story.RevealOf(Fact) is { } reveal ? Spells.From(reveal.At, reveal.Seq) : Spells.Never;
}

public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override Spells In(Story story, Firing last) =>
        Conditions.Aggregate(Spells.Always, (held, next) => held.And(next.In(story, last)));

    public override IEnumerable<Condition> Whole => Conditions.SelectMany(c => c.Whole).Prepend(this);
}

public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition
{
    public override Spells In(Story story, Firing last) =>
        Conditions.Aggregate(Spells.Never, (held, next) => held.Or(next.In(story, last)));

    public override IEnumerable<Condition> Whole => Conditions.SelectMany(c => c.Whole).Prepend(this);
}

/// <summary>Something does not hold. What once spoke against it speaks against it ever after.</summary>
public sealed record Not(Condition Other) : Condition
{
    public override Spells In(Story story, Firing last) => Other.In(story, Firing.NotYet).Not();

    public override IEnumerable<Condition> Whole => Other.Whole.Prepend(this);
}
