using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.Practice.Authoring;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// A scenario's folder: <c>scenario.yaml</c>, <c>lines.vi.yaml</c>, <c>lines.en.yaml</c>, <c>rubric.yaml</c> and runs
/// under <c>golden</c> and <c>bad</c>.
/// </summary>
public static class ScenarioFolder
{
    /// <summary>Where the shipped ones lie: beside the program, wherever it is started from.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "scenarios");

    /// <summary>The folders of all scenarios at a place.</summary>
    public static IReadOnlyList<string> All(string place) =>
        Directory.Exists(place)
            ? [.. Directory.EnumerateDirectories(place).Where(IsOne).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>The shipped scenario somebody means by "02", "02-slow-lms" or "s02-slow-lms".</summary>
    public static string? Find(string id) =>
        All(Shipped)
            .FirstOrDefault(folder =>
                Path.GetFileName(folder) is var name
                && id.TrimStart('s') is { Length: > 1 } wanted
                && (name == wanted || name.StartsWith($"{wanted}-", StringComparison.Ordinal))
            );

    /// <summary>A folder from itself or from the scenario in it.</summary>
    public static string Of(string path) =>
        Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>The files, read; null, with what is wrong, when the scenario itself is no map.</summary>
    public static Manuscript? Read(string folder, List<Diagnostic> found) => Read(Texts(folder), folder, found);

    /// <summary>What stands in the folder's files, by their names.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string folder) =>
        Files(folder).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);

    /// <summary>The same from texts that were kept.</summary>
    /// <param name="folder">Where they were written, for who has to correct them.</param>
    public static Manuscript? Read(IReadOnlyDictionary<string, string> texts, string folder, List<Diagnostic> found)
    {
        var runs = new SortedDictionary<string, Node>(StringComparer.Ordinal);
        foreach (var (name, text) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            if (name.Contains('/', StringComparison.Ordinal) && Yaml.Read(name, text, found) is { } run)
                runs[name] = run;
        return Map("scenario.yaml") is { } scenario
            ? new(scenario, Map("lines.vi.yaml"), Map("lines.en.yaml"), Map("rubric.yaml"), runs, Hash(texts))
            : null;

        MapNode? Map(string name)
        {
            if (!texts.TryGetValue(name, out var text))
                found.Add(new("SD0001", new(name, 1), $"There is no {name} in {folder}. Write it."));
            else if (Yaml.Read(name, text, found) is { } node)
            {
                if (node is MapNode map)
                    return map;
                found.Add(new("SD0002", node.Place, "A map of keys and values is expected here."));
            }
            return null;
        }
    }

    static bool IsOne(string folder) => File.Exists(Path.Combine(folder, "scenario.yaml"));

    static IEnumerable<(string Name, string Text)> Files(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(folder, file).Replace('\\', '/')
        orderby name
        select (name, File.ReadAllText(file));

    // Names and texts with their lengths, so no two folders share a form. Runs are tests, and no part of what is played.
    static string Hash(IReadOnlyDictionary<string, string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var (name, text) in texts
                .Where(t => !t.Key.Contains('/', StringComparison.Ordinal))
                .OrderBy(t => t.Key, StringComparer.Ordinal)
        )
            hash.AppendData(
                Encoding.UTF8.GetBytes(FormattableString.Invariant($"{name.Length}:{name}{text.Length}:{text}"))
            );
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
