using System.Buffers;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Redaction;

/// <summary>Passwords known by how they are written and what is done with them: "use … to sign in", "… as your password".</summary>
static partial class SignIns
{
    const int Shortest = 6;

    // No dash, point or slash: those stand in codes, versions and paths.
    static readonly SearchValues<char> Strong = SearchValues.Create("!@#$%^&*?~+");

    public static IEnumerable<Find> In(Sight sight) =>
        from Match said in Used().Matches(sight.Bare).Concat(Named().Matches(sight.Bare))
        let value = said.Groups["value"]
        let end = value.Index + sight.Text.AsSpan(value.Index, value.Length).TrimEnd(".,;:)").Length
        where IsStrong(sight.Text[value.Index..end])
        select new Find(Sensitive.Password, value.Index, end, sight.Text[value.Index..end]);

    // Letters, digits and a mark in one: nothing but a password is written so, save addresses and numbers of tickets.
    static bool IsStrong(string value) =>
        value.Length >= Shortest
        && value.Any(char.IsLetter)
        && value.Any(char.IsAsciiDigit)
        && value.AsSpan().IndexOfAny(Strong) >= 0
        && !value.Contains("://", StringComparison.Ordinal)
        && !(
            value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && value[at..].Contains('.', StringComparison.Ordinal)
        )
        && !Passwords.IsReference(value);

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
