using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Evaluation.Aggregates;

/// <summary>buildschema: which types the values of a group have, and those inside of them.</summary>
internal sealed class SchemaAggregator(Scalar value) : Aggregator(null)
{
    private Shape?[] _shapes = [];

    protected override void AddRows(Batch batch, int[] groups, int groupCount)
    {
        Reach(ref _shapes, groupCount, null);
        var vector = value.Evaluate(batch);
        for (var i = 0; i < batch.Count; i++)
        {
            if (groups[i] >= 0)
            {
                (_shapes[groups[i]] ??= new Shape()).Add(vector[i]);
            }
        }
    }

    public override IReadOnlyList<Column> Results(int groupCount, KqlTable source)
    {
        Reach(ref _shapes, groupCount, null);
        var builder = new ColumnBuilder(KqlType.Dynamic, groupCount);
        for (var g = 0; g < groupCount; g++)
        {
            builder.Append(_shapes[g]?.Written());
        }

        return [builder.ToColumn()];
    }

    /// <summary>The types met at one place.</summary>
    private sealed class Shape
    {
        // What stands in an array goes by this name.
        private const string Indexer = "`indexer`";

        private readonly List<string> _names = [];
        private readonly Dictionary<string, Shape> _inside = new(StringComparer.Ordinal);
        private bool _isContainer;

        public void Add(object? item)
        {
            Budget.Tick();
            switch (item)
            {
                case null:
                    break;
                case DynamicBag bag:
                    _isContainer = true;
                    foreach (var (key, held) in bag.Entries)
                    {
                        At(key).Add(held);
                    }

                    break;
                case DynamicArray array:
                    _isContainer = true;
                    foreach (var held in array.Items)
                    {
                        At(Indexer).Add(held);
                    }

                    break;
                default:
                    var name = item is double ? "double" : Cell.TypeOf(item).Name();
                    if (!_names.Contains(name, StringComparer.Ordinal))
                    {
                        _names.Add(name);
                    }

                    break;
            }
        }

        /// <summary>One type by itself, several as an array, what holds others as a bag of these.</summary>
        public object? Written()
        {
            List<object?> all = [.. _names];
            if (_isContainer)
            {
                var bag = new DynamicBag();
                foreach (var (key, shape) in _inside)
                {
                    bag[key] = shape.Written();
                }

                all.Add(bag);
            }

            return all.Count == 1 ? all[0] : new DynamicArray(all);
        }

        private Shape At(string key)
        {
            if (!_inside.TryGetValue(key, out var shape))
            {
                Budget.Keep(200 + (2L * key.Length));
                _inside.Add(key, shape = new Shape());
            }

            return shape;
        }
    }
}
