using System.Globalization;
using MimeKit;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Engine.Practice;

/// <summary>The mails simulated people write, as a server would hand them over.</summary>
static class Post
{
    /// <summary>Where it is kept that a mail came from a session, and as which event.</summary>
    public static string Mailbox(int session, int seq) =>
        string.Create(CultureInfo.InvariantCulture, $"session/{session}/{seq}");

    /// <summary>The id of the mail that stands there, without angle brackets.</summary>
    public static string MessageId(string mailbox) => $"{mailbox.Replace('/', '.')}@practice.example";

    /// <summary>Who of the scenario wrote it; null when it came from elsewhere.</summary>
    public static string? SenderOf(Session session, string mailbox) => EventOf(session, mailbox)?.Actor;

    /// <summary>The event by which it came; null when it came from elsewhere.</summary>
    public static SessionEvent? EventOf(Session session, string mailbox) =>
        mailbox.Split('/') is ["session", _, var seq]
        && int.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= session.Events.Count
            ? session.Events[number - 1]
            : null;

    /// <summary>The mail of an event. Of a text with several lines the first is the subject.</summary>
    /// <param name="to">The desk's address, or a ticket's own for who answers.</param>
    public static MimeMessage Write(int session, Session of, SessionEvent said, Character from, MailboxAddress to)
    {
        var text = of.Said(said, of.Language);
        var before = of.Events.Take(said.Seq - 1).LastOrDefault(e => IsMail(e) && e.Actor == said.Actor);
        var (subject, body) = Parts(of, said, text);
        var mail = new MimeMessage
        {
            MessageId = MessageId(Mailbox(session, said.Seq)),
            Date = said.At,
            Subject = subject,
            Body = new TextPart("plain") { Text = body },
        };
        mail.From.Add(new MailboxAddress(from.Name.In(of.Language), Cast.AddressOf(from)));
        mail.To.Add(to);
        if (before is not null)
        {
            mail.InReplyTo = MessageId(Mailbox(session, before.Seq));
            mail.References.Add(mail.InReplyTo);
        }
        return mail;
    }

    static bool IsMail(SessionEvent said) => said.Type is EventTypes.MailReceived;

    static (string Subject, string Body) Parts(Session of, SessionEvent said, string text)
    {
        if (text.Split('\n', 2) is [var subject, var body] && !string.IsNullOrWhiteSpace(body))
            return (subject.Trim(), body.Trim());
        // Whoever writes again does so in the conversation they began.
        var first = of.Events.FirstOrDefault(e => IsMail(e) && e.Actor == said.Actor && e.Seq < said.Seq);
        return first is null
            ? ("", text)
            : ($"Re: {of.Say(first.Data.One("line")!, of.Language).Split('\n')[0].Trim()}", text);
    }
}
