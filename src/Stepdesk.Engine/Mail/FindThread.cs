using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Mail;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// The ticket a mail belongs to. What is signed is believed from anybody; what can be guessed only from the requester,
/// since a ticket's number is no secret.
/// </summary>
sealed partial class FindThread(Signer signer)
{
    public async Task<Thread?> FindAsync(Db db, int world, Arrived arrived, CancellationToken stop)
    {
        // A mail sent to a ticket's own address was meant for it, forward or not.
        var ids = Ids(arrived.Mail).ToList();
        if (Addressed(arrived).Select(a => (int?)a.Ticket).FirstOrDefault() is { } addressed)
            return await PartAsync(db, world, addressed, ids, arrived, stop)
                ?? await ThreadAsync(db, world, addressed, arrived, stop);
        // A forward tells of somebody's mail; that it carries the ids of a thread means nothing.
        if (Subjects.IsForward(arrived.Mail.Subject))
            return null;
        if (ids.Select(signer.ReadMessageId).FirstOrDefault(message => message is not null) is { } ours)
            return await PartAsync(db, world, ours.Ticket, ids, arrived, stop)
                ?? await ThreadAsync(db, world, ours.Ticket, arrived, stop);
        return await KnownAsync(db, world, ids, arrived, stop) ?? await NumberedAsync(db, world, arrived, stop);
    }

    IEnumerable<(int Ticket, int? Reader)> Addressed(Arrived arrived) =>
        arrived
            .Mail.To.Concat(arrived.Mail.Cc)
            .Select(a => a.Address)
            .Concat(arrived.Head.DeliveredTo)
            .Select(signer.ReadReplyAddress)
            .OfType<(int, int?)>();

    /// <summary>The message of ours on this ticket that a mail answers; null when it does not say.</summary>
    public Posted? Answered(Arrived arrived, int ticket) =>
        Ids(arrived.Mail).Select(signer.ReadMessageId).FirstOrDefault(message => message?.Ticket == ticket);

    /// <summary>To whom beside the requester we wrote what a mail answers, as far as it tells; null when it does not.</summary>
    public int? Asked(Arrived arrived, int ticket) =>
        Answered(arrived, ticket)?.Reader
        // What is written anew to an address that only they were given.
        ?? Addressed(arrived).Where(a => a.Ticket == ticket).Select(a => a.Reader).FirstOrDefault(r => r is not null);

    static IEnumerable<string> Ids(ReadMail mail) =>
        new[] { mail.InReplyTo }.OfType<string>().Concat(mail.References.Reverse()).Distinct(StringComparer.Ordinal);

    // Who answers their own mail that was split off this ticket goes on in the new one, though they wrote to the address of
    // the first. What they answer of ours is nearer than what they wrote before it.
    async Task<Thread?> PartAsync(
        Db db,
        int world,
        int ticket,
        IEnumerable<string> ids,
        Arrived arrived,
        CancellationToken stop
    )
    {
        var nearest = ids.TakeWhile(id => signer.ReadMessageId(id) is null).ToList();
        if (nearest.Count == 0 || await KnownAsync(db, world, nearest, arrived, stop) is not { } known)
            return null;
        if (known.Ticket == ticket)
            return null;
        var (stream, splitFrom) = (Streams.Ticket(known.Ticket), EventNames.NameOf(new SplitFrom(0, [], "")));
        var begun = await db
            .History.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Stream == stream && e.Kind == splitFrom, stop);
        return (begun?.Read().What as SplitFrom)?.Ticket == ticket ? known : null;
    }

    // An id of somebody's own earlier mail, such as a second mail sent before we answered the first.
    static async Task<Thread?> KnownAsync(Db db, int world, List<string> ids, Arrived arrived, CancellationToken stop)
    {
        var known = await db
            .Threads.Where(t => t.World == world && ids.Contains(t.MessageId))
            .ToDictionaryAsync(t => t.MessageId, t => t.Ticket, stop);
        foreach (var id in ids)
            if (
                known.TryGetValue(id, out var ticket)
                && await ThreadAsync(db, world, ticket, arrived, stop) is { IsByRequester: true } thread
            )
                return thread;
        return null;
    }

    static async Task<Thread?> NumberedAsync(Db db, int world, Arrived arrived, CancellationToken stop)
    {
        var found = Number.Match(arrived.Mail.Subject);
        if (!found.Success)
            return null;
        var number = int.Parse(found.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var ticket = await db
            .Tickets.Where(t => t.World == world && t.Number == number)
            .Select(t => (int?)t.Id)
            .SingleOrDefaultAsync(stop);
        return ticket is { } id && await ThreadAsync(db, world, id, arrived, stop) is { IsByRequester: true } thread
            ? thread
            : null;
    }

    static async Task<Thread?> ThreadAsync(Db db, int world, int ticket, Arrived arrived, CancellationToken stop)
    {
        var requester = await db
            .Tickets.Where(t => t.Id == ticket && t.World == world)
            .Join(db.People, t => t.Requester, p => p.Id, (_, p) => new { p.Id, p.EmailKey })
            .SingleOrDefaultAsync(stop);
        return requester is null
            ? null
            : new(
                ticket,
                requester.Id,
                arrived.Sender is { } sender && People.KeyOf(sender.Address) == requester.EmailKey
            );
    }

    /// <summary>What our subjects begin with; also taken out of a new ticket's title.</summary>
    [GeneratedRegex(@"\[#(?<number>\d{1,9})\]", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Number { get; }
}

/// <summary>A ticket a mail belongs to, and whether its requester sent it.</summary>
sealed record Thread(int Ticket, int Requester, bool IsByRequester);

/// <summary>A stored mail, read.</summary>
/// <param name="Sender">Whom an answer would reach; null when that is nobody.</param>
sealed record Arrived(MailRow Row, ReadMail Mail, MailHead Head, MailAddress? Sender)
{
    public static Arrived Read(MailRow row, MailOptions options)
    {
        var mail = MailReader.Read(row.Raw);
        // Forms on a school's pages write from the desk's own address, and name who filled them in for the reply.
        var senders = mail.From is { } from ? mail.Answerable.Prepend(from) : mail.Answerable;
        return new(row, mail, MailHead.Read(row.Raw), senders.FirstOrDefault(a => !options.IsOurs(a.Address)));
    }
}
