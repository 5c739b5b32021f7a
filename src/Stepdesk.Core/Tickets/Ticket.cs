using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;

namespace Stepdesk.Core.Tickets;

/// <summary>One customer's problem: the fold of everything that happened to it.</summary>
public sealed partial record Ticket
{
    public static readonly Ticket Unlogged = new();

    public int Version { get; init; }
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public int Requester { get; init; }
    public Channel Channel { get; init; }
    public DateTimeOffset ReportedAt { get; init; }
    public Mark? Reception { get; init; }

    public ClassOfService? Class { get; init; }
    public string Justification { get; init; } = "";
    public Affected? Affected { get; init; }

    /// <summary>Another class that is proposed and not yet answered.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>What decided its clocks, from when on; the last holds now. Empty only before it was logged.</summary>
    public IReadOnlyList<Treatment> Treatments { get; init; } = [];
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Where deadlines were set, the one that holds last.</summary>
    public IReadOnlyList<Mark> DeadlinesSet { get; init; } = [];

    /// <summary>Where this deadline was set.</summary>
    public Mark? DeadlineSet => Deadline is null ? null : DeadlinesSet[^1];
    public Priority Priority { get; init; } = Priority.Normal;
    public string? Category { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public int? Team { get; init; }
    public int? Owner { get; init; }

    /// <summary>Colleagues who see what the requester sees of it, and whoever was mentioned.</summary>
    public IReadOnlyList<int> Followers { get; init; } = [];
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>
    /// Since when another ticket, whose duplicate it is or into which it was merged, carries its promises; only whoever
    /// reported it still gets an answer of their own.
    /// </summary>
    public Mark? Carried { get; init; }

    /// <summary>When another ticket carried its promises before.</summary>
    public IReadOnlyList<Pause> Carriages { get; init; } = [];

    /// <summary>The tickets that began with messages of this one.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>Tickets that read alike and tell of something else, as somebody found.</summary>
    public IReadOnlyList<int> Unlike { get; init; } = [];

    /// <summary>Every message that was to leave for the requester, reminders included.</summary>
    public IReadOnlyList<Outgoing> Outgoing { get; init; } = [];

    /// <summary>The messages somebody wrote.</summary>
    public IEnumerable<Outgoing> Answers => Outgoing.Where(m => !m.IsReminder && !m.IsTelling);

    /// <summary>Who hears of it beside the requester.</summary>
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>Each audience that ever had somebody in it.</summary>
    public IReadOnlyList<Gathering> Gatherings { get; init; } = [];

    /// <summary>Every message that was to leave for them.</summary>
    public IReadOnlyList<Briefing> Briefings { get; init; } = [];

    /// <summary>What specialists were asked for, in order.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>What somebody was asked to agree to, in order.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Every message that was to leave for approvers; no audience waits for them.</summary>
    public IReadOnlyList<Briefing> ApprovalLetters { get; init; } = [];

    /// <summary>The work towards a fixed date.</summary>
    public FixedWork Work { get; init; } = FixedWork.None;

    /// <summary>By what the findings are told that are pinned already.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Where something was said, in order.</summary>
    public IReadOnlyList<Said> Said { get; init; } = [];
    public DateTimeOffset? LastCustomerAt { get; init; }

    /// <summary>When somebody else whose report was merged wrote, unless everybody was answered since.</summary>
    public DateTimeOffset? ReporterWroteAt { get; init; }

    /// <summary>Since when another reporter waits for an answer to what they wrote after the solution.</summary>
    public DateTimeOffset? ReporterUnheard => ReporterWroteAt is { } at && Resolution?.At < at ? at : null;

    /// <summary>Files that came by the customer's link within a day of the last of them: when, and how many bytes.</summary>
    public IReadOnlyList<(DateTimeOffset At, long Bytes)> LinkFiles { get; init; } = [];

    /// <summary>Where its diagnosis was first written down.</summary>
    public Mark? Diagnosis { get; init; }
    public Resolution? Resolution { get; init; }
    public Mark? Confirmation { get; init; }

    /// <summary>Whether somebody else recorded the customer's word.</summary>
    public bool IsConfirmedForThem { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public CancelReason? CancelledAs { get; init; }

    /// <summary>Where its trend was first noted, or that there is none.</summary>
    public Mark? Trend { get; init; }

    /// <summary>The stage that was chosen last, for the step the ticket was in then.</summary>
    public StageChosen? ChosenStage { get; init; }

    /// <summary>Which demands of steps were set aside, and where.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>For whom the desk waits now.</summary>
    public Wait? Waiting { get; init; }

    /// <summary>When the desk waited for others or the solution stood; no time to resolve was used up then.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>When the desk waited for others, up to now where it does.</summary>
    public IEnumerable<Pause> Waits =>
        Pauses
            .Where(p => p.Version is not null)
            .Concat(Waiting is { } wait ? [new Pause(wait.At, null, wait.Version)] : []);

    /// <summary>When another ticket carried it, up to now where one does.</summary>
    public IEnumerable<Pause> Carrying =>
        Carried is { } since ? Carriages.Append(new(since.At, null, since.Version)) : Carriages;

    /// <summary>All the time that does not count towards solving it, up to now where it goes on.</summary>
    public IReadOnlyList<Pause> Rests =>
        Waiting is { } wait && SolutionKnownAt is null ? [.. Pauses, .. Carrying, new(wait.At, null, wait.Version)]
        : Carried is null && Carriages.Count == 0 ? Pauses
        : [.. Pauses, .. Carrying];

    /// <summary>When it was closed; no promise ran then.</summary>
    public IReadOnlyList<Pause> Closures { get; init; } = [];

    /// <summary>Where the ticket came back last: reopened, or its solution disputed.</summary>
    public Mark? Returned { get; init; }
    public int ReopenCount { get; init; }
    public IReadOnlyList<ClockEvent> Noticed { get; init; } = [];

    public DateTimeOffset? LoggedAt => Reception?.At;

    public DateTimeOffset? DiagnosedAt => Diagnosis?.At;

    public DateTimeOffset? ConfirmedAt => Confirmation?.At;

    public DateTimeOffset? TrendNotedAt => Trend?.At;

    /// <summary>The ticket it goes on in; it is neither open nor closed then, but its reporter's thread.</summary>
    public int? MergedInto => Carried is null ? null : Links.FirstOrDefault(l => l.Kind is LinkKind.MergedInto)?.Ticket;

    public bool IsOpen => LoggedAt is not null && ClosedAt is null && MergedInto is null;

    /// <summary>When the first answer was accepted for delivery. A bounce takes it back.</summary>
    public DateTimeOffset? AcknowledgedAt => Acknowledgement?.At;

    /// <summary>Where the record of that is.</summary>
    public Mark? Acknowledgement => Answers.Select(m => m.Arrival).OfType<Mark>().MinBy(a => a.At);

    public DateTimeOffset? ResolvedAt => Resolution?.At;

    /// <summary>When the resolution was accepted for delivery to the requester, or what tells it after a bounce.</summary>
    public DateTimeOffset? ResolutionToldAt => ResolutionTold?.ArrivedAt;

    /// <summary>The message that tells the resolution, whether it has arrived or not.</summary>
    public Outgoing? ResolutionTold =>
        Resolution is { } r ? Answers.FirstOrDefault(m => m.Version >= r.Version && !m.HasBounced) : null;

    /// <summary>The update the next one is counted from: the last that arrived, or the ticket coming back.</summary>
    public Update? UpdatedLast =>
        Outgoing.Where(m => !m.IsReminder && m.ArrivedAt is not null).OrderBy(m => m.ArrivedAt).LastOrDefault()
            is not { } last
            ? null
        : Returned is { } back && back.At > last.ArrivedAt ? new(back.Version, back.At, last.NextUpdateAt)
        : new(last.Version, last.ArrivedAt!.Value, last.NextUpdateAt);

    /// <summary>
    /// What the audience's next message is counted from: the last one that arrived, else when the first of them was
    /// involved. Null while nobody is. Whoever joins or leaves changes nothing while somebody waits.
    /// </summary>
    public Update? HeardLast(Audience audience) =>
        !Parties.Any(p => p.As == audience) || Gatherings.FirstOrDefault(g => g.As == audience) is not { } gathering
            ? null
        : Briefings.Where(b => b.To == audience && b.ArrivedAt is not null).MaxBy(b => b.ArrivedAt) is { } last
            ? new(last.Version, last.ArrivedAt!.Value, last.NextUpdateAt) { Unowed = gathering.Empty }
        : new(gathering.Version, gathering.Since, null) { Unowed = gathering.Empty };

    /// <summary>When specialists were first told of it.</summary>
    public DateTimeOffset? AlertedAt => Alert?.At;

    /// <summary>Where the record of that is.</summary>
    public Mark? Alert =>
        Briefings.Where(b => b.To is Audience.Specialists).Select(b => b.Arrival).OfType<Mark>().MinBy(a => a.At);

    /// <summary>Closed by the desk because the customer never said whether the solution works.</summary>
    public bool IsUnconfirmed => this is { ClosedAt: not null, CancelledAs: null, ConfirmedAt: null };

    /// <summary>When the requester knew the solution: it arrived, or they confirmed what they knew otherwise.</summary>
    public DateTimeOffset? SolutionKnownAt =>
        ResolutionToldAt is { } told && !(told > SaidAt) ? told : SaidAt ?? ResolutionToldAt;

    /// <summary>When the customer themselves said that it works; what somebody says for them tells them nothing.</summary>
    DateTimeOffset? SaidAt => IsConfirmedForThem ? null : ConfirmedAt;

    public bool IsWaitingForCustomer => this is { IsOpen: true, ResolutionToldAt: not null, ConfirmedAt: null };

    /// <summary>The class the affected people and the deadline speak for, when it is not the ticket's.</summary>
    public ClassOfService? SuggestedClass(ServicePolicy policy) =>
        SpokenFor(policy) is { } suggested && suggested != Class ? suggested : null;

    /// <summary>
    /// The class the affected people and the deadline speak for; null while nobody counted and nothing is due. An
    /// emergency with a date stays one.
    /// </summary>
    public ClassOfService? SpokenFor(ServicePolicy policy) =>
        this is { AffectedInAll: null, Deadline: null }
            ? null
            : policy.Suggest(
                AffectedInAll?.Count,
                Class is ClassOfService.Expedite && AffectedInAll?.Count >= policy.Thresholds.ExpediteFrom
                    ? null
                    : Deadline
            );

    /// <summary>What decides its clocks now.</summary>
    public Treatment? Treatment => Treatments.Count > 0 ? Treatments[^1] : null;

    /// <summary>The highest version of the policy that any of its clocks was counted by.</summary>
    public int LatestPolicy => Treatments.Count > 0 ? Treatments.Max(t => t.Policy) : 0;

    public bool HasNoticed<T>(ClockName clock, int cycle)
        where T : ClockEvent => Noticed.Any(n => n is T && n.Clock == clock && n.Cycle == cycle);

    public static Ticket From(IEnumerable<Recorded> history) => history.Aggregate(Unlogged, (t, r) => t.After(r));

    public Ticket After(Recorded r) =>
        r.What is TicketEvent what
            ? what.Apply(this, r.Moment, r.Version) with
            {
                Version = r.Version,
                Said = Saying.Of(what) is { } saying
                    ? [.. Said, new(r.Version, saying.Files.Count) { IsCustomers = what is CustomerWrote }]
                    : Said,
            }
            : this with
            {
                Version = r.Version,
            };
}
