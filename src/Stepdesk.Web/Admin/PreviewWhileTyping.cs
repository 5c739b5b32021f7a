using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Templates;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Admin;

/// <summary>Shows a template filled beside its text while it is typed. Without script a button shows the same.</summary>
static class PreviewWhileTyping
{
    public const string Path = "/admin/templates/preview";

    public static void MapTemplatePreview(this IEndpointRouteBuilder site) =>
        site.MapPost(Path, ShowAsync).RequireAuthorization(Rights.SetTemplates).Speaks();

    static async Task<IResult> ShowAsync(
        [FromForm(Name = "Form.Text")] string? text,
        [FromForm(Name = "Form.Language")] string? language,
        [FromForm(Name = "Form.Ticket")] string? ticket,
        IDbContextFactory<Db> databases,
        Worlds worlds,
        Templating templating,
        Visit visit,
        Words words
    )
    {
        var spoken = Choice.TryRead<Language>(language, out var named) ? named : words.Language;
        await using var db = await databases.CreateDbContextAsync(visit.Stop);
        var id = await TicketAsync(db, worlds.Live.Id, ticket, visit.Stop);
        var (filled, refusal) = await templating.PreviewAsync(text ?? "", spoken, id, visit.Me, visit.Stop);
        return new RazorComponentResult<TemplatePreview>(
            new
            {
                Text = filled,
                Refusal = refusal,
                Language = Words.Snake(spoken),
            }
        );
    }

    /// <summary>
    /// The id of the ticket whose number was typed; 0, which no ticket has, for a number of none; null where nothing was.
    /// </summary>
    public static async Task<int?> TicketAsync(Db db, int world, string? typed, CancellationToken stop)
    {
        var number = typed?.Trim().TrimStart('#');
        return string.IsNullOrEmpty(number) ? null
            : int.TryParse(number, CultureInfo.InvariantCulture, out var read)
                ? await db
                    .Tickets.Where(t => t.World == world && t.Number == read)
                    .Select(t => t.Id)
                    .SingleOrDefaultAsync(stop)
            : 0;
    }
}
