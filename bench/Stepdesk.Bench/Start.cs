using System.Diagnostics;
using System.Globalization;

namespace Stepdesk.Bench;

/// <summary>The real program: from the start to the line that says it answers, and the memory it then holds.</summary>
static class Start
{
    public static async Task MeasureAsync(Report report)
    {
        foreach (var round in (string[])["first start", "second start"])
            await MeasureAsync(report, round);
    }

    static readonly string Folder = Directory.CreateTempSubdirectory("stepdesk-bench").FullName;

    static async Task MeasureAsync(Report report, string round)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "stepdesk.dll");
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
        process.Refresh();
        var memory = process.WorkingSet64 / 1048576.0;
        process.Kill();
        await process.WaitForExitAsync();
        report.Row(
            ("Round", round),
            ("To 'ready'", ready),
            ("Memory", string.Create(CultureInfo.InvariantCulture, $"{memory:0} MiB"))
        );
    }
}
