using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stepdesk.Engine.Chat;

/// <summary>A message as it goes over the wire.</summary>
static class ChatJson
{
    // Relaxed, since Vietnamese in escapes would be six times as long, and a message may be of so many bytes.
    static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonObject message) => JsonSerializer.SerializeToUtf8Bytes(message, Wire);
}
