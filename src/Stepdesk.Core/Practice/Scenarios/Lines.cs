using System.Collections.Immutable;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>Everything simulated people say, by key, in both languages.</summary>
public sealed class Lines(ImmutableSortedDictionary<string, string> vi, ImmutableSortedDictionary<string, string> en)
{
    public IEnumerable<string> Keys => vi.Keys.Union(en.Keys, StringComparer.Ordinal);

    /// <summary><c>ha.network@campus</c> is said instead of <c>ha.network</c> in the branch <c>campus</c>.</summary>
    public const char ForBranch = '@';

    /// <summary>The line as it is said in a branch.</summary>
    public string In(string branch, string key) =>
        $"{key}{ForBranch}{branch}" is var own && vi.ContainsKey(own) ? own : key;

    /// <summary>Null when it is not said in the language.</summary>
    public string? Find(string key, Language language) =>
        (language is Language.Vi ? vi : en).TryGetValue(key, out var text) ? text : null;

    public Said Of(string key) => new(Find(key, Language.Vi) ?? "", Find(key, Language.En) ?? "");
}
