using System.Text.Json;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Wire;

/// <summary>A table that cannot be read: the input is to blame, and the sentence says where.</summary>
public sealed class InputException(string message) : Exception(message);

/// <summary><c>{columns: [{name, type}], rows: [[...]]}</c> and back.</summary>
public static class TableJson
{
    public static void Write(Utf8JsonWriter json, KqlTable table)
    {
        json.WriteStartArray("columns");
        foreach (var field in table.Schema.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", field.Type.Name());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var batch in Batch.Over(table))
        {
            var vectors = Enumerable.Range(0, table.Columns.Count).Select(batch.Column).ToArray();
            for (var i = 0; i < batch.Count; i++)
            {
                json.WriteStartArray();
                foreach (var vector in vectors)
                {
                    CellJson.Write(json, vector.Type, vector[i]);
                }

                json.WriteEndArray();
            }
        }

        json.WriteEndArray();
    }

    public static KqlTable Read(string name, JsonElement element)
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("columns", out var columns)
            || columns.ValueKind != JsonValueKind.Array
        )
        {
            throw new InputException($"table '{name}' needs columns: [{{name, type}}]");
        }

        var builder = new KqlTableBuilder(new Schema([.. columns.EnumerateArray().Select(c => ReadField(name, c))]));
        if (!element.TryGetProperty("rows", out var rows))
        {
            return builder.ToTable();
        }

        if (rows.ValueKind != JsonValueKind.Array)
        {
            throw new InputException($"table '{name}' needs rows: [[...]]");
        }

        var cells = new object?[builder.Schema.Count];
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array || row.GetArrayLength() != cells.Length)
            {
                throw new InputException($"row {builder.Count + 1} of table '{name}' needs {cells.Length} cells");
            }

            for (var c = 0; c < cells.Length; c++)
            {
                cells[c] = CellJson.Read(builder.Schema[c].Type, row[c]);
            }

            builder.Add(cells);
        }

        return builder.ToTable();
    }

    private static Field ReadField(string table, JsonElement column)
    {
        if (
            column.ValueKind == JsonValueKind.Object
            && column.TryGetProperty("name", out var name)
            && name.ValueKind == JsonValueKind.String
            && column.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            && KqlTypes.TryParse(type.GetString()!, out var known)
        )
        {
            return new Field(name.GetString()!, known);
        }

        throw new InputException($"a column of table '{table}' needs a name and a known type");
    }
}
