using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service;

/// <summary>What becomes of the alerts of monitoring that it matches. An empty part matches every alert.</summary>
/// <param name="Resource">Is in the name of what the alert is about.</param>
/// <param name="Name">Is in the name of the rule that fired.</param>
/// <param name="Severity">Is the alert's severity, such as <c>Sev1</c>.</param>
/// <param name="Service">Is in the name of the service that monitors.</param>
/// <param name="Ticket">The number of the ticket it is put on; null means the open one of its group.</param>
public sealed record AlertRule(
    AlertTreatment Then,
    string Resource = "",
    string Name = "",
    string Severity = "",
    string Service = "",
    int? Ticket = null
);

/// <summary>What can become of an alert.</summary>
public enum AlertTreatment
{
    /// <summary>It opens a ticket that waits for somebody, or joins the open one of its group.</summary>
    Open,

    /// <summary>It joins an open ticket and never opens one.</summary>
    Attach,

    /// <summary>It is listed and nothing else.</summary>
    Record,
}

/// <summary>An edit of the rules for alerts: the next version, whole. Stream <c>alert-rules/1</c>.</summary>
public sealed record AlertRulesSet(IReadOnlyList<AlertRule> Rules) : Event;

/// <summary>What the rules for alerts must be, and which of them holds.</summary>
public static class AlertRules
{
    public const int Most = 50;
    public const int LongestPart = 200;
    public static readonly Refusal TooMany = new("too-many-alert-rules");
    public static readonly Refusal TooLong = new("alert-rule-is-too-long");
    public static readonly Refusal Changed = new("alert-rules-have-changed");

    /// <summary>As they are kept: on one line, and a ticket only where one is joined.</summary>
    public static IReadOnlyList<AlertRule> Tidied(IEnumerable<AlertRule> rules) =>
        [
            .. rules.Select(r =>
                r with
                {
                    Resource = Plain.Line(r.Resource),
                    Name = Plain.Line(r.Name),
                    Severity = Plain.Line(r.Severity),
                    Service = Plain.Line(r.Service),
                    Ticket = r.Then is AlertTreatment.Attach ? r.Ticket : null,
                }
            ),
        ];

    /// <summary>Why the desk cannot work with these, or null.</summary>
    public static Refusal? Check(IReadOnlyList<AlertRule> rules) =>
        rules.Count > Most ? TooMany
        : rules.Any(r => ((string[])[r.Resource, r.Name, r.Severity, r.Service]).Any(p => p.Length > LongestPart))
            ? TooLong
        : null;

    /// <summary>The first that matches; where none does, an alert opens a ticket or joins that of its group.</summary>
    /// <param name="resources">What the alert is about.</param>
    public static AlertRule For(
        this IEnumerable<AlertRule> rules,
        IReadOnlyList<string> resources,
        string name,
        string severity,
        string service
    ) =>
        rules.FirstOrDefault(r =>
            (r.Resource.Length == 0 || resources.Any(resource => Holds(resource, r.Resource)))
            && Holds(name, r.Name)
            && Holds(service, r.Service)
            && (r.Severity.Length == 0 || string.Equals(severity, r.Severity, StringComparison.OrdinalIgnoreCase))
        ) ?? new(AlertTreatment.Open);

    static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
