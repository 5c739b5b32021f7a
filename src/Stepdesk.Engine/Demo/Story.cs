using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Demo;

/// <summary>A problem people of a school have, told in one language or two. The sentences stand in <c>Texts/</c>.</summary>
sealed record Story
{
    public required string Id { get; init; }
    public required string Team { get; init; }
    public required string Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Who has this problem.</summary>
    public required IReadOnlyList<Part> From { get; init; }

    /// <summary>Fewest and most people it strikes.</summary>
    public required IReadOnlyList<int> Affected { get; init; }
    public ResolutionKind Kind { get; init; } = ResolutionKind.Fix;

    /// <summary>The report is needed at a fixed hour.</summary>
    public bool HasDeadline { get; init; }
    public required Telling Vi { get; init; }
    public Telling? En { get; init; }

    public Telling? In(Language language) => language is Language.Vi ? Vi : En;

    public static IReadOnlyList<Story> All { get; } =
    [.. ((string[])["access", "platform", "classroom", "data"]).SelectMany(Texts.Read<List<Story>>)];
}

/// <summary>One story in one language. Lists hold variants; places such as <c>{class}</c> are filled per ticket.</summary>
sealed record Telling
{
    public required IReadOnlyList<string> Titles { get; init; }
    public required IReadOnlyList<string> Reports { get; init; }
    public required string Ack { get; init; }

    /// <summary>What the customer answers to the question in the acknowledgement, when there is one.</summary>
    public string? Answer { get; init; }
    public required string Diagnosis { get; init; }
    public string? Note { get; init; }
    public required string Update { get; init; }
    public required string Cause { get; init; }
    public required string Solution { get; init; }

    /// <summary>What the customer is told of the solution.</summary>
    public required string Message { get; init; }
    public required IReadOnlyList<string> Thanks { get; init; }
    public required string Trend { get; init; }

    /// <summary>Who goes on with what was forwarded.</summary>
    public string? ForwardedTo { get; init; }
}

/// <summary>What a customer is to the school.</summary>
enum Part
{
    Teacher,
    ClassAdministrator,
    Parent,
    Director,
}

/// <summary>The sentences every story shares, in one language.</summary>
sealed record Phrases
{
    public required IReadOnlyList<string> Greetings { get; init; }
    public required IReadOnlyList<string> Promises { get; init; }
    public required IReadOnlyList<string> Closings { get; init; }
    public required IReadOnlyList<string> Updates { get; init; }
    public required IReadOnlyList<string> Asking { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public required IReadOnlyList<string> Disputes { get; init; }
    public required IReadOnlyList<string> SecondDiagnoses { get; init; }
    public required IReadOnlyList<string> SecondMessages { get; init; }
    public required IReadOnlyList<string> Returns { get; init; }
    public required IReadOnlyList<string> Away { get; init; }
    public required IReadOnlyList<string> Confirming { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cancelled { get; init; }
    public required string Duplicate { get; init; }
    public required string DuplicateAck { get; init; }
    public required string MoreAffected { get; init; }
    public required string Raised { get; init; }

    /// <summary>To the specialists of an emergency; the others to who wants to know of it, and what comes back.</summary>
    public required string Alert { get; init; }
    public required string Struck { get; init; }
    public required string Continues { get; init; }
    public required string Over { get; init; }
    public required string DirectorAnswers { get; init; }

    static readonly Phrases Vi = Texts.Read<Phrases>("phrases-vi");
    static readonly Phrases En = Texts.Read<Phrases>("phrases-en");

    public static Phrases In(Language language) => language is Language.Vi ? Vi : En;
}

/// <summary>Reads what is written beside the code and built into it.</summary>
static class Texts
{
    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static T Read<T>(string name)
    {
        using var text = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Stepdesk.Demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(text, Written)!;
    }
}
