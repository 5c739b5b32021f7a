using System.CommandLine;
using System.Text;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Cli;

/// <summary><c>text check</c>: what rules say of messages before a person reads them.</summary>
static class TextVerbs
{
    // The names people use for who reads: those of the desk's audiences, and those of the roles behind them.
    static readonly Dictionary<string, Reader> Readers = new()
    {
        ["customer"] = Reader.Customer,
        ["requester"] = Reader.Customer,
        ["cxo"] = Reader.Customer,
        ["class-admin"] = Reader.Customer,
        ["manager"] = Reader.Manager,
        ["stakeholder"] = Reader.Manager,
        ["stakeholders"] = Reader.Manager,
        ["dev"] = Reader.Specialist,
        ["technical"] = Reader.Specialist,
        ["specialist"] = Reader.Specialist,
        ["specialists"] = Reader.Specialist,
    };

    public static Command Command()
    {
        var audience = new Option<string>("--audience")
        {
            Description = "Who reads: customer, manager or specialist (also cxo, stakeholders, dev).",
            Required = true,
        };
        audience.AcceptOnlyFromAmong([.. Readers.Keys]);
        var language = new Option<string>("--language")
        {
            Description = "The language the messages are written in: vi or en.",
            DefaultValueFactory = _ => "vi",
        };
        language.AcceptOnlyFromAmong("vi", "en");
        var check = new Command(
            "check",
            "Reads messages from standard input, one line of JSON each, and says what the rules for texts find in them."
        )
        {
            audience,
            language,
        };
        check.SetAction(result =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return TextLines.Run(
                input,
                output,
                Readers[result.GetRequiredValue(audience)],
                result.GetRequiredValue(language) is "vi" ? Language.Vi : Language.En
            );
        });
        return new("text", "What rules say of messages.") { check };
    }
}
