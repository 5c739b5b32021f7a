using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>in, !in, in~, !in~ over constants; a null is in nothing.</summary>
public static class Membership
{
    public static Scalar Of(Scalar value, IReadOnlyList<object?> items, bool ignoreCase, bool not)
    {
        switch (value.Type)
        {
            case KqlType.String:
                var texts = items
                    .Select(Format.Text)
                    .ToHashSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
                return Scalar.Fold(new Map<string, bool>(KqlType.Bool, value, v => texts.Contains(v) != not));
            case KqlType.Dynamic:
                var any = items
                    .Where(i => i is not null)
                    .Select(Format.Text)
                    .ToHashSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
                return Scalar.Fold(
                    new Map<object?, bool>(
                        KqlType.Bool,
                        value,
                        v => (v is not null && any.Contains(Format.Text(v))) != not,
                        NullRule.Passed
                    )
                );
            default:
                var type = value.Type;
                var known = items.Select(i => Conversions.Boxed(type, i)).Where(i => i is not null).ToHashSet();
                // A long is not in (4.5): converting it there would find 4.
                known.RemoveWhere(k => !items.Any(i => Same(i, k!)));
                return Scalar.Fold(
                    type switch
                    {
                        KqlType.Real => Typed<double>(value, known, not),
                        KqlType.Decimal => Typed<decimal>(value, known, not),
                        KqlType.Bool => Typed<bool>(value, known, not),
                        KqlType.Guid => Typed<Guid>(value, known, not),
                        _ => new InSet<long>(value, [.. known.Select(k => Cell.Unbox(k!))], not),
                    }
                );
        }
    }

    private static InSet<T> Typed<T>(Scalar value, HashSet<object?> known, bool not) =>
        new(value, [.. known.Select(k => (T)k!)], not);

    private static bool Same(object? item, object converted) =>
        item is double number && converted is long whole ? number == whole : item is not null;

    private sealed class InSet<T>(Scalar value, HashSet<T> items, bool not) : Scalar(KqlType.Bool, value)
    {
        public override Vector Evaluate(Batch batch)
        {
            var vector = value.Evaluate(batch);
            var values = Vectors.Dense<T>(vector);
            var results = new bool[batch.Count];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = (!vector.IsNull(i) && items.Contains(values[i])) != not;
            }

            return new Vector<bool>(KqlType.Bool, results, batch.Count);
        }
    }
}
