using Stepdesk.Core.People;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Demo;

/// <summary>Who works at the demo desk, who writes to it, and the places they speak of. All invented.</summary>
sealed record Cast
{
    public required IReadOnlyDictionary<string, string> Teams { get; init; }
    public required IReadOnlyList<Colleague> Staff { get; init; }
    public required IReadOnlyList<Customer> Customers { get; init; }
    public required IReadOnlyList<string> Classes { get; init; }
    public required IReadOnlyList<string> Campuses { get; init; }
    public required IReadOnlyList<string> Students { get; init; }

    public static Cast Read() => Texts.Read<Cast>("cast");
}

sealed record Colleague(string Name, string Email, Role Role, Language Language, string? Team = null)
{
    public string CalledBy => Called.By(Name, Language);
}

/// <summary>Somebody who asks for help.</summary>
/// <param name="You">How Vietnamese politeness calls this person: thầy, cô, anh or chị.</param>
sealed record Customer(string Name, string Email, Part Part, Language Language, string You = "")
{
    public string CalledBy => Called.By(Name, Language);
}

static class Called
{
    /// <summary>The name one is called by: the last one in Vietnamese, the first one in English.</summary>
    public static string By(string name, Language language) => name.Split(' ')[language is Language.Vi ? ^1 : 0];
}
