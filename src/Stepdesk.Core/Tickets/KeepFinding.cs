using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>
/// Keeps what a query of telemetry, or another system, showed among the ticket's history, as it was: data expires and a
/// link to it with it.
/// Colleagues see it; the customer never does.
/// </summary>
public sealed record KeepFinding(Finding Finding, string Remark = "") : TicketAction
{
    /// <summary>Letters of what somebody says to it.</summary>
    public const int LongestRemark = 500;

    public static readonly Refusal TooLarge = new("finding-is-too-large");
    public static readonly Refusal RemarkTooLong = new("finding-remark-is-too-long");
    public static readonly Refusal PinnedAlready = new("finding-is-pinned-already");

    public override Decision Decide(Ticket ticket, Moment moment) =>
        // A look-up may ask for nothing in particular, such as what was released last.
        (Finding.LookedUp is null ? Refusals.Of(Finding.Query, Refusals.TextMissing) : null)
            is { } unfit
            ? unfit
        : Plain.Text(Remark).Length > LongestRemark ? RemarkTooLong
        : !Finding.Fits ? TooLarge
        : Finding.LookedUp is null && ticket.Findings.Contains(Finding.Sameness) ? PinnedAlready
        : new FindingKept(
            Finding.Source,
            Finding.IsSimulated,
            Finding.Query,
            Finding.AsOf,
            Finding.Columns,
            Finding.Rows,
            Finding.RowCount,
            Finding.Hash,
            Plain.Text(Remark)
        )
        {
            From = Finding.From,
            To = Finding.To,
            Partial = Finding.Partial,
            Chart = Finding.Chart,
            LookedUp = Finding.LookedUp,
        };
}

/// <summary>What a query showed: the question, the time it was about, the first rows and how many there were.</summary>
/// <param name="Source">Whom it was asked of.</param>
/// <param name="IsSimulated">Whether that is a platform that does not exist.</param>
/// <param name="AsOf">The instant at which it was asked.</param>
/// <param name="Rows">The first of them; each cell as text, null where there was none.</param>
/// <param name="RowCount">How many came in all.</param>
/// <param name="Hash">SHA-256 over the whole answer, also over what is not kept.</param>
public sealed record Finding(
    string Source,
    bool IsSimulated,
    string Query,
    DateTimeOffset AsOf,
    IReadOnlyList<FindingColumn> Columns,
    [property: Gaps] IReadOnlyList<IReadOnlyList<string?>> Rows,
    int RowCount,
    string Hash
)
{
    public const int MostRows = 200;
    public const int MostColumns = 60;

    /// <summary>Letters a cell keeps.</summary>
    public const int LongestCell = 2000;

    /// <summary>Letters all cells keep together: history is read whole whenever a ticket is.</summary>
    public const int LongestInAll = 64_000;

    /// <summary>The time the question was narrowed to, where it was.</summary>
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Why the rows were not all there were, in the source's words; null when they were.</summary>
    public string? Partial { get; init; }
    public FindingChart? Chart { get; init; }

    /// <summary>Set where it was no query of telemetry but a look-up in another system.</summary>
    public LookedUp? LookedUp { get; init; }

    /// <summary>What another pin of the same answer has too; asked again, an answer is another one.</summary>
    internal string Sameness => $"{Source}\n{AsOf.UtcTicks}\n{Hash}\n{Query}";

    internal bool Fits =>
        LookedUp is not { Fits: false }
        && Rows.Count <= MostRows
        && Columns.Count <= MostColumns
        && Rows.All(r => r.Count == Columns.Count && r.All(c => c is null || c.Length <= LongestCell))
        && Rows.Sum(r => r.Sum(c => c?.Length ?? 0)) <= LongestInAll
        && RowCount >= Rows.Count;
}

public sealed record FindingColumn(string Name, string Type);

/// <summary>How the rows were drawn: what runs along, what is drawn, what splits it into series.</summary>
public sealed record FindingChart(
    string Kind,
    string? Title,
    string? X,
    IReadOnlyList<string> Ys,
    IReadOnlyList<string> Series
);

/// <summary>A finding was pinned to the ticket.</summary>
public sealed record FindingKept(
    string Source,
    bool IsSimulated,
    [property: Personal] string Query,
    DateTimeOffset AsOf,
    IReadOnlyList<FindingColumn> Columns,
    [property: Personal] IReadOnlyList<IReadOnlyList<string?>> Rows,
    int RowCount,
    string Hash,
    [property: Personal] string Remark
) : TicketEvent
{
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public string? Partial { get; init; }
    public FindingChart? Chart { get; init; }

    /// <inheritdoc cref="Finding.LookedUp"/>
    public LookedUp? LookedUp { get; init; }

    // The first rows say what was seen; whoever wants all of them opens the ticket.
    const int RowsInWords = 10;

    /// <summary>What was said to it, what was asked and the first rows, for who reads it as a text.</summary>
    internal string Words => In(called => called.InBoth());

    /// <summary>The same for a reader whose language is known.</summary>
    internal string WordsIn(Language language) => In(called => called.In(language));

    /// <summary>What was seen, on one line: what somebody said to it or asked, and the figures of its first row.</summary>
    internal string Line(Language language) =>
        string.Join(
            ": ",
            new[]
            {
                Remark.Length > 0 ? Remark : Chart?.Title ?? (LookedUp is null ? Query : ""),
                LookedUp?.Line(Query, Rows, language)
                    ?? string.Join(
                        ", ",
                        Columns.Zip(Rows is [var first, ..] ? first : [], (c, cell) => $"{c.Name} {cell}")
                    ),
            }
                .Select(Plain.Line)
                .Where(part => part.Length > 0)
        );

    string In(Func<Called, string> called) =>
        string.Join('\n', (LookedUp?.Lines(Query, Rows, called) ?? Lines).Prepend(Remark).Where(l => l.Length > 0));

    IEnumerable<string> Lines =>
        ((string[])[Query, string.Join(" | ", Columns.Select(c => c.Name))])
            .Concat(Rows.Take(RowsInWords).Select(r => string.Join(" | ", r)))
            .Append(RowCount > RowsInWords ? $"… ({RowCount})" : "");

    /// <summary>What was pinned, without what was said to it.</summary>
    public Finding Read() =>
        new(Source, IsSimulated, Query, AsOf, Columns, Rows, RowCount, Hash)
        {
            From = From,
            To = To,
            Partial = Partial,
            Chart = Chart,
            LookedUp = LookedUp,
        };

    public override Ticket Apply(Ticket ticket, Moment moment, int version) =>
        ticket with
        {
            Findings = [.. ticket.Findings, Read().Sameness],
        };
}
