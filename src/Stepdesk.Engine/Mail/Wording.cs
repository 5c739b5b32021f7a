using Stepdesk.Core.Mail;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>A mail's words and files as a ticket takes them; what is missing is said rather than left empty.</summary>
static class Wording
{
    const int LongestMadeTitle = 80;

    /// <summary>The subject without what mail programs and this desk put before it, else the first words of the text.</summary>
    public static string Title(ReadMail mail, Language language)
    {
        var subject = Cut(Subjects.Clean(FindThread.Number.Replace(mail.Subject, "")), Log.LongestTitle);
        if (subject.Length > 0)
            return subject;
        var first = Cut(Plain.Text(mail.Text).Split('\n')[0], LongestMadeTitle);
        return first.Length > 0 ? first : Text.Of("mail-no-subject", language);
    }

    // Looked at again after the cut: some mails begin with a screenful of characters nobody sees.
    static string Cut(string text, int longest) => Plain.Line(Plain.Cut(Plain.Line(text), longest));

    public static string Of(Arrived arrived, string text, Language language)
    {
        var words = Plain.Text(text) is { Length: > 0 } some ? some : Text.Of("mail-no-text", language);
        return arrived.Row.Error is MailErrors.Cut ? $"{words}\n\n{Text.Of("mail-cut", language)}" : words;
    }

    /// <summary>None of a mail that was cut: its files would be broken.</summary>
    public static IReadOnlyList<Attachment> Attachments(Arrived arrived) =>
        arrived.Row.Error is MailErrors.Cut
            ? []
            : [.. arrived.Mail.Attachments.Select(f => new Attachment(f.Name, f.Type, f.Content.LongLength, f.Sha256))];
}
