using System.Runtime.InteropServices;

namespace Stepdesk.Core.Redaction;

/// <summary>What must not leave the desk, in the order in which it is looked for: the first that fits is meant.</summary>
public enum Sensitive
{
    PrivateKey = 1,

    /// <summary>An address that opens something by itself.</summary>
    AccessLink,

    /// <summary>A signed token, an API key, a session: whoever holds it is let in.</summary>
    Token,

    /// <summary>A password, a PIN or a one-time code, known by the words before it.</summary>
    Password,

    Email,

    /// <summary>A payment card, with its check digit.</summary>
    Card,

    /// <summary>The twelve digits of a Vietnamese citizen, or the nine of before.</summary>
    CitizenId,
    Phone,
    Passport,
    TaxCode,
    SocialInsurance,
    BankAccount,
    LicensePlate,
    IpAddress,
    BirthDate,
    PostalAddress,
    Name,
}

/// <summary>Which of it is taken out.</summary>
public enum RedactionProfile
{
    /// <summary>Everything.</summary>
    Full = 1,

    /// <summary>Only what lets somebody in: keys, tokens, passwords, links.</summary>
    Secrets,
}

/// <summary>How much of one kind was taken out.</summary>
/// <param name="Count">Places, not different values.</param>
public sealed record Removed(Sensitive Kind, int Count);

/// <summary>A text without what must not leave, and the list of what was removed, in the order of the kinds.</summary>
public sealed record Redacted(string Text, IReadOnlyList<Removed> Removed);

/// <summary>Something found, by its place in the text that was looked at.</summary>
/// <param name="Value">In plain form: the same value written in two ways is the same.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Find(Sensitive Kind, int Start, int End, string Value);
