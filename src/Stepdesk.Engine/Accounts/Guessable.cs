using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Accounts;

/// <summary>
/// Passwords that are tried first, however long they are. Nothing is said about what kinds of characters there must be:
/// such rules make people add a 1 and an exclamation mark.
/// </summary>
static class Guessable
{
    // What must be left once all that anybody would try is taken away: letters of a word or two, or a good many digits.
    const int Letters = 4;
    const int Digits = 10;
    const int ShortestPart = 3;

    static readonly string[] Usual =
    [
        "password",
        "passw0rd",
        "matkhau",
        "stepdesk",
        "helpdesk",
        "welcome",
        "letmein",
        "iloveyou",
        "anhyeuem",
        "emyeuanh",
        "vietnam",
        "saigon",
        "hanoi",
        "qwerty",
        "qwertz",
        "azerty",
        "admin",
        "secret",
        "default",
        "changeme",
        "login",
    ];

    // Keyboards and alphabets, forwards; a run of them is one thought and not many letters.
    static readonly string[] Rows =
    [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb",
        "01234567890",
        "abcdefghijklmnopqrstuvwxyz",
    ];

    /// <summary>Whether little is left of it without its owner's name and address, the usual words, runs and repeats.</summary>
    public static bool Is(string password, string name, string email)
    {
        var rest = string.Concat(Fold.Words(password));
        var parts = Usual
            .Concat(Fold.Of(name).Split(' '))
            .Concat(Fold.Of(email).Split('@', '.', '-', '_', '+'))
            .Where(part => part.Length >= ShortestPart)
            .OrderByDescending(part => part.Length);
        foreach (var part in parts)
            rest = rest.Replace(part, " ", StringComparison.Ordinal);
        foreach (var row in Rows)
            rest = WithoutRuns(rest, row);
        return rest.Where(char.IsLetter).Distinct().Count() < Letters
            && (rest.Count(char.IsLetterOrDigit) < Digits || rest.Distinct().Count() <= Letters);
    }

    static string WithoutRuns(string text, string row)
    {
        for (var length = row.Length; length >= ShortestPart; length--)
        for (var from = 0; from + length <= row.Length; from++)
        {
            var run = row.Substring(from, length);
            text = text.Replace(run, " ", StringComparison.Ordinal)
                .Replace(string.Concat(run.Reverse()), " ", StringComparison.Ordinal);
        }
        return text;
    }
}
