using System.CommandLine;
using Stepdesk.Engine.Data;

namespace Stepdesk.Web.Cli;

/// <summary><c>backup</c> and <c>restore</c>: one file that holds everything, in and out of either database.</summary>
static class BackupVerbs
{
    static readonly Argument<string> To = new("file") { Description = "Where to write; must not exist." };
    static readonly Argument<string> From = new("file") { Description = "A backup made by 'stepdesk backup'." };
    static readonly Option<bool> Replace = new("--replace") { Description = "Lose what is here now." };

    public static Command Backup()
    {
        var backup = new Command("backup", "Writes one file that holds everything; a running desk goes on.") { To };
        backup.SetAction(
            async (parsed, stop) =>
            {
                var file = parsed.GetRequiredValue(To);
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var manifest = await tool.Get<Backup>().WriteAsync(file, stop);
                await Tool.PrintAsync(
                    new
                    {
                        file,
                        bytes = new FileInfo(file).Length,
                        manifest.At,
                        tables = manifest.Tables.Count,
                        manifest.Rows,
                        files = manifest.Files.Count,
                    }
                );
            }
        );
        return backup;
    }

    public static Command Restore()
    {
        var restore = new Command("restore", "Brings a backup back, into either database; the desk must be stopped.")
        {
            From,
            Replace,
        };
        restore.SetAction(
            async (parsed, stop) =>
            {
                var file = parsed.GetRequiredValue(From);
                if (!File.Exists(file))
                    throw new TroubleException($"There is no file {file}. Name a backup made by 'stepdesk backup'.");
                await using var tool = await Tool.MakeAsync(parsed, stop);
                using var alone = Serving.Forbid(tool.Get<DataFolder>());
                var manifest = await tool.Get<Restore>().RunAsync(file, parsed.GetValue(Replace), stop);
                await Tool.PrintAsync(
                    new
                    {
                        manifest.At,
                        tables = manifest.Tables.Count,
                        manifest.Rows,
                        files = manifest.Files.Count,
                        verified = true,
                    }
                );
            }
        );
        return restore;
    }
}
