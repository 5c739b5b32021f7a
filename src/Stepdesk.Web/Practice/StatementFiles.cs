using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Statements;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Practice;

/// <summary>Results as a file of statements, which a record store takes as it is.</summary>
static class StatementFiles
{
    static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static string Write(JsonObject statement) => statement.ToJsonString(Form);

    public static void MapStatements(this IEndpointRouteBuilder site)
    {
        site.MapGet("/practice/{id:int}/statements.json", OfRunAsync).RequireAuthorization().ExcludeFromDescription();
        site.MapGet("/practice/cohort/statements.json", OfAll).RequireAuthorization().ExcludeFromDescription();
    }

    static async Task<Results<FileContentHttpResult, NotFound>> OfRunAsync(
        int id,
        bool? names,
        bool? lines,
        Visit visit,
        Reviews reviews,
        RunResults results,
        MailOptions mail
    )
    {
        if (
            (await reviews.FindAsync(id, visit.Me, visit.Stop)).Found is not { } found
            || await results.OfAsync(found, visit.Stop) is not { } result
        )
            return TypedResults.NotFound();
        var made = Statements.Of(result, new(mail.PublicUrl, names is true, lines is true));
        return TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(made, Form),
            "application/json",
            string.Create(CultureInfo.InvariantCulture, $"stepdesk-run-{id}-statements.json")
        );
    }

    // Written as it is read: nobody's memory holds what a year of practice comes to.
    static Results<PushStreamHttpResult, NotFound> OfAll(
        bool? names,
        bool? lines,
        Visit visit,
        RunResults results,
        MailOptions mail
    )
    {
        if (!Permissions.MayTakeResults(visit.Me))
            return TypedResults.NotFound();
        var terms = new StatementTerms(mail.PublicUrl, names is true, lines is true);
        return TypedResults.Stream(
            async file =>
            {
                await using var text = new StreamWriter(file);
                var before = '[';
                await foreach (var result in results.OfAllAsync(visit.Me, visit.Stop))
                foreach (var statement in Statements.Of(result, terms))
                {
                    await text.WriteAsync($"{before}\n{Write(statement)}");
                    before = ',';
                }
                await text.WriteAsync(before is '[' ? "[]\n" : "\n]\n");
            },
            "application/json",
            "stepdesk-statements.json"
        );
    }
}
