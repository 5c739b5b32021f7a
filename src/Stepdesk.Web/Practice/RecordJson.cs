using System.Text.Encodings.Web;
using System.Text.Json;

namespace Stepdesk.Web.Practice;

/// <summary>The record as JSON, for programs.</summary>
static class RecordJson
{
    public const string Format = Core.Practice.Imports.RecordReader.Format;

    // A browser that is made to read it as a page finds nothing in it that it could run.
    static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] Write(Record record) =>
        JsonSerializer.SerializeToUtf8Bytes(new { Format, Record = record }, Form);
}
