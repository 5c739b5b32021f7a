using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Audience = Stepdesk.Core.Practice.Scenarios.Audience;

namespace Stepdesk.Tests.Practice;

/// <summary>
/// Plays a written run the way a person would: what a run says in one move is done with the desk's own forms, and only
/// what has no form there in the side panel. What a run asks, offers and attaches by its fields is said here in words and
/// shown by what is kept on the ticket, for a form has no such fields.
/// </summary>
sealed partial class AtTheDesk(DeskApp app, Trying me, Scenario scenario, Script script)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // The tickets of those who reported it, by who they are in the scenario.
    readonly Dictionary<string, int> tickets = new(StringComparer.Ordinal);

    // Alerts whose whole package is still owed, by whom they went to.
    readonly Dictionary<string, int> alerts = new(StringComparer.Ordinal);
    int? broadcast;

    public async Task PlayAsync()
    {
        foreach (var step in script.Steps)
        {
            if (step.After is { } awaited && !await me.UntilAsync(awaited))
                continue;
            if (step.At is { } at)
                await me.UntilAsync(at);
            if (step.Wait > TimeSpan.Zero)
                await me.WaitAsync(step.Wait);
            if (step is not { Every: { } every, Until: { } until })
            {
                await DoAsync(step.Move);
                continue;
            }
            while (!await me.UntilAsync(until, app.Clock.GetUtcNow() + every) && !(await me.LookAsync()).IsOver)
                await DoAsync(step.Move);
        }
    }

    Task DoAsync(Move move)
    {
        var says = move.Fields;
        return move.Verb switch
        {
            // On the desk a class is decided on a ticket, so whoever decides it first logs the report first.
            "create" or "classify" when me.Ticket == 0 => LogAsync(),
            "create" => Task.CompletedTask,
            "classify" => DoneAsync(new Classify(ClassOf(says), ReasonOf(says)) { Affected = AffectedOf(says) }),
            "message" => MessageAsync(says),
            "link" => LinkAsync(says.One("requester")!, says.One("kind")!),
            "query" => QueryAsync(says),
            "look" when me.Ticket != 0 => LookUpAsync(says),
            "reset-link" or "reactivate" or "set-password" => ActOnAccountAsync(move),
            "note" when says.One("tag") is "decision" => DoneAsync(new Diagnose(says.One("text")!)),
            "note" => DoneAsync(new Note(says.One("text")!)),
            "escalate" => EscalateAsync(says),
            "broadcast" => BroadcastAsync(says),
            "ask-approval" => AskAsync(says),
            "resolve" => ResolveAsync(null),
            "trend" => DoneAsync(new NoteTrend(says.One("text")!)),
            "close" => DoneAsync(new Close()),
            _ => BesideAsync(move),
        };
    }

    async Task LogAsync()
    {
        var says = script.Steps.First(s => s.Move.Verb is "create").Move.Fields;
        var requester = says.One("requester")!;
        var mail = await WaitingAsync(requester);
        var outcome = await me.LogAsync(
            new Log(says.One("title")!, says.One("description")!, (await PersonAsync(requester)).Id, Channel.Mail)
            {
                MailId = mail.Id,
                ReportedAt = mail.ReceivedAt,
                Class = new Classify(ClassOf(says), ReasonOf(says))
                {
                    Deadline = says.One("due") is { } due
                        ? DateTimeOffset.Parse(due, CultureInfo.InvariantCulture).ToUniversalTime()
                        : null,
                },
                Affected = AffectedOf(says),
                Category = says.One("category"),
                Tags = says.All("tags"),
            }
        );
        Assert.True(outcome.Refusal is null, $"log: {outcome.Refusal}");
        tickets[requester] = me.Ticket;
    }

    // Another's report is received as a ticket of its own, and then tied to the one that is worked on.
    async Task LinkAsync(string reporter, string kind)
    {
        var duplicate = await ReceiveAsync(reporter);
        await DoneAsync(
            new LinkTo(me.Ticket, kind is "has_duplicate" ? LinkKind.DuplicateOf : LinkKind.Related),
            duplicate
        );
    }

    // Somebody else's report, as a ticket of its own.
    async Task<int> ReceiveAsync(string reporter)
    {
        if (tickets.TryGetValue(reporter, out var known))
            return known;
        var mail = await WaitingAsync(reporter);
        var inside = (await me.LookAsync()).Inside.AsActor;
        var logged = await app.Desk.LogAsync(
            me.Id,
            new Log(scenario.Title.Vi, scenario.Title.Vi, (await PersonAsync(reporter)).Id, Channel.Mail)
            {
                MailId = mail.Id,
                ReportedAt = mail.ReceivedAt,
            },
            inside,
            stop: Stop
        );
        Assert.True(logged.Refusal is null, $"log {reporter}: {logged.Refusal}");
        return tickets[reporter] = logged.Ticket;
    }

    // Who reported it is answered on their ticket, everybody else in the chat beside the desk.
    async Task MessageAsync(Fields says)
    {
        var people = says.All("to").Select(to => scenario.Person(to)!).ToList();
        var others = people.FindAll(p => p.Audience is not Audience.Customer).ConvertAll(p => p.Id);
        foreach (var reporter in people.Where(p => p.Audience is Audience.Customer).Select(p => p.Id))
            await ReplyAsync(reporter, says);
        if (others.Count > 0)
            await BesideAsync(new("message", says.With("to", others).Without("asks").Without("offers")));
    }

    async Task ReplyAsync(string reporter, Fields says)
    {
        var (ticket, text) = (await ReceiveAsync(reporter), says.One("text")!);
        switch (says.One("tag"))
        {
            case "resolution" when ticket == me.Ticket:
                await ResolveAsync(text);
                break;
            // What was told on the first ticket was told here as well.
            case "resolution" when (await TicketAsync(ticket)).Resolution is not null:
                break;
            case "delivery":
                await DoneAsync(new HandOver(text, [await FileAsync(says)]), ticket);
                break;
            default:
                await DoneAsync(new Reply(text) { NextUpdateAt = await NextAsync(says) }, ticket);
                break;
        }
    }

    async Task ResolveAsync(string? message)
    {
        if ((await me.TicketAsync()).Resolution is not null)
            return; // it was said with the message that told of it
        var solved = script.Steps.First(s => s.Move.Verb is "resolve").Move.Fields;
        var branch = (await me.LookAsync()).Session.Branch;
        var kind = (scenario.Id, branch) switch
        {
            ("s01-login", "left") => ResolutionKind.Declined,
            ("s04-feature-request", _) => ResolutionKind.Forwarded,
            ("s06-deadline-report", _) => ResolutionKind.Answered,
            _ => ResolutionKind.Fix,
        };
        await DoneAsync(
            new Resolve(kind, solved.One("resolution")!)
            {
                Cause = solved.One("cause")!,
                Message = message,
                ForwardedTo = kind is ResolutionKind.Forwarded ? "Bộ phận sản phẩm" : null,
            }
        );
    }

    // What the query page would be asked; a question of telemetry is a query and no name.
    async Task QueryAsync(Fields says)
    {
        var day = (await me.LookAsync()).Scenario.Start;
        var since = day.Date + TimeOnly.Parse(says.One("from")!, CultureInfo.InvariantCulture).ToTimeSpan();
        var utc = new DateTimeOffset(since, day.Offset).UtcDateTime;
        var begins =
            $"{says.One("table")} | where timestamp > datetime({utc:yyyy-MM-ddTHH:mm:ssZ})"
            + (says.One("name") is { } name ? $" | where name == '{name}'" : "");
        var (shows, along) = says.One("table") switch
        {
            "requests" or "dependencies" => (
                "count(), failed = countif(success == false), p95 = percentile(duration, 95)",
                "bin(timestamp, 5m)"
            ),
            "customMetrics" => ("highest = max(value)", "bin(timestamp, 5m)"),
            "exceptions" => ("count()", "type, outerMessage"),
            "customEvents" => ("count()", "name, tostring(customDimensions.reason)"),
            _ => ("count()", "bin(timestamp, 5m)"),
        };
        var split =
            $" | summarize {shows} by {(says.All("split") is { Count: > 0 } by ? string.Join(", ", by.Select(ColumnOf)) : along)}";
        var filter = says.One("filter") is { } about
            ? $" | where user_AuthenticatedId == '{about}' or tostring(customDimensions) has '{about}'"
            : "";
        // Whoever sees nothing of somebody looks at everybody.
        if ((await me.AskAsync(begins + filter + split, pin: filter.Length == 0)).RowCount == 0 || filter.Length > 0)
            await me.AskAsync(begins + split);
    }

    static string ColumnOf(string name) =>
        name is "resultCode" or "name" or "type" ? name : $"tostring(customDimensions.{name})";

    async Task EscalateAsync(Fields says)
    {
        var (to, text) = (scenario.Person(says.One("to")!)!, says.One("text")!);
        var (now, ticket) = (await me.LookAsync(), await me.TicketAsync());
        await using var db = app.Database();
        var team = await db
            .Teams.Where(t => t.World == me.Id && t.Name == to.Name.Vi)
            .Select(t => t.Id)
            .SingleAsync(Stop);
        var isShort = ticket.Class is ClassOfService.Expedite && !says.Has("tried");
        var since = Hour().Match(text) is { Success: true } hour
            ? new DateTimeOffset(
                now.Scenario.Start.Date + TimeOnly.Parse(hour.Value, CultureInfo.InvariantCulture).ToTimeSpan(),
                now.Scenario.Start.Offset
            )
            : ticket.ReportedAt;
        var promised = ticket.Outgoing.Select(u => u.NextUpdateAt).Max();
        await DoneAsync(
            new Escalate(Ground.BeyondAccess, SpecialtyOf(to))
            {
                Team = team,
                IsShort = isShort,
                Completes = alerts.TryGetValue(to.Id, out var alert) ? alert : null,
                Package = new()
                {
                    Summary = text.Split('\n')[0] is { Length: <= Escalate.LongestSummary } line
                        ? line
                        : text[..Escalate.LongestSummary],
                    Impact = text,
                    Since = isShort ? null : since,
                    Tried = says.Has("tried") ? string.Join('\n', says.All("tried")) : "Đã đối chiếu với báo cáo",
                    Ask = says.One("ask") ?? "?",
                    // Whoever was promised a word by then is not promised another before it.
                    NextUpdateAt =
                        isShort ? null
                        : promised > now.World.Now.AddMinutes(1) ? promised
                        : now.World.Now.AddMinutes(15),
                    Pins = isShort ? [] : await PinsAsync(),
                },
            }
        );
        if (isShort)
            alerts[to.Id] = (await me.TicketAsync()).Escalations[^1].Version;
        else
            alerts.Remove(to.Id);
    }

    async Task<IReadOnlyList<Pin>> PinsAsync()
    {
        await using var db = app.Database();
        var history = (await db.StreamAsync(Streams.Ticket(me.Ticket), Stop)).ConvertAll(e => e.Read());
        return
        [
            .. history
                .Where(e => e.What is Logged or FindingKept or CustomerWrote)
                .Select(e => new Pin(e.Version))
                .Take(Pin.Most),
        ];
    }

    async Task BroadcastAsync(Fields says)
    {
        var now = await me.LookAsync();
        Telling[] tellings = [new(Language.Vi, says.One("title")!, says.One("text")!, "Video")];
        BroadcastAction action = broadcast is { } number
            ? new WithdrawBroadcast(number) { Tellings = tellings }
            : new SendBroadcast(me.Ticket, new() { Linked = true }, await NextAsync(says)) { Tellings = tellings };
        var (told, refusal) = await app
            .Services.GetRequiredService<Broadcasting>()
            .ActAsync(action, null, now.Inside.AsActor, Stop);
        Assert.True(refusal is null, $"broadcast: {refusal}");
        broadcast = told!.Number;
        await me.Sessions.AdvanceAsync(me.Id, Stop);
    }

    async Task AskAsync(Fields says)
    {
        var approvers = new List<int>();
        foreach (var to in says.All("to"))
            approvers.Add((await PersonAsync(to)).Id);
        await DoneAsync(
            new AskApproval(says.One("purpose") is "data_release" ? ApprovalPurpose.DataRelease : ApprovalPurpose.Other)
            {
                Approvers = approvers,
                Fields = says.All("fields"),
                Why = says.One("text")!,
                Until = (await me.LookAsync()).World.Now + Durations.Read(says.One("within")!)!.Value,
            }
        );
    }

    async Task BesideAsync(Move move)
    {
        var refusal = await me.Sessions.MoveAsync(me.Id, move, me.Me.AsActor, Stop);
        Assert.True(refusal is null, $"{move.Verb}: {refusal}");
    }

    async Task DoneAsync(TicketAction action, int? ticket = null)
    {
        var outcome = await me.ActAsync(action, ticket);
        Assert.True(outcome.Refusal is null, $"{action.GetType().Name}: {outcome.Refusal}");
    }

    async Task<MailRow> WaitingAsync(string from)
    {
        var address = AddressOf(from);
        return (await me.WaitingAsync()).First(m =>
            Encoding.UTF8.GetString(m.Raw).Contains(address, StringComparison.Ordinal)
        );
    }

    // What was drawn goes out as it was drawn; any other file is one that somebody made.
    async Task<Attachment> FileAsync(Fields says)
    {
        var session = (await me.LookAsync()).Session;
        var drawn = Drawing.All(session).FirstOrDefault(r => r.File == says.One("reports"));
        var made = Encoding.UTF8.GetBytes(says.One("files")!);
        var (file, bytes) = drawn is not null
            ? ReportBook.Attached(drawn, session.Language)
            : (new Attachment(says.One("files")!, "application/octet-stream", made.Length, Files.HashOf(made)), made);
        await using var db = app.Database();
        await Files.KeepAsync(db, file.Sha256, bytes, Stop);
        return file;
    }

    async Task<Ticket> TicketAsync(int id)
    {
        await using var db = app.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(id), Stop)).Select(r => r.Read()));
    }

    Task<PersonRow> PersonAsync(string id) => me.PersonAsync(AddressOf(id));

    string AddressOf(string id) => scenario.Person(id)!.Email ?? $"{id}@practice.example";

    async Task<DateTimeOffset?> NextAsync(Fields says) =>
        Durations.Read(says.One("next_contact") ?? "") is { } wait ? (await me.LookAsync()).World.Now + wait : null;

    static ClassOfService ClassOf(Fields says) =>
        Enum.Parse<ClassOfService>(says.One("class")!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    string ReasonOf(Fields says) => says.One("reason") ?? scenario.Title.Vi;

    static Affected? AffectedOf(Fields says) =>
        says.One("affected") is { } count ? new(int.Parse(count, CultureInfo.InvariantCulture)) : null;

    static Specialty SpecialtyOf(Character team) =>
        team.Id switch
        {
            "content" => Specialty.Content,
            "devops" or "ops" => Specialty.Operations,
            "product" => Specialty.Product,
            _ => Specialty.Development,
        };

    [GeneratedRegex(@"\b\d\d:\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Hour();
}
