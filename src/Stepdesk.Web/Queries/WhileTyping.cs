using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Telemetry;
using Stepdesk.Kql;
using Stepdesk.Kql.Completing;
using Stepdesk.Web.Shared;
using Diagnostic = Stepdesk.Kql.Diagnostics.Diagnostic;
using Severity = Stepdesk.Kql.Diagnostics.Severity;

namespace Stepdesk.Web.Queries;

/// <summary>What the editor is told while somebody types: what is wrong, and what could come next. No source is asked.</summary>
static class WhileTyping
{
    public const string Checks = "telemetry/checks";
    public const string Completions = "telemetry/completions";

    // Beyond this many a reader is not helped by another one, and what takes longer would come too late.
    const int MostMarks = 50;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapWhileTyping(this IEndpointRouteBuilder site)
    {
        site.MapPost($"/{Checks}", CheckAsync).RequireAuthorization(Rights.AskTelemetry).InPractice().Speaks();
        site.MapPost($"/{Completions}", CompleteAsync).RequireAuthorization(Rights.AskTelemetry).InPractice();
    }

    /// <summary>The text as it stands, and where the cursor is in it.</summary>
    public sealed record Typed(string Text, int At = 0, string? Source = null);

    /// <summary>Something to say about a stretch of the text, and what would repair it.</summary>
    public sealed record Mark(
        int From,
        int To,
        string Severity,
        string Where,
        string Message,
        IReadOnlyList<string> Advice,
        IReadOnlyList<Repair> Repairs
    );

    /// <summary>What a repair is called, and what comes where.</summary>
    public sealed record Repair(string Title, int From, int To, string Text);

    static async Task<Results<Ok<IReadOnlyList<Mark>>, NotFound>> CheckAsync(
        Typed typed,
        SourcesHere sources,
        Words words,
        CancellationToken stop
    )
    {
        if (sources.Find(typed.Source) is not { } source)
            return TypedResults.NotFound();
        if (typed.Text.Length > TelemetryQuestion.Longest)
            return TypedResults.Ok<IReadOnlyList<Mark>>([TooLong(typed.Text, words)]);
        var catalog = TelemetryCatalog.Of(await source.DescribeAsync(stop));
        using var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
        within.CancelAfter(Patience);
        var marks = new List<Mark>();
        foreach (var (offset, text) in Blocks.Of(typed.Text))
        {
            var lines = typed.Text.AsSpan(0, offset).Count('\n');
            var check = KqlQuery.Check(text, catalog, words.Now.UtcDateTime, within.Token);
            if (within.IsCancellationRequested || marks.Count >= MostMarks)
                break;
            marks.AddRange(check.Diagnostics.Select(d => MarkOf(d, offset, lines, source.Kind, words)));
        }
        return TypedResults.Ok<IReadOnlyList<Mark>>(marks);
    }

    static async Task<Results<Ok<Completion>, NotFound>> CompleteAsync(
        Typed typed,
        SourcesHere sources,
        Words words,
        CancellationToken stop
    )
    {
        if (sources.Find(typed.Source) is not { } source)
            return TypedResults.NotFound();
        if (typed.Text.Length > TelemetryQuestion.Longest)
            return TypedResults.Ok(new Completion(typed.At, []));
        var catalog = TelemetryCatalog.Of(await source.DescribeAsync(stop));
        var (offset, text) = Blocks.Before(typed.Text, typed.At);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(stop);
        within.CancelAfter(Patience);
        var found = KqlQuery.Complete(text, text.Length, catalog, words.Now.UtcDateTime, within.Token);
        return TypedResults.Ok(found with { Start = offset + found.Start });
    }

    // Azure knows more than our engine: what that one says about a query for Azure is not an error.
    static Mark MarkOf(Diagnostic found, int offset, int linesBefore, TelemetryKind kind, Words words) =>
        new(
            offset + found.Span.Start,
            offset + found.Span.End,
            Words.Snake(
                kind is TelemetryKind.Azure && found.Severity is Severity.Error ? Severity.Warning : found.Severity
            ),
            words.Of("telemetry-at", ("line", linesBefore + found.Line), ("column", found.Column)),
            In(found.Message, words.Language),
            [.. found.Hints.Where(h => h.Edit is null).Select(h => In(h.Title, words.Language))],
            [
                .. from hint in found.Hints
                let edit = hint.Edit
                where edit is not null
                select new Repair(
                    In(hint.Title, words.Language),
                    offset + edit.Offset,
                    offset + edit.Offset + edit.Length,
                    edit.Text
                ),
            ]
        );

    static Mark TooLong(string text, Words words) =>
        new(
            TelemetryQuestion.Longest,
            text.Length,
            Words.Snake(Severity.Error),
            "",
            words.Of(TelemetryQuestion.TooLong),
            [],
            []
        );

    static string In(Kql.Diagnostics.Words words, Language language) => language is Language.Vi ? words.Vi : words.En;
}
