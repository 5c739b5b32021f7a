using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Evaluation.Plans;

/// <summary>parse and parse-where: a regular expression whose groups fill columns.</summary>
public sealed class ParsePlan(
    Plan source,
    Scalar value,
    Regex pattern,
    KqlType[] types,
    int[] places,
    bool relaxed,
    bool filters,
    Schema schema
) : Plan(schema)
{
    public override KqlTable Execute(Run run)
    {
        var table = source.Execute(run);
        var builders = types.Select(t => new ColumnBuilder(t, table.Count)).ToArray();
        var kept = new List<int>();
        foreach (var batch in Batch.Over(table))
        {
            var texts = Vectors.Dense<string>(value.Evaluate(batch));
            for (var i = 0; i < batch.Count; i++)
            {
                var values = Read(texts[i]);
                if (values is null && filters)
                {
                    continue;
                }

                kept.Add(batch.Rows[i]);
                for (var b = 0; b < builders.Length; b++)
                {
                    builders[b].Append(values?[b]);
                }
            }

            if (!run.Keep(batch.Count * 16L * builders.Length, kept.Count))
            {
                break;
            }
        }

        var rows = kept.Count == table.Count ? table : table.Pick([.. kept]);
        var columns = new Column[Schema.Count];
        for (var c = 0; c < columns.Length; c++)
        {
            var b = Array.LastIndexOf(places, c);
            columns[c] = b >= 0 ? builders[b].ToColumn() : rows.Columns[c];
        }

        return new KqlTable(Schema, columns, kept.Count);
    }

    private object?[]? Read(string text)
    {
        var match = pattern.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var values = new object?[types.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var part = match.Groups["c" + i.ToString(CultureInfo.InvariantCulture)].Value;
            values[i] = types[i] == KqlType.String ? part : Conversions.Boxed(types[i], part.Trim());
            if (values[i] is null && !relaxed)
            {
                // A number that is none: unless relaxed the whole row does not match.
                return null;
            }
        }

        return values;
    }
}
