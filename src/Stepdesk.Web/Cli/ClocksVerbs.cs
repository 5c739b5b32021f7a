using System.CommandLine;
using System.Text;

namespace Stepdesk.Web.Cli;

/// <summary><c>clocks compute</c>: when something is due by a calendar given with it, one line of JSON in, one out.</summary>
static class ClocksVerbs
{
    public static Command Command()
    {
        var compute = new Command("compute", "Says when things are due, from standard input, one line of JSON each.");
        compute.SetAction(_ =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return ClockLines.Run(input, output);
        });
        return new Command("clocks", "Working time.") { compute };
    }
}
