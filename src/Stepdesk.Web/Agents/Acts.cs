using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Agents;

/// <summary>The actions of a ticket's composer by the name their forms carry, in the order they are offered.</summary>
static class Acts
{
    static readonly (string Name, Type Action)[] All =
    [
        ("close", typeof(Close)),
        ("resume", typeof(Resume)),
        ("reply", typeof(Reply)),
        ("note", typeof(Note)),
        ("confirm", typeof(Confirm)),
        ("lookup", typeof(KeepFinding)),
        ("diagnose", typeof(Diagnose)),
        ("account", typeof(ActOnAccount)),
        ("resolve", typeof(Resolve)),
        ("dispute", typeof(Dispute)),
        ("trend", typeof(NoteTrend)),
        ("reopen", typeof(Reopen)),
        ("brief", typeof(Brief)),
        ("escalate", typeof(Escalate)),
        ("approval", typeof(AskApproval)),
        ("transfer", typeof(Transfer)),
        ("wait", typeof(WaitFor)),
        ("link", typeof(LinkTo)),
        ("merge", typeof(Merge)),
        ("split", typeof(Split)),
        ("unmerge", typeof(Unmerge)),
        ("cancel", typeof(Cancel)),
    ];

    /// <summary>Those that are possible now, and last those that somebody may do for a reason.</summary>
    public static IReadOnlyList<string> Offered(Transitions can) =>
        [
            .. All.Where(a => can.Allow(a.Action) || IsFor(can, a.Action)).Select(a => a.Name),
            .. All.Where(a => can.Overridable(a.Action) is not null && !IsFor(can, a.Action)).Select(a => a.Name),
        ];

    // What the package lacks is said when it is written, and can be supplied elsewhere meanwhile. What an approval holds
    // back can still be declined or passed on.
    static bool IsFor(Transitions can, Type action) =>
        action == typeof(Escalate) && can.RefusalOf(action)?.Code == Escalate.Incomplete.Code
        || action == typeof(Resolve) && Holding.Is(can.RefusalOf(action));

    /// <summary>What is done with a form beside the composer, where a reason can set aside what stands in the way.</summary>
    public static Type? Beside(string name) => name is "handover" ? typeof(HandOver) : null;

    /// <summary>Whether somebody gets a mail by it.</summary>
    public static bool IsMailed(string name) =>
        name is "reply" or "merge" or "resolve" or "brief" or "escalate" or "approval" or "handover";

    /// <summary>The action of a form; null when the composer has none of this name, possible now or not.</summary>
    public static Type? TypeOf(string name) => Array.Find(All, a => a.Name == name).Action;

    /// <summary>The form that supplies what a step asks for; null where it comes by itself.</summary>
    public static string? Supplying(Demand demand) =>
        demand switch
        {
            Demand.AnswerWritten or Demand.ResolutionWritten => "reply",
            Demand.DiagnosisWritten => "diagnose",
            Demand.Resolved => "resolve",
            Demand.Confirmed => "confirm",
            Demand.TrendNoted => "trend",
            _ => null,
        };
}
