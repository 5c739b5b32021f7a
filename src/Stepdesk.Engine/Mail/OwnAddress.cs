using Stepdesk.Core.History;

namespace Stepdesk.Engine.Mail;

/// <summary>The addresses at which the desk itself is written to: its own, and those its answers come from.</summary>
static class OwnAddress
{
    /// <summary>Nobody would read what is asked there: it comes back as a mail of the desk's own.</summary>
    public static readonly Refusal Asked = new("address-is-the-desks-own");

    /// <summary>Why nobody at this address can be asked for anything; null when they can.</summary>
    public static Refusal? WhyNot(MailOptions options, string address) =>
        options.IsOurs(address.Trim()) ? Asked with { Detail = address.Trim() } : null;
}
