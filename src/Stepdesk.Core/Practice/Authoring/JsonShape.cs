using System.Text.Json.Nodes;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>The few shapes of JSON Schema that the files of a scenario need. Each call makes a new one, since JSON is a tree.</summary>
static class JsonShape
{
    // YAML reads 12 as a number and yes as a word; the program reads both as they are written.
    public static JsonObject Scalar() => Of(("type", new JsonArray("string", "number", "boolean")));

    public static JsonObject Flag() => Of(("enum", new JsonArray(true, false)));

    public static JsonObject Ref(string name) => Of(("$ref", $"#/$defs/{name}"));

    public static JsonObject Enum(IEnumerable<string> values) =>
        Of(("enum", new JsonArray([.. values.Select(v => (JsonNode)v)])));

    public static JsonObject List(JsonNode items) => Of(("type", "array"), ("items", items));

    public static JsonObject Named(JsonNode each) => Of(("type", "object"), ("additionalProperties", each));

    public static JsonObject Any(params IEnumerable<JsonNode> of) => Of(("anyOf", new JsonArray([.. of])));

    public static JsonObject Map(params IEnumerable<(string Name, JsonNode Value, bool IsNeeded)> keys)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var (name, value, isNeeded) in keys)
        {
            properties[name] = value;
            if (isNeeded)
                required.Add(name);
        }
        return Of(
            ("type", "object"),
            ("properties", properties),
            ("required", required),
            ("additionalProperties", false)
        );
    }

    public static JsonObject Of(params ReadOnlySpan<(string Key, JsonNode? Value)> members)
    {
        var made = new JsonObject();
        foreach (var (key, value) in members)
            made[key] = value;
        return made;
    }
}
