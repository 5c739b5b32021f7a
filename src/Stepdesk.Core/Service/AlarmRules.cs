using System.Globalization;
using Stepdesk.Core.History;

namespace Stepdesk.Core.Service;

/// <summary>What alarms must be before a policy with them is kept. The detail of a refusal names the place.</summary>
static class AlarmRules
{
    /// <summary>More than anybody could follow; each is looked at whenever something happens to a ticket.</summary>
    public const int Most = 100;

    public static readonly Refusal TooMany = new("policy-has-too-many-alarms");
    public static readonly Refusal TimeImpossible = new("policy-alarm-time-is-impossible");
    public static readonly Refusal ReachesNobody = new("policy-alarm-reaches-nobody");
    public static readonly Refusal ClockCannotBreak = new("policy-alarm-clock-cannot-break");

    /// <summary>Most of them do not work at the desk, where notices are read.</summary>
    public static readonly Refusal StakeholdersNeedMail = new("policy-alarm-to-stakeholders-by-notice");

    public static Refusal? Check(IReadOnlyList<Alarm> alarms) =>
        alarms.Count > Most
            ? TooMany
            : alarms.Select((alarm, i) => About(Check(alarm), i)).FirstOrDefault(r => r is not null);

    /// <summary>Why this one cannot be kept, or null.</summary>
    public static Refusal? Check(Alarm alarm) =>
        !IsPossible(alarm.At) ? TimeImpossible
        : alarm.To.Count == 0 || alarm.By.Count == 0 ? ReachesNobody
        : alarm.To.Contains(Recipient.Stakeholders) && !alarm.By.Contains(Means.Mail) ? StakeholdersNeedMail
        : alarm.Clock is ClockName.FollowUp ? ClockCannotBreak
        : null;

    static bool IsPossible(Level level) =>
        level switch
        {
            { Percent: >= 1 and <= 99, Offset: null } => true,
            { Percent: null, Offset: { } offset } => offset >= -PolicyRules.Longest
                && offset <= PolicyRules.Longest
                && PolicyRules.IsInSeconds(offset),
            _ => false,
        };

    static Refusal? About(Refusal? refusal, int place) =>
        refusal is null
            ? null
            : refusal with
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"alarms[{place}]"),
            };
}
