namespace Stepdesk.Kql.Columns.Building;

/// <summary>Dynamics are alike when they would be written alike. Comparing them is cheaper than writing them.</summary>
internal sealed class DynamicComparer : IEqualityComparer<object>
{
    public static readonly DynamicComparer Instance = new();

    public new bool Equals(object? x, object? y)
    {
        switch (x, y)
        {
            case (DynamicBag a, DynamicBag b):
                if (a.Count != b.Count)
                {
                    return false;
                }

                for (var i = 0; i < a.Count; i++)
                {
                    if (a.Entries[i].Key != b.Entries[i].Key || !Equals(a.Entries[i].Value, b.Entries[i].Value))
                    {
                        return false;
                    }
                }

                return true;
            case (DynamicArray a, DynamicArray b):
                return a.Items.SequenceEqual(b.Items, this!);
            default:
                return object.Equals(x, y);
        }
    }

    public int GetHashCode(object obj)
    {
        var hash = 17;
        switch (obj)
        {
            case DynamicBag bag:
                // Bags of one column mostly have the same keys: their values tell them apart.
                for (var i = 0; i < bag.Count; i++)
                {
                    hash = (hash * 31) + (bag.Entries[i].Value is { } value ? GetHashCode(value) : 0);
                }

                return hash;
            case DynamicArray { Items: var items }:
                foreach (var item in items)
                {
                    hash = (hash * 31) + (item is null ? 0 : GetHashCode(item));
                }

                return hash;
            default:
                return obj.GetHashCode();
        }
    }
}
