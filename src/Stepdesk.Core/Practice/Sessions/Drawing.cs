using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Practice.Sessions;

/// <summary>
/// What stands in the reports of a session. It follows from its seed, the columns that were chosen and what they were
/// narrowed to, so that whoever draws the same again gets the same, and every total fits every other.
/// </summary>
public static partial class Drawing
{
    /// <summary>The report of an event that gave one.</summary>
    /// <returns>null where it gave none.</returns>
    public static DrawnReport? Of(Session session, SessionEvent drawn) =>
        drawn is { Type: EventTypes.ReportExtracted } && drawn.Data.One("file") is { } file
            ? new(file, drawn, Chosen(session.Scenario, drawn.Data), Rows(session, drawn.Data))
            : null;

    /// <summary>All reports of a session that are files, in the order in which they were drawn.</summary>
    public static IEnumerable<DrawnReport> All(Session session) =>
        session.Events.Select(e => Of(session, e)).OfType<DrawnReport>();

    /// <summary>The drawing that gave a file.</summary>
    internal static SessionEvent? Named(Session session, string file) =>
        session.Events.FirstOrDefault(e => e.Type is EventTypes.ReportExtracted && e.Data.One("file") == file);

    /// <summary>A drawing with the file it gives.</summary>
    internal static Fields WithFile(Session session, Fields told, DateTimeOffset at)
    {
        if (session.Scenario.Report is not { } report)
            return told;
        var seq = session.Events[^1].Seq + 1;
        var story = Story.Of([
            .. session.Events,
            new(seq, at, EventTypes.ReportExtracted, SessionEvent.Trainee, told, []),
        ]);
        var before = session.Events.Count(e => e.Type is EventTypes.ReportExtracted && e.Data.Has("file"));
        return report.Comes.In(story, Firing.NotYet).At(at) is null
            ? told
            : told.With(
                "file",
                string.Create(CultureInfo.InvariantCulture, $"{report.Name.In(session.Language)}-{before + 1}.xlsx")
            );
    }

    /// <summary>A message with what the reports hold that come with it; one that is not called a draft hands them over.</summary>
    internal static Fields WithDrawn(Session session, Fields told)
    {
        if (!told.Has("reports"))
            return told;
        var columns = session
            .Scenario.Columns.Where(c =>
                told.All("reports").Any(name => Named(session, name)!.Data.All("fields").Contains(c.Id))
            )
            .ToList();
        told = told.With("drawn", [.. columns.Select(c => c.Id)]);
        if (columns.Exists(c => c.IsPersonal))
            told = told.With("personal", [.. columns.Where(c => c.IsPersonal).Select(c => c.Id)]);
        return IsDraft(told.One("text") ?? "")
            ? told
            : told.With("tag", [.. told.All("tag").Append("delivery").Distinct(StringComparer.Ordinal)]);
    }

    // Where marks are written, "nhập học" is no "bản nháp"; and what a draft gave way to is none.
    static bool IsDraft(string text)
    {
        var said = NoDraft().Replace(text.Normalize(NormalizationForm.FormC).ToLowerInvariant(), " ");
        return Draft().IsMatch(said);
    }

    [GeneratedRegex(@"\b(bản nháp|nháp|bản thử|sơ bộ|ban nhap|so bo|drafts?|preliminary)\b", Plainly)]
    private static partial Regex Draft();

    [GeneratedRegex(
        @"\b(thay|thay cho|thay thế|không phải|không phải là|không còn là|thay the|khong phai|khong phai la|khong con la|not|no longer|instead of|replac(es|ing)|after|sau)( the| a| my| our| yesterday's| hôm qua)?( bản| ban)? (nháp|nhap|drafts?)\b",
        Plainly
    )]
    private static partial Regex NoDraft();

    const RegexOptions Plainly =
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    static List<Column> Chosen(Scenario scenario, Fields drawn) =>
        [.. scenario.Columns.Where(c => drawn.All("fields").Contains(c.Id))];

    static List<IReadOnlyList<string>> Rows(Session session, Fields drawn)
    {
        var columns = Chosen(session.Scenario, drawn);
        var narrowed = session.Scenario.Columns.ToDictionary(
            c => c.Id,
            c => Narrowing.Of(c, drawn.All("filter")),
            StringComparer.Ordinal
        );
        return
        [
            .. Cells(session.Scenario.Columns)
                .Where(cell => cell.All(at => narrowed[at.Key].Contains(at.Value, StringComparer.Ordinal)))
                // Who is named is one row, whatever else is alike.
                .GroupBy(cell =>
                    string.Join(
                        '\n',
                        columns.Any(c => c.Each.Count > 0)
                            ? cell.Values
                            : columns.Where(c => c.Of.Count > 0).Select(c => cell[c.Id])
                    )
                )
                .Select(alike => (IReadOnlyList<string>)columns.ConvertAll(c => Text(session.Seed, c, [.. alike]))),
        ];
    }

    // The finest rows there are: one for each text of each column beside each of the others.
    static IEnumerable<SortedDictionary<string, string>> Cells(IReadOnlyList<Column> columns)
    {
        IEnumerable<SortedDictionary<string, string>> cells = [new(StringComparer.Ordinal)];
        foreach (var column in columns.Where(c => c.Of.Count > 0).OrderBy(c => c.PartOf is not null))
            cells = cells.SelectMany(cell =>
                Within(columns, column, cell)
                    .Select(text => new SortedDictionary<string, string>(cell, StringComparer.Ordinal)
                    {
                        [column.Id] = text,
                    })
            );
        return cells;
    }

    static IEnumerable<string> Within(
        IReadOnlyList<Column> columns,
        Column column,
        SortedDictionary<string, string> cell
    )
    {
        if (column.PartOf is not { } part || !cell.TryGetValue(part, out var whole))
            return column.Of;
        var wholes = columns.First(c => c.Id == part).Of;
        return column.Of.Where((_, at) => wholes[at * wholes.Count / column.Of.Count] == whole);
    }

    static string Text(ulong seed, Column column, IReadOnlyList<SortedDictionary<string, string>> alike) =>
        column switch
        {
            { Of.Count: > 0 } => alike[0][column.Id],
            { Each.Count: > 0 } => Chance.Pick(seed, NameOf(column, alike[0]), column.Each, _ => 1),
            { Sum: { } sum } => alike
                .Sum(cell => Number(seed, column, sum, cell))
                .ToString(CultureInfo.InvariantCulture),
            { Mean: { } mean } => Math.Round(alike.Average(cell => Number(seed, column, mean, cell)), 1)
                .ToString(CultureInfo.InvariantCulture),
            _ => "",
        };

    static int Number(ulong seed, Column column, Spread spread, SortedDictionary<string, string> cell) =>
        spread.Min + (int)(Chance.Of(seed, NameOf(column, cell)) * (spread.Max - spread.Min + 1));

    static string NameOf(Column column, SortedDictionary<string, string> cell) =>
        $"report/{column.Id}/{string.Join('/', cell.Values)}";
}

/// <summary>A report as it was drawn.</summary>
/// <param name="File">What it is called.</param>
/// <param name="Drawn">The drawing that gave it.</param>
/// <param name="Rows">The texts of its columns.</param>
public sealed record DrawnReport(
    string File,
    SessionEvent Drawn,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
