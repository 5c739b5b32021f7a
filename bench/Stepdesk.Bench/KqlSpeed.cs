using System.Diagnostics;
using Stepdesk.Kql;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Bench;

/// <summary>Somebody who answers the six questions; the number is what all of them must agree on.</summary>
interface IAnswers : IDisposable
{
    string Name { get; }

    double Answer(int question);
}

/// <summary>
/// Six typical questions over a million requests: asked here, answered by loops written by hand over the same columns, and
/// by DuckDB where the bench was built with it. In turns, the best of several rounds, so that a busy machine slows all alike.
/// </summary>
static partial class KqlSpeed
{
    const int Rows = 1_000_000;
    const int Rounds = 25;

    public static readonly (string Name, string Query)[] Questions =
    [
        ("percentiles by 5 minutes", "requests | summarize percentiles(duration, 50, 95) by bin(timestamp, 5m)"),
        ("failed, by name and code", "requests | where success == false | summarize count() by name, resultCode"),
        ("exceptions of requests", "requests | join kind=inner exceptions on operation_Id | summarize count() by type"),
        ("one operation", $"requests | where operation_Id == '{ManyRequests.OperationText(4711)}'"),
        (
            "address and server errors",
            "requests | where url contains 'assignment' and resultCode startswith '5' | count"
        ),
        (
            "by a property, with users",
            "requests | summarize dcount(user_AuthenticatedId) by tostring(customDimensions.ClassCode)"
        ),
    ];

    public static Task MeasureAsync(Report report)
    {
        var data = ManyRequests.Make(Rows, seed: 7);
        List<IAnswers> all = [new Loops(data), new Here(data)];
        AddOthers(data, all);
        report.Say(
            $"{Rows:N0} requests, {data.Exceptions.Length:N0} exceptions; the best of {Rounds} rounds in turns."
                + (all.Count > 2 ? "" : " Built without DuckDB (`make bench NAME=kql DUCKDB=true`).")
        );
        for (var q = 0; q < Questions.Length; q++)
        {
            var best = Enumerable.Repeat(TimeSpan.MaxValue, all.Count).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                var agreed = double.NaN;
                for (var i = 0; i < all.Count; i++)
                {
                    // Nobody pays for what the one before has left behind.
                    GC.Collect();
                    var start = Stopwatch.GetTimestamp();
                    var answer = all[i].Answer(q);
                    var taken = Stopwatch.GetElapsedTime(start);
                    best[i] = taken < best[i] ? taken : best[i];
                    agreed = i == 0 ? answer : agreed;
                    if (Math.Abs(answer - agreed) > 0.001 * Math.Abs(agreed))
                    {
                        throw new InvalidOperationException(
                            $"{Questions[q].Name}: {all[0].Name} says {agreed}, {all[i].Name} says {answer}"
                        );
                    }
                }
            }

            var cells = new List<(string, object)> { ("Question", Questions[q].Name) };
            cells.AddRange(all.Select((a, i) => (a.Name, (object)best[i])));
            cells.Add(("Here to loops", best[1] / best[0]));
            if (all.Count > 2)
            {
                cells.Add(("DuckDB to here", best[2] / best[1]));
            }

            report.Row([.. cells]);
        }

        all.ForEach(a => a.Dispose());
        return Task.CompletedTask;
    }

    /// <summary>Whoever else was built in.</summary>
    static partial void AddOthers(ManyRequests data, List<IAnswers> all);

    sealed class Here(ManyRequests data) : IAnswers
    {
        static readonly KqlLimits Patient = new() { Time = TimeSpan.FromMinutes(5) };

        readonly KqlCatalog catalog = data.ToCatalog();

        public string Name => "Here";

        public double Answer(int question)
        {
            var answer = KqlQuery.Run(Questions[question].Query, catalog, ManyRequests.Start, Patient);
            return answer is { Table: { } table, Error: null, Partial: null }
                ? Sum(question, table)
                : throw new InvalidOperationException((answer.Error ?? answer.Partial)!.Message.En);
        }

        // The last column added up, or how many rows there are.
        static double Sum(int question, KqlTable table) =>
            question == 3
                ? table.Count
                : Enumerable
                    .Range(0, table.Count)
                    .Sum(row => Convert.ToDouble(table[row, table.Columns.Count - 1], null));

        public void Dispose() { }
    }

    sealed class Loops(ManyRequests data) : IAnswers
    {
        public string Name => "Loops";

        public double Answer(int question) =>
            question switch
            {
                0 => Percentiles(),
                1 => Failed(),
                2 => Joined(),
                3 => OneOperation(),
                4 => ServerErrors(),
                _ => Users(),
            };

        double Percentiles()
        {
            var bins = new Dictionary<long, List<double>>();
            for (var i = 0; i < data.Timestamps.Length; i++)
            {
                var bin = data.Timestamps[i] / (5 * TimeSpan.TicksPerMinute);
                if (!bins.TryGetValue(bin, out var list))
                    bins.Add(bin, list = []);
                list.Add(data.Durations[i]);
            }
            var sum = 0.0;
            foreach (var list in bins.Values)
            {
                list.Sort();
                sum += list[(int)Math.Ceiling(0.95 * list.Count) - 1];
            }
            return sum;
        }

        double Failed()
        {
            var counts = new long[data.Names.Texts.Length * data.Codes.Texts.Length];
            var failed = Array.IndexOf(data.Success.Texts, "False");
            for (var i = 0; i < data.Success.Of.Length; i++)
                if (data.Success.Of[i] == failed)
                    counts[data.Names.Of[i] * data.Codes.Texts.Length + data.Codes.Of[i]]++;
            return counts.Sum();
        }

        double Joined()
        {
            var types = new Dictionary<UInt128, List<int>>();
            for (var i = 0; i < data.Exceptions.Length; i++)
            {
                if (!types.TryGetValue(data.Exceptions[i], out var list))
                    types.Add(data.Exceptions[i], list = []);
                list.Add(data.Types.Of[i]);
            }
            var counts = new long[data.Types.Texts.Length];
            foreach (var operation in data.Operations)
                if (types.TryGetValue(operation, out var list))
                    foreach (var type in list)
                        counts[type]++;
            return counts.Sum();
        }

        double OneOperation()
        {
            var wanted = ManyRequests.Operation(4711);
            var count = 0;
            foreach (var operation in data.Operations)
                if (operation == wanted)
                    count++;
            return count;
        }

        double ServerErrors()
        {
            var urls = Array.ConvertAll(
                data.Urls.Texts,
                u => u.Contains("assignment", StringComparison.OrdinalIgnoreCase)
            );
            var codes = Array.ConvertAll(data.Codes.Texts, c => c.StartsWith("5", StringComparison.OrdinalIgnoreCase));
            var count = 0;
            for (var i = 0; i < data.Urls.Of.Length; i++)
                if (urls[data.Urls.Of[i]] && codes[data.Codes.Of[i]])
                    count++;
            return count;
        }

        double Users()
        {
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            var classes = new int[data.Dimensions.Texts.Length];
            for (var d = 0; d < classes.Length; d++)
            {
                using var json = System.Text.Json.JsonDocument.Parse(data.Dimensions.Texts[d]);
                var name = json.RootElement.GetProperty("ClassCode").GetString()!;
                codes.TryAdd(name, codes.Count);
                classes[d] = codes[name];
            }
            var users = data.Users.Texts.Length;
            var seen = new bool[codes.Count * users];
            for (var i = 0; i < data.Users.Of.Length; i++)
                seen[classes[data.Dimensions.Of[i]] * users + data.Users.Of[i]] = true;
            return seen.Count(s => s);
        }

        public void Dispose() { }
    }
}
