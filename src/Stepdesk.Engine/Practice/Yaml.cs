using Stepdesk.Core.Practice.Authoring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Stepdesk.Engine.Practice;

/// <summary>An author's YAML as nodes that know their lines. Nothing in it is run, and no value changes its type.</summary>
public static class Yaml
{
    /// <summary>Deeper than any scenario, and shallow enough for every reader.</summary>
    const int Deepest = 40;

    /// <summary>More parts than any scenario has; some aliases of aliases would make as many as there are atoms.</summary>
    const int Most = 200_000;

    /// <summary>The document of a text; null, with what is wrong, when it is none.</summary>
    public static Node? Read(string file, string text, List<Diagnostic> found)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [var only])
            {
                var made = 0;
                return Of(only.RootNode, file, 0, ref made);
            }
            found.Add(new("SD0001", new(file, 1), "The file holds no document, or several. Write exactly one."));
        }
        catch (YamlException e)
        {
            // Of some slips its reader tells where what they are in begins, which may be the whole file.
            var line = Math.Max((int)e.Start.Line, LastReadable(text));
            found.Add(
                TabFrom(line, text) is { } tab
                    ? new("SD0001", new(file, tab), "This line begins with a tab. YAML wants spaces.")
                    : new("SD0001", new(file, line), $"This is no YAML: {e.Message}")
            );
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Over some slips its reader stumbles without saying where.
            found.Add(
                new(
                    "SD0001",
                    new(file, LastReadable(text)),
                    "Behind this line it is no YAML. Look for a colon without a key before it, or for something not closed."
                )
            );
        }
        catch (Odd odd)
        {
            found.Add(new("SD0001", new(file, odd.Line), odd.Message));
        }
        return null;
    }

    // Comments and empty lines are nothing that was read.
    const int Near = 5;

    static int? TabFrom(int line, string text)
    {
        var near = text.Split('\n').Skip(line - 1).Take(Near).ToList();
        var at = near.FindIndex(l => l.TrimStart(' ') is ['\t', ..] && l.Trim().Length > 0);
        return at < 0 ? null : line + at;
    }

    static int LastReadable(string text)
    {
        var (parser, line) = (new Parser(new StringReader(text)), 1);
        try
        {
            while (parser.MoveNext())
                line = Math.Max(line, (int)(parser.Current?.End.Line ?? 1));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or YamlException)
        {
            // That is where.
        }
        return line;
    }

    static Node Of(YamlNode node, string file, int depth, ref int made)
    {
        var place = new Place(file, (int)node.Start.Line);
        // An alias that contains itself is deeper than anything.
        if (depth > Deepest)
            throw new Odd(place.Line, "This is nested too deeply, or refers to itself.");
        if (++made > Most)
            throw new Odd(
                place.Line,
                "This has too many parts once every alias is written out. Write what is meant, or use fewer aliases."
            );
        switch (node)
        {
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" }:
                throw new Odd(place.Line, "Nothing stands here. Write a value, or leave the key out.");
            case YamlScalarNode scalar:
                return new TextNode(place, scalar.Value ?? "");
            case YamlSequenceNode list:
                var items = new List<Node>();
                foreach (var item in list)
                    items.Add(Of(item, file, depth + 1, ref made));
                return new ListNode(place, items);
            case YamlMappingNode map:
                var entries = new List<Entry>();
                foreach (var (key, value) in map)
                    entries.Add(
                        new(
                            new(file, (int)key.Start.Line),
                            (key as YamlScalarNode)?.Value ?? "",
                            Of(value, file, depth + 1, ref made)
                        )
                    );
                return new MapNode(place, entries);
            default:
                throw new Odd(place.Line, "This refers to something that is not there.");
        }
    }

    sealed class Odd(int line, string message) : Exception(message)
    {
        public int Line => line;
    }
}
