using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Alerts;

/// <summary>What an alert says as findings of its ticket: its parts by name, and the rows it brings along.</summary>
static class AlertFindings
{
    // Of each alert that joins a ticket; history is read whole whenever the ticket is.
    const int LongestInAll = 16_000;

    /// <summary>What of it is kept, in the order in which it is read.</summary>
    /// <param name="source">As whom monitoring is known here.</param>
    public static IEnumerable<Finding> Of(Alert alert, string source, DateTimeOffset at, bool isSensitive)
    {
        var left = LongestInAll;
        var fields = alert
            .Fields.Select(f => (f.Name, Value: Kept(f.Name, f.Value, isSensitive)))
            .TakeWhile(f => (left -= f.Name.Length + (f.Value?.Length ?? 0)) >= 0)
            .Select(f => (f.Value, Part: new LookupPart(Plain.Cut(Plain.Line(f.Name), 200), TitleOf(f.Name))))
            .ToList();
        if (fields.Count > 0)
            yield return new(
                source,
                IsSimulated: false,
                "",
                at,
                [new("field", "string"), new("value", "string")],
                [.. fields.Select(f => (IReadOnlyList<string?>)[f.Part.Name, f.Value])],
                alert.Fields.Count,
                alert.Hash
            )
            {
                LookedUp = new(LookedUp.Monitoring, new(source, source), [], [.. fields.Select(f => f.Part)]),
            };
        if (alert.Rows is { } rows)
            yield return new(
                source,
                IsSimulated: false,
                Masking.OfQuery(Plain.Cut(Plain.Text(rows.Query), Plain.Longest), isSensitive),
                at,
                [
                    .. rows.Columns.Select(c => new FindingColumn(
                        Plain.Cut(Plain.Line(c.Name), 200),
                        Plain.Line(c.Type)
                    )),
                ],
                [
                    .. rows
                        .Rows.Select(
                            IReadOnlyList<string?> (row) =>
                                [.. row.Select((c, i) => Kept(rows.Columns[i].Name, c, isSensitive))]
                        )
                        .TakeWhile(row => (left -= row.Sum(c => c?.Length ?? 0)) >= 0),
                ],
                rows.Count,
                alert.Hash
            )
            {
                From = rows.From,
                To = rows.To,
            };
    }

    // What many alerts say is said in the reader's language; the rest is called as its sender calls it.
    static Called TitleOf(string name)
    {
        var key = $"alert-says-{name.ToLowerInvariant()}";
        var line = Plain.Cut(Plain.Line(name), 200);
        return Text.Knows(key) ? new(Text.Of(key, Language.Vi), Text.Of(key, Language.En)) : new(line, line);
    }

    static string? Kept(string name, string? value, bool isSensitive) =>
        value is null ? null : Masking.Of(name, Plain.Cut(Plain.Text(value), Finding.LongestCell), isSensitive);
}
