using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>
/// Turns groups by key and bin into one row per key with arrays. The source has the keys, then the bin, then the
/// aggregates; bins without rows take the default.
/// </summary>
public sealed class MakeSeriesPlan(
    Plan groups,
    int keyCount,
    object? from,
    object? to,
    object? step,
    object?[] defaults,
    bool nonEmpty,
    Schema schema
) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = groups.Execute(run);
        var axisType = table.Schema[keyCount].Type;
        var series = Collect(table, run);
        if (series.Count == 0 && nonEmpty && keyCount == 0)
        {
            series.Add(new Series([], []));
        }

        var builder = new KqlTableBuilder(Schema);
        foreach (var one in series)
        {
            var (first, count) = Extent(one, axisType);
            var values = defaults.Select(d => Enumerable.Repeat(d, count).ToArray()).ToArray();
            foreach (var (bin, row) in one.Bins)
            {
                var place = Place(bin, first, axisType);
                if (place < 0 || place >= count)
                {
                    continue;
                }

                for (var a = 0; a < defaults.Length; a++)
                {
                    values[a][place] = table[row, keyCount + 1 + a] ?? defaults[a];
                }
            }

            var axis = new object?[count];
            for (var i = 0; i < count; i++)
            {
                axis[i] = At(first, i, axisType);
            }

            builder.Add([.. one.Key, .. values.Select(v => new DynamicArray(v)), new DynamicArray(axis)]);
            if (!run.Keep(count * 40L * (defaults.Length + 1), builder.Count))
            {
                break;
            }
        }

        return builder.ToTable();
    }

    private sealed record Series(object?[] Key, List<(object Bin, int Row)> Bins);

    private List<Series> Collect(KqlTable table, Run run)
    {
        var found = new Dictionary<string, Series>(StringComparer.Ordinal);
        var all = new List<Series>();
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row, keyCount] is not { } bin)
            {
                continue;
            }

            var key = new object?[keyCount];
            for (var k = 0; k < keyCount; k++)
            {
                key[k] = table[row, k];
            }

            var text = Json.Write(new DynamicArray(key));
            if (!found.TryGetValue(text, out var series))
            {
                series = new Series(key, []);
                found.Add(text, series);
                all.Add(series);
            }

            series.Bins.Add((bin, row));
            if (row % Batch.Size == 0)
            {
                run.Continues(row);
            }
        }

        return all;
    }

    private (object? First, int Count) Extent(Series series, KqlType type)
    {
        var first = from ?? (series.Bins.Count == 0 ? null : series.Bins.MinBy(b => Number(b.Bin)).Bin);
        if (first is null || step is null || Number(step) <= 0)
        {
            return (first, 0);
        }

        double count;
        if (to is not null)
        {
            // The end is not part of the series.
            // Ticks are more than a double can tell apart.
            count =
                type == KqlType.Real
                    ? Math.Ceiling((Number(to) - Number(first)) / Number(step))
                    : (double)(((Int128)Cell.Unbox(to) - Cell.Unbox(first) + Cell.Unbox(step) - 1) / Cell.Unbox(step));
        }
        else
        {
            count = series.Bins.Count == 0 ? 0 : Place(series.Bins.MaxBy(b => Number(b.Bin)).Bin, first, type) + 1;
        }

        return (first, ArrayLimit.Most(count));
    }

    private static double Number(object value) => value is double real ? real : Cell.Unbox(value);

    private int Place(object bin, object? first, KqlType type)
    {
        if (first is null)
        {
            return -1;
        }

        return type == KqlType.Real
            ? (int)Math.Floor(((Number(bin) - Number(first)) / Number(step!)) + 1e-9)
            : (int)
                Math.Clamp(
                    Times.Floor(Cell.Unbox(bin) - Cell.Unbox(first), Cell.Unbox(step!)) / Cell.Unbox(step!),
                    -1,
                    int.MaxValue
                );
    }

    private object? At(object? first, int i, KqlType type) =>
        type == KqlType.Real
            ? Number(first!) + (i * Number(step!))
            : Cell.Box(type, Cell.Unbox(first!) + (i * Cell.Unbox(step!)));
}
