using System.CommandLine;

namespace Stepdesk.Web.Cli;

/// <summary><c>migrate</c>: brings the database up to date. Serving does so too; this is for doing it first.</summary>
static class Migrate
{
    public static Command Command()
    {
        var migrate = new Command("migrate", "Brings the database up to date.");
        migrate.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.MakeAsync(parsed, stop);
            }
        );
        return migrate;
    }
}
