using System.Xml;
using System.Xml.Linq;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Functions;

/// <summary>XML as the bag <c>parse_xml</c> gives: elements by name, attributes with an @, text beside them as #text.</summary>
internal static class XmlText
{
    private const int MaxLength = 1 << 20;
    private const int MaxDepth = 64;

    public static IEnumerable<FunctionInfo> All { get; } =
    [Declare.Text<object?>("parse_xml", KqlType.Dynamic, s => Parse(s), NameRule.FirstArgument)];

    private static DynamicBag? Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            // No document type is read, so nothing can be fetched or blown up by one.
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XDocument.Load(reader).Root!;
            return new DynamicBag { [NameOf(root.Name)] = Of(root, 0) };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string NameOf(XName name) => name.LocalName;

    private static object? Of(XElement element, int depth)
    {
        var own = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).Trim();
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
        if (depth > MaxDepth || (attributes.Count == 0 && !element.HasElements))
        {
            return own.Length > 0 ? own : null;
        }

        var bag = new DynamicBag();
        foreach (var attribute in attributes)
        {
            bag["@" + NameOf(attribute.Name)] = attribute.Value;
        }

        if (own.Length > 0)
        {
            bag["#text"] = own;
        }

        foreach (var same in element.Elements().GroupBy(e => NameOf(e.Name), StringComparer.Ordinal))
        {
            var values = same.Select(e => Of(e, depth + 1)).ToList();
            bag[same.Key] = values.Count > 1 ? new DynamicArray(values) : values[0];
        }

        return bag;
    }
}
