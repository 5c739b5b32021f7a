namespace Stepdesk.Kql.Columns;

/// <summary>The distinct values behind codes. It only grows, so older readers stay right.</summary>
public sealed class Pool<T>
{
    public Pool(int capacity) => Items = new T[Math.Max(4, capacity)];

    public Pool(T only)
    {
        Items = [only];
        Count = 1;
    }

    public T[] Items { get; private set; }
    public int Count { get; private set; }

    public int Add(T item)
    {
        if (Count == Items.Length)
        {
            var grown = new T[Items.Length * 2];
            Items.AsSpan(0, Count).CopyTo(grown);
            Items = grown;
        }

        Items[Count] = item;
        return Count++;
    }

    /// <summary>Makes room for codes up to <paramref name="count"/>; the caller fills what it needs.</summary>
    public void Reach(int count)
    {
        if (count > Items.Length)
        {
            var grown = new T[Math.Max(count, Items.Length * 2)];
            Items.AsSpan(0, Count).CopyTo(grown);
            Items = grown;
        }

        Count = Math.Max(Count, count);
    }
}
