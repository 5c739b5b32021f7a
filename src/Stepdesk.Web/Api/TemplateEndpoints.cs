using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Templates;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Templates;
using Stepdesk.Web.Api.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>A text that a message is begun from.</summary>
/// <param name="Class">The class it is for; null for all.</param>
/// <param name="Team">The id of the team it is for; null for all.</param>
/// <param name="Text">In Liquid.</param>
/// <param name="Own">Whether it was written here; else it is the text that holds in its place.</param>
/// <param name="Version">Where it was last written or given up; 0 when nobody touched it.</param>
public sealed record TemplateSeen(
    Occasion Occasion,
    Audience Audience,
    Language Language,
    ClassOfService? Class,
    int? Team,
    string Text,
    bool Own,
    int Version
)
{
    internal static TemplateSeen Of(Template template) =>
        new(
            template.Slot.Occasion,
            template.Slot.Audience,
            template.Slot.Language,
            template.Slot.Class,
            template.Slot.Team,
            template.Text,
            template.IsOwn,
            template.Version
        );
}

/// <summary>The templates of the desk, and the variables they may use.</summary>
public sealed record TemplateList(IReadOnlyList<TemplateSeen> Items, IReadOnlyList<string> Variables);

/// <summary>How a template is written.</summary>
/// <param name="Text">In Liquid.</param>
public sealed record NewTemplate(string Text);

/// <summary>A text to be seen filled.</summary>
/// <param name="Text">In Liquid.</param>
/// <param name="Language">Of values that have one; the caller's when left out.</param>
/// <param name="Ticket">The id of the ticket it is filled from; a made-up one when left out.</param>
public sealed record TemplatePreview(string Text, Language? Language = null, int? Ticket = null);

/// <summary>A template with its variables filled.</summary>
public sealed record FilledTemplate(string Text);

/// <summary>What a message would begin with.</summary>
/// <param name="Language">Its readers'.</param>
/// <param name="Own">Whether the template was written here; else it is a shipped one.</param>
public sealed record DraftSeen(string Text, Language Language, bool Own);

/// <summary>The texts messages are begun from, and messages begun from them.</summary>
static class TemplateEndpoints
{
    const string Occasions = "acknowledgement, update, escalation, resolution, follow_up or reminder.";
    const string Audiences = "requester, stakeholders or specialists.";

    public static void MapTemplates(this IEndpointRouteBuilder api)
    {
        const string One = "/{occasion}/{audience}/{language}";
        var templates = api.MapGroup("/templates").WithTags("Templates");
        templates
            .MapGet("", ListTemplates)
            .WithName(nameof(ListTemplates))
            .WithSummary(
                "The texts messages are begun from: the shipped ones, written over or not, and those of a class or team"
            )
            .Refuses(403);
        templates
            .MapGet(One, ReadTemplate)
            .WithName(nameof(ReadTemplate))
            .WithSummary("One template, or the text that holds in its place, with its ETag")
            .Refuses(400, 403, 404);
        templates
            .MapPut(One, SetTemplate)
            .WithName(nameof(SetTemplate))
            .WithSummary("Write a template")
            .WithDescription("For leads and administrators. With If-Match, refused when somebody edited it since.")
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422);
        templates
            .MapDelete(One, GiveUpTemplate)
            .WithName(nameof(GiveUpTemplate))
            .WithSummary("Give up what was written for what holds without it, at last the shipped text")
            .WithDescription("For leads and administrators. With If-Match, refused when somebody edited it since.")
            .Refuses(400, 403, 404, 412);
        templates
            .MapPost("/preview", PreviewTemplate)
            .WithName(nameof(PreviewTemplate))
            .WithSummary("Fill a text from a ticket, or from a made-up one, and keep nothing")
            .Refuses(400, 403, 404, 409, 413, 415, 422);
        api.MapGroup("/tickets/{id:int}")
            .MapGet("/drafts", ReadDraft)
            .WithTags("Tickets")
            .WithName(nameof(ReadDraft))
            .WithSummary("The text a message to this audience would begin with, in its readers' language")
            .Refuses(400, 403, 404);
    }

    static async Task<Results<Ok<TemplateList>, ProblemHttpResult>> ListTemplates(
        Caller caller,
        Templating templating,
        CancellationToken stop
    ) =>
        Permissions.MaySeeTemplates(caller.Me)
            ? TypedResults.Ok(
                new TemplateList(
                    [.. (await templating.ReadAsync(stop)).All.Select(TemplateSeen.Of)],
                    [.. Variable.All.Select(v => v.Name)]
                )
            )
            : Problems.Of(Refusals.NotAllowed, caller.Language);

    static async Task<Results<Ok<TemplateSeen>, ProblemHttpResult>> ReadTemplate(
        [Description(Occasions)] string occasion,
        [Description(Audiences)] string audience,
        [Description("en or vi.")] string language,
        Caller caller,
        Templating templating,
        HttpContext context,
        [Description("The class it is for; left out, for all.")] string? @class,
        [Description("The id of the team it is for; left out, for all.")] int? team,
        CancellationToken stop = default
    )
    {
        if (!Permissions.MaySeeTemplates(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var (slot, refusal) = SlotOf(occasion, audience, language, @class, team);
        return slot is null ? Problems.Of(refusal!, caller.Language)
            : (await templating.ReadAsync(stop)).Of(slot) is { } template ? Show(template, context)
            : Problems.Of(TemplateBook.NoSuchTemplate, caller.Language);
    }

    static Task<Results<Ok<TemplateSeen>, ProblemHttpResult>> SetTemplate(
        [Description(Occasions)] string occasion,
        [Description(Audiences)] string audience,
        [Description("en or vi.")] string language,
        NewTemplate body,
        Caller caller,
        Templating templating,
        HttpContext context,
        [Description("The class it is for; left out, for all.")] string? @class,
        [Description("The id of the team it is for; left out, for all.")] int? team,
        CancellationToken stop = default
    ) => SetAsync(SlotOf(occasion, audience, language, @class, team), body.Text, caller, templating, context, stop);

    static Task<Results<Ok<TemplateSeen>, ProblemHttpResult>> GiveUpTemplate(
        [Description(Occasions)] string occasion,
        [Description(Audiences)] string audience,
        [Description("en or vi.")] string language,
        Caller caller,
        Templating templating,
        HttpContext context,
        [Description("The class it is for; left out, for all.")] string? @class,
        [Description("The id of the team it is for; left out, for all.")] int? team,
        CancellationToken stop = default
    ) => SetAsync(SlotOf(occasion, audience, language, @class, team), text: null, caller, templating, context, stop);

    static async Task<Results<Ok<TemplateSeen>, ProblemHttpResult>> SetAsync(
        (Slot? Slot, Refusal? Refusal) which,
        string? text,
        Caller caller,
        Templating templating,
        HttpContext context,
        CancellationToken stop
    )
    {
        // Who may not is told so, whatever they asked for.
        if (!Permissions.MaySetTemplates(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var (slot, unclear) = which;
        if (slot is null)
            return Problems.Of(unclear!, caller.Language);
        var (set, refusal) = await templating.SetAsync(slot, text, caller.Terms.IfVersion, caller.Me, stop);
        return set is null ? Problems.Of(refusal!, caller.Language) : Show(set, context);
    }

    static Ok<TemplateSeen> Show(Template template, HttpContext context)
    {
        context.Response.Headers.ETag = Caller.ETagOf(template.Version);
        return TypedResults.Ok(TemplateSeen.Of(template));
    }

    static async Task<Results<Ok<FilledTemplate>, ProblemHttpResult>> PreviewTemplate(
        TemplatePreview body,
        Caller caller,
        Templating templating,
        CancellationToken stop
    )
    {
        var (text, refusal) = await templating.PreviewAsync(
            body.Text,
            body.Language ?? caller.Language,
            body.Ticket,
            caller.Me,
            stop
        );
        return text is null ? Problems.Of(refusal!, caller.Language) : TypedResults.Ok(new FilledTemplate(text));
    }

    static async Task<Results<Ok<DraftSeen>, ProblemHttpResult>> ReadDraft(
        [Description("The ticket's id.")] int id,
        [Description(Occasions)] string occasion,
        [Description(Audiences)] string audience,
        Caller caller,
        Reading reading,
        Drafts drafts,
        Worlds worlds,
        [Description("en or vi; the readers' own when left out.")] string? language,
        CancellationToken stop = default
    )
    {
        await using var open = await reading.OpenAsync(id, caller.Me, stop);
        if (open is null)
            return Problems.Of(Refusals.NoSuchTicket, caller.Language);
        if (!Permissions.MaySeeTemplates(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var (slot, unclear) = SlotOf(occasion, audience, language ?? "en", @class: null, team: null);
        if (slot is null)
            return Problems.Of(unclear!, caller.Language);
        var (draft, refusal) = await drafts.BeginAsync(
            open.Db,
            worlds.Live,
            new(id, open.Number, open.Ticket),
            slot.Occasion,
            slot.Audience,
            language is null ? null : slot.Language,
            caller.Me,
            stop
        );
        return draft is null
            ? Problems.Of(refusal!, caller.Language)
            : TypedResults.Ok(new DraftSeen(draft.Text, draft.Language, draft.IsOwn));
    }

    // The slot, or which part of the address is none of its words.
    static (Slot? Slot, Refusal? Refusal) SlotOf(
        string occasion,
        string audience,
        string language,
        string? @class,
        int? team
    )
    {
        ClassOfService? only = null;
        if (@class is not null)
        {
            if (!Choice.TryRead<ClassOfService>(@class, out var named))
                return (null, Problems.NoneOf<ClassOfService>("class"));
            only = named;
        }
        return !Choice.TryRead<Occasion>(occasion, out var when) ? (null, Problems.NoneOf<Occasion>("occasion"))
            : !Choice.TryRead<Audience>(audience, out var whom) ? (null, Problems.NoneOf<Audience>("audience"))
            : !Choice.TryRead<Language>(language, out var spoken) ? (null, Problems.NoneOf<Language>("language"))
            : (new(when, whom, spoken, only, team), null);
    }
}
