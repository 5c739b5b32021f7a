using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal static class TimeFunctions
{
    private static readonly string[] DiffParts =
        "year quarter month week day hour minute second millisecond microsecond nanosecond".Split(' ');

    private static readonly string[] PartNames =
        "year quarter month week_of_year day dayOfYear hour minute second millisecond microsecond nanosecond".Split(
            ' '
        );

    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("now", 0, 1, Now),
        Declare.Function("ago", 1, 1, Ago),
        Bound("startofday", "day", start: true) with
        {
            Names = NameRule.FirstArgument,
        },
        Bound("startofweek", "week", start: true),
        Bound("startofmonth", "month", start: true),
        Bound("startofyear", "year", start: true),
        Bound("endofday", "day", start: false),
        Bound("endofweek", "week", start: false),
        Bound("endofmonth", "month", start: false),
        Bound("endofyear", "year", start: false),
        Declare.Instant("dayofweek", KqlType.TimeSpan, t => (long)Times.At(t).DayOfWeek * TimeSpan.TicksPerDay),
        Declare.Instant("dayofmonth", KqlType.Int, t => Times.At(t).Day),
        Declare.Instant("dayofyear", KqlType.Int, t => Times.At(t).DayOfYear),
        Declare.Instant("hourofday", KqlType.Int, t => Times.At(t).Hour),
        Declare.Instant("monthofyear", KqlType.Int, t => Times.At(t).Month),
        Declare.Instant("getmonth", KqlType.Int, t => Times.At(t).Month),
        Declare.Instant("getyear", KqlType.Int, t => Times.At(t).Year),
        Declare.Instant("week_of_year", KqlType.Int, t => ISOWeek.GetWeekOfYear(Times.At(t))),
        Declare.Instant("weekofyear", KqlType.Int, t => ISOWeek.GetWeekOfYear(Times.At(t))),
        Declare.Function("datetime_add", 3, 3, Add),
        Declare.Function("datetime_diff", 3, 3, Diff),
        Declare.Function("datetime_part", 2, 2, Part),
        Declare.Function("datepart", 2, 2, Part) with
        {
            IsAlias = true,
        },
        Declare.Function(
            "format_datetime",
            2,
            2,
            c =>
                Map<long, string, string>.Of(
                    KqlType.String,
                    c.As(0, KqlType.DateTime),
                    c.Text(1),
                    (t, f) => TimeText.FormatInstant(t, f)
                ),
            NameRule.FirstArgument
        ),
        Declare.Function(
            "format_timespan",
            2,
            2,
            c =>
                Map<long, string, string>.Of(
                    KqlType.String,
                    c.As(0, KqlType.TimeSpan),
                    c.Text(1),
                    (t, f) => TimeText.FormatDuration(t, f)
                ),
            NameRule.FirstArgument
        ),
        Declare.Function("make_datetime", 1, 6, MakeInstant, NameRule.OnlyArgument),
        Declare.Function("make_timespan", 1, 4, MakeDuration, NameRule.OnlyArgument),
        Unix("unixtime_seconds_todatetime", TimeSpan.TicksPerSecond),
        Unix("unixtime_milliseconds_todatetime", TimeSpan.TicksPerMillisecond),
        Unix("unixtime_microseconds_todatetime", 10),
        Unix("unixtime_nanoseconds_todatetime", 0.01),
        Zone("datetime_utc_to_local", toLocal: true),
        Zone("datetime_local_to_utc", toLocal: false),
        Declare.Function("ingestion_time", 0, 0, _ => new Constant(KqlType.DateTime, null)),
    ];

    private static Scalar? Now(Call call)
    {
        var now = new Constant(KqlType.DateTime, call.Now);
        return call.Count == 0 ? now : Arithmetic.Bind("+", now, call.As(0, KqlType.TimeSpan));
    }

    private static Scalar? Ago(Call call) =>
        Arithmetic.Bind("-", new Constant(KqlType.DateTime, call.Now), call.As(0, KqlType.TimeSpan));

    private static FunctionInfo Bound(string name, string part, bool start) =>
        Declare.Function(
            name,
            1,
            2,
            c =>
                Map<long, long, long>.Of(
                    KqlType.DateTime,
                    c.As(0, KqlType.DateTime),
                    c.Count > 1 ? c.As(1, KqlType.Long) : new Constant(KqlType.Long, 0L),
                    (t, n) => start ? Times.StartOf(part, t, n) : Times.EndOf(part, t, n)
                )
        );

    private static string? PartAt(Call call, string[] parts)
    {
        var part = Format.Text(call.ConstantAt(0));
        if (call.Failed || parts.Contains(part, StringComparer.OrdinalIgnoreCase))
        {
            return call.Failed ? null : part;
        }

        call.Fail(Messages.Choice(call.Syntax[0].Span, "part of a date", part, parts));
        return null;
    }

    private static Scalar? Add(Call call) =>
        PartAt(call, DiffParts) is { } part
            ? Map<long, long, long>.Of(
                KqlType.DateTime,
                call.As(1, KqlType.Long),
                call.As(2, KqlType.DateTime),
                (n, t) => Times.Add(part, n, t)
            )
            : null;

    private static Scalar? Diff(Call call) =>
        PartAt(call, DiffParts) is { } part
            ? Map<long, long, long>.Of(
                KqlType.Long,
                call.As(1, KqlType.DateTime),
                call.As(2, KqlType.DateTime),
                (a, b) => Times.Diff(part, a, b)
            )
            : null;

    private static Scalar? Part(Call call) =>
        PartAt(call, PartNames) is { } part
            ? Scalar.Fold(new Map<long, long>(KqlType.Int, call.As(1, KqlType.DateTime), t => Times.Part(part, t)))
            : null;

    private static Scalar MakeInstant(Call call)
    {
        if (call.Count == 1)
        {
            return Conversions.To(KqlType.DateTime, call[0]);
        }

        var numbers = new Scalar[call.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = call.As(i, KqlType.Real);
        }

        return MapMany.Of(
            KqlType.DateTime,
            numbers,
            v =>
            {
                if (v.Contains(null))
                {
                    return null;
                }

                double At(int i) => i < v.Length ? (double)v[i]! : 0;
                var made = Times.Make((long)At(0), (long)At(1), (long)At(2), (long)At(3), (long)At(4), At(5));
                return made.Has ? Cell.Box(KqlType.DateTime, made.Value) : null;
            }
        );
    }

    private static Scalar MakeDuration(Call call)
    {
        if (call.Count == 1)
        {
            return Conversions.To(KqlType.TimeSpan, call[0]);
        }

        var numbers = new Scalar[call.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = call.As(i, KqlType.Real);
        }

        return MapMany.Of(
            KqlType.TimeSpan,
            numbers,
            v =>
            {
                if (v.Contains(null))
                {
                    return null;
                }

                var parts = v.Select(p => (double)p!).ToArray();
                var (days, hours, minutes, seconds) = parts.Length switch
                {
                    4 => (parts[0], parts[1], parts[2], parts[3]),
                    3 => (0, parts[0], parts[1], parts[2]),
                    _ => (0, parts[0], parts[1], 0),
                };
                var ticks =
                    (days * TimeSpan.TicksPerDay)
                    + (hours * TimeSpan.TicksPerHour)
                    + (minutes * TimeSpan.TicksPerMinute)
                    + (seconds * TimeSpan.TicksPerSecond);
                return Conversions.AsLong(ticks) is { Has: true } n ? new TimeSpan(n.Value) : null;
            }
        );
    }

    private static FunctionInfo Unix(string name, double ticks) =>
        Declare.Function(
            name,
            1,
            1,
            c =>
                Scalar.Fold(
                    c[0].Type.IsInteger() && ticks >= 1
                        ? new Map<long, long>(
                            KqlType.DateTime,
                            c[0],
                            v => Times.InRange(((Int128)v * (long)ticks) + DateTime.UnixEpoch.Ticks)
                        )
                        : new Map<double, long>(
                            KqlType.DateTime,
                            c.As(0, KqlType.Real),
                            v =>
                                Conversions.AsLong(v * ticks) is { Has: true } n
                                    ? Times.InRange((Int128)n.Value + DateTime.UnixEpoch.Ticks)
                                    : Maybe<long>.Null
                        )
                )
        );

    private static FunctionInfo Zone(string name, bool toLocal) =>
        Declare.Function(
            name,
            2,
            2,
            c =>
                Map<long, string, long>.Of(
                    KqlType.DateTime,
                    c.As(0, KqlType.DateTime),
                    c.Text(1),
                    (t, zone) => Times.Zoned(t, zone, toLocal)
                )
        );
}
