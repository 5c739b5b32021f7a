using System.Globalization;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>Why a class is suggested: the key of a sentence, with what fills its places.</summary>
public sealed record Reason(string Key, IReadOnlyList<(string Name, object Value)> With)
{
    public Reason(string key, params (string Name, object Value)[] with)
        : this(key, (IReadOnlyList<(string, object)>)with) { }

    /// <summary>The sentence, in the reader's language.</summary>
    public string In(Language language) =>
        Text.Of(Key, language, [.. With.Select(w => (w.Name, (object?)Said(w.Value, language)))]);

    static object Said(object value, Language language) =>
        value is DateTimeOffset at
            ? Text.Of(
                $"suggest-at-{at.DayOfWeek.ToString().ToLowerInvariant()}",
                language,
                ("time", at.ToString("HH:mm", CultureInfo.InvariantCulture)),
                (
                    "date",
                    at.ToString(language is Language.Vi ? "dd/MM/yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture)
                )
            )
            : value;
}
