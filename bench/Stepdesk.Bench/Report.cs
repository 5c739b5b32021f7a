using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Stepdesk.Bench;

/// <summary>One section of docs/performance.md; writing it leaves the other sections as they are.</summary>
sealed class Report(string name)
{
    const string File = "docs/performance.md";

    const string Head = """
        # Performance

        Written by `make bench NAME=…` into its own section; figures of one section come from one run. Ratios carry over
        to other machines, milliseconds do not.

        Wanted: an action through the door at most twice the bare inserts; fifty tickets of a list within 5 ms at any
        size; a ticket's page within 10 ms; an answer 2 s after the start; less than 200 MiB when idle; three simulated
        hours of a session within 100 ms, its verdicts within 20 ms, fifty sessions at ten times the speed in one core;
        an update to 500 reporters of one fault with the mail server within 10 s; what a report may repeat among a
        million, 95 times of 100 within 50 ms; six typical questions of a million rows within four times what loops
        written by hand take, four of them ahead of DuckDB.

        The door is over it, at not quite three times ([why](decisions/0025-the-door-through-the-mapper.md)). A desk that
        nobody uses has 180 MiB when it is ready and 195 MiB ten minutes later.

        """;

    readonly StringBuilder text = new();
    string? columns;

    public void Say(string sentence)
    {
        columns = null;
        text.AppendLine().AppendLine(sentence);
    }

    /// <summary>Adds a row; a table begins where the columns change.</summary>
    public void Row(params (string Column, object Value)[] cells)
    {
        var head = string.Join(" | ", cells.Select(c => c.Column));
        if (head != columns)
        {
            columns = head;
            text.AppendLine().AppendLine($"| {head} |").AppendLine($"|{string.Concat(cells.Select(_ => "---|"))}");
        }
        var row = $"| {string.Join(" | ", cells.Select(c => Show(c.Value)))} |";
        text.AppendLine(row);
        Console.WriteLine(row);
    }

    public async Task WriteAsync()
    {
        var sections = System.IO.File.Exists(File)
            ? (await System.IO.File.ReadAllTextAsync(File)).Split("\n## ")[1..].ToList()
            : [];
        sections.RemoveAll(section => section.StartsWith(name + "\n", StringComparison.Ordinal));
        sections.Add($"{name}\n\n`make bench NAME={name}`: {Machine}\n{text}");
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var all = sections.Order(StringComparer.Ordinal).Select(section => $"\n## {section.TrimEnd()}\n");
        await System.IO.File.WriteAllTextAsync(File, Head + string.Concat(all));
    }

    static string Machine =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}.";

    static string Show(object value) =>
        value switch
        {
            TimeSpan time => time.TotalMilliseconds.ToString("0.00 ms", CultureInfo.InvariantCulture),
            double number => number.ToString("0.00", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}

/// <summary>Times a piece of work, and reads many times as one.</summary>
static class Timing
{
    public static async Task<TimeSpan> OfAsync(Func<Task> work)
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        await work();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start);
    }

    public static TimeSpan Median(this IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
