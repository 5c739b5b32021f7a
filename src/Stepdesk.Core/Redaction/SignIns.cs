using System.Buffers;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>Passwords known by how they are written and what is done with them: "use … to sign in", "… as your password".</summary>
static partial class SignIns
{
    const int Shortest = 6;

    // No dash, point or slash: those stand in codes, versions and paths. A plus joins keys (Ctrl+F5) and what one may choose.
    static readonly SearchValues<char> Strong = SearchValues.Create("!@#$%^&*?~");

    public static IEnumerable<Find> In(Sight sight) =>
        from Match said in Used().Matches(sight.Bare).Concat(Named().Matches(sight.Bare))
        let value = said.Groups["value"]
        let ending = GoesOn(sight, said, value) ? ".,;:)" : ".,;:)?!"
        let end = value.Index + sight.Text.AsSpan(value.Index, value.Length).TrimEnd(ending).Length
        where IsStrong(sight.Text[value.Index..end])
        select new Find(Sensitive.Password, value.Index, end, sight.Text[value.Index..end]);

    // Where nothing of its sentence follows, a mark behind it may be the sentence's: "with Office365?".
    static bool GoesOn(Sight sight, Match said, Group value) =>
        value.Index + value.Length is var end && end < said.Index + said.Length && !char.IsUpper(sight.Text[end + 1]);

    // Letters, digits and a mark in one: nothing but a password is written so, save addresses, accounts and numbered things.
    static bool IsStrong(string value) =>
        value.Length >= Shortest
        && value.Any(char.IsLetter)
        && value.Any(char.IsAsciiDigit)
        && Unwrapped(value).IndexOfAny(Strong) >= 0
        && !value.Contains('/', StringComparison.Ordinal)
        && !Plain().IsMatch(value)
        && !Passwords.IsReference(value);

    // "**WEB101**", "#SD-2026-00012", "~30p" are a word in bold, a number and a guess.
    static ReadOnlySpan<char> Unwrapped(string value) =>
        value[0] is '*' or '~' ? value.AsSpan().Trim("*~") : value.AsSpan().TrimStart("#@?");

    // A mail address, a name to sign in with, "link#2", an address without its scheme.
    [GeneratedRegex(
        @"^([^@]+@.*\..*|[\p{L}\p{Nd}._-]+@[\p{L}-]+|[\p{L}-]+#[0-9]{1,3}(\.[0-9]+)*|[\p{L}\p{Nd}_-]+(\.[\p{L}\p{Nd}_-]+)+\?.*)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plain();

    // "Sign in with …", "use … to sign in".
    [GeneratedRegex(
        @"\b(dang nhap|vao|sign in|log in|login)( \w+){0,4} (bang|voi|with|using) (?<value>[^\s""“”<>]{6,64})|\b(dung|su dung|nhap|go|use|type|enter) (?<value>[^\s""“”<>]{6,64})( \w+){0,2} (de|to) (dang nhap|vao|mo|sign in|log in|login)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Used();

    // "… as your password".
    [GeneratedRegex(
        @"(^|\s)(?<value>[^\s""“”<>]{6,64}) (as|for|is|la|lam)( (the|your|my|his|her|their|a|new|temporary))* (password|passcode|pw|mat khau|mk)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Named();
}
