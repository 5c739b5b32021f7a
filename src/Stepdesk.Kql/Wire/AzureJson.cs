using System.Text.Json;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Wire;

/// <summary>An answer in the shape of Azure's query API, so that no reader needs to know which engine gave it.</summary>
public static class AzureJson
{
    public static void Write(Utf8JsonWriter json, KqlAnswer answer)
    {
        json.WriteStartObject();
        if (answer.Table is { } table)
        {
            json.WriteStartArray("tables");
            json.WriteStartObject();
            json.WriteString("name", "PrimaryResult");
            TableJson.Write(json, table);
            json.WriteEndObject();
            json.WriteEndArray();
            if (answer.Chart is { } chart)
            {
                WriteRender(json, chart);
            }
        }

        if (answer.Error is { } error)
        {
            WriteError(json, error);
        }
        else if (answer.Partial is { } partial)
        {
            WritePartial(json, partial);
        }

        json.WriteEndObject();
    }

    private static void WriteRender(Utf8JsonWriter json, Binding.Chart chart)
    {
        json.WriteStartObject("render");
        json.WriteString("visualization", chart.Visualization);
        json.WriteString("title", chart.Title);
        json.WriteString("kind", chart.Kind);
        json.WriteString("xColumn", chart.X);
        json.WriteStartArray("yColumns");
        foreach (var y in chart.Ys)
        {
            json.WriteStringValue(y);
        }

        json.WriteEndArray();
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            json.WriteStringValue(series);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The deepest error has the place, as in Azure.
    private static void WriteError(Utf8JsonWriter json, Diagnostic error)
    {
        json.WriteStartObject("error");
        json.WriteString("code", "BadArgumentError");
        json.WriteString("message", "The request had some invalid properties");
        json.WriteStartObject("innererror");
        json.WriteString("code", error.IsSyntax ? "SyntaxError" : "SemanticError");
        json.WriteString("message", error.Message.En);
        json.WriteStartObject("innererror");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message.En);
        json.WriteNumber("line", error.Line);
        json.WriteNumber("pos", error.Column);
        json.WriteNumber("length", error.Span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePartial(Utf8JsonWriter json, Diagnostic partial)
    {
        json.WriteStartObject("error");
        json.WriteString("code", "PartialError");
        json.WriteString("message", "There were some errors when processing your query.");
        json.WriteStartArray("details");
        json.WriteStartObject();
        json.WriteString("code", "EngineError");
        json.WriteString("message", partial.Message.En);
        json.WriteStartObject("innererror");
        json.WriteString("code", partial.Code);
        json.WriteString("message", partial.Message.En);
        json.WriteNumber("severity", 2);
        json.WriteString("severityName", "Error");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
