using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Lookups;
using Audience = Stepdesk.Core.Practice.Scenarios.Audience;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// A system of a scenario, such as its accounts or its staff records. Asking it is a look of the session, and what it
/// answers is what that look brings to light.
/// </summary>
sealed class SessionSystem(Sessions sessions, PracticeSession of, string name, Actor me) : ILookupSystem
{
    const string Look = "look";
    const string Accounts = "base";
    static readonly string[] Acts = ["reset-link", "reactivate", "set-password"];

    static readonly Called Subject = new(
        Text.Of("practice-look-what", Language.Vi),
        Text.Of("practice-look-what", Language.En)
    );

    public static string EventOfLook => Verbs.Find(Look)!.Event;

    public string Name => name;

    public Called Title { get; } =
        Text.Knows($"practice-system-{name}")
            ? new(Text.Of($"practice-system-{name}", Language.Vi), Text.Of($"practice-system-{name}", Language.En))
            : new(name, name);

    public bool IsSimulated => true;

    public bool IsSensitive => false;

    public IReadOnlyList<LookupParameter> Parameters { get; } = [new("subject", Subject) { IsOptional = true }];

    // Where accounts are kept, things are done to them. Nobody is stopped by an approval that is not there: whether it was
    // asked for is what a rubric looks at.
    public IReadOnlyList<LookupAction> Actions =>
        name is Accounts && Writers.Count > 0
            ?
            [
                .. Acts.Select(verb => new LookupAction(
                    verb,
                    new(Text.Of($"practice-{verb}", Language.Vi), Text.Of($"practice-{verb}", Language.En)),
                    [
                        new(
                            "account",
                            new(
                                Text.Of("practice-account-of", Language.Vi),
                                Text.Of("practice-account-of", Language.En)
                            )
                        )
                        {
                            Choices = [.. Writers.Select(w => new LookupChoice(NameOf(w), new(w.Name.Vi, w.Name.En)))],
                        },
                    ],
                    NeedsApproval: false
                )),
            ]
            : [];

    public async Task<ActionAnswer> DoAsync(
        LookupAction action,
        LookupQuestion question,
        string key,
        CancellationToken stop
    )
    {
        var account = Writers.First(w => NameOf(w) == question.Values[0]).Id;
        var refusal = await sessions.ChangeAsync(
            of.Row.Id,
            me,
            held =>
            {
                Director.AdvanceTo(held.Session, held.Now);
                return held.Session.IsOver ? Trainee.IsOver
                    : held.Row.State is SessionState.Paused ? Onlooker.IsPaused
                    : Trainee.Act(held.Session, new(action.Name, Fields.Of(("account", account))), held.Now);
            },
            stop
        );
        return refusal is null ? ActionAnswer.Done : new(AccountEnding.NotDone, refusal);
    }

    // Whoever has not written yet is not known to be anybody.
    List<Character> Writers =>
        [
            .. of.Scenario.Cast.Where(c =>
                c.Audience is Audience.Customer
                && of.Session.Events.Any(e =>
                    e.Actor == c.Id && e.Type is EventTypes.MailReceived or EventTypes.ChatReceived
                )
            ),
        ];

    string NameOf(Character who) => who.Name.In(of.Row.Language);

    public async Task<LookupAnswer> AskAsync(LookupQuestion question, CancellationToken stop)
    {
        var answer = new LookupAnswer(of.World.Now);
        var subject = question.Values[0];
        var refusal = await sessions.ChangeAsync(
            of.Row.Id,
            me,
            held =>
            {
                // A look counts by the session's own clock, and stands in its log at that instant.
                Director.AdvanceTo(held.Session, held.Now);
                var why =
                    held.Session.IsOver ? Trainee.IsOver
                    : held.Row.State is SessionState.Paused ? Onlooker.IsPaused
                    : Trainee.Act(
                        held.Session,
                        new(Look, Fields.Of(("system", name), ("subject", subject.Length == 0 ? null : subject))),
                        held.Now
                    );
                if (why is null)
                    answer = Shows(held.Session, held.Session.Events.Last(e => e.Type == EventOfLook));
                return why;
            },
            stop
        );
        return refusal is null ? answer : answer with { Refusal = refusal };
    }

    /// <summary>What a look is answered with. Also what was known before: looking again shows the same again.</summary>
    public static LookupAnswer Shows(Session session, SessionEvent look)
    {
        var facts = Shown.By(session, look).ToList();
        var said =
            facts.Count == 0
                ? [("nothing", Text.Of(Looks.Nothing(look), session.Language))]
                : facts.ConvertAll(f => (f.Id, f.Says.In(session.Language)));
        return new LookupAnswer(look.At)
        {
            Fields = [.. said.Select(s => new LookupField(new(s.Item1, new("", "")), s.Item2))],
            Hash = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said.Select(s => s.Item2))))
            ),
        };
    }
}
