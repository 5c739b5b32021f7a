using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Chat;

/// <summary>
/// What a channel is told, in the desk's language. Like a mail to specialists it carries what the writer put into the
/// package and nothing else of the ticket, since nobody here knows who reads a channel.
/// </summary>
sealed record Cards(OutboxRow Owed, int Number, IReadOnlyList<Recorded> History, TimeZoneInfo Zone, Language Language)
{
    /// <summary>The names of those who are asked to agree.</summary>
    IReadOnlyList<string> Approvers { get; init; } = [];

    public static async Task<Cards> LoadAsync(Db db, OutboxRow owed, CancellationToken stop)
    {
        var history = (await db.StreamAsync(Streams.Ticket(owed.Ticket), stop)).ConvertAll(e => e.Read());
        var number = await db.Tickets.Where(t => t.Id == owed.Ticket).Select(t => t.Number).SingleAsync(stop);
        var desk = await db
            .Worlds.Where(w => w.Id == owed.World)
            .Select(w => new { w.Zone, w.Language })
            .SingleOrDefaultAsync(stop);
        return new(
            owed,
            number,
            history,
            desk is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(desk.Zone),
            desk?.Language ?? Language.En
        )
        {
            Approvers = history.Find(e => e.Version == owed.Version)?.What is ApprovalAsked asked
                ? await db
                    .People.Where(p => asked.Approvers.Contains(p.Id))
                    .OrderBy(p => p.Name)
                    .Select(p => p.Name)
                    .Take(AskApproval.MostApprovers)
                    .ToListAsync(stop)
                : [],
        };
    }

    // An escalation goes by its first version, whatever completed it.
    string AnswerOf(Escalated asked) => (asked.Completes ?? Owed.Version).ToString(CultureInfo.InvariantCulture);

    Recorded Written => History.First(e => e.Version == Owed.Version);

    /// <summary>When it began to be owed.</summary>
    public DateTimeOffset Since => Written.Moment.When;

    public ChatCard Compose(MailOptions desk)
    {
        var open = new CardLink(Say("card-open"), desk.Link(FormattableString.Invariant($"/tickets/{Owed.Ticket}")));
        return Written.What switch
        {
            Escalated asked => Of(asked, open),
            EscalationWithdrawn withdrawn => Of(withdrawn, open),
            ApprovalAsked asked => Of(asked, open),
            ApprovalWithdrawn withdrawn => Of(withdrawn, open),
            ClockEvent noticed => Of(noticed, open),
            var what => throw new InvalidOperationException($"'{EventNames.NameOf(what)}' is told in no chat."),
        } with
        {
            CutNote = Say("card-cut"),
        };
    }

    ChatCard Of(Escalated asked, CardLink open) =>
        new(
            Text.Of(
                asked.Completes is not null ? "card-completing"
                    : asked.IsShort ? "card-alert"
                    : "card-escalation",
                Language,
                ("specialty", Text.Of("specialty", asked.To, Language))
            ),
            asked.Summary,
            open
        )
        {
            IsUrgent = asked.IsShort,
            Facts = [Ticket, .. PackageParts.Facts(asked, Zone, Language)],
            Texts = [.. Texts(asked)],
            Evidence = [.. Evidence(asked)],
            Notes = [.. asked.IsShort ? (string[])[Say("card-alert-note")] : [], Say("card-answer-note")],
            Answer = new(Say("do-answer"), $"{open.Url}?answer={AnswerOf(asked)}#answer-{AnswerOf(asked)}"),
        };

    ChatCard Of(EscalationWithdrawn withdrawn, CardLink open) =>
        new(Say("card-withdrawn"), Asked(withdrawn.Escalation)?.Summary ?? "", open)
        {
            Facts = [Ticket],
            Texts = [new(Say("card-reason"), withdrawn.Text)],
        };

    // No approver's own link: in a channel it would be everybody's.
    ChatCard Of(ApprovalAsked asked, CardLink open) =>
        new(Text.Of("card-approval", Language, ("purpose", ApprovalParts.PurposeOf(asked, Language))), "", open)
        {
            Facts =
            [
                Ticket,
                (Say("card-approval-of"), string.Join(", ", Approvers)),
                (Say("mail-approval-by"), WrittenTime.Of(asked.Until, Zone, Language)),
            ],
            Texts =
            [
                new(Say("mail-approval-fields"), string.Join('\n', asked.Fields)),
                new(Say("mail-approval-why"), asked.Why),
            ],
            Notes = [Say("card-approval-note")],
        };

    ChatCard Of(ApprovalWithdrawn withdrawn, CardLink open) =>
        new(Say("card-approval-withdrawn"), "", open)
        {
            Facts = [Ticket],
            Texts = [new(Say("card-reason"), withdrawn.Text)],
        };

    ChatCard Of(ClockEvent noticed, CardLink open)
    {
        var (kind, clock) = (EventNames.NameOf(noticed), Text.Of("clock", noticed.Clock, Language));
        return new(
            Text.Of($"card-{kind}", Language, ("clock", clock)),
            Text.Of($"mail-alarm-text-{kind}", Language, ("number", Number)),
            open
        )
        {
            IsUrgent = noticed is not ClockWarned,
            Facts =
            [
                Ticket,
                (Say("card-promise"), clock),
                (Say("card-deadline"), WrittenTime.Of(noticed.DueAt, Zone, Language)),
            ],
            Notes = [Say("card-automatic")],
        };
    }

    IEnumerable<CardText> Texts(Escalated asked)
    {
        foreach (
            var (key, text) in ((string, string)[])
                [("card-ask", asked.Ask), ("package-impact", asked.Impact), ("package-tried", asked.Tried)]
        )
            if (text.Length > 0)
                yield return new(Say(key), text);
    }

    (string, string) Ticket => (Say("card-ticket"), FormattableString.Invariant($"#{Number}"));

    Escalated? Asked(int version) => History.FirstOrDefault(e => e.Version == version)?.What as Escalated;

    IEnumerable<CardText> Evidence(Escalated asked)
    {
        var title = Say("package-evidence");
        foreach (var pin in asked.Pins)
        {
            yield return pin.Link is { } link ? new(title, pin.Note ?? "") { Link = link } : new(title, Shown(pin));
            // Said once, over the first.
            title = "";
        }
        if (asked.Attachments.Count > 0)
            yield return new(Say("package-files"), string.Join('\n', asked.Attachments.Select(f => f.Name)));
    }

    string Shown(Pin pin)
    {
        var what = History.FirstOrDefault(e => e.Version == pin.Version);
        var label = PackageParts.Labelled(pin, what, Zone, Language);
        return pin.File is null ? $"{label}\n{PackageParts.Quoted(what, Language)}"
            : Mail.Evidence.FileOf(pin, what) is { } file ? $"{label}\n{file.Name}"
            : $"{label}\n{Say("pinned-gone")}";
    }

    string Say(string key) => Text.Of(key, Language);
}
