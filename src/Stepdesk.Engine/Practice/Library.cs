using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Engine.Practice;

/// <summary>The scenarios one can practise on: read once, and only those in which nothing is to be corrected.</summary>
public sealed partial class Library
{
    readonly Lazy<FrozenDictionary<string, Scenario>> byHash;

    /// <summary>Those that ship with the program.</summary>
    public Library(ILogger<Library> log)
        : this(log, ScenarioFolder.Shipped) { }

    // A reading that failed, such as on a machine that is out of breath, is not kept for ever: the next one reads again.
    internal Library(ILogger log, string place) =>
        byHash = new(() => Read(log, place), LazyThreadSafetyMode.PublicationOnly);

    public IEnumerable<Scenario> All => byHash.Value.Values.OrderBy(s => s.Id, StringComparer.Ordinal);

    public Scenario? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The text a session was begun with; null once another took its place.</summary>
    public Scenario? OfHash(string hash) => byHash.Value.GetValueOrDefault(hash);

    static FrozenDictionary<string, Scenario> Read(ILogger log, string place)
    {
        var sound = new List<Scenario>();
        foreach (var folder in ScenarioFolder.All(place))
        {
            var found = new List<Diagnostic>();
            var (scenario, wrong) = ScenarioFolder.Read(folder, found) is { } manuscript
                ? Linter.Lint(manuscript)
                : (null, []);
            if (scenario is not null && found.Count + wrong.Count == 0)
                sound.Add(scenario);
            else
                LogBroken(log, Path.GetFileName(folder), string.Join("; ", found.Concat(wrong).Take(5)));
        }
        return sound.ToFrozenDictionary(s => s.Hash);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody can practise on {Scenario}, for it is not sound: {Found}")]
    static partial void LogBroken(ILogger log, string scenario, string found);
}
