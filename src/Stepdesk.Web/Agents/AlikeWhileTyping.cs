using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Tickets;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>Shows what may be the same fault beside a report that is being typed. Without script it shows on the ticket.</summary>
static class AlikeWhileTyping
{
    public const string Path = "tickets/new/alike";

    public static void MapAlike(this IEndpointRouteBuilder site) =>
        site.MapPost($"/{Path}", ShowAsync).RequireAuthorization().InPractice().Speaks();

    static async Task<IResult> ShowAsync(
        [FromForm(Name = "Form.Title")] string? title,
        [FromForm(Name = "Form.Description")] string? description,
        IDbContextFactory<Db> databases,
        Here here,
        Visit visit
    )
    {
        await using var db = await databases.CreateDbContextAsync(visit.Stop);
        var found = await Lookalikes.OfAsync(db, here.World, title ?? "", description ?? "", visit.Me, visit.Stop);
        return new RazorComponentResult<Alike>(new { Found = found });
    }
}
