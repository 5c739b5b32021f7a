using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// What an approver reads: who asks for exactly what and why, until when, and where to decide. Nothing else of the ticket:
/// whoever approves may be outside the desk.
/// </summary>
static class ApprovalParts
{
    public static string Subject(Letter letter) =>
        Text.Of(
            letter.Message switch
            {
                ApprovalAsked => "mail-approval-subject",
                ApproversReminded => "mail-approval-reminder-subject",
                ApproverRedirected => "mail-approval-redirected-subject",
                _ => "mail-approval-withdrawn-subject",
            },
            letter.To.Language,
            ("number", letter.Number),
            ("purpose", PurposeOf(letter.Approval!, letter.To.Language))
        );

    /// <summary>What a mail to an approver says between its greeting and its regards.</summary>
    /// <param name="desk">Who asks, where the desk itself does.</param>
    /// <param name="isProving">Whether the desk knows who wrote a mail, so that an answer can decide.</param>
    /// <param name="link">Where this reader decides.</param>
    public static IEnumerable<MailPart> Of(
        Letter letter,
        ApprovalAsked asked,
        string desk,
        bool isProving,
        Func<string> link
    )
    {
        var language = letter.To.Language;
        if (letter.Message is ApprovalWithdrawn withdrawn)
        {
            yield return new(Text.Of("mail-approval-withdrawn-lead", language));
            yield return new(withdrawn.Text) { IsQuote = true };
            yield return new(string.Join('\n', asked.Fields)) { Title = PurposeOf(asked, language) };
            yield break;
        }
        if (letter.Message is ApproverRedirected)
        {
            yield return new(Text.Of("mail-approval-redirected-lead", language));
            yield return new(Text.Of("mail-approval-redirected-link", language), link());
            if (isProving)
                yield return new(Text.Of("mail-approval-answer-decides", language));
            yield break;
        }
        yield return new(
            Text.Of(
                letter.Message is ApproversReminded ? "mail-approval-reminder-lead" : "mail-approval-lead",
                language,
                ("who", letter.AskedBy ?? desk)
            )
        );
        yield return new(PurposeOf(asked, language)) { IsHeading = true };
        yield return new(string.Join('\n', asked.Fields)) { Title = Text.Of("mail-approval-fields", language) };
        yield return new(asked.Why) { Title = Text.Of("mail-approval-why", language) };
        yield return new("")
        {
            Facts =
            [
                (Text.Of("mail-approval-by", language), WrittenTime.Of(asked.Until, letter.Zone, language)),
                (Text.Of("mail-approval-who", language), WhoOf(asked, language)),
            ],
        };
        yield return new(Text.Of("mail-approval-link", language), link());
        yield return new(Text.Of(isProving ? "mail-approval-answer-decides" : "mail-approval-answer", language));
    }

    public static string PurposeOf(ApprovalAsked asked, Language language) =>
        Text.Of("approval_purpose", asked.Purpose, language);

    static string WhoOf(ApprovalAsked asked, Language language) =>
        asked.Approvers.Count == 1
            ? Text.Of("mail-approval-you", language)
            : Text.Of(
                asked.AnyOne is true ? "mail-approval-any" : "mail-approval-all",
                language,
                ("n", asked.Approvers.Count - 1)
            );
}
