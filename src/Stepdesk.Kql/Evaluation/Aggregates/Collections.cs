using Stepdesk.Kql.Columns;
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
            if ((withNulls || item is not null) && list.Count < most)
            {
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
    private readonly KeyEncoder _keys = KeyEncoder.For(value.Type);
    private readonly PairTable _pairs = new();
    private int[] _ids = new int[Batch.Size];
    private int[] _first = new int[Batch.Size];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        if (_ids.Length < batch.Count)
        {
            _ids = new int[batch.Count];
            _first = new int[batch.Count];
        }

        _keys.Encode(value.Evaluate(batch), batch.Count, _ids);
        var kept = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0 && _ids[i] != _keys.NullKey)
            {
                _first[kept] = groups[i];
                _ids[kept++] = _ids[i];
            }
        }

        _pairs.Combine(_first, _ids, kept);
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        var values = _keys.Values();
        var sets = new List<object?>[groupCount];
        for (var i = 0; i < groupCount; i++)
        {
            sets[i] = [];
        }

        for (var i = 0; i < _pairs.Count; i++)
        {
            var set = sets[_pairs.First(i)];
            if (set.Count < most)
            {
                set.Add(values[_pairs.Second(i)]);
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
                if (!merged.Has(key) && merged.Count < ArrayFunctions.MaxItems)
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
