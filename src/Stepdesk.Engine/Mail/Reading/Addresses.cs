using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>People in address fields: groups opened, broken fields searched for what looks like an address.</summary>
static class Addresses
{
    public static IReadOnlyList<MailAddress> All(Fields fields, string name, Budget budget)
    {
        var all = fields.All(name).SelectMany(Read).Take(Budget.MostAddresses + 1).ToList();
        if (all.Count <= Budget.MostAddresses)
            return all;
        budget.Over("mail-too-many-addresses");
        return all[..Budget.MostAddresses];
    }

    /// <summary>Who wrote: the first of several authors, else whoever sent it for them.</summary>
    public static MailAddress? From(Fields fields) =>
        First(fields, "From") ?? First(fields, "Sender") ?? First(fields, "Reply-To") ?? First(fields, "Return-Path");

    public static MailAddress? First(Fields fields, string name) => fields.All(name).SelectMany(Read).FirstOrDefault();

    static IEnumerable<MailAddress> Read(byte[] value) =>
        Parsed(value) is { Count: > 0 } parsed ? parsed : Found(Encoding.UTF8.GetString(value));

    static List<MailAddress> Parsed(byte[] value) =>
        InternetAddressList.TryParse(Loose, value, out var list)
            ? [.. list.Mailboxes.Select(m => Clean(m.Name, m.Address)).OfType<MailAddress>()]
            : [];

    static IEnumerable<MailAddress> Found(string text) =>
        Address.Matches(text).Select(m => Clean(NameBefore(text, m.Index), m.Value)).OfType<MailAddress>();

    /// <summary>In a broken field, the words before "&lt;address&gt;" are still the best name there is.</summary>
    static string NameBefore(string text, int at)
    {
        var start = at < 1 ? 0 : text.LastIndexOfAny([',', ';', '>'], at - 1) + 1;
        return text[start..at].Trim(' ', '<', '"', '\'', '\t');
    }

    static MailAddress? Clean(string? name, string? address)
    {
        var clean = Charsets.OneLine(address ?? "").Replace(" ", "", StringComparison.Ordinal);
        return clean.Length is 0 or > 320 ? null : new MailAddress(Shorten(Charsets.OneLine(name ?? "")), clean);
    }

    static string Shorten(string name) =>
        name.Length <= 200 ? name : name[..(char.IsHighSurrogate(name[199]) ? 199 : 200)];

    static readonly ParserOptions Loose = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Loose,
        AllowAddressesWithoutDomain = true,
    };

    static readonly Regex Address = new(
        @"[^\s<>,;:""()\[\]@]+@[^\s<>,;:""()\[\]@]+",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );
}
