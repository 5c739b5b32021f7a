using System.Globalization;
using System.Runtime.InteropServices;

namespace Stepdesk.Core.Redaction;

/// <summary>
/// Numbers that belong to a person: cards, identity numbers, telephones, accounts. They are written with blanks, dots and
/// hyphens in any place, so groups of digits are looked at one by one and together.
/// </summary>
static class Digits
{
    const int Most = 19;

    [StructLayout(LayoutKind.Auto)]
    readonly record struct Group(int Start, int End);

    public static IEnumerable<Find> In(Sight sight)
    {
        var groups = GroupsOf(sight.Text);
        for (var first = 0; first < groups.Count; first++)
        {
            if (Longest(sight, groups, first) is not { } found)
                continue;
            yield return found.Find;
            first = found.Last;
        }
    }

    // The most groups that together are something; a card goes before the telephone it might begin with.
    static (Find Find, int Last)? Longest(Sight sight, List<Group> groups, int first)
    {
        (Find, int)? best = null;
        var digits = "";
        for (var last = first; last < groups.Count; last++)
        {
            if (last > first && !IsJoined(sight.Text, groups[last - 1].End, groups[last].Start))
                break;
            digits += sight.Text[groups[last].Start..groups[last].End];
            if (digits.Length > Most)
                break;
            var (start, end) = (StartOf(sight.Text, groups[first].Start), groups[last].End);
            if (
                sight.IsWhole(groups[first].Start, end)
                && !IsInCode(sight, start, end)
                && KindOf(sight, digits, groups.GetRange(first, last - first + 1), start) is { } kind
            )
                best = (new(kind, start, end, digits), last);
        }
        return best;
    }

    static Sensitive? KindOf(Sight sight, string digits, List<Group> groups, int start)
    {
        if (IsDate(sight.Text, groups))
            return null;
        var hasPlus = sight.Text[start] is '+' || sight.Text[start] is '(' && sight.Text[start + 1] is '+';
        if (hasPlus)
            return digits.Length is >= 8 and <= 15 ? Sensitive.Phone : null;
        if (IsCard(digits))
            return Sensitive.Card;
        if (sight.Names(start, DigitWords.Accounts) && digits.Length is >= 6 and <= Most)
            return Sensitive.BankAccount;
        if (sight.Names(start, DigitWords.Taxes) && digits.Length is 10 or 13)
            return Sensitive.TaxCode;
        if (sight.Names(start, DigitWords.Insurances) && digits.Length is 10 or 13)
            return Sensitive.SocialInsurance;
        if (digits.Length is 9 or 12 && sight.Names(start, DigitWords.Identities))
            return Sensitive.CitizenId;
        var isOrder =
            sight.Names(start, DigitWords.Orders, reach: 20) && !sight.Names(start, DigitWords.Telephones, reach: 20);
        if (digits.Length is 12 && IsCitizen(digits) && !isOrder)
            return Sensitive.CitizenId;
        return IsTelephone(digits) && !isOrder && AreLikely(groups) ? Sensitive.Phone : null;
    }

    // A mobile has nine digits after the 0 or 84, a landline ten.
    static bool IsTelephone(string digits)
    {
        var rest =
            digits.StartsWith("0084", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11 ? digits[2..]
            : digits is ['0', ..] ? digits[1..]
            : "";
        if (digits is not ['0', not '0', ..] && rest is ['0', ..])
            rest = rest[1..];
        return rest switch
        {
            ['3' or '5' or '7' or '8' or '9', ..] => rest.Length is 9,
            ['2', ..] => rest.Length is 10,
            _ => false,
        };
    }

    // Nobody parts a number into many crumbs, but for one digit at a time.
    static bool AreLikely(List<Group> groups) =>
        groups.Count <= 5
        || groups.TrueForAll(g => g.End - g.Start == 1)
        || groups.TrueForAll(g => g.End - g.Start == 2);

    // The province, then the century with the sex, then the year.
    static bool IsCitizen(string digits) =>
        int.Parse(digits.AsSpan(0, 3), CultureInfo.InvariantCulture) is >= 1 and <= 96
        && digits[3] is >= '0' and <= '3';

    static bool IsCard(string digits)
    {
        var isNapas = digits.StartsWith("9704", StringComparison.Ordinal) && digits.Length is 16 or 19;
        var isIssued = digits.Length switch
        {
            13 => digits[0] is '4',
            14 => digits is ['3', '0' or '6' or '8', ..],
            15 => digits is ['3', '4' or '7', ..],
            16 => digits[0] is '2' or '3' or '4' or '5' or '6',
            18 or 19 => digits[0] is '4' or '6',
            _ => false,
        };
        return isNapas || (isIssued && HasCheckDigit(digits));
    }

    // Luhn's: every second digit from the right counts double, and the sum ends in 0.
    static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum +=
                i % 2 == 0 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }
        return sum % 10 == 0 && digits.Distinct().Skip(1).Any();
    }

    // 09-03-2026 and 2026-03-09, with an hour behind or not.
    static bool IsDate(string text, List<Group> groups)
    {
        for (var i = 0; i + 2 < groups.Count; i++)
            if (
                text[groups[i].End] is '-' or '.'
                && text[groups[i].End] == text[groups[i + 1].End]
                && (
                    (Value(i) <= 31 && Value(i + 1) <= 12 && IsYear(i + 2))
                    || (IsYear(i) && Value(i + 1) <= 12 && Value(i + 2) <= 31)
                )
            )
                return true;
        return false;

        int Value(int i) =>
            groups[i] is { } g && g.End - g.Start <= 2
                ? int.Parse(text.AsSpan(g.Start, g.End - g.Start), CultureInfo.InvariantCulture)
                : int.MaxValue;
        bool IsYear(int i) =>
            groups[i] is { } g && g.End - g.Start == 4 && text[g.Start..(g.Start + 2)] is "19" or "20";
    }

    static List<Group> GroupsOf(string text)
    {
        var groups = new List<Group>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                continue;
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            groups.Add(new(start, at));
        }
        return groups;
    }

    // Between two groups of one number: a blank, a dot, a hyphen, a parenthesis with a blank, or the end of a line.
    static bool IsJoined(string text, int from, int to)
    {
        if (to - from > 3)
            return false;
        foreach (var letter in text.AsSpan(from, to - from))
            if (!(char.IsWhiteSpace(letter) || letter is '.' or '-' or '–' or '(' or ')' or '\u2010' or '\u2011'))
                return false;
        return true;
    }

    // The plus before it, and the parenthesis before that.
    static int StartOf(string text, int at)
    {
        var start = at;
        if (start > 0 && text[start - 1] is '(')
            start--;
        if (start > 0 && text[start - 1] is '+')
            start--;
        if (start > 0 && text[start] is '+' && text[start - 1] is '(')
            start--;
        return start;
    }

    // HT-0912345678 and a1b2-0912345678 are codes; Tel-0912345678 is none. Nor does a number go on behind a point.
    static bool IsInCode(Sight sight, int start, int end)
    {
        var text = sight.Text;
        if (start > 0 && text[start - 1] is '#')
            return true;
        if (
            start > 1
            && text[start - 1] is '-' or '.' or '/' or ',' or '#'
            && char.IsLetterOrDigit(text[start - 2])
            && !sight.Names(start, DigitWords.Telephones, reach: 16)
            && !sight.Names(start, DigitWords.Accounts, reach: 16)
        )
            return true;
        return end + 1 < text.Length
            && text[end] is '-' or '/' or ','
            && char.IsLetterOrDigit(text[end + 1])
            && !char.IsWhiteSpace(text[end + 1])
            && text[end] is not ',';
    }
}
