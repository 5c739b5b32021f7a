using System.Globalization;
using Stepdesk.Core.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>The package to specialists that a form of the ticket page was filled in for.</summary>
static class PackageForm
{
    public static Escalate Read(TicketForm form, Typed typed, IReadOnlyList<Attachment> files) =>
        new(typed.Chosen<Ground>(form.Ground), typed.Chosen<Specialty>(form.Specialty))
        {
            Person = form.Person,
            Team = form.Team,
            Channel = string.IsNullOrEmpty(form.Channel) ? null : form.Channel,
            IsShort = form.IsShort,
            Completes = form.Alert,
            Telling = form.Message,
            Package = new()
            {
                Summary = form.Summary ?? "",
                Affected = typed.Number(form.Count),
                Since = typed.Time(form.Since),
                Tried = form.Text ?? "",
                Impact = form.Impact ?? "",
                Ask = form.Ask ?? "",
                NextUpdateAt = typed.Time(form.At),
                Pins = [.. (form.Pins ?? []).Select(Entry), .. Links(form.Links ?? "")],
                Attachments = files,
            },
        };

    // What our own form would never say is a pin of nothing, which is refused.
    static Pin Entry(string pinned) =>
        pinned.Split('/') switch
        {
            [var version] => new(Number(version)),
            [var version, var file] => new(Number(version), Number(file)),
            _ => new(0),
        };

    static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    static IEnumerable<Pin> Links(string lines) =>
        lines
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => new Pin(Link: parts[0], Note: parts.Length > 1 ? parts[1] : null));
}
