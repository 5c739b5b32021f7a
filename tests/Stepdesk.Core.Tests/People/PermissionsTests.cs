using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using static Stepdesk.Core.Tests.Story;

namespace Stepdesk.Core.Tests.People;

public sealed class PermissionsTests
{
    static readonly Type[] Actions =
    [
        .. typeof(TicketAction).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(TicketAction))),
    ];

    /// <summary>Said a second time and by role, so that a slip in the table is seen.</summary>
    static readonly Dictionary<Role, string[]> May = new()
    {
        [Role.Customer] = ["Confirm", "Dispute", "Log", "Write", "Grant", "Deny"],
        [Role.Trainee] = ["Note", "Grant", "Deny", "Follow", "Unfollow"],
        [Role.Mentor] = ["Note", "Grant", "Deny", "Follow", "Unfollow"],
        [Role.Agent] = [.. Work, .. ByHand],
        [Role.Lead] = [.. Work, .. ByHand],
        [Role.Administrator] = [.. Work, .. ByHand, "ApplyPolicy"],
        [Role.System] =
        [
            .. Work,
            "ApplyPolicy",
            "CheckClocks",
            "EndAccountAct",
            "HandOut",
            "HearFrom",
            "HearApprover",
            "HearReporter",
            "KeepAutomatic",
            "KeepFinding",
            "RecordBounce",
            "Carry",
            "NoteHeldBack",
            "Recount",
            "RecordDelivery",
            "RecordChatPost",
            "RecordChatFailure",
            "Write",
        ],
    };

    static string[] ByHand =>
        ["Take", "Note", "KeepFinding", "ActOnAccount", "EndAccountAct", "Grant", "Deny", "Follow", "Unfollow"];

    static string[] Work =>
        [
            "AskApproval",
            "SetScope",
            "NoteQuestion",
            "NoteAnswer",
            "Negotiate",
            "PlanMilestones",
            "HandOver",
            "Assign",
            "Brief",
            "Cancel",
            "Classify",
            "Close",
            "Confirm",
            "Diagnose",
            "Dispute",
            "Escalate",
            "Involve",
            "LinkTo",
            "Merge",
            "MoveTo",
            "Log",
            "NoteTrend",
            "RecordAnswer",
            "Release",
            "Reopen",
            "Reply",
            "Resolve",
            "Resume",
            "SetAffected",
            "DismissProposal",
            "SetCategory",
            "SetPriority",
            "SetTags",
            "Split",
            "TellApart",
            "Transfer",
            "Unlink",
            "Unmerge",
            "WaitFor",
            "WithdrawApproval",
            "WithdrawEscalation",
        ];

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Every_action_has_its_row_and_no_row_is_left_over() =>
        Assert.Equal(Names(Actions), Names(Permissions.All.Keys));

    [Theory]
    [MemberData(nameof(Roles))]
    public void Each_role_may_do_this_and_nothing_else(Role role) =>
        Assert.Equal(
            May[role].Order(StringComparer.Ordinal),
            Names(Permissions.All.Where(row => row.Value.Contains(role)).Select(row => row.Key))
        );

    [Fact]
    public void A_customer_reports_and_the_desk_decides_which_clocks_run()
    {
        var report = new Log("Cannot log in", "", 7, Channel.Web) { Affected = new(40) };

        Assert.True(Permissions.May(Lan, report));
        Assert.False(Permissions.May(Lan, report with { Class = new(ClassOfService.Expedite, "Urgent") }));
        Assert.False(Permissions.May(Lan, report with { ReportedAt = Nine }));
        Assert.True(Permissions.May(Lan, report with { ReportedAt = Nine, MailId = 3 }));
        Assert.False(Permissions.May(Lan, report with { Team = 1 }));
    }

    [Theory]
    [InlineData(Role.Agent, true)]
    [InlineData(Role.Mentor, false)]
    public void The_door_asks_by_action(Role role, bool may) =>
        Assert.Equal(may, Permissions.May(Actor.Person(3, role), new Reply("Hello")));

    [Theory]
    [MemberData(nameof(Roles))]
    public void A_customer_sees_only_their_own_tickets(Role role)
    {
        var ticket = Given(ALoggedTicket).Ticket;

        Assert.True(Permissions.MaySee(Actor.Person(7, role), ticket));
        Assert.Equal(role is not Role.Customer, Permissions.MaySee(Actor.Person(8, role), ticket));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void People_are_kept_by_administrators_and_read_by_staff(Role role)
    {
        Assert.Equal(role is Role.Administrator, Permissions.MayManagePeople(Actor.Person(3, role)));
        Assert.Equal(role is not (Role.Customer or Role.System), Permissions.MaySeePeople(Actor.Person(3, role)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Runs_are_reviewed_by_mentors_leads_and_administrators(Role role) =>
        Assert.Equal(
            role is Role.Mentor or Role.Lead or Role.Administrator,
            Permissions.MayReviewPractice(Actor.Person(3, role))
        );

    [Theory]
    [MemberData(nameof(Roles))]
    public void Leads_and_administrators_override_name_stages_and_write_templates(Role role)
    {
        var somebody = Actor.Person(3, role);
        Assert.Equal(
            Enumerable.Repeat(role is Role.Lead or Role.Administrator, 4),
            [
                Permissions.MayOverride(somebody),
                Permissions.MaySetCalibration(somebody),
                Permissions.MaySetStages(somebody),
                Permissions.MaySetTemplates(somebody),
            ]
        );
        Assert.Equal(role is not (Role.Customer or Role.System), Permissions.MaySeeTemplates(somebody));
        // Whoever runs the program has its command line, too.
        Assert.Equal(role is Role.Lead or Role.Administrator or Role.System, Permissions.MayTakeResults(somebody));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void What_becomes_of_alerts_is_for_administrators_and_other_systems_are_asked_by_people(Role role)
    {
        var somebody = Actor.Person(3, role);
        Assert.Equal(role is Role.Administrator, Permissions.MaySetAlertRules(somebody));
        Assert.Equal(role is Role.Agent or Role.Lead or Role.Administrator, Permissions.MayLookUp(somebody));
    }

    [Fact]
    public void A_ticket_nobody_owns_is_told_to_the_leads() =>
        Assert.Equal([Role.Lead, Role.Administrator], Permissions.ToldOfUnowned);

    [Theory]
    [InlineData("person/9", 9)]
    [InlineData("person/", null)]
    [InlineData("person/x", null)]
    [InlineData("system/mail", null)]
    public void An_actor_is_a_person_or_a_part_of_the_desk(string id, int? person) =>
        Assert.Equal(person, new Actor(id, Role.Agent).PersonId);

    static IEnumerable<string> Names(IEnumerable<Type> types) =>
        types.Select(t => t.Name).Order(StringComparer.Ordinal);
}
