namespace Stepdesk.Kql.Columns;

/// <summary>Single values outside the vectors: int and long are boxed long, times are DateTime (UTC) and TimeSpan.</summary>
public static class Cell
{
    public static object Box(KqlType type, long value) =>
        type switch
        {
            KqlType.DateTime => new DateTime(Clamp(value), DateTimeKind.Utc),
            KqlType.TimeSpan => new TimeSpan(value),
            _ => value,
        };

    public static long Unbox(object value) =>
        value switch
        {
            long number => number,
            DateTime instant => instant.Ticks,
            TimeSpan duration => duration.Ticks,
            int number => number,
            bool flag => flag ? 1 : 0,
            _ => throw new ArgumentException($"{value.GetType().Name} is not stored as an integer", nameof(value)),
        };

    /// <summary>The type a value has on its own, e.g. inside a dynamic.</summary>
    public static KqlType TypeOf(object? value) =>
        value switch
        {
            bool => KqlType.Bool,
            long or int => KqlType.Long,
            double => KqlType.Real,
            decimal => KqlType.Decimal,
            string => KqlType.String,
            DateTime => KqlType.DateTime,
            TimeSpan => KqlType.TimeSpan,
            Guid => KqlType.Guid,
            _ => KqlType.Dynamic,
        };

    private static long Clamp(long ticks) => Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
}
