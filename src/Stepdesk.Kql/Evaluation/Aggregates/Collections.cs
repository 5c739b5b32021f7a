using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>make_list in the order of the rows.</summary>
internal sealed class ListAggregator(Scalar value, Scalar? predicate, long most, bool withNulls) : Aggregator(predicate)
{
    private List<object?>?[] _lists = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _lists, groupCount, null);
        var vector = value.Evaluate(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] < 0)
            {
                continue;
            }

            var item = vector[i];
            var list = _lists[groups[i]] ??= [];
            if (!withNulls && item is null)
            {
                continue;
            }

            if (ArrayLimit.Takes(list, most))
            {
                Budget.Keep(32);
                list.Add(item);
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _lists, groupCount, null);
        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        for (var i = 0; i < groupCount; i++)
        {
            builder.Append(new DynamicArray(_lists[i] ?? []));
        }

        return [builder.ToColumn()];
    }
}

/// <summary>make_set: distinct values in the order they were met.</summary>
internal sealed class SetAggregator(Scalar value, Scalar? predicate, long most) : Aggregator(predicate)
{
    private readonly DistinctInGroups _distinct = new(value.Type);

    protected override void AddRows(Batch batch, int[] groups, int groupCount) =>
        _distinct.Add(value.Evaluate(batch), groups, batch.Count);

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        var values = _distinct.Values();
        var sets = new List<object?>[groupCount];
        for (var i = 0; i < groupCount; i++)
        {
            sets[i] = [];
        }

        for (var i = 0; i < _distinct.Count; i++)
        {
            var set = sets[_distinct.GroupOf(i)];
            if (ArrayLimit.Takes(set, most))
            {
                set.Add(values[_distinct.KeyOf(i)]);
            }
        }

        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        foreach (var set in sets)
        {
            builder.Append(new DynamicArray(set));
        }

        return [builder.ToColumn()];
    }
}

/// <summary>make_bag: the first bag that has a key decides its value.</summary>
internal sealed class BagAggregator(Scalar value, Scalar? predicate) : Aggregator(predicate)
{
    private DynamicBag?[] _bags = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _bags, groupCount, null);
        var vector = value.Evaluate(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] < 0 || vector[i] is not DynamicBag bag)
            {
                continue;
            }

            var merged = _bags[groups[i]] ??= new DynamicBag();
            foreach (var (key, item) in bag.Entries)
            {
                if (!merged.Has(key) && ArrayLimit.Most(merged.Count + 1) > merged.Count)
                {
                    merged[key] = item;
                }
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _bags, groupCount, null);
        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        for (var i = 0; i < groupCount; i++)
        {
            builder.Append(_bags[i] ?? new DynamicBag());
        }

        return [builder.ToColumn()];
    }
}
