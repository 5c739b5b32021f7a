using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Api;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Door;

/// <summary>
/// Whoever wants something of a ticket gets the same answer through every door: the desk itself, the API for one ticket
/// and for many, the forms of the pages, and mail. Every action is asked in every state a ticket can be in.
/// </summary>
public sealed class EveryDoorTests : IAsyncLifetime
{
    const string Support = "support@desk.example";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly Dictionary<Role, Actor> people = [];
    readonly Dictionary<Role, Client> clients = [];
    readonly Dictionary<Role, Surfer> surfers = [];
    readonly Dictionary<Role, string> tokens = [];
    readonly Dictionary<string, int> ready = [];
    DeskApp app = null!;
    int original;

    public static TheoryData<string> States =>
        [
            "new",
            "answered",
            "acknowledged",
            "diagnosed",
            "resolved",
            "told",
            "confirmed",
            "closed",
            "cancelled",
            "merged",
        ];

    Way[] Ways => AllWays.For(original, people);

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        // The administrator first: a desk without one leads every page to its setup.
        foreach (var role in (Role[])[Role.Administrator, Role.Lead, Role.Agent, Role.Mentor, Role.Trainee])
        {
            var person = await app.PersonAsync(role, role.ToString());
            people[role] = person.AsActor;
            clients[role] = await Client.OfAsync(app, person);
            surfers[role] = new(app);
            await surfers[role].SignInAsync(person.Email);
        }
        original = await app.LoggedAsync("The original");
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi);
        people[Role.Customer] = lan.AsActor;
        clients[Role.Customer] = await Client.OfAsync(app, lan);
        foreach (var (role, surfer) in surfers)
        {
            var page = await surfer.PageAsync($"/tickets/{original}?do=note");
            tokens[role] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        foreach (var surfer in surfers.Values)
            surfer.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_door_says_the_same(string state)
    {
        // Everybody may be anybody, but agents come to every cell.
        var other = new Random(20260302);
        var wrong = new List<string>();
        foreach (var way in Ways)
        foreach (var role in RolesFor(way, other))
        {
            var verdicts = new List<(string Door, string Said)>
            {
                ("desk", await FireAsync("desk", state, way, id => DeskAsync(id, way, role))),
            };
            if (way.Noun is not null)
            {
                verdicts.Add(("api", await FireAsync("api", state, way, id => ApiAsync(id, way, role))));
                verdicts.Add(("bulk", await FireAsync("bulk", state, way, id => BulkAsync(id, way, role))));
            }
            if (way.Form is not null && role is not Role.Customer)
                verdicts.Add(("page", await FireAsync("page", state, way, id => PageAsync(id, way, role))));
            if (role is Role.Customer && way.Action is Confirm or Dispute or Write)
                verdicts.Add(("portal", await FireAsync("portal", state, way, id => PortalAsync(id, way))));
            if (verdicts.Select(v => v.Said).Distinct().Count() > 1)
                wrong.Add($"{way.Name} as {role}: {string.Join(", ", verdicts)}");
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_mail_does_what_writing_does(string state)
    {
        var (written, mailed) = (await TicketAsync(state), await TicketAsync(state));
        var wrote = await app.Desk.ActAsync(
            written,
            new Write("Any news?", Channel.Mail),
            people[Role.Customer],
            stop: Stop
        );
        Assert.Null(wrote.Refusal);

        var before = await VersionAsync(mailed);
        var id = app.Services.GetRequiredService<Signer>().MessageId(Support, mailed, 1);
        (
            await clients[Role.Agent]
                .MailAsync(
                    $"From: Lan <lan@customer.example>\r\nTo: {Support}\r\nSubject: Re\r\nMessage-ID: <{mailed}@c>\r\nIn-Reply-To: <{id}>\r\n\r\nAny news?"
                )
        ).Is(HttpStatusCode.Created);

        await using var db = app.Database();
        Assert.Equal(
            wrote.Events.Select(e => Core.History.EventNames.NameOf(e.What)),
            db.History.Where(e => e.Stream == Streams.Ticket(mailed) && e.Version > before)
                .OrderBy(e => e.Version)
                .Select(e => e.Kind)
        );
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task What_is_offered_is_what_is_done(string state)
    {
        var wrong = new List<string>();
        foreach (
            var way in Ways.DistinctBy(w => w.Action.GetType())
                .Where(w =>
                    w.Name
                        is not (
                            "unlink"
                            or "release"
                            or "brief"
                            or "move on"
                            or "escalate"
                            or "withdraw nothing"
                            or "answer nothing"
                            or "transfer to no team"
                        )
                )
        )
        foreach (var role in (Role[])[Role.Agent, Role.Customer, Role.Mentor])
        {
            var id = await TakeAsync("desk", state);
            await using var db = app.Database();
            var ticket = Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(e => e.Read()));
            var offered = Transitions.Of(ticket, new(app.Clock.GetUtcNow(), people[role])).Allow(way.Action.GetType());
            var outcome = await app.Desk.ActAsync(id, way.Action, people[role], stop: Stop);
            if (outcome.Events.Count > 0)
                ready.Remove($"desk {state}");
            if (offered != outcome.Events.Count > 0)
                wrong.Add($"{way.Name} as {role}: offered {offered}, but {outcome.Refusal?.Code ?? "done"}");
        }
        Assert.Empty(wrong);
    }

    Role[] RolesFor(Way way, Random other) =>
        way.Action is Confirm or Dispute or Write
            ? [Role.Agent, Role.Customer]
            : [Role.Agent, other.GetItems<Role>([.. people.Keys], 1)[0]];

    async Task<string> DeskAsync(int id, Way way, Role role)
    {
        var outcome = await app.Desk.ActAsync(id, way.Action, people[role], new() { Override = way.Override }, Stop);
        return outcome.Refusal?.Code ?? "done";
    }

    async Task<string> ApiAsync(int id, Way way, Role role)
    {
        var answer = await clients[role].PostAsync($"tickets/{id}/{way.Noun}", way.Body);
        return answer.Status is HttpStatusCode.OK ? "done" : answer["code"].GetString()!;
    }

    async Task<string> BulkAsync(int id, Way way, Role role)
    {
        var answer = await clients[role]
            .PostAsync(
                "tickets/bulk",
                new
                {
                    tickets = (int[])[id],
                    change = way.Noun,
                    body = way.Body,
                }
            );
        var result = answer.Is(HttpStatusCode.OK)["results"][0];
        return result.GetProperty("code").GetString() ?? "done";
    }

    // The form is posted as it was rendered for somebody who had the page open before the ticket changed.
    async Task<string> PageAsync(int id, Way way, Role role) =>
        await VerdictAsync(
            await surfers[role]
                .PostAsync(
                    $"/tickets/{id}",
                    [
                        ("_handler", way.Handler!),
                        ("__RequestVerificationToken", tokens[role]),
                        ("Form.Act", way.Form!),
                        .. way.Typed.Select(t => ($"Form.{t.Name}", t.Value)),
                    ]
                )
        );

    async Task<string> PortalAsync(int id, Way way)
    {
        var signer = app.Services.GetRequiredService<Signer>();
        var lan = people[Role.Customer].PersonId!.Value;
        using var surfer = new Surfer(app);
        var form = way.Action.GetType().Name.ToLowerInvariant();
        // Any ticket of theirs has the form to write with, and a token in it.
        var open = await surfer.PageAsync(new Uri(signer.LinkFor(original, lan)).PathAndQuery);
        return await VerdictAsync(
            await surfer.PostAsync(
                new Uri(signer.LinkFor(id, lan)).PathAndQuery,
                [
                    ("_handler", form),
                    (
                        "__RequestVerificationToken",
                        open.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                    ),
                    ("Form.Act", form),
                    ("Form.Text", way.Text),
                ]
            )
        );
    }

    static async Task<string> VerdictAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode is HttpStatusCode.Redirect)
            return "done";
        var page = await Surfer.ReadAsync(answer);
        var said = page.QuerySelector(".refusal")?.TextContent.Trim();
        return Sentences.FirstOrDefault(s => said is { Length: > 0 } && Says(s.Sentence, said)).Code
            ?? $"{(int)answer.StatusCode}: {said}";
    }

    // A sentence is known by what stands around its detail.
    static bool Says(string sentence, string said) =>
        sentence.Split("{detail}") is var parts
        && said.StartsWith(parts[0], StringComparison.Ordinal)
        && said.EndsWith(parts[^1], StringComparison.Ordinal);

    static readonly IReadOnlyList<(string Sentence, string Code)> Sentences =
    [
        .. Text
            .Keys.Where(k => k.StartsWith("refusal-", StringComparison.Ordinal))
            .SelectMany(k =>
                Enum.GetValues<Language>().Select(l => (Code: k["refusal-".Length..], Said: Text.Of(k, l)))
            )
            .DistinctBy(s => s.Said)
            .Select(s => (s.Said, s.Code)),
    ];

    // A ticket that was refused is as it was before, and serves again.
    async Task<string> FireAsync(string door, string state, Way way, Func<int, Task<string>> fire)
    {
        var id = await TakeAsync(door, state);
        var before = await VersionAsync(id);
        var said = await fire(id);
        if (await VersionAsync(id) == before)
            return said;
        ready.Remove($"{door} {state}");
        Assert.Equal($"{way.Name}: done", $"{way.Name}: {said}");
        return said;
    }

    async Task<int> TakeAsync(string door, string state)
    {
        if (!ready.TryGetValue($"{door} {state}", out var id))
            ready[$"{door} {state}"] = id = await TicketAsync(state);
        return id;
    }

    async Task<int> VersionAsync(int id)
    {
        await using var db = app.Database();
        return db.Tickets.Where(t => t.Id == id).Select(t => t.Version).Single();
    }

    async Task<int> TicketAsync(string state)
    {
        var id = await app.LoggedAsync();
        var (an, lan, mail) = (people[Role.Agent], people[Role.Customer], Actor.System("mail"));
        (string State, TicketAction Action, Actor Who)[] way =
        [
            ("answered", new Reply("We look"), an),
            ("acknowledged", new RecordDelivery(2, $"{id}.2@desk.example"), mail),
            ("diagnosed", new Diagnose("Locked out"), an),
            ("resolved", new Resolve(ResolutionKind.Fix, "Unlocked") { Cause = "Typos" }, an),
            ("told", new RecordDelivery(5, $"{id}.5@desk.example"), mail),
            ("confirmed", new Confirm(), lan),
            ("closed", new Close(), an),
        ];
        if (state is "cancelled")
            way = [("cancelled", new Cancel(CancelReason.Mistake, "Test"), an)];
        if (state is "merged")
            way = [("merged", new Merge(original, "We go on there."), an)];
        foreach (
            var (_, action, who) in way.TakeWhile((_, i) => i == 0 ? state is not "new" : way[i - 1].State != state)
        )
            Assert.Null((await app.Desk.ActAsync(id, action, who, stop: Stop)).Refusal);
        return id;
    }
}
