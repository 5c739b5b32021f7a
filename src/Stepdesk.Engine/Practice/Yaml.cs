using Stepdesk.Core.Practice.Authoring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Stepdesk.Engine.Practice;

/// <summary>An author's YAML as nodes that know their lines. Nothing in it is run, and no value changes its type.</summary>
public static class Yaml
{
    /// <summary>Deeper than any scenario, and shallow enough for every reader.</summary>
    const int Deepest = 40;

    /// <summary>The document of a text; null, with what is wrong, when it is none.</summary>
    public static Node? Read(string file, string text, List<Diagnostic> found)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [var only])
                return Of(only.RootNode, file, 0);
            found.Add(new("SD0001", new(file, 1), "The file holds no document, or several. Write exactly one."));
        }
        catch (YamlException e)
        {
            found.Add(new("SD0001", new(file, (int)e.Start.Line), $"This is no YAML: {e.Message}"));
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
        catch (InvalidDataException)
        {
            found.Add(new("SD0001", new(file, 1), "This is nested too deeply, or refers to itself."));
        }
        return null;
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

    static Node Of(YamlNode node, string file, int depth)
    {
        // An alias that contains itself is deeper than anything.
        if (depth > Deepest)
            throw new InvalidDataException();
        var place = new Place(file, (int)node.Start.Line);
        return node switch
        {
            YamlScalarNode scalar => new TextNode(place, scalar.Value ?? ""),
            YamlSequenceNode list => new ListNode(place, [.. list.Select(item => Of(item, file, depth + 1))]),
            YamlMappingNode map => new MapNode(
                place,
                [
                    .. map.Select(pair => new Entry(
                        new(file, (int)pair.Key.Start.Line),
                        (pair.Key as YamlScalarNode)?.Value ?? "",
                        Of(pair.Value, file, depth + 1)
                    )),
                ]
            ),
            _ => throw new InvalidDataException(),
        };
    }
}
