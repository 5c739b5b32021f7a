using System.Collections.Frozen;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.People.Role;

namespace Stepdesk.Core.People;

/// <summary>
/// Who may do what to a ticket: the one table. In the live world trainees and mentors read and note; trainees act in
/// worlds of their own.
/// </summary>
public static class Permissions
{
    static readonly Role[] Desk = [Agent, Lead, Administrator, Role.System];
    static readonly Role[] Colleagues = [Agent, Lead, Administrator, Mentor, Trainee];
    static readonly Role[] Leads = [Lead, Administrator];
    static readonly Role[] Parts = [Role.System];

    static readonly FrozenDictionary<Type, Role[]> Table = new Dictionary<Type, Role[]>
    {
        [typeof(Log)] = [Customer, .. Desk],
        [typeof(Classify)] = Desk,
        [typeof(SetPriority)] = Desk,
        [typeof(SetCategory)] = Desk,
        [typeof(SetTags)] = Desk,
        [typeof(SetAffected)] = Desk,
        [typeof(DismissProposal)] = Desk,
        [typeof(Assign)] = Desk,
        [typeof(Take)] = [Agent, .. Leads],
        [typeof(Transfer)] = Desk,
        [typeof(HandOut)] = Parts,
        [typeof(Follow)] = Colleagues,
        [typeof(Unfollow)] = Colleagues,
        [typeof(ApplyPolicy)] = [Administrator, Role.System],
        [typeof(WaitFor)] = Desk,
        [typeof(Resume)] = Desk,
        [typeof(Reply)] = Desk,
        [typeof(Involve)] = Desk,
        [typeof(Release)] = Desk,
        [typeof(Brief)] = Desk,
        [typeof(Escalate)] = Desk,
        [typeof(WithdrawEscalation)] = Desk,
        [typeof(RecordAnswer)] = Desk,
        [typeof(SetScope)] = Desk,
        [typeof(NoteQuestion)] = Desk,
        [typeof(NoteAnswer)] = Desk,
        [typeof(Negotiate)] = Desk,
        [typeof(PlanMilestones)] = Desk,
        [typeof(HandOver)] = Desk,
        [typeof(AskApproval)] = Desk,
        [typeof(WithdrawApproval)] = Desk,
        // Whoever was asked decides, whatever they are here.
        [typeof(Grant)] = [Customer, .. Colleagues],
        [typeof(Deny)] = [Customer, .. Colleagues],
        [typeof(HearApprover)] = Parts,
        [typeof(Note)] = Colleagues,
        // Monitoring pins what it sends.
        [typeof(KeepFinding)] = [Agent, .. Leads, Role.System],
        [typeof(ActOnAccount)] = [Agent, .. Leads],
        [typeof(EndAccountAct)] = [Agent, .. Leads, Role.System],
        [typeof(Diagnose)] = Desk,
        [typeof(Resolve)] = Desk,
        [typeof(Confirm)] = [Customer, .. Desk],
        [typeof(Dispute)] = [Customer, .. Desk],
        [typeof(Close)] = Desk,
        [typeof(Reopen)] = Desk,
        [typeof(Cancel)] = Desk,
        [typeof(MoveTo)] = Desk,
        [typeof(LinkTo)] = Desk,
        [typeof(Unlink)] = Desk,
        [typeof(Split)] = Desk,
        [typeof(Merge)] = Desk,
        [typeof(Unmerge)] = Desk,
        [typeof(HearReporter)] = Parts,
        [typeof(TellApart)] = Desk,
        [typeof(NoteTrend)] = Desk,
        [typeof(Write)] = [Customer, Role.System],
        [typeof(Carry)] = Parts,
        [typeof(NoteHeldBack)] = Parts,
        [typeof(Recount)] = Parts,
        [typeof(HearFrom)] = Parts,
        [typeof(KeepAutomatic)] = Parts,
        [typeof(RecordDelivery)] = Parts,
        [typeof(RecordBounce)] = Parts,
        [typeof(RecordChatPost)] = Parts,
        [typeof(RecordChatFailure)] = Parts,
        [typeof(CheckClocks)] = Parts,
    }.ToFrozenDictionary();

    /// <summary>Every action there is, with the roles that may take it.</summary>
    public static IReadOnlyDictionary<Type, Role[]> All => Table;

    /// <summary>Whether the ticket exists for this actor at all; if not, it is "not found", never "forbidden".</summary>
    public static bool MaySee(Actor actor, Ticket ticket) =>
        actor.Role is not Customer || ticket.Requester == actor.PersonId;

    /// <summary>Whether the ticket is there for this actor to do this to it: an approver decides on one they cannot see.</summary>
    public static bool MayReach(Actor actor, Ticket ticket, TicketAction action)
    {
        return MaySee(actor, ticket)
            || action is Log
            || action switch
            {
                Grant grant => IsAsked(grant.Approval),
                Deny deny => IsAsked(deny.Approval),
                _ => false,
            };

        bool IsAsked(int approval) =>
            ticket.Approvals.Any(a => a.Version == approval && a.Approvers.Any(p => p == actor.PersonId));
    }

    public static bool May(Actor actor, TicketAction action) =>
        Table[action.GetType()].Contains(actor.Role)
        && !(actor.Role is Customer && action is Log { DecidesTreatment: true })
        && !(action is Grant { For: not null } or Deny { For: not null } && !MayDecideForOthers(actor));

    /// <summary>Who may log tickets at all.</summary>
    public static bool MayLog(Actor actor) => Table[typeof(Log)].Contains(actor.Role);

    /// <summary>Who may write down what an approver said elsewhere.</summary>
    public static bool MayDecideForOthers(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may name the stages of a team's board.</summary>
    public static bool MaySetStages(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may say how a team gives out its tickets, and when colleagues work.</summary>
    public static bool MaySetAssignment(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may add teams and put people into them.</summary>
    public static bool MaySetTeams(Actor actor) => actor.Role is Administrator;

    /// <summary>Who may say when this person is away: they themselves, and leads.</summary>
    public static bool MaySetAway(Actor actor, int person) =>
        Leads.Contains(actor.Role) || (actor.IsStaff && actor.PersonId == person);

    /// <summary>Who may write the texts that messages are begun from.</summary>
    public static bool MaySetTemplates(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may read them, and a ticket's message begun from them.</summary>
    public static bool MaySeeTemplates(Actor actor) => actor.IsStaff;

    /// <summary>Who may tell many of an incident: who sees it first is seldom a lead.</summary>
    public static bool MayBroadcast(Actor actor) => actor.Role is Agent or Lead or Administrator;

    /// <summary>Who may read what many were told, and whom it reached.</summary>
    public static bool MaySeeBroadcasts(Actor actor) => actor.IsStaff;

    /// <summary>Who may go on although a step asks for more, saying why.</summary>
    public static bool MayOverride(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may add, change and disable people, and make tokens for others.</summary>
    public static bool MayManagePeople(Actor actor) => actor.Role is Administrator;

    /// <summary>Who may edit what the desk promises, and apply it to tickets that run.</summary>
    public static bool MaySetPolicy(Actor actor) => actor.Role is Administrator;

    /// <summary>Who may read what the desk promises.</summary>
    public static bool MaySeePolicy(Actor actor) => actor.IsStaff;

    /// <summary>Who may read how long everybody took.</summary>
    public static bool MaySeeReports(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may see how the desk's mail is doing, and look at what became no ticket.</summary>
    public static bool MaySeeMail(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may hand in a mail that reached them elsewhere; its sender is believed as if it had come by itself.</summary>
    public static bool MayHandInMail(Actor actor) => actor.Role is Agent or Lead or Administrator;

    /// <summary>Who may see what monitoring sent, and say what becomes of it.</summary>
    public static bool MaySetAlertRules(Actor actor) => actor.Role is Administrator;

    /// <summary>Who may ask telemetry, which knows who did what.</summary>
    public static bool MayAskTelemetry(Actor actor) => actor.Role is Agent or Lead or Administrator;

    /// <summary>Who may change and give up shared queries of others.</summary>
    public static bool MayTidyQueries(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may read what real sources of telemetry were asked, and by whom.</summary>
    public static bool MaySeeQueryRuns(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may ask other systems for a ticket.</summary>
    public static bool MayLookUp(Actor actor) => actor.Role is Agent or Lead or Administrator;

    /// <summary>Who may begin a practice session of their own.</summary>
    public static bool MayPractise(Actor actor) => actor.IsStaff;

    /// <summary>Who may read the practice sessions of others.</summary>
    public static bool MaySeePractice(Actor actor) => actor.Role is Mentor or Lead or Administrator;

    /// <summary>Who may say how the practice sessions of others went; of their own nobody may.</summary>
    public static bool MayReviewPractice(Actor actor) => actor.Role is Mentor or Lead or Administrator;

    /// <summary>Who may say which runs mentors judge blind, to find out whether they judge alike.</summary>
    public static bool MaySetCalibration(Actor actor) => Leads.Contains(actor.Role);

    /// <summary>Who may take the results of everybody to another system.</summary>
    public static bool MayTakeResults(Actor actor) => actor.Role is Lead or Administrator or Role.System;

    /// <summary>Who is told that a run waits: the first of these of whom there is anybody.</summary>
    public static IReadOnlyList<Role> ToldOfRuns { get; } = [Mentor, Lead, Administrator];

    /// <summary>Who may read the whole list of people.</summary>
    public static bool MaySeePeople(Actor actor) => actor.IsStaff;

    /// <summary>Who is told when a ticket nobody owns needs somebody.</summary>
    public static IReadOnlyList<Role> ToldOfUnowned => Leads;
}
