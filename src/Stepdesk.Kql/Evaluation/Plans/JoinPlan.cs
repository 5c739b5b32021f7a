using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Keys;

namespace Stepdesk.Kql.Evaluation.Plans;

public enum JoinKind
{
    InnerUnique,
    Inner,
    LeftOuter,
    RightOuter,
    FullOuter,
    LeftSemi,
    RightSemi,
    LeftAnti,
    RightAnti,
}

/// <summary>A hash join on equal keys. A null is a key like any other: it matches a null.</summary>
public sealed class JoinPlan(
    Plan left,
    Plan right,
    JoinKind kind,
    Scalar[] leftKeys,
    Scalar[] rightKeys,
    int[] rightColumns,
    Schema schema
) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var leftTable = left.Execute(run);
        var rightTable = right.Execute(run);
        var groups = new GroupKeys([.. leftKeys.Select(k => k.Type)]);
        var rightGroups = Encode(groups, rightKeys, rightTable, run);
        // Left keys the right side has not are all the same to the join: they match nothing.
        groups.Freeze();
        var leftGroups = Encode(groups, leftKeys, leftTable, run);
        return kind switch
        {
            JoinKind.LeftSemi => Semi(leftTable, leftGroups, rightGroups, groups.Count, wanted: true),
            JoinKind.LeftAnti => Semi(leftTable, leftGroups, rightGroups, groups.Count, wanted: false),
            JoinKind.RightSemi => Semi(rightTable, rightGroups, leftGroups, groups.Count, wanted: true),
            JoinKind.RightAnti => Semi(rightTable, rightGroups, leftGroups, groups.Count, wanted: false),
            _ => Pairs(run, leftTable, leftGroups, rightTable, rightGroups, groups.Count),
        };
    }

    private static int[] Encode(GroupKeys groups, Scalar[] keys, KqlTable table, Run run)
    {
        var result = new int[table.Count];
        var vectors = new Vector[keys.Length];
        var at = 0;
        foreach (var batch in Batch.Over(table))
        {
            for (var i = 0; i < keys.Length; i++)
            {
                vectors[i] = keys[i].Evaluate(batch);
            }

            Array.Copy(groups.Encode(vectors, batch.Count), 0, result, at, batch.Count);
            at += batch.Count;
            run.Continues(0);
        }

        return result;
    }

    private static KqlTable Semi(KqlTable table, int[] groups, int[] others, int count, bool wanted)
    {
        var found = new bool[count];
        foreach (var g in others)
        {
            if (g >= 0)
            {
                found[g] = true;
            }
        }

        var rows = new List<int>();
        for (var row = 0; row < groups.Length; row++)
        {
            if ((groups[row] >= 0 && found[groups[row]]) == wanted)
            {
                rows.Add(row);
            }
        }

        return table.Pick([.. rows]);
    }

    private KqlTable Pairs(
        Run run,
        KqlTable leftTable,
        int[] leftGroups,
        KqlTable rightTable,
        int[] rightGroups,
        int count
    )
    {
        // The right rows of each group stand side by side.
        var starts = new int[count + 1];
        foreach (var g in rightGroups)
        {
            starts[g + 1]++;
        }

        for (var g = 0; g < count; g++)
        {
            starts[g + 1] += starts[g];
        }

        var next = starts.AsSpan(0, count).ToArray();
        var rightRows = new int[rightGroups.Length];
        for (var row = 0; row < rightGroups.Length; row++)
        {
            rightRows[next[rightGroups[row]]++] = row;
        }

        var pairs = new PairList(run);
        var seen = new bool[count];
        var keepLeft = kind is JoinKind.LeftOuter or JoinKind.FullOuter;
        for (var row = 0; row < leftGroups.Length && pairs.Open; row++)
        {
            var g = leftGroups[row];
            var none = g < 0 || starts[g] == starts[g + 1];
            if (none)
            {
                if (keepLeft)
                {
                    pairs.Add(row, -1);
                }

                continue;
            }

            if (kind == JoinKind.InnerUnique && seen[g])
            {
                continue;
            }

            seen[g] = true;
            for (var i = starts[g]; i < starts[g + 1] && pairs.Open; i++)
            {
                pairs.Add(row, rightRows[i]);
            }
        }

        if (kind is JoinKind.RightOuter or JoinKind.FullOuter)
        {
            for (var row = 0; row < rightGroups.Length && pairs.Open; row++)
            {
                if (!seen[rightGroups[row]])
                {
                    pairs.Add(-1, row);
                }
            }
        }

        var leftSide = leftTable.Pick(pairs.Left, pairs.Count);
        var rightSide = rightTable.Pick(pairs.Right, pairs.Count);
        return new KqlTable(
            Schema,
            [.. leftSide.Columns, .. rightColumns.Select(c => rightSide.Columns[c])],
            pairs.Count
        );
    }

    private sealed class PairList(Run run)
    {
        private int[] _left = new int[1024];
        private int[] _right = new int[1024];

        public int[] Left => _left;
        public int[] Right => _right;
        public int Count { get; private set; }
        public bool Open { get; private set; } = true;

        public void Add(int left, int right)
        {
            if (Count == _left.Length)
            {
                Array.Resize(ref _left, Count * 2);
                Array.Resize(ref _right, Count * 2);
            }

            _left[Count] = left;
            _right[Count++] = right;
            if (Count % Batch.Size == 0)
            {
                Open = run.Keep(Batch.Size * 8L, Count);
            }
        }
    }
}
