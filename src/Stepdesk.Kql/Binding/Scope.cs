using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Aggregates;
using Stepdesk.Kql.Evaluation.Plans;

namespace Stepdesk.Kql.Binding;

/// <summary>What a name of a let stands for.</summary>
internal abstract record Meaning;

internal sealed record ScalarMeaning(Scalar Value) : Meaning;

internal sealed record TableMeaning(Plan Plan) : Meaning;

/// <summary>The names of lets and parameters, innermost first.</summary>
internal sealed class Names
{
    public static readonly Names None = new(null, "", null);

    private readonly Names? _outer;
    private readonly string _name;
    private readonly Meaning? _meaning;

    private Names(Names? outer, string name, Meaning? meaning)
    {
        _outer = outer;
        _name = name;
        _meaning = meaning;
    }

    public Names With(string name, Meaning meaning) => new(this, name, meaning);

    public Meaning? Find(string name)
    {
        for (var at = this; at is not null; at = at._outer)
        {
            if (at._name == name && at._meaning is not null)
            {
                return at._meaning;
            }
        }

        return null;
    }

    public IEnumerable<string> All
    {
        get
        {
            for (var at = this; at is not null; at = at._outer)
            {
                if (at._meaning is not null)
                {
                    yield return at._name;
                }
            }
        }
    }
}

/// <summary>Where a scalar expression stands: the columns it sees, the names around it, whether it may aggregate.</summary>
internal sealed record Scope(Schema Row, Names Names)
{
    /// <summary>Unknown columns are accepted: they may exist once the rows are there.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Functions that look at other rows have nothing to go by.</summary>
    public bool IsUnordered { get; init; }

    public AggregateList? Aggregates { get; init; }

    /// <summary>In the arguments of an aggregate the rows are single ones again.</summary>
    public Scope Inside => this with { Aggregates = null };
}

/// <summary>The aggregates of one summarize, as columns behind its keys.</summary>
internal sealed class AggregateList(Schema keys)
{
    private readonly List<Field> _fields = [];
    private readonly List<Func<Aggregator>> _makers = [];

    public int Count => _makers.Count;

    /// <summary>The keys, then the results.</summary>
    public Schema Schema => new([.. keys.Fields, .. _fields]);

    /// <summary>Whether rows are grouped by it: a star does not mean such a column.</summary>
    public bool IsKey(string name) => keys.IndexOf(name) >= 0;

    /// <summary>Adds an aggregate; gives the columns of its results.</summary>
    public IReadOnlyList<ColumnScalar> Add(IReadOnlyList<Field> outputs, Func<Aggregator> maker)
    {
        var first = keys.Count + _fields.Count;
        _fields.AddRange(outputs);
        _makers.Add(maker);
        return [.. outputs.Select((f, i) => new ColumnScalar(first + i, f))];
    }

    public SummarizePlan Over(Plan source, params Scalar[] values) => new(source, values, [.. _makers], Schema);
}

/// <summary>Stands for an expression that was reported; nothing more is said about it.</summary>
internal sealed class Broken() : Scalar(KqlType.Dynamic)
{
    public override bool IsConstant => false;

    public override Vector Evaluate(Batch batch) => Vectors.Repeat(KqlType.Dynamic, null, batch.Count);
}
