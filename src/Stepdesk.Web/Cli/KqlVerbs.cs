using System.CommandLine;
using System.Text;
using Stepdesk.Kql.Wire;

namespace Stepdesk.Web.Cli;

/// <summary><c>kql run</c>: queries over tables given with them, one line of JSON in, one out.</summary>
static class KqlVerbs
{
    public static Command Command()
    {
        var run = new Command("run", "Answers queries from standard input, one line of JSON each.");
        run.SetAction(
            (parsed, stop) =>
            {
                using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
                using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
                return Task.FromResult(KqlLines.Run(input, output, stop: stop));
            }
        );
        return new Command("kql", "The query language of Application Insights.") { run };
    }
}
