namespace Stepdesk.Kql.Functions;

/// <summary>A value or null, for types of any kind, without boxing.</summary>
public readonly record struct Maybe<T>(bool Has, T Value)
{
    public static readonly Maybe<T> Null;

    public static implicit operator Maybe<T>(T value) => new(true, value);
}
