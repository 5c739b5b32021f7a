using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// The scenarios one can practise on: read once, and only those in which nothing is to be corrected. Beside them the texts
/// that runs were begun with, for as long as there are such runs.
/// </summary>
public sealed partial class Library
{
    readonly Lazy<Shelf> shelf;
    readonly ConcurrentDictionary<string, Written> kept = new(StringComparer.Ordinal);

    /// <summary>Those that ship with the program.</summary>
    public Library(ILogger<Library> log)
        : this(log, ScenarioFolder.Shipped) { }

    // A reading that failed, such as on a machine that is out of breath, is not kept for ever: the next one reads again.
    internal Library(ILogger log, string place) =>
        shelf = new(() => Read(log, place), LazyThreadSafetyMode.PublicationOnly);

    public IEnumerable<Scenario> All =>
        shelf.Value.ByHash.Values.Select(w => w.Scenario).OrderBy(s => s.Id, StringComparer.Ordinal);

    /// <summary>Those nobody can practise on, and what is to be corrected in them.</summary>
    public IReadOnlyList<BrokenScenario> Broken => shelf.Value.Broken;

    public Scenario? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The text a session was begun with, whatever has become of its file; null when it was never kept.</summary>
    public async Task<Scenario?> OfHashAsync(Db db, string hash, CancellationToken stop) =>
        (await WrittenAsync(db, hash, stop))?.Scenario;

    /// <summary>The files a session was begun with, and its runs with them.</summary>
    public async Task<Manuscript?> ManuscriptAsync(Db db, string hash, CancellationToken stop) =>
        (await WrittenAsync(db, hash, stop))?.Manuscript;

    /// <summary>Keeps the text of a scenario that is here, unless it has been kept already.</summary>
    public async Task KeepAsync(Db db, string hash, CancellationToken stop)
    {
        if (!shelf.Value.ByHash.TryGetValue(hash, out var here))
            return;
        var files = JsonSerializer.Serialize(here.Files);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO scenario_texts (hash, files) VALUES ({hash}, {files}) ON CONFLICT DO NOTHING",
            stop
        );
    }

    /// <summary>Keeps the texts that runs were begun with before texts were kept.</summary>
    public async Task KeepAllAsync(Db db, CancellationToken stop)
    {
        // A desk where nobody practised reads no scenario when it starts.
        if (!await db.Sessions.AnyAsync(s => !db.ScenarioTexts.Any(t => t.Hash == s.Hash), stop))
            return;
        var here = shelf.Value.ByHash.Keys.ToList();
        var wanted = await db
            .Sessions.Where(s => here.Contains(s.Hash) && !db.ScenarioTexts.Any(t => t.Hash == s.Hash))
            .Select(s => s.Hash)
            .Distinct()
            .ToListAsync(stop);
        foreach (var hash in wanted)
            await KeepAsync(db, hash, stop);
    }

    async Task<Written?> WrittenAsync(Db db, string hash, CancellationToken stop)
    {
        if (shelf.Value.ByHash.TryGetValue(hash, out var here) || kept.TryGetValue(hash, out here))
            return here;
        var files = await db
            .ScenarioTexts.AsNoTracking()
            .Where(t => t.Hash == hash)
            .Select(t => t.Files)
            .SingleOrDefaultAsync(stop);
        // It was sound when it was kept. What a newer program cannot read of it any more is gone.
        return
            files is not null
            && JsonSerializer.Deserialize<Dictionary<string, string>>(files) is { } texts
            && ScenarioFolder.Read(texts, hash, []) is { } manuscript
            && ReadBack(manuscript) is { } scenario
            ? kept.GetOrAdd(hash, new Written(scenario, manuscript, texts))
            : null;
    }

    static Scenario? ReadBack(Manuscript manuscript)
    {
        var found = new List<Diagnostic>();
        return ScenarioReader.Read(manuscript, found) is { } scenario && found.Count == 0 ? scenario : null;
    }

    static Shelf Read(ILogger log, string place)
    {
        var (sound, broken) = (new List<Written>(), new List<BrokenScenario>());
        foreach (var folder in ScenarioFolder.All(place))
        {
            var found = new List<Diagnostic>();
            var texts = ScenarioFolder.Texts(folder);
            var manuscript = ScenarioFolder.Read(texts, folder, found);
            var (scenario, wrong) = manuscript is null ? (null, []) : Linter.Lint(manuscript);
            found.AddRange(wrong);
            if (scenario is not null && found.Count == 0)
                found.AddRange(Linter.Glance(scenario, manuscript!));
            if (scenario is not null && found.Count == 0)
            {
                sound.Add(new(scenario, manuscript!, texts));
                continue;
            }
            var name = Path.GetFileName(folder);
            broken.Add(new(name, found));
            LogBroken(log, name, string.Join("; ", found.Take(5)));
        }
        return new(sound.ToFrozenDictionary(w => w.Scenario.Hash, StringComparer.Ordinal), broken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody can practise on {Scenario}, for it is not sound: {Found}")]
    static partial void LogBroken(ILogger log, string scenario, string found);

    sealed record Shelf(FrozenDictionary<string, Written> ByHash, IReadOnlyList<BrokenScenario> Broken);

    sealed record Written(Scenario Scenario, Manuscript Manuscript, IReadOnlyDictionary<string, string> Files);
}

/// <summary>A scenario that is here and cannot be played.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Found">What its author has to correct.</param>
public sealed record BrokenScenario(string Name, IReadOnlyList<Diagnostic> Found);
