using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// A map as its reader takes it apart. What was asked for and is not there, and what is there and nobody asked for, is
/// reported; reading goes on, so an author sees all of it at once.
/// </summary>
sealed class Sheet
{
    // More than any weight or count of a scenario, and few enough to be added up.
    const int Most = 10_000;

    readonly MapNode map;
    readonly Dictionary<string, Node> left = new(StringComparer.Ordinal);
    readonly List<string> asked = [];

    Sheet(MapNode map, List<Diagnostic> found)
    {
        (this.map, Found) = (map, found);
        foreach (var entry in map.Entries)
            if (!left.TryAdd(entry.Key, entry.Value))
                Say("SD0006", entry.Place, $"'{entry.Key}' stands here twice. Keep one of them.");
    }

    public List<Diagnostic> Found { get; }

    public Place Place => map.Place;

    /// <summary>Reads a map with a function, and reports what the function did not ask for.</summary>
    public static T? Read<T>(Node? node, List<Diagnostic> found, Func<Sheet, T?> read)
        where T : class
    {
        if (node is null)
            return null;
        if (node is not MapNode map)
        {
            found.Add(new("SD0002", node.Place, "A map of keys and values is expected here."));
            return null;
        }
        var sheet = new Sheet(map, found);
        var made = read(sheet);
        foreach (var (key, value) in sheet.left)
            sheet.Say(
                "SD0003",
                value.Place,
                $"There is no key '{key}' here. Those there are: {string.Join(", ", sheet.asked)}."
            );
        return made;
    }

    public void Say(string code, Place place, string message) => Found.Add(new(code, place, message));

    public Node? Take(string key, bool required = false)
    {
        asked.Add(key);
        if (left.Remove(key, out var node))
            return node;
        if (required)
            Say("SD0004", Place, $"'{key}' is missing here. Add it.");
        return null;
    }

    public bool Has(string key) => left.ContainsKey(key);

    /// <summary>What is left, key by key: of a map whose keys are names.</summary>
    public IEnumerable<(string Key, Node Value)> Rest()
    {
        var rest = left.Select(e => (e.Key, e.Value)).ToList();
        left.Clear();
        return rest;
    }

    public string? Text(string key, bool required = false) => TextOf(Take(key, required));

    public string? TextOf(Node? node)
    {
        if (node is TextNode text)
            return text.Text;
        if (node is not null)
            Say("SD0002", node.Place, "A text is expected here.");
        return null;
    }

    /// <summary>A list of texts; one text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key, bool required = false) => TextsOf(Take(key, required));

    public IReadOnlyList<string> TextsOf(Node? node) =>
        node switch
        {
            null => [],
            ListNode list => [.. list.Items.Select(TextOf).OfType<string>()],
            _ => TextOf(node) is { } text ? [text] : [],
        };

    public IEnumerable<Node> List(string key)
    {
        switch (Take(key))
        {
            case null:
                return [];
            case ListNode list:
                return list.Items;
            case var other:
                Say("SD0002", other.Place, $"'{key}' is a list; begin each item with a dash.");
                return [];
        }
    }

    public TimeSpan? Duration(string key, bool required = false)
    {
        var node = Take(key, required);
        if (TextOf(node) is not { } text)
            return null;
        if (Durations.Read(text) is not { } time)
            Say("SD0002", node!.Place, $"'{text}' is no duration. Write it like 90s, 15m, 1h30m or 2d.");
        else
            return time;
        return null;
    }

    public double? Number(string key, bool required = false, int least = 0)
    {
        var node = Take(key, required);
        if (TextOf(node) is not { } text)
            return null;
        var share = text.EndsWith('%');
        if (
            !double.TryParse(
                text.TrimEnd('%'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            ) || !double.IsFinite(number)
        )
            Say("SD0002", node!.Place, $"'{text}' is no number.");
        else if (number < least)
            Say("SD0005", node!.Place, $"'{key}' must be {least} or more, and is {text}.");
        else if (number > Most)
            Say("SD0005", node!.Place, $"'{text}' is too much. Write {Most} at most.");
        else
            return share ? number / 100 : number;
        return null;
    }

    public bool Flag(string key)
    {
        var node = Take(key);
        var text = TextOf(node);
        if (text is not (null or "true" or "false"))
            Say("SD0005", node!.Place, $"'{key}' is true or false.");
        return text is "true";
    }

    public T? Choice<T>(string key, params ReadOnlySpan<(string Name, T Value)> of)
        where T : struct
    {
        var node = Take(key);
        if (TextOf(node) is not { } text)
            return null;
        var names = new List<string>();
        foreach (var (name, value) in of)
        {
            if (name == text)
                return value;
            names.Add(name);
        }
        Say("SD0005", node!.Place, $"'{text}' is not possible here. Write one of {string.Join(", ", names)}.");
        return null;
    }

    /// <summary>A sentence in both languages.</summary>
    public Said Said(string key, bool required = false) =>
        Read(
            Take(key, required),
            Found,
            sheet => new Said(sheet.Text("vi", required: true) ?? "", sheet.Text("en", required: true) ?? "")
        ) ?? Scenarios.Said.Nothing;

    /// <summary>A sentence in both languages, or one text for both.</summary>
    public Said SaidOrText(string key)
    {
        if (left.GetValueOrDefault(key) is not TextNode)
            return Said(key, required: true);
        var text = Text(key) ?? "";
        return new(text, text);
    }

    public IReadOnlyList<Said> Saids(string key) =>
        [
            .. List(key)
                .Select(node =>
                    Read(
                        node,
                        Found,
                        sheet => new Said(
                            sheet.Text("vi", required: true) ?? "",
                            sheet.Text("en", required: true) ?? ""
                        )
                    )
                )
                .OfType<Said>(),
        ];

    public IReadOnlyList<Wording> Wordings(string key, bool required = false)
    {
        var (node, made) = (Take(key, required), new List<Wording>());
        foreach (var source in TextsOf(node))
            try
            {
                made.Add(new(source));
            }
            catch (FormatException e)
            {
                Say(
                    "SD0007",
                    node!.Place,
                    $"'{source}' is no wording: {e.Message}. Write it so that it looks neither back nor ahead."
                );
            }
        return made;
    }

    /// <summary>When somebody writes: from an hour of each day to another.</summary>
    public Hours? Hours(string key)
    {
        if (Take(key) is not { } node)
            return null;
        var hours = Scenarios.Hours.Read(TextOf(node) ?? "");
        if (hours is null)
            Say("SD0002", node.Place, $"{key} are hours of a day. Write 08:00-17:30.");
        return hours;
    }

    /// <summary>How long somebody takes: one duration, or min, mode and max.</summary>
    public Delay? Delay(string key)
    {
        if (Take(key) is not { } node)
            return null;
        if (node is TextNode text)
        {
            if (Durations.Read(text.Text) is { } time)
                return new(time, time, time);
            Say("SD0002", node.Place, $"'{text.Text}' is no duration. Write it like 90s, 15m, 1h30m or 2d.");
            return null;
        }
        return Read(
            node,
            Found,
            sheet =>
            {
                var (min, max) = (sheet.Duration("min", true) ?? default, sheet.Duration("max", true) ?? default);
                var mode = sheet.Duration("mode") ?? (min + max) / 2;
                if (min > mode || mode > max)
                    sheet.Say("SD0005", sheet.Place, "min may not be more than mode, nor mode more than max.");
                return new Delay(min, mode, max);
            }
        );
    }
}
