using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Admin;

/// <summary>When an alarm goes off, as it is chosen; <see cref="Never"/> is no alarm.</summary>
enum AlarmWhen
{
    Never,
    Percent,
    Before,
    Breach,
    After,
}

/// <summary>One of the alarms of a policy in fields, by its place.</summary>
sealed partial class AlarmFields(int place)
{
    /// <summary>Rows that stand ready beyond those there are.</summary>
    const int Spare = 2;

    public string When => $"{At}.when";
    public string Much => $"{At}.much";
    public string Class => $"{At}.class";
    public string Clock => $"{At}.clock";

    public string To(Recipient recipient) => $"{At}.to.{recipient}";

    public string By(Means means) => $"{At}.by.{means}";

    string At => string.Create(CultureInfo.InvariantCulture, $"alarm.{place}");

    /// <summary>Who can be chosen to be told.</summary>
    public static IReadOnlyList<Recipient> Recipients { get; } = Enum.GetValues<Recipient>();

    /// <summary>By what somebody can be told; by chat only where a channel takes alarms, which the policy's keeper checks.</summary>
    public static IReadOnlyList<Means> Ways { get; } = Enum.GetValues<Means>();

    /// <summary>The clocks that can break.</summary>
    public static IReadOnlyList<ClockName> Clocks { get; } =
    [.. Enum.GetValues<ClockName>().Where(c => c is not ClockName.FollowUp)];

    /// <summary>How many alarms there are fields for.</summary>
    public static int Count(Typed typed) =>
        typed.Texts.Max(t =>
            Place().Match(t.Key) is { Success: true } m
                ? int.Parse(m.Groups["place"].Value, CultureInfo.InvariantCulture) + 1
                : 0
        );

    public static void Fill(Typed typed, ServicePolicy policy, Language language)
    {
        var alarms = policy.Alarms ?? Shipped.Alarms;
        for (var i = 0; i < alarms.Count + Spare; i++)
            new AlarmFields(i).Fill(typed, i < alarms.Count ? alarms[i] : null, language);
    }

    public static ServicePolicy ReadAll(Typed typed, ServicePolicy policy) =>
        policy with
        {
            Alarms = [.. Enumerable.Range(0, Count(typed)).Select(i => new AlarmFields(i).Read(typed)).OfType<Alarm>()],
        };

    void Fill(Typed typed, Alarm? alarm, Language language)
    {
        typed[When] = WhenOf(alarm?.At).ToString();
        typed[Much] = alarm?.At switch
        {
            { Percent: { } percent } => string.Create(CultureInfo.InvariantCulture, $"{percent}"),
            { Offset: { } offset } when offset != TimeSpan.Zero => Lengths.Write(offset.Duration(), language),
            _ => "",
        };
        typed[Class] = alarm?.Class?.ToString() ?? "";
        typed[Clock] = alarm?.Clock?.ToString() ?? "";
        foreach (var recipient in Recipients)
            typed.Tick(To(recipient), alarm?.To.Contains(recipient) ?? false);
        foreach (var means in Ways)
            typed.Tick(By(means), alarm?.By.Contains(means) ?? false);
    }

    static AlarmWhen WhenOf(Level? level) =>
        level switch
        {
            null => AlarmWhen.Never,
            { Percent: not null } => AlarmWhen.Percent,
            { Offset: { } offset } when offset < TimeSpan.Zero => AlarmWhen.Before,
            { Offset: { } offset } when offset > TimeSpan.Zero => AlarmWhen.After,
            _ => AlarmWhen.Breach,
        };

    Alarm? Read(Typed typed)
    {
        var when = typed.Choice<AlarmWhen>(When);
        if (when is AlarmWhen.Never)
            return null;
        var alarm = new Alarm(
            ReadLevel(typed, when),
            [.. Recipients.Where(r => typed.IsTicked(To(r)))],
            [.. Ways.Where(m => typed.IsTicked(By(m)))]
        )
        {
            Class = typed[Class] is "" ? null : typed.Choice<ClassOfService>(Class),
            Clock = typed[Clock] is "" ? null : typed.Choice<ClockName>(Clock),
        };
        if (typed.WrongAt(Much) is null && PolicyRules.Check(alarm) is { } wrong)
            typed.Refuse(
                wrong.Code is "policy-alarm-time-is-impossible" ? Much : When,
                wrong with
                {
                    Detail = string.Create(CultureInfo.InvariantCulture, $"{place + 1}"),
                }
            );
        return alarm;
    }

    Level ReadLevel(Typed typed, AlarmWhen when) =>
        when switch
        {
            AlarmWhen.Percent => new(
                Percent: int.TryParse(
                    typed[Much].Replace("%", "", StringComparison.Ordinal).Trim(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var percent
                )
                    ? percent
                    : 0
            ),
            AlarmWhen.Before => new(Offset: -typed.NeededTime(Much)),
            AlarmWhen.After => new(Offset: typed.NeededTime(Much)),
            _ => Level.Breach,
        };

    [GeneratedRegex(
        @"\Aalarm\.(?<place>[0-9]{1,3})\.when\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();
}
