using System.Collections.Immutable;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>What an event or a move says beside its kind: names with one text or several, in the order of the names.</summary>
public sealed class Fields
{
    public static readonly Fields None = new(
        ImmutableSortedDictionary.Create<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    );

    readonly ImmutableSortedDictionary<string, IReadOnlyList<string>> values;

    Fields(ImmutableSortedDictionary<string, IReadOnlyList<string>> values) => this.values = values;

    /// <summary>What is null is left out.</summary>
    public static Fields Of(params ReadOnlySpan<(string Name, string? Text)> fields)
    {
        var made = None;
        foreach (var (name, text) in fields)
            if (text is not null)
                made = made.With(name, text);
        return made;
    }

    public IEnumerable<string> Names => values.Keys;

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>All texts of a name; none where it was not said.</summary>
    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var said) ? said : [];

    /// <summary>The one text of a name.</summary>
    public string? One(string name) => values.TryGetValue(name, out var said) && said.Count > 0 ? said[0] : null;

    public Fields With(string name, params IReadOnlyList<string> texts) => new(values.SetItem(name, texts));

    public Fields Without(string name) => new(values.Remove(name));
}
