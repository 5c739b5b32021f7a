using System.CommandLine;
using System.Text;

namespace Stepdesk.Web.Cli;

/// <summary><c>suggest</c>: what mails let one guess, one line of JSON in, one out.</summary>
static class SuggestVerb
{
    public static Command Command()
    {
        var suggest = new Command(
            "suggest",
            "Reads mails from standard input, one line of JSON each, and suggests affected users, deadline and class."
        );
        suggest.SetAction(_ =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return SuggestLines.Run(input, output);
        });
        return suggest;
    }
}
