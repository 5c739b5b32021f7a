using System.Text.Json;

namespace Stepdesk.Core.Words;

/// <summary>
/// Reads one of a few words from outside: a body, an address, a form or a command line. The framework would take numbers
/// too, and several words with commas between them, whose values it adds up to another word's.
/// </summary>
public static class Choice
{
    /// <summary>Whether this is one of the words: as the API spells it, <c>fixed_deadline</c>, or as forms do.</summary>
    public static bool TryRead<T>(string? word, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
            if (Is(known.ToString()) || Is(Word(known)))
            {
                value = known;
                return true;
            }
        value = default;
        return false;

        bool Is(string spelt) => string.Equals(spelt, word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All the words there are, as the API spells them.</summary>
    public static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    /// <summary>The word as the API spells it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
