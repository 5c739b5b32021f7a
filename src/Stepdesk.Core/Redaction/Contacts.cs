using System.Globalization;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>What leads to a person or their machine: addresses of all kinds, plates, papers, birthdays.</summary>
static partial class Contacts
{
    static readonly string[] Passports = ["passport", "ho chieu"];
    static readonly string[] Births =
    [
        "ngay sinh",
        "sinh ngay",
        "sinh nam",
        "nam sinh",
        "dob",
        "date of birth",
        "born",
        "birthday",
    ];
    static readonly string[] Cars = ["bien so", "bien kiem soat", "bks", "plate", "xe"];
    static readonly string[] Insurances = ["bhyt", "bhxh", "bao hiem", "insurance"];
    static readonly string[] Versions = ["version", "ver", "v", "phien ban", "build", "release", "ban"];
    static readonly string[] Money = ["d", "đ", "₫", "vnd", "dong", "usd", "$", "trieu", "nghin"];

    public static IEnumerable<Find> In(Sight sight)
    {
        foreach (Match mail in Email().Matches(sight.Text))
            yield return new(
                Sensitive.Email,
                mail.Index,
                mail.Index + mail.Length,
                mail.Value.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)
            );
        foreach (Match four in Four().Matches(sight.Text))
            if (IsAddress(sight, four))
                yield return Of(Sensitive.IpAddress, four);
        foreach (Match six in Six().Matches(sight.Text))
            if (IsAddress(six.Value) && sight.IsWhole(six.Index, six.Index + six.Length))
                yield return Of(Sensitive.IpAddress, six);
        foreach (Match plate in Plate().Matches(sight.Text))
            if (
                sight.IsWhole(plate.Index, plate.Index + plate.Length)
                && (plate.Value.AsSpan().IndexOfAny("-.") >= 0 || sight.Names(plate.Index, Cars))
                && plate.Value[..2] != "00"
            )
                yield return Of(Sensitive.LicensePlate, plate);
        foreach (Match paper in Paper().Matches(sight.Text))
            if (sight.IsWhole(paper.Index, paper.Index + paper.Length))
                if (paper.Length <= 9 && sight.Names(paper.Index, Passports))
                    yield return Of(Sensitive.Passport, paper);
                else if (paper.Length is 15 or 12 && sight.Names(paper.Index, Insurances))
                    yield return Of(Sensitive.SocialInsurance, paper);
        foreach (Match day in Day().Matches(sight.Text))
            if (sight.IsWhole(day.Index, day.Index + day.Length) && sight.Names(day.Index, Births))
                yield return Of(Sensitive.BirthDate, day);
    }

    // 1.250.000.000 is a price and 2.1.0.14 behind a "v" a version; this machine and no machine tell nothing.
    static bool IsAddress(Sight sight, Match four)
    {
        if (
            !sight.IsWhole(four.Index, four.Index + four.Length)
            || IsBeside(sight.Text, four.Index - 1, '.')
            || IsBeside(sight.Text, four.Index + four.Length, '.', '%')
        )
            return false;
        foreach (var part in four.Value.Split('.'))
            if (part is ['0', _, ..] || int.Parse(part, CultureInfo.InvariantCulture) > 255)
                return false;
        if (four.Value is "127.0.0.1" or "0.0.0.0" or "255.255.255.255")
            return false;
        var after = sight.Bare.AsSpan(four.Index + four.Length).TrimStart();
        foreach (var money in Money)
            if (
                after.StartsWith(money, StringComparison.Ordinal)
                && (after.Length == money.Length || !char.IsLetterOrDigit(after[money.Length]))
            )
                return false;
        return !sight.Names(four.Index, Versions, reach: 14);
    }

    static bool IsBeside(string text, int at, params ReadOnlySpan<char> signs) =>
        at >= 0
        && at < text.Length
        && signs.Contains(text[at])
        && at + 1 < text.Length
        && char.IsAsciiDigit(text[text[at] is '%' || at == 0 ? at : at + 1])
        && (at == 0 || char.IsAsciiDigit(text[at - 1]));

    // Eight groups of up to four hexadecimal digits, or fewer around one gap. Ten past nine is none.
    static bool IsAddress(string six)
    {
        if (six is "::1" or "::")
            return false;
        var gap = six.IndexOf("::", StringComparison.Ordinal);
        if (gap >= 0 && six.IndexOf("::", gap + 1, StringComparison.Ordinal) >= 0)
            return false;
        var groups = six.Split(':', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(groups, g => g.Length <= 4)
            && (gap >= 0 ? groups.Length is >= 2 and < 8 : groups.Length is 8);
    }

    static Find Of(Sensitive kind, Match found) => new(kind, found.Index, found.Index + found.Length, found.Value);

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"[\p{L}\p{Nd}][\p{L}\p{Nd}._%+'-]{0,80}( ?[\[({] ?(at|a|@) ?[\])}] ?|@| @ ?| at (gmail|yahoo|outlook|hotmail|icloud))(( ?[\[({] ?(dot|\.) ?[\])}] ?| dot |\.)?[\p{L}\p{Nd}-]{1,63}){1,8}",
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Email();

    [GeneratedRegex(@"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}", Quick)]
    private static partial Regex Four();

    [GeneratedRegex("[0-9A-Fa-f:]{0,30}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{0,30}", Quick)]
    private static partial Regex Six();

    [GeneratedRegex(@"[1-9][0-9] ?-?[A-ZĐ]{1,2}[0-9]?[ -]{0,3}([0-9]{3}\.?[0-9]{2}|[0-9]{4})", Quick)]
    private static partial Regex Plate();

    [GeneratedRegex("[A-Z][0-9]{7,8}|[A-Z]{2}[0-9]{10,13}", Quick)]
    private static partial Regex Paper();

    [GeneratedRegex(
        "[0-9]{1,2}[-/.][0-9]{1,2}[-/.](19|20)?[0-9]{2}|(19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}",
        Quick
    )]
    private static partial Regex Day();
}
