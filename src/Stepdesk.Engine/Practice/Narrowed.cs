using System.Diagnostics;
using Stepdesk.Kql;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// What rows have in common that were narrowed by a part of it: whoever asks for what has "submit" and finds one operation
/// alone has asked for that operation. The platform is asked, since nothing else knows what there is.
/// </summary>
sealed class Narrowed(Func<KqlCatalog> rows, DateTimeOffset asOf)
{
    // Beside a question somebody waits for: all that is asked for one reading takes no longer, and is no more.
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    const int Most = 40;

    readonly Lazy<KqlCatalog> tables = new(rows);
    TimeSpan left = Longest;
    int asked;

    /// <summary>The one text that each of what a condition compares holds in all rows, by its name.</summary>
    /// <param name="text">What makes these rows.</param>
    /// <param name="columns">As the query writes them.</param>
    /// <param name="meant">What a column is about that the query made.</param>
    public IEnumerable<(string Name, string Text)> By(
        string text,
        IEnumerable<(Expression What, string Written)> columns,
        Func<string, string> meant
    ) =>
        from column in columns.DistinctBy(c => c.Written)
        let name = QueryTerms.NameOf(column.What)
        where name is not null && !IsSentence(name) && !IsSentence(meant(name))
        from way in new[] { (Name: name, column.Written), (Name: meant(name), Written: meant(name)) }.Distinct()
        let only = Only(text, way.Written)
        where only is not null
        select (way.Name, only);

    // Nobody knows what a log says before it was read.
    static bool IsSentence(string name) => name.Contains("message", StringComparison.OrdinalIgnoreCase);

    string? Only(string text, string column)
    {
        if (left <= TimeSpan.Zero || ++asked > Most)
            return null;
        var began = Stopwatch.GetTimestamp();
        var answer = KqlQuery.Run(
            $"{text}\n| summarize by held = tostring({column}) | take 2",
            tables.Value,
            asOf.UtcDateTime,
            KqlLimits.Default with
            {
                Time = left,
            }
        );
        left -= Stopwatch.GetElapsedTime(began);
        return answer is { Partial: null, Table: { Count: 1 } table } && table[0, 0] is string { Length: > 0 } one
            ? one
            : null;
    }
}
