using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Stepdesk.Core.History;

/// <summary>Events by the name they are stored under, and their stored form. A golden file in the tests guards both.</summary>
public static class EventNames
{
    static readonly FrozenDictionary<string, Type> ByName = typeof(Event)
        .Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Event)))
        .ToFrozenDictionary(NameOf);

    static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(e => e.Value, e => e.Key);

    // Relaxed escaping keeps Vietnamese readable at a SQL prompt; the text never meets HTML unencoded.
    static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        // Not WhenWritingDefault: an enum left out would change its meaning when a member is put before it.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        // What was altered is met here, and not where something is folded over the null it left behind.
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(Demand),
    };

    public static IReadOnlyCollection<string> All => ByName.Keys;

    public static string NameOf(Event what) => ByType[what.GetType()];

    public static Type TypeOf(string name) => ByName[name];

    public static string Write(Event what) => JsonSerializer.Serialize(what, what.GetType(), Stored);

    /// <summary>The event of this kind that was stored so.</summary>
    /// <exception cref="JsonException">It does not hold what an event of this kind holds.</exception>
    /// <exception cref="NotSupportedException">This version knows no such kind.</exception>
    public static Event Read(string kind, string data) =>
        ByName.TryGetValue(kind, out var type)
            ? (Event)JsonSerializer.Deserialize(data, type, Stored)!
            : throw new NotSupportedException($"History holds an event '{kind}' that this version does not know.");

    /// <summary>The stored form with what is personal blanked; everything else, and so every fold, stays as it was.</summary>
    public static string Erase(string kind, string data)
    {
        var json = JsonNode.Parse(data)!.AsObject();
        foreach (var property in ByName[kind].GetProperties().Where(p => p.IsDefined(typeof(PersonalAttribute), true)))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (json.TryGetPropertyValue(name, out var value))
                json[name] = value is JsonArray ? new JsonArray() : "";
        }
        return json.ToJsonString(Stored);
    }

    // An event written before a part of it was thought of lacks that part, which then may be null or has a default.
    static void Demand(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired |=
                property
                    is { IsSetNullable: false, AssociatedParameter: { HasDefaultValue: false, IsNullable: false } };
    }

    static string NameOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
