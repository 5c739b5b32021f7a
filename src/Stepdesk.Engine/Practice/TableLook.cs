using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Engine.Practice;

/// <summary>What was looked at of one table.</summary>
/// <param name="Fields">Those of its event.</param>
/// <param name="Said">Texts that each row of the answer says, whichever columns it has.</param>
/// <param name="Above">Numbers that each row is above.</param>
/// <param name="Whole">One of the looks it is made of, which says what columns count.</param>
sealed record TableLook(Fields Fields, IReadOnlyList<string> Said, IReadOnlyList<string> Above, Look Whole)
{
    // Who names no time sees all that is kept, which is less than this.
    static readonly TimeSpan AllThereIs = TimeSpan.FromDays(1);

    /// <summary>Several looks at one table as one.</summary>
    /// <param name="seen">Names the answer showed.</param>
    /// <param name="times">Instants the answer showed; null when nobody knows.</param>
    public static TableLook Of(
        IReadOnlyList<Look> looks,
        DateTimeOffset? from,
        DateTimeOffset? to,
        DateTimeOffset asOf,
        IReadOnlyList<string> seen,
        List<DateTimeOffset>? times
    ) =>
        new(
            FieldsOf(looks, from, to, asOf, seen, times),
            Look.InAll(looks, l => l.Said),
            Look.InAll(looks, l => l.Above),
            looks[0]
        );

    static Fields FieldsOf(
        IReadOnlyList<Look> looks,
        DateTimeOffset? from,
        DateTimeOffset? to,
        DateTimeOffset asOf,
        IReadOnlyList<string> seen,
        List<DateTimeOffset>? times
    )
    {
        // Several looks at one table are one, as wide as the widest.
        var begins = looks.Min(l => Look.Later(l.From, from) ?? asOf - AllThereIs);
        var ends = looks.Max(l => Look.Earlier(l.To, to) ?? asOf);
        // Whoever takes a row or two has seen those rows, and not the hours they were taken from.
        if (times is not null && looks.All(l => l.IsGlimpse))
            (begins, ends) = times.Count > 0 ? (times.Min(), times.Max()) : (asOf, asOf);
        var names = looks.SelectMany(l => l.Names).Concat(seen).Distinct(StringComparer.Ordinal).ToList();
        var fields = Fields.Of(
            ("table", looks[0].Table),
            ("from", SessionLog.Written(begins.ToOffset(asOf.Offset))),
            ("to", SessionLog.Written(ends.ToOffset(asOf.Offset)))
        );
        fields = WithSome(fields, "name", names);
        fields = WithSome(fields, "split", looks.SelectMany(l => l.Splits));
        fields = WithSome(fields, "filter", looks.SelectMany(l => l.Filters));
        return WithSome(fields, "shown", looks.SelectMany(l => l.Above));
    }

    static Fields WithSome(Fields fields, string name, IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? fields.With(name, some) : fields;
}
