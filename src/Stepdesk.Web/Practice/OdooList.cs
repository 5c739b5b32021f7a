using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Stepdesk.Core.Tickets;
using Priority = Stepdesk.Core.Service.Priority;

namespace Stepdesk.Web.Practice;

/// <summary>Tickets as a list exported from an Odoo helpdesk has it: grouped by stage, further tags on rows of their own.</summary>
static class OdooList
{
    const string Team = "Technical Support";

    static readonly string[] Columns =
    [
        "Active",
        "Activities",
        "Activity State",
        "Helpdesk Team",
        "Customer Ratings",
        "Rating count",
        "Average Rating",
        "Folded in Kanban",
        "SLA Policies",
        "Color Index",
        "Subject",
        "Ticket IDs Sequence",
        "Commercial Entity",
        "Tags",
        "SLA Deadline",
        "Properties",
        "Priority",
        "Activity Exception Decoration",
        "Icon",
        "Next Activity Summary",
        "Activity Type Icon",
        "Next Activity Type",
        "Assigned to",
        "Kanban State",
    ];

    /// <summary>The stage such a desk would have it in.</summary>
    public static string StageOf(Ticket ticket) =>
        ticket.CancelledAs is not null
            ? "Cancelled"
            : StageOf(
                ticket.ResolvedAt is not null || ticket.ClosedAt is not null,
                ticket.DiagnosedAt is not null || ticket.Escalations.Count > 0,
                ticket.AcknowledgedAt is not null
            );

    public static string StageOf(bool isResolved, bool isAtWork, bool isAnswered) =>
        isResolved ? "Resolved"
        : isAtWork ? "In Progress"
        : isAnswered ? "First Response Sent"
        : "New";

    public static IEnumerable<Row> Rows(IEnumerable<RecordTicket> tickets)
    {
        yield return Cells.Row(Columns.Select(c => Cells.Text(c, Cells.Bold)));
        foreach (var stage in tickets.GroupBy(t => t.Stage, StringComparer.Ordinal))
        {
            yield return Group(stage.Key, stage.Count());
            foreach (var ticket in stage)
            {
                yield return One(ticket);
                foreach (var tag in ticket.Tags.Skip(1))
                    yield return At([("Tags", Cells.Text(tag))]);
            }
        }
    }

    // Counts of a group are text there, and the average a number.
    static Row Group(string stage, int count) =>
        Cells.Row(
            Columns.Select(column =>
                column switch
                {
                    "Active" => Cells.Text(FormattableString.Invariant($"{stage} ({count})"), Cells.Grey),
                    "Rating count" or "Color Index" => Cells.Text("0", Cells.Grey),
                    "Average Rating" => Cells.Number(0, Cells.GreyAmount),
                    _ => Cells.Blank(Cells.Grey),
                }
            )
        );

    static Row One(RecordTicket ticket) =>
        At([
            ("Active", Cells.Truth(true)),
            ("Helpdesk Team", Cells.Text(Team)),
            ("Customer Ratings", Cells.Truth(false)),
            ("Rating count", Cells.Number(0)),
            ("Average Rating", Cells.Number(0, Cells.Amount)),
            ("Folded in Kanban", Cells.Truth(ticket.Stage is "Cancelled")),
            ("SLA Policies", Cells.Truth(true)),
            ("Color Index", Cells.Number(0)),
            ("Subject", Cells.Text(ticket.Title)),
            ("Ticket IDs Sequence", Cells.Text(ticket.Number.ToString(CultureInfo.InvariantCulture))),
            ("Commercial Entity", Cells.Text(ticket.Requester)),
            ("Tags", ticket.Tags is [var first, ..] ? Cells.Text(first) : Cells.Blank()),
            ("Priority", Cells.Text(PriorityOf(ticket.Rank))),
            ("Kanban State", Cells.Text("In progress")),
        ]);

    static Row At(IReadOnlyList<(string Column, Cell Cell)> filled) =>
        Cells.Row(
            Columns.Select(c => filled.Where(f => f.Column == c).Select(f => f.Cell).FirstOrDefault() ?? Cells.Blank())
        );

    static string PriorityOf(Priority priority) =>
        priority switch
        {
            Priority.Low => "Low priority",
            Priority.Normal => "Medium priority",
            Priority.High => "High priority",
            _ => "Urgent",
        };
}
