using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Practice;

/// <summary>What the desk writes by itself, or adds to what the trainee wrote.</summary>
static class DeskWords
{
    /// <summary>The text as its reader gets it: what several read is greeted for each of them, what one reads is judged as it was written.</summary>
    public static string AsSent(
        Session session,
        IReadOnlyDictionary<int, Character> cast,
        Ticket ticket,
        IMessage message
    ) =>
        IsByTheDesk(ticket, message) && cast.TryGetValue(ticket.Requester, out var reader)
            ? $"{Text.Of("practice-greeting", session.Language, ("name", reader.Address.In(session.Language)))}\n{message.Text}"
            : message.Text;

    /// <summary>Whether nobody wrote it.</summary>
    public static bool IsForm(string text) =>
        Array.Exists(
            Enum.GetValues<Language>(),
            language => Text.Of(Escalate.Begun, language) == text || Text.Of(Escalate.Completed, language) == text
        );

    static bool IsByTheDesk(Ticket ticket, IMessage message) =>
        message is Replied { From: not null } or Resolved { From: not null }
        || (
            message is Replied { Alone: null } or Resolved { Alone: null }
            && ticket.Links.Any(l => l.Kind is LinkKind.HasDuplicate)
            && !Greeting.IsIn(message.Text)
        );
}
