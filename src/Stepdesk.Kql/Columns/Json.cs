using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Stepdesk.Kql.Columns;

/// <summary>JSON text to the values of a dynamic and back, compact and with non-ASCII letters as they are.</summary>
public static class Json
{
    private const int MaxDepth = 64;

    /// <summary>Text that is not JSON is no error: the dynamic is then the text itself.</summary>
    public static object? ParseOrText(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return TryParse(text, out var value) ? value : text;
    }

    public static bool TryParse(string text, out object? value)
    {
        value = null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            value = FromElement(document.RootElement);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second is half a character, \ud800 without the other half: no text holds that.
            value = null;
            return false;
        }
    }

    public static object? FromElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var bag = new DynamicBag();
                foreach (var property in element.EnumerateObject())
                {
                    bag[property.Name] = FromElement(property.Value);
                }

                return bag;
            case JsonValueKind.Array:
                var items = new object?[element.GetArrayLength()];
                var i = 0;
                foreach (var item in element.EnumerateArray())
                {
                    items[i++] = FromElement(item);
                }

                return new DynamicArray(items);
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var integer) && !element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')
                    ? (object)integer
                    : element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return null;
        }
    }

    public static string Write(object? value)
    {
        if (value is null)
        {
            return "null";
        }

        if (value is DynamicArray or DynamicBag)
        {
            Evaluation.Budget.Fits(Evaluation.Sizes.Of(value));
        }

        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case string s:
                Quote(s, text);
                break;
            case double number when !double.IsFinite(number):
                Quote(Format.Real(number), text);
                break;
            case double number:
                text.Append(Format.Real(number));
                break;
            case DynamicArray array:
                text.Append('[');
                for (var i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                    {
                        text.Append(',');
                    }

                    Write(array.Items[i], text);
                }

                text.Append(']');
                break;
            case DynamicBag bag:
                text.Append('{');
                for (var i = 0; i < bag.Entries.Count; i++)
                {
                    if (i > 0)
                    {
                        text.Append(',');
                    }

                    Quote(bag.Entries[i].Key, text);
                    text.Append(':');
                    Write(bag.Entries[i].Value, text);
                }

                text.Append('}');
                break;
            case long or int or decimal:
                text.Append(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                Quote(Format.Text(value), text);
                break;
        }
    }

    private static void Quote(string s, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in s)
        {
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case < ' ':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
