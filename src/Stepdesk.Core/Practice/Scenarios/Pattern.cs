using System.Globalization;
using System.Text;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>Which events are meant: a kind, and what they have to say.</summary>
/// <param name="Fields">Of each name one of the texts; "*" is any text.</param>
public sealed record Pattern(string Type, IReadOnlyList<FieldMatch> Fields)
{
    /// <summary>Who did it, where that matters.</summary>
    public string? By { get; init; }

    /// <summary>Facts that must all be carried, attached or in words.</summary>
    public IReadOnlyList<string> Carries { get; init; } = [];

    /// <summary>Facts of which less than so many are carried.</summary>
    public (IReadOnlyList<string> Of, int Count)? Lacks { get; init; }

    /// <summary>An instant that the asked time has to contain.</summary>
    public DateTimeOffset? Covers { get; init; }

    /// <summary>What rows of the answer have to show, each of these. A run that says no rows means such an answer.</summary>
    public IReadOnlyList<Showing> Shows { get; init; } = [];

    /// <summary>A field of the ticket that the event sets, to one of the values.</summary>
    public FieldMatch? Sets { get; init; }

    public bool Matches(SessionEvent happened) =>
        (
            Type == happened.Type
            || (Sets is not null && happened.Type is EventTypes.TicketCreated or EventTypes.TicketChanged)
        )
        && (By is null || By == happened.Actor)
        && (!IsEmpty(happened) || Fields.Any(f => f.Name is Rows))
        && Fields.All(f => f.Matches(happened.Data))
        && (Sets is null || Sets.Matches(happened.Data))
        && Carries.All(happened.Carried.Contains)
        && LacksIn(happened)
        && (Covers is not { } instant || IsCovered(instant, happened))
        && Shows.All(s => IsShown(s, happened));

    const string Rows = "rows";

    // An answer without a row shows nothing but that there is none, to whoever asks for that.
    static bool IsEmpty(SessionEvent happened) => happened.Type is EventTypes.Queried && happened.Data.One(Rows) is "0";

    /// <summary>How much it asks for, beside the kind.</summary>
    internal int Demands =>
        Fields.Count
        + Carries.Count
        + Shows.Count
        + (Sets is null ? 0 : 1)
        + (Lacks is null ? 0 : 1)
        + (Covers is null ? 0 : 1);

    /// <summary>What of it an event of the kind lacks.</summary>
    internal Pattern LackingIn(SessionEvent happened) =>
        this with
        {
            Fields = [.. Fields.Where(f => !f.Matches(happened.Data))],
            Carries = [.. Carries.Except(happened.Carried, StringComparer.Ordinal)],
            Sets = Sets?.Matches(happened.Data) is false ? Sets : null,
            Lacks = LacksIn(happened) ? null : Lacks,
            Covers = Covers is { } instant && !IsCovered(instant, happened) ? instant : null,
            Shows = [.. Shows.Where(s => !IsShown(s, happened))],
        };

    bool LacksIn(SessionEvent happened) =>
        Lacks is not { } lacks || lacks.Of.Count(happened.Carried.Contains) < lacks.Count;

    static bool IsShown(Showing row, SessionEvent asked) =>
        !asked.Data.Has("rows") || asked.Data.All("shows").Contains(row.Written);

    // A question without an end reaches to the instant at which it was asked.
    static bool IsCovered(DateTimeOffset instant, SessionEvent asked) =>
        Instant(asked.Data.One("from")) is { } from
        && from <= instant
        && instant <= (Instant(asked.Data.One("to")) ?? asked.At);

    static DateTimeOffset? Instant(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}

/// <summary>One of these texts in a field; "*" for any, "-" for none.</summary>
public sealed record FieldMatch(string Name, IReadOnlyList<string> Of)
{
    public const string Any = "*";
    public const string None = "-";

    public bool Matches(Fields data) =>
        data.All(Name) is { Count: > 0 } said
            ? Of.Any(text => text == Any || said.Any(s => IsSame(s, text)))
            : Of.Contains(None, StringComparer.Ordinal);

    // "Đăng nhập" is typed with marks and without, and authors write it without; "*dang-nhap*" is any text that
    // has these words, one of them or several; an author who writes marks means them: "*lỗi*" is not in "trả-lời".
    static bool IsSame(string said, string text) =>
        text.Length > 2 && text[0] is '*' && text[^1] is '*'
            ? HasWords(Ascii.IsValid(text) ? Fold.Of(said) : said, text[1..^1])
            : IsEqual(said, text);

    static bool HasWords(string said, string words)
    {
        var slug = $"-{string.Concat(said.Select(c => char.IsLetterOrDigit(c) ? c : '-'))}-";
        return slug.Contains($"-{words}-", StringComparison.OrdinalIgnoreCase)
            || slug.Contains($"-{words}s-", StringComparison.OrdinalIgnoreCase);
    }

    static bool IsEqual(string said, string text) =>
        said.Equals(text, StringComparison.OrdinalIgnoreCase)
        || (!Ascii.IsValid(said) && Fold.Of(said).Equals(text, StringComparison.OrdinalIgnoreCase));
}
