using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Binding;

/// <summary>Builds the columns of an operator: given names must be unique, other names are made so.</summary>
internal sealed class OutputNames(DiagnosticBag diagnostics)
{
    private readonly List<Field> _fields = [];
    private readonly List<Scalar> _values = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public int Count => _fields.Count;

    public Schema Schema => new([.. _fields]);

    public Scalar[] Values => [.. _values];

    /// <summary>Something in it was reported: there is nothing to compute.</summary>
    public bool AreBroken => _values.Exists(v => v is Broken);

    /// <summary>All columns of a table as they are; extend may then replace them.</summary>
    public void AddAll(Schema schema)
    {
        for (var i = 0; i < schema.Count; i++)
        {
            Add(schema[i].Name, null, new ColumnScalar(i, schema[i]));
        }
    }

    /// <summary>A name the query wrote itself.</summary>
    public void Give(string name, Span span, Scalar value, bool replace)
    {
        if (!_given.Add(name))
        {
            diagnostics.Add(Messages.DuplicateColumn(span, name));
            return;
        }

        if (replace && Replace(name, value))
        {
            return;
        }

        Add(name, null, value);
        _given.Add(_fields[^1].Name);
    }

    /// <summary>A name made up for the query; <paramref name="stem"/> is what numbers are appended to.</summary>
    public void Add(string name, string? stem, Scalar value, bool replace = false)
    {
        if (replace && Replace(name, value))
        {
            return;
        }

        var unique = name;
        for (var n = 1; !_used.Add(unique); n++)
        {
            unique = (stem ?? name) + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        _fields.Add(new Field(unique, value.Type));
        _values.Add(value);
    }

    private bool Replace(string name, Scalar value)
    {
        var i = _fields.FindIndex(f => f.Name == name);
        if (i < 0)
        {
            return false;
        }

        _fields[i] = new Field(name, value.Type);
        _values[i] = value;
        return true;
    }
}
