namespace Stepdesk.Kql.Columns;

/// <summary>Which rows to read: a range, or picked positions where -1 stands for a row that is not there.</summary>
public readonly struct Rows
{
    private readonly int[]? _picked;
    private readonly int _start;

    public Rows(int start, int count)
    {
        _start = start;
        Count = count;
    }

    public Rows(int[] picked, int start, int count)
    {
        _picked = picked;
        _start = start;
        Count = count;
    }

    public int Count { get; }

    public int this[int i] => _picked is null ? _start + i : _picked[_start + i];

    public bool IsRange => _picked is null;

    public int Start => _start;

    public ReadOnlySpan<int> Picked => _picked.AsSpan(_start, Count);
}
