namespace Stepdesk.Kql.Columns;

/// <summary>The scalar types of the language. A string is never null; every other type has a null.</summary>
public enum KqlType
{
    Bool,
    Int,
    Long,
    Real,
    Decimal,
    String,
    DateTime,
    TimeSpan,
    Guid,
    Dynamic,
}

/// <summary>Names and families of the scalar types.</summary>
public static class KqlTypes
{
    private static readonly Dictionary<string, KqlType> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bool"] = KqlType.Bool,
        ["boolean"] = KqlType.Bool,
        ["int"] = KqlType.Int,
        ["int32"] = KqlType.Int,
        ["long"] = KqlType.Long,
        ["int64"] = KqlType.Long,
        ["real"] = KqlType.Real,
        ["double"] = KqlType.Real,
        ["decimal"] = KqlType.Decimal,
        ["string"] = KqlType.String,
        ["datetime"] = KqlType.DateTime,
        ["date"] = KqlType.DateTime,
        ["timespan"] = KqlType.TimeSpan,
        ["time"] = KqlType.TimeSpan,
        ["guid"] = KqlType.Guid,
        ["uniqueid"] = KqlType.Guid,
        ["dynamic"] = KqlType.Dynamic,
    };

    public static bool TryParse(string name, out KqlType type) => ByName.TryGetValue(name, out type);

    public static string Name(this KqlType type) =>
        type switch
        {
            KqlType.Bool => "bool",
            KqlType.Int => "int",
            KqlType.Long => "long",
            KqlType.Real => "real",
            KqlType.Decimal => "decimal",
            KqlType.String => "string",
            KqlType.DateTime => "datetime",
            KqlType.TimeSpan => "timespan",
            KqlType.Guid => "guid",
            _ => "dynamic",
        };

    public static bool IsInteger(this KqlType type) => type is KqlType.Int or KqlType.Long;

    public static bool IsNumber(this KqlType type) =>
        type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;

    public static bool IsTime(this KqlType type) => type is KqlType.DateTime or KqlType.TimeSpan;

    /// <summary>Integers, datetimes and timespans all travel as 64-bit integers (ticks of 100 ns for times).</summary>
    public static bool IsLongStored(this KqlType type) =>
        type is KqlType.Int or KqlType.Long or KqlType.DateTime or KqlType.TimeSpan;
}
