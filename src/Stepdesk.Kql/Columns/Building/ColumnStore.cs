namespace Stepdesk.Kql.Columns.Building;

/// <summary>Where the values of one column are collected.</summary>
internal abstract class ColumnStore
{
    public int Count { get; protected set; }

    public abstract void Append(object? value);

    public virtual void Append(Vector vector)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            Append(vector[i]);
        }
    }

    public abstract Column ToColumn();

    public static void Grow<T>(ref T[] array, int needed)
    {
        if (needed > array.Length)
        {
            Array.Resize(ref array, Math.Max(needed, array.Length * 2));
        }
    }
}
