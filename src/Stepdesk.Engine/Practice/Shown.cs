using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Engine.Practice;

/// <summary>Which facts of a scenario the evidence on a ticket shows; never one that has not come to light.</summary>
sealed partial class Shown(Db db, Session session, Func<TelemetryQuestion, DateTimeOffset, Narrowed> narrowed)
{
    /// <summary>What these pins show; every kept finding of the ticket when none are named.</summary>
    public async Task<IReadOnlyList<string>> OnAsync(int ticket, IReadOnlyList<Pin>? pins, CancellationToken stop)
    {
        // What this act adds is not saved yet; evidence was there before it was pointed at.
        var history = (await db.StreamAsync(Streams.Ticket(ticket), stop)).ConvertAll(e => e.Read());
        var said = pins is null
            ? history.Where(e => e.What is FindingKept)
            : history.Where(e => pins.Any(p => p.Version == e.Version));
        var facts = new List<string>();
        foreach (var evidence in said)
            facts.AddRange(
                evidence.What switch
                {
                    FindingKept finding => By(finding),
                    Diagnosed diagnosis => Said(diagnosis.Text),
                    Logged { MailId: { } mail } => await ByMailAsync(mail, stop),
                    CustomerWrote { MailId: { } mail } => await ByMailAsync(mail, stop),
                    _ => [],
                }
            );
        return [.. facts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a text says that has come to light, by a look-up or from people: what it rests on.</summary>
    public IEnumerable<string> Said(string text) =>
        from fact in session.Facts
        where session.Story.RevealOf(fact.Id) is not null && fact.SaidIn(FoldedText.Of(text)).Any()
        select fact.Id;

    /// <summary>What a finding shows: what looking at it again would bring to light.</summary>
    public IEnumerable<string> By(FindingKept finding) =>
        Looks(finding)
            .SelectMany(look => By(session, look))
            .Select(f => f.Id)
            .Where(id => session.Story.RevealOf(id) is not null)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The facts a look brings to light, known before or not.</summary>
    public static IEnumerable<Fact> By(Session session, SessionEvent look) =>
        session.Facts.Where(f => f.Reveals.Any(r => r.Matches(look)));

    IEnumerable<SessionEvent> Looks(FindingKept finding) =>
        finding.LookedUp is { } lookup
            ?
            [
                new(
                    0,
                    finding.AsOf,
                    SessionSystem.EventOfLook,
                    SessionEvent.Trainee,
                    Fields.Of(("system", lookup.System), ("subject", finding.Query.Length == 0 ? null : finding.Query)),
                    []
                ),
            ]
            : QueryReading
                .Of(
                    finding.Query,
                    finding.From,
                    finding.To,
                    finding.AsOf,
                    NamesIn(finding.Columns.Select(c => c.Name), finding.Rows),
                    TimesIn(finding.Columns.Select(c => c.Name), finding.Rows),
                    narrowed(new(finding.Query, finding.From, finding.To), finding.AsOf)
                )
                .Select(look => new SessionEvent(
                    0,
                    finding.AsOf,
                    EventTypes.Queried,
                    SessionEvent.Trainee,
                    With(
                        look,
                        session,
                        finding.Query,
                        finding.RowCount,
                        [.. finding.Columns.Select(c => (c.Name, c.Type))],
                        finding.Rows
                    ),
                    []
                ));

    /// <summary>What was looked at with a question, as moves: a look at each table, with what its answer showed.</summary>
    public static IReadOnlyList<Move> Looks(
        Session session,
        TelemetryQuestion question,
        TelemetryAnswer answer,
        Narrowed narrowed
    )
    {
        var numbers = NumbersIn(answer);
        return
        [
            .. QueryReading
                .Of(
                    question.Text,
                    question.From,
                    question.To,
                    answer.AsOf,
                    NamesIn(answer.Columns.Select(c => c.Name), answer.Rows),
                    TimesIn(answer.Columns.Select(c => c.Name), answer.Rows),
                    narrowed
                )
                .Select(look =>
                    With(
                            look,
                            session,
                            question.Text,
                            answer.RowCount,
                            [.. answer.Columns.Select(c => (c.Name, c.Type))],
                            answer.Rows
                        )
                        .With("shown", [.. look.Fields.All("shown"), .. numbers])
                )
                .Select(look => new Move("query", look)),
        ];
    }

    static Fields With(
        TableLook look,
        Session session,
        string query,
        int count,
        IReadOnlyList<(string Name, string Type)> columns,
        IReadOnlyList<IReadOnlyList<string?>> rows
    )
    {
        var (inSeconds, isRounded) = (Thousandth().IsMatch(query), Rounded().IsMatch(query));
        IReadOnlyList<string> types = [.. columns.Select(c => c.Type)];
        var failures = Failures.Of(look.Whole, columns.Select(c => c.Name), types, rows);
        // What all rows were narrowed to is said by each of them, unless it is that there were none.
        IReadOnlyList<(string Type, string Text)> narrowed =
        [
            .. look.Said.Select(text => (ShownPart.Said, text)),
            .. look.Above.Select(number => ($"{ShownPart.Above}{In("real")}", number)),
        ];
        IReadOnlyList<string> all =
        [
            .. columns.Select(c =>
                look.Whole.Counted.TryGetValue(c.Name, out var counts) && counts <= Counts.Other
                    ? ShownPart.Count
                    : In(isRounded && c.Type is "int" or "long" ? "real" : c.Type)
            ),
            ShownPart.Failed,
            ShownPart.FailedShare,
            ShownPart.OfFailed,
            .. narrowed.Select(n => n.Type),
        ];
        rows =
        [
            .. rows.Zip(
                failures,
                (row, of) =>
                    (IReadOnlyList<string?>)
                        [
                            .. row,
                            Written(of.Failed),
                            Written(of.Share),
                            Written(of.OfFailed),
                            .. narrowed.Select(n => of.All is 0 ? null : n.Text),
                        ]
            ),
        ];
        return look
            .Fields.With("rows", [count.ToString(CultureInfo.InvariantCulture)])
            .With(
                "shows",
                [
                    .. session
                        .Scenario.Showings.Where(s => s.IsIn(all, rows))
                        .Select(s => s.Written)
                        .Distinct(StringComparer.Ordinal),
                ]
            );

        string In(string type) => inSeconds && type is "real" ? ShownPart.SecondsType : type;

        static string? Written(double? number) => number?.ToString(CultureInfo.InvariantCulture);
    }

    // Whoever lists all metrics has seen each of them.
    static IEnumerable<string> NamesIn(IEnumerable<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows) =>
        columns.ToList().FindIndex(c => c is "name" or "Name") is >= 0 and var at
            ? rows.Take(MostNames).Select(r => r[at]).OfType<string>().Distinct(StringComparer.Ordinal)
            : [];

    /// <summary>
    /// The numbers an answer shows, so that nobody who repeats one is told that they made it up; of a longer answer the
    /// least and the most of each column.
    /// </summary>
    public static IReadOnlyList<string> NumbersIn(TelemetryAnswer answer)
    {
        var columns = Enumerable
            .Range(0, answer.Columns.Count)
            .Where(at => answer.Columns[at].Type is "int" or "long" or "real" or "double" or "decimal")
            .Select(at => answer.Rows.Select(r => Number(r[at])).OfType<double>().Distinct().ToList())
            .Where(c => c.Count > 0)
            .ToList();
        return
        [
            .. columns
                .SelectMany(c =>
                    columns.Sum(all => all.Count) <= MostNumbers
                        ? c.Select(Written)
                        : [$"{Written(c.Min())}..{Written(c.Max())}"]
                )
                .Distinct(StringComparer.Ordinal),
        ];

        static double? Number(string? cell) =>
            double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : null;

        static string Written(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
    }

    const int MostNumbers = 300;

    [GeneratedRegex(
        @"/\s*1000(\.0*)?\b|/\s*1e3\b|\b0?\.001\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Thousandth();

    // Whole numbers are counts, unless a time was made one.
    [GeneratedRegex(@"\bto(int|long)\s*\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rounded();

    static IEnumerable<DateTimeOffset> TimesIn(
        IEnumerable<string> columns,
        IReadOnlyList<IReadOnlyList<string?>> rows
    ) =>
        columns.ToList().FindIndex(c => c is "timestamp" or "TimeGenerated") is >= 0 and var at
            ? from row in rows
            let read = DateTimeOffset.TryParse(
                row[at],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
                ? instant
                : (DateTimeOffset?)null
            where read is not null
            select read.Value
            : [];

    // Nobody reads further down.
    const int MostNames = 50;

    async Task<IEnumerable<string>> ByMailAsync(long mail, CancellationToken stop)
    {
        var mailbox = await db.Mails.Where(m => m.Id == mail).Select(m => m.Mailbox).SingleOrDefaultAsync(stop);
        return mailbox is not null && Post.EventOf(session, mailbox) is { } received
            ? session
                .Facts.Where(f => f.Reveals.Any(r => r.Matches(received)))
                .Select(f => f.Id)
                .Where(id => session.Story.RevealOf(id) is not null)
            : [];
    }
}
