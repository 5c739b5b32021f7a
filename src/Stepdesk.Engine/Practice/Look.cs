using Stepdesk.Kql.Expressions;

namespace Stepdesk.Engine.Practice;

/// <summary>One use of a table.</summary>
sealed class Look(string table)
{
    public string Table => table;
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }

    /// <summary>Only some of its rows were taken.</summary>
    public bool IsGlimpse { get; set; }

    /// <summary>Its rows were counted, compared or put in order before anything was taken of them.</summary>
    public bool IsSummed { get; set; }

    /// <summary>Its rows are sums of what was there, and not what was there.</summary>
    public bool IsGrouped { get; private set; }

    /// <summary>Whether it was narrowed to what failed, or to what went well.</summary>
    public bool? Failed { get; set; }

    /// <summary>What its columns count.</summary>
    public Dictionary<string, Counts> Counted { get; } = new(StringComparer.Ordinal);

    /// <summary>What a column says of whatever failed that was made of a condition about that.</summary>
    public Dictionary<string, string> Failing { get; } = new(StringComparer.Ordinal);

    /// <summary>Its sums are each of what went one way, such as of one code.</summary>
    public bool IsSplitByOutcome { get; private set; }

    /// <summary>Some of what was not asked for by how it went is left out by it: what is left is no share of all.</summary>
    public bool IsPart { get; set; }

    /// <summary>What was asked for, as it was written; neither a time nor how it went.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>What a single value counts that another part of the query works out.</summary>
    public Func<Expression, Look, Counts?> Single { get; set; } = (_, _) => null;

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    public List<string> Splits { get; } = [];
    public List<string> Filters { get; } = [];

    /// <summary>Texts that each of its rows says, since all were narrowed to them.</summary>
    public List<string> Said { get; private set; } = [];

    /// <summary>Numbers that all of its rows are above.</summary>
    public List<string> Above { get; private set; } = [];

    /// <summary>What a column was called that was made on the way.</summary>
    public Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>What a column is about that may have been made on the way.</summary>
    public string Meant(string column) => Aliases.GetValueOrDefault(column, column);

    /// <summary>Whether a column says how something went.</summary>
    public bool IsOutcome(string column) => Outcomes.IsColumn(Meant(column)) || Failing.ContainsKey(column);

    /// <summary>Whether something failed of which a column says this.</summary>
    public bool Fails(string column, string said) =>
        Failing.TryGetValue(column, out var failing)
            ? said.Equals(failing, StringComparison.OrdinalIgnoreCase)
            : Outcomes.IsFailure(said);

    /// <summary>What a name or a single value counts; null when it counts nothing.</summary>
    public Counts? CountOf(Expression one) =>
        one is NameExpression { Name: var name } && Counted.TryGetValue(name, out var counts)
            ? counts
            : Single(one, this);

    /// <summary>All of its rows have this text there.</summary>
    public void Hold(string column, string text)
    {
        Said.Add(text);
        if (Meant(column) is not ("name" or "Name"))
        {
            Filters.Add(text);
            return;
        }
        Filters.RemoveAll(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
        Names.Add(text);
    }

    /// <summary>Its rows become sums, which these expressions make.</summary>
    /// <param name="keys">Of what each is the sum.</param>
    public void Group(IEnumerable<Expression> aggregates, IEnumerable<Expression> keys)
    {
        var unnamed = 0;
        var made = aggregates
            .Select(a => (Name: Written(a) ?? $"Column{++unnamed}", Counts: Outcomes.Of(Value(a), this)))
            .ToList();
        IsGrouped = true;
        IsSplitByOutcome = keys.SelectMany(k => QueryTerms.NamesIn(Value(k))).Any(IsOutcome);
        Counted.Clear();
        foreach (var (name, counts) in made)
            Count(name, counts);
    }

    /// <summary>Another column, made of those there are.</summary>
    public void Make(NamedExpression column)
    {
        var (name, value) = (column.Names[0].Name, column.Value);
        Count(name, Outcomes.Of(value, this));
        if (Outcomes.Failing(value, this) is { } failing)
            Failing[name] = failing;
        Aliases[name] = QueryTerms.NameOf(value) is { } about ? Meant(about) : name;
    }

    void Count(string name, Counts? counts)
    {
        if (counts is { } what)
            Counted[name] = what;
    }

    static Expression Value(Expression made) => made is NamedExpression named ? named.Value : made;

    // As the language calls it.
    static string? Written(Expression made) =>
        made switch
        {
            NamedExpression named => named.Names[0].Name,
            CallExpression call => $"{call.Name}_{QueryTerms.NameOf(call)}",
            _ => null,
        };

    /// <summary>Rows of which nobody can tell from which of them they are: each says what all do.</summary>
    public static void Mix(IReadOnlyList<Look> looks)
    {
        var (said, above) = (InAll(looks, l => l.Said), InAll(looks, l => l.Above));
        var failed = looks.Select(l => l.Failed).Distinct().ToList() is [var same] ? same : null;
        foreach (var look in looks)
        {
            (look.Said, look.Above, look.Failed) = ([.. said], [.. above], failed);
        }
    }

    /// <summary>What several looks have in common.</summary>
    public static IReadOnlyList<string> InAll(IReadOnlyList<Look> looks, Func<Look, IEnumerable<string>> what) =>
        looks.Count == 0
            ? []
            : [.. looks.Select(what).Aggregate((all, one) => all.Intersect(one, StringComparer.Ordinal))];

    /// <summary>The later of two bounds; whichever there is.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other ?? one : one;

    /// <summary>The earlier of two bounds; whichever there is.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
