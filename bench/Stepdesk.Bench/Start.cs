using System.Diagnostics;
using System.Globalization;

namespace Stepdesk.Bench;

/// <summary>
/// The real program as it is built: from the start to the line that says it answers and to its first page, and the
/// memory and processor time it then has.
/// </summary>
static class Start
{
    public static async Task MeasureAsync(Report report)
    {
        foreach (var round in (string[])["first start", "second start", "third start"])
            await MeasureAsync(report, round);
    }

    static readonly string Folder = Directory.CreateTempSubdirectory("stepdesk-bench").FullName;

    static async Task MeasureAsync(Report report, string round)
    {
        // What lies beside this is not compiled ahead.
        var program = Path.Combine(
            AppContext.BaseDirectory,
            "../../Stepdesk.Web",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "stepdesk.dll"
        );
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data", Folder, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        string? line;
        do line = await process.StandardOutput.ReadLineAsync();
        while (line is not null && !line.StartsWith("ready ", StringComparison.Ordinal));
        var ready = Stopwatch.GetElapsedTime(began);
        var worked = process.TotalProcessorTime;
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(line!["ready ".Length..]);
        page.EnsureSuccessStatusCode();
        var shown = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        var workedForBoth = process.TotalProcessorTime;
        var memory = process.WorkingSet64 / 1048576.0;
        process.Kill();
        await process.WaitForExitAsync();
        report.Row(
            ("Round", round),
            ("To 'ready'", ready),
            ("Processor time", worked),
            ("To the first page", shown),
            ("Processor time of both", workedForBoth),
            ("Memory", string.Create(CultureInfo.InvariantCulture, $"{memory:0} MiB"))
        );
    }
}
