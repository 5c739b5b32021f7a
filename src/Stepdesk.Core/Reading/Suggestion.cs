using Stepdesk.Core.Service;
using Stepdesk.Core.Service.Calendars;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>
/// What a mail lets one guess: how many people are affected, by when something is wanted, and the class of service.
/// It only suggests and shows the words it read; a person decides.
/// </summary>
/// <param name="Affected">Null when no number was said.</param>
/// <param name="Deadline">Null when nothing is wanted by a time that is still to come.</param>
/// <param name="Class">The class these speak for; Standard when nothing speaks for another.</param>
/// <param name="Reasons">Why, the deciding reason first.</param>
/// <param name="Language">Of the reasons: as asked, or as the mail is written.</param>
public sealed record Suggestion(
    AffectedReading? Affected,
    DeadlineReading? Deadline,
    ClassOfService Class,
    IReadOnlyList<Reason> Reasons,
    Language Language
)
{
    /// <summary>Reads a mail, both languages wherever they stand.</summary>
    /// <param name="subject">Its subject; may be empty.</param>
    /// <param name="text">Its text. Quoted mail, signatures and what is longer than a text may be are not read.</param>
    /// <param name="received">When it came; "tomorrow" counts from there.</param>
    /// <param name="zone">The desk's zone by its IANA name. An unknown one throws.</param>
    /// <param name="policy">Whose thresholds decide; the shipped one when left out.</param>
    /// <param name="language">The language it is likely written in; null when nobody knows.</param>
    public static Suggestion From(
        string subject,
        string text,
        DateTimeOffset received,
        string zone,
        Language? language = null,
        ServicePolicy? policy = null
    )
    {
        var (title, body) = (Passage.Of(Part.Subject, subject, language), Passage.Of(Part.Text, text, language));
        var affected = AffectedReader.Read(title, body);
        var (deadline, starts) = DeadlineReader.Read(received, new LocalTimes(zone), title, body);
        var (suggested, reasons) = new ClassReader(
            affected,
            deadline,
            starts,
            Signals.Of(title, body),
            policy ?? Shipped.Policy
        ).Read();
        return new(affected, deadline, suggested, reasons, language ?? Tongues.Of(title.Tokens, body.Tokens));
    }
}
