using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Statements;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Practice;

namespace Stepdesk.Web.Cli;

/// <summary><c>practice statements</c>: the results of practice for a learning record store. Whoever wants to send them, sends them.</summary>
static class StatementsVerb
{
    static readonly Option<string> Url = new("--url")
    {
        Description = "The address at which people open the desk; everything is named under it.",
        Required = true,
        Validators =
        {
            result =>
            {
                if (
                    result.GetValueOrDefault<string>() is { } said
                    && !(
                        Uri.TryCreate(said, UriKind.Absolute, out var url)
                        && url.Scheme is "http" or "https"
                        && Uri.IsWellFormedUriString(said, UriKind.Absolute)
                        && url.Query + url.Fragment + url.UserInfo is ""
                    )
                )
                    result.AddError(
                        "--url must be the address of the desk alone, such as https://desk.example/support: without ?, # and spaces."
                    );
            },
        },
    };
    static readonly Option<bool> Names = new("--names") { Description = "With names and mail addresses." };
    static readonly Option<bool> Lines = new("--lines") { Description = "With each line of the rubric." };

    public static Command Command()
    {
        var statements = new Command("statements", "Prints results as xAPI statements (cmi5), one a line.")
        {
            Url,
            Names,
            Lines,
        };
        statements.SetAction(
            async (parsed, stop) =>
            {
                await using var tool = await Tool.OpenAsync(parsed, stop);
                var terms = new StatementTerms(
                    parsed.GetRequiredValue(Url),
                    parsed.GetValue(Names),
                    parsed.GetValue(Lines)
                );
                var results = new RunResults(
                    tool.Get<IDbContextFactory<Db>>(),
                    new Library(tool.Get<ILogger<Library>>())
                );
                await foreach (var result in results.OfAllAsync(Actor.System("cli"), stop))
                foreach (var statement in Statements.Of(result, terms))
                    await Console.Out.WriteLineAsync(StatementFiles.Write(statement));
                return Commands.Done;
            }
        );
        return statements;
    }
}
