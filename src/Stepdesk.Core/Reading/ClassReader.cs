using Stepdesk.Core.Service;

namespace Stepdesk.Core.Reading;

/// <summary>Which class a reading speaks for, and why. Urgent words alone never speak for one.</summary>
sealed class ClassReader(
    AffectedReading? affected,
    DeadlineReading? deadline,
    DeadlineReading? starts,
    Signals signals,
    ServicePolicy policy
)
{
    readonly List<Reason> reasons = [];

    /// <summary>A fault is treated by how many it hits, a piece of work by its date.</summary>
    bool IsFixed =>
        deadline is not null
        && (!signals.Fault || signals.Work && !(affected?.Low >= policy.Thresholds.PriorityFrom))
        && (signals.Feature is null || signals.Work || IsAsked);

    bool IsWish => signals.Feature is not null && !signals.Fault && !IsFixed && !IsRequest;

    /// <summary>A number of accounts or places that somebody asks for is recorded; nobody is in trouble.</summary>
    bool IsRequest => IsAsked && !signals.Fault && !IsFixed;

    bool IsAsked => affected is { IsRequested: true } && signals.Request is not null;

    /// <summary>The class, and the reasons with the deciding one first.</summary>
    public (ClassOfService Class, IReadOnlyList<Reason> Reasons) Read()
    {
        var suggested = Decided();
        NoteNumber();
        NoteTimes();
        if (signals.Urgent is { } urgent)
            reasons.Add(new("suggest-urgent", ("words", urgent.Text)));
        return (suggested, reasons);
    }

    ClassOfService Decided() =>
        IsWish ? Because(ClassOfService.Standard, new("suggest-wish", ("words", signals.Feature!.Text)))
        : IsRequest ? Because(ClassOfService.Standard, new("suggest-request", ("words", signals.Request!.Text)))
        : IsFixed ? Because(ClassOfService.FixedDeadline, new("suggest-fixed-date", ("at", deadline!.At)))
        : affected is not null ? Counted(affected)
        : signals.Outage is { } outage ? Because(ClassOfService.Expedite, new("suggest-outage", ("words", outage.Text)))
        : signals.WholeGroup is { } group
            ? Because(ClassOfService.Priority, new("suggest-whole-group", ("words", group.Text)))
        : Because(ClassOfService.Standard, new("suggest-no-number"));

    ClassOfService Because(ClassOfService decided, Reason reason)
    {
        reasons.Add(reason);
        return decided;
    }

    /// <summary>The class of the fewest it can be, and what it would be with the most.</summary>
    ClassOfService Counted(AffectedReading affected)
    {
        var (least, most) = (ClassOf(affected.Low), ClassOf(affected.High ?? int.MaxValue));
        var threshold = least switch
        {
            ClassOfService.Standard => "below-priority",
            ClassOfService.Priority => "priority",
            _ => "above-priority",
        };
        reasons.Add(
            affected.Groups > 1 && affected.High == affected.Low
                ? Limited($"suggest-count-{threshold}-added", ("groups", affected.Groups))
                : Limited(
                    Count is "1" && least is ClassOfService.Standard
                        ? "suggest-one-below-priority"
                        : $"suggest-count-{threshold}"
                )
        );
        if (most != least)
            reasons.Add(Limited(most is ClassOfService.Expedite ? "suggest-expedite-if" : "suggest-priority-if"));
        return least;
    }

    ClassOfService ClassOf(int count) => policy.Suggest(count, null);

    Reason Limited(string key, params (string Name, object Value)[] with) =>
        new(
            key,
            [
                ("count", Count),
                ("from", policy.Thresholds.PriorityFrom),
                ("upTo", policy.Thresholds.ExpediteFrom - 1),
                .. with,
            ]
        );

    string Count =>
        affected switch
        {
            { High: null } => $"{affected.Low}+",
            { High: { } high } when high > affected.Low => $"{affected.Low}–{high}",
            _ => $"{affected?.Low}",
        };

    void NoteNumber()
    {
        if (affected is null)
            return;
        if (IsWish || IsRequest || IsFixed)
            reasons.Add(new("suggest-count-recorded", ("count", Count)));
        if (affected.IsOfEach)
            reasons.Add(new("suggest-of-each", ("count", affected.Low)));
        if (affected.IsPart || affected.IsOthers)
            reasons.Add(
                new(
                    affected.IsOthers ? "suggest-others" : "suggest-part",
                    ("words", affected.Span.Text),
                    ("count", Count)
                )
            );
        if (affected.IsRough)
            reasons.Add(new("suggest-rough", ("words", affected.Span.Text)));
        if ((signals.Outage ?? signals.WholeGroup) is { } wide)
            reasons.Add(new("suggest-outage-with-number", ("words", wide.Text)));
    }

    void NoteTimes()
    {
        if (deadline is not null && !IsFixed)
            reasons.Add(new(IsWish ? "suggest-date-wished" : "suggest-date-noted", ("at", deadline.At)));
        if (deadline is null && starts is not null)
            reasons.Add(new("suggest-starts", ("at", starts.At), ("words", starts.Span.Text)));
    }
}
