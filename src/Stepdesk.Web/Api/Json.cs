using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Api;

/// <summary>One JSON style for everything said and heard: camelCase names, snake_case words, instants with an offset.</summary>
static class Json
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new WordsJson());
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new AffectedJson());
    }

    /// <summary>Reads what was sent, where the framework does not, and says of what is wrong in it what the framework says.</summary>
    /// <exception cref="BadHttpRequestException">It cannot be read.</exception>
    public static async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException(wrong.Message, wrong);
        }
    }

    // The framework's own converter adds up words with commas between them.
    sealed class WordsJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordJson<>).MakeGenericType(typeToConvert))!;
    }

    sealed class WordJson<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String
                ? ReadAsPropertyName(ref reader, typeToConvert, options)
                : throw new NoSuchWordException(Choice.Words<T>());

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => Choice.TryRead(reader.GetString(), out T value) ? value : throw new NoSuchWordException(Choice.Words<T>());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Choice.Word(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Choice.Word(value));
    }

    /// <summary>A word that is none of a field's.</summary>
    /// <param name="words">Those it could have been.</param>
    public sealed class NoSuchWordException(IReadOnlyList<string> words) : JsonException
    {
        public IReadOnlyList<string> Words { get; } = words;
    }

    // Without an offset the framework would take the server's own time zone, which the caller cannot know.
    sealed class InstantJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            reader.TokenType is JsonTokenType.String
            && reader.GetString() is { Length: > 16 } text
            && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind,
                out var instant
            )
                ? instant.ToMicroseconds()
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    // A plain number is a count somebody reported.
    sealed class AffectedJson : JsonConverter<Affected>
    {
        sealed record Counted(int Count, AffectedSource Source = AffectedSource.Reported);

        public override Affected Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.Number when reader.TryGetInt32(out var count) => new(count),
                JsonTokenType.StartObject
                    when JsonSerializer.Deserialize<Counted>(ref reader, options) is { } counted => new(
                    counted.Count,
                    counted.Source
                ),
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, Affected value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Counted(value.Count, value.Source), options);
    }
}
