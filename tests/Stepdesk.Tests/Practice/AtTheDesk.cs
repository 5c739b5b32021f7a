using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Tests.Practice;

/// <summary>
/// Plays a written run the way a person would: what a run says in one move is done with the desk's own forms, and only
/// what has no form there in the side panel.
/// </summary>
sealed class AtTheDesk(DeskApp app, Trying me, Script script)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // What was found out by then, as evidence a form can point at.
    readonly List<int> findings = [];

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

    async Task DoAsync(Move move)
    {
        var says = move.Fields;
        switch (move.Verb)
        {
            // On the desk a class is decided on a ticket, so whoever decides it first logs the report first.
            case "classify" when me.Ticket == 0:
                await LogAsync();
                break;
            case "create" when me.Ticket != 0:
            case "resolve": // was said with the message that told of it
                break;
            case "create":
                await LogAsync();
                break;
            case "classify":
                await DoneAsync(new Classify(ClassOf(says), says.One("reason") ?? "15 học viên không học tiếp được"));
                break;
            case "message" when says.One("tag") is "resolution":
                await ResolveAsync(says);
                break;
            case "message":
                await DoneAsync(new Reply(says.One("text")!) { NextUpdateAt = await NextAsync(says) });
                break;
            case "query":
                await QueryAsync(says);
                break;
            case "note" when says.One("tag") is "decision":
                await DoneAsync(new Diagnose(says.One("text")!));
                break;
            case "note":
                await DoneAsync(new Note(says.One("text")!));
                break;
            case "escalate":
                await EscalateAsync(says);
                break;
            case "trend":
                await DoneAsync(new NoteTrend(says.One("text")!));
                break;
            case "close":
                await DoneAsync(new Close());
                break;
            default:
                Assert.Null(await me.Sessions.MoveAsync(me.Id, move, me.Me.AsActor, Stop));
                break;
        }
    }

    async Task LogAsync()
    {
        var says = script.Steps.First(s => s.Move.Verb is "create").Move.Fields;
        var mail = (await me.WaitingAsync())[0];
        var outcome = await me.LogAsync(
            new Log(says.One("title")!, says.One("description")!, (await RequesterAsync()).Id, Channel.Mail)
            {
                MailId = mail.Id,
                ReportedAt = mail.ReceivedAt,
                Class = new Classify(ClassOf(says), "15 học viên không học tiếp được"),
                Affected = says.One("affected") is { } count
                    ? new(int.Parse(count, CultureInfo.InvariantCulture))
                    : null,
                Category = says.One("category"),
                Tags = says.All("tags"),
            }
        );
        Assert.Null(outcome.Refusal);
    }

    async Task<Engine.Data.PersonRow> RequesterAsync() => await me.PersonAsync("thu.ha@campus.example");

    async Task ResolveAsync(Fields says)
    {
        var solved = script.Steps.First(s => s.Move.Verb is "resolve").Move.Fields;
        await DoneAsync(
            new Resolve(ResolutionKind.Fix, solved.One("resolution")!)
            {
                Cause = solved.One("cause")!,
                Message = says.One("text"),
            }
        );
    }

    // What the query page would be asked; a question of telemetry is a query and no name.
    async Task QueryAsync(Fields says)
    {
        var day = (await me.LookAsync()).Scenario.Start;
        var since = day.Date + TimeOnly.Parse(says.One("from")!, CultureInfo.InvariantCulture).ToTimeSpan();
        var utc = new DateTimeOffset(since, day.Offset).UtcDateTime;
        var query =
            $"{says.One("table")} | where timestamp > datetime({utc:yyyy-MM-ddTHH:mm:ssZ})"
            + (says.One("name") is { } name ? $" | where name == '{name}'" : "")
            + (says.One("filter") is { } filter ? $" | where tostring(customDimensions) has '{filter}'" : "")
            + (
                says.One("split") is { } split
                    ? $" | summarize avg(duration), count() by tostring(customDimensions.{split})"
                    : " | summarize count() by bin(timestamp, 5m)"
            );
        var answer = await me.AskAsync(query);
        Assert.NotEqual(0, answer.RowCount);
        findings.Add((await me.TicketAsync()).Version);
    }

    async Task EscalateAsync(Fields says)
    {
        await using var db = app.Database();
        var team = await db.Teams.Where(t => t.World == me.Id).Select(t => t.Id).FirstAsync(Stop);
        var day = (await me.LookAsync()).Scenario.Start;
        await DoneAsync(
            new Escalate(Ground.BeyondAccess, Specialty.Development)
            {
                Team = team,
                Package = new()
                {
                    Summary = says.One("text")!.Split('\n')[0],
                    Impact = says.One("text")!,
                    Since = new DateTimeOffset(day.Date.AddHours(14), day.Offset),
                    Tried = string.Join('\n', says.All("tried")),
                    Ask = says.One("ask") ?? "?",
                    NextUpdateAt = (await me.LookAsync()).World.Now.AddMinutes(15),
                    Pins = [new(1), .. findings.Select(f => new Pin(f))],
                },
            }
        );
    }

    async Task DoneAsync(TicketAction action)
    {
        var outcome = await me.ActAsync(action);
        Assert.True(outcome.Refusal is null, $"{action.GetType().Name}: {outcome.Refusal}");
    }

    async Task<DateTimeOffset?> NextAsync(Fields says) =>
        Durations.Read(says.One("next_contact") ?? "") is { } wait ? (await me.LookAsync()).World.Now + wait : null;

    static ClassOfService ClassOf(Fields says) => Enum.Parse<ClassOfService>(says.One("class")!, ignoreCase: true);
}
