using Stepdesk.Core.Words;

namespace Stepdesk.Core.Service;

/// <summary>Alarms in words.</summary>
public sealed class AlarmText(Language language)
{
    /// <summary>When it goes off: "15 min after the breach".</summary>
    public string When(Level level) =>
        level switch
        {
            { Percent: { } percent } => Text.Of("level-percent", language, ("n", percent)),
            { Offset: { } offset } when offset < TimeSpan.Zero => Text.Of(
                "level-before",
                language,
                ("time", Lengths.Write(-offset, language))
            ),
            { IsAfter: true, Offset: { } offset } => Text.Of(
                "level-after",
                language,
                ("time", Lengths.Write(offset, language))
            ),
            _ => Text.Of("level-breach", language),
        };

    /// <summary>What it is for: "Expedite, Next update".</summary>
    public string For(Alarm alarm) =>
        Text.Of(
            "alarm-for",
            language,
            ("class", alarm.Class is { } of ? Text.Of("class", of, language) : Text.Of("every-class", language)),
            ("clock", alarm.Clock is { } clock ? Text.Of("clock", clock, language) : Text.Of("every-clock", language))
        );

    /// <summary>Whom it tells and how: "owner, leads, by notice".</summary>
    public string Tells(Alarm alarm) =>
        Text.Of("alarm-tells", language, ("to", Join("recipient", alarm.To)), ("by", Join("means", alarm.By)));

    string Join<T>(string area, IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(v => Text.Of(area, v, language)));
}
