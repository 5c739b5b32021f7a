using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Shared;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>The record of a run as a file: for its trainee, and for who may see the runs of others.</summary>
static class Records
{
    /// <summary>The kinds of files, by their endings.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["html", "xlsx", "json"];

    public static void MapRecords(this IEndpointRouteBuilder site) =>
        site.MapGet("/practice/{id:int}/record.{form}", FetchAsync)
            .RequireAuthorization()
            .ExcludeFromDescription()
            .Speaks();

    static async Task<Results<FileContentHttpResult, NotFound>> FetchAsync(
        int id,
        string form,
        Visit visit,
        Words words,
        Reviews reviews,
        Db db,
        ILoggerFactory logs
    )
    {
        if (!Forms.Contains(form) || (await reviews.FindAsync(id, visit.Me, visit.Stop)).Found is not { } found)
            return TypedResults.NotFound();
        var record = await RecordMaking.OfAsync(found, words, db, visit.Stop);
        var name = string.Create(CultureInfo.InvariantCulture, $"stepdesk-run-{id}.{form}");
        return form switch
        {
            "json" => TypedResults.File(RecordJson.Write(record), "application/json", name),
            "xlsx" => TypedResults.File(
                RecordBook.Write(record, words),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name
            ),
            _ => TypedResults.File(await PageAsync(record, words, visit, logs), "text/html; charset=utf-8", name),
        };
    }

    // The file is opened far from here: it asks for nothing and runs nothing.
    static async Task<byte[]> PageAsync(Record record, Words words, Visit visit, ILoggerFactory logs)
    {
        await using var renderer = new HtmlRenderer(visit.Http.RequestServices, logs);
        var sheet = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(RecordSheet.Record)] = record }
            );
            return (await renderer.RenderComponentAsync<RecordSheet>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html>
            <html lang="{Words.Snake(words.Language)}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{words.Of("record-run", ("n", record.Session))}</title>
            <style>{Style}</style></head><body>{sheet}</body></html>
            """
        );
    }

    const string Style =
        "body{font:15px/1.5 system-ui,'Noto Sans',sans-serif;color:#15211f;background:#fff;max-width:52rem;"
        + "margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h2{margin-top:2rem;border-bottom:1px solid #d8e0dd}"
        + "h3{font-size:1em;margin:1rem 0 .25rem}blockquote{margin:0;padding-left:.75rem;border-left:3px solid #9fcbc4;"
        + "white-space:pre-wrap}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;"
        + "padding:.25rem .5rem;border-bottom:1px solid #d8e0dd}small{display:block;color:#47565a}"
        + "dl{display:grid;grid-template-columns:fit-content(40%) 1fr;gap:.25rem 1rem}dd{margin:0}"
        + "time{font-variant-numeric:tabular-nums}.prose{white-space:pre-wrap;unicode-bidi:plaintext}";
}
