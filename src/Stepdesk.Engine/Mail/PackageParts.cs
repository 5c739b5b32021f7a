using System.Globalization;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// What specialists read when they are asked for help. It carries what the writer put into the package and nothing else of
/// the ticket: who is asked may be outside the desk.
/// </summary>
static class PackageParts
{
    // A pinned log is evidence by its beginning; all of it is a file.
    const int LongestQuote = 4000;

    public static string Subject(Letter letter, Escalated asked) =>
        Text.Of(
            asked.IsShort ? "mail-alert-subject" : "mail-escalation-subject",
            letter.To.Language,
            ("number", letter.Number),
            ("summary", asked.Summary)
        );

    public static IEnumerable<MailPart> Of(Letter letter, Escalated asked)
    {
        var language = letter.To.Language;
        yield return new(
            Text.Of(
                asked.Completes is not null ? "mail-completing-lead"
                    : asked.IsShort ? "mail-alert-lead"
                    : "mail-escalation-lead",
                language,
                ("specialty", Text.Of("specialty", asked.To, language))
            )
        );
        yield return new(asked.Summary) { IsHeading = true };
        yield return new("") { Facts = [.. Facts(asked, letter.Zone, language)] };
        foreach (
            var (key, text) in ((string, string)[])
                [("package-impact", asked.Impact), ("package-tried", asked.Tried), ("package-ask", asked.Ask)]
        )
            if (text.Length > 0)
                yield return new(text) { Title = Text.Of(key, language) };
        foreach (var part in Evidence(letter))
            yield return part;
    }

    /// <summary>What can be said of it in a word each.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(Escalated asked, TimeZoneInfo zone, Language language)
    {
        yield return (Text.Of("package-why", language), Text.Of("ground", asked.Why, language));
        if (asked.Class is { } of)
            yield return (Text.Of("package-class", language), Text.Of("class", of, language));
        if (asked.Affected is { } affected)
            yield return (Text.Of("package-affected", language), affected.ToString(CultureInfo.InvariantCulture));
        if (asked.Since is { } since)
            yield return (Text.Of("package-since", language), WrittenTime.Of(since, zone, language));
        if (asked.NextUpdateAt is { } next)
            yield return (Text.Of("package-next-update", language), WrittenTime.Of(next, zone, language));
    }

    static IEnumerable<MailPart> Evidence(Letter letter)
    {
        var language = letter.To.Language;
        var title = Text.Of("package-evidence", language);
        foreach (var (pin, what) in letter.Evidence.Pinned.Where(p => p.Pin.File is null))
        {
            yield return pin.Link is { } link
                ? new(pin.Note ?? "", link) { Title = title }
                : new(Quoted(what, language))
                {
                    Title = title,
                    Note = Labelled(pin, what, letter.Zone, language),
                    IsQuote = true,
                };
            // Said once, over the first.
            title = null;
        }
        var files = letter
            .Evidence.Files.Select(f => f.Name)
            .Concat(letter.Evidence.TooLarge.Select(name => Text.Of("mail-file-too-large", language, ("name", name))))
            .ToList();
        if (files.Count > 0)
            yield return new(string.Join('\n', files)) { Title = Text.Of("package-files", language) };
    }

    /// <summary>The beginning of what was said there.</summary>
    public static string Quoted(Recorded? what, Language language) =>
        what is not null && Pinned.Of(what.What, language) is { Length: > 0 } text
            ? text.Length > LongestQuote
                ? $"{Plain.Cut(text, LongestQuote)} …"
                : text
            : Text.Of("pinned-gone", language);

    /// <summary>What a pin shows, what it points at, and when that was said.</summary>
    public static string Labelled(Pin pin, Recorded? what, TimeZoneInfo zone, Language language)
    {
        var said =
            what is not null && Saying.Of(what.What) is not null
                ? $"{Pinned.Name(what.What, language)}, {WrittenTime.Of(what.Moment.When, zone, language)}"
                : "";
        return string.IsNullOrEmpty(pin.Note) ? said : $"{pin.Note} ({said})";
    }
}
