using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Keys;

/// <summary>Gives every distinct value of a key a small number; null and "" are ordinary keys.</summary>
public abstract class KeyEncoder(KqlType type)
{
    public KqlType Type { get; } = type;

    /// <summary>Distinct values met so far.</summary>
    public int Count { get; protected set; }

    /// <summary>The number of the null, once met; -1 before.</summary>
    public int NullKey { get; protected set; } = -1;

    /// <summary>From now on a value not met before is -1: a join only asks for keys the other side has.</summary>
    public bool IsFrozen { get; set; }

    public abstract void Encode(Vector vector, int count, int[] into);

    /// <summary>The distinct values, in the order of their numbers.</summary>
    public abstract Column Values();

    public static KeyEncoder For(KqlType type) =>
        type switch
        {
            KqlType.String => new TextKeys(),
            KqlType.Dynamic => new DynamicKeys(),
            KqlType.Bool => new ValueKeys<bool>(type, b => b),
            KqlType.Real => new ValueKeys<double>(type, d => d),
            KqlType.Decimal => new ValueKeys<decimal>(type, d => d),
            KqlType.Guid => new ValueKeys<Guid>(type, g => g),
            _ => new LongKeys(type),
        };

    protected int Null() =>
        NullKey >= 0 ? NullKey
        : IsFrozen ? -1
        : NullKey = Count++;
}
