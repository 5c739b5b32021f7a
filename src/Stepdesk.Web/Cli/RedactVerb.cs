using System.CommandLine;
using System.Text;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Web.Cli;

/// <summary><c>redact</c>: texts without what must not leave the desk, one line of JSON in, one out.</summary>
static class RedactVerb
{
    public static Command Command()
    {
        var profile = new Option<string>("--profile")
        {
            Description = "What is taken out: full (everything) or secrets (only what lets somebody in).",
            DefaultValueFactory = _ => "full",
        };
        profile.AcceptOnlyFromAmong("full", "secrets");
        var redact = new Command(
            "redact",
            "Reads texts from standard input, one line of JSON each, and takes out secrets and personal data."
        )
        {
            profile,
        };
        redact.SetAction(result =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return RedactLines.Run(
                input,
                output,
                result.GetRequiredValue(profile) is "secrets" ? RedactionProfile.Secrets : RedactionProfile.Full
            );
        });
        return redact;
    }
}
