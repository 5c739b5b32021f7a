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
        catch (InvalidDataException)
        {
            found.Add(new("SD0001", new(file, 1), "This is nested too deeply, or refers to itself."));
        }
        return null;
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
