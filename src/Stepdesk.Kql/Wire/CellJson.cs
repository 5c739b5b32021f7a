using System.Globalization;
using System.Text.Json;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Wire;

/// <summary>Cells as the query API of Azure writes them, and back.</summary>
public static class CellJson
{
    public static void Write(Utf8JsonWriter json, KqlType type, object? value)
    {
        switch (value)
        {
            case null when type == KqlType.String:
                json.WriteStringValue("");
                break;
            case null:
                json.WriteNullValue();
                break;
            // A dynamic travels as JSON text inside a string.
            case var _ when type == KqlType.Dynamic:
                json.WriteStringValue(Format.Text(value));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteStringValue(Format.Real(number));
                break;
            case DateTime instant:
                json.WriteStringValue(Format.ShortInstant(instant.Ticks));
                break;
            default:
                json.WriteStringValue(Format.Text(value));
                break;
        }
    }

    public static object? Read(KqlType type, JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        if (type == KqlType.Dynamic)
        {
            // Both forms are met: JSON text in a string, and JSON itself.
            return element.ValueKind == JsonValueKind.String
                ? Json.ParseOrText(element.GetString()!)
                : Json.FromElement(element);
        }

        if (type == KqlType.Decimal && element.ValueKind == JsonValueKind.Number)
        {
            return element.TryGetDecimal(out var exact) ? exact : null;
        }

        if (type == KqlType.Real && element.ValueKind == JsonValueKind.String)
        {
            return element.GetString() switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null,
            };
        }

        var value = Json.FromElement(element);
        return type == KqlType.String
            ? value is string plain
                ? plain
                : Format.Text(value)
            : Conversions.Boxed(type, value);
    }
}
