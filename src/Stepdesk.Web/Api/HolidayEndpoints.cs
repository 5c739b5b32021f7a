using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Service;

namespace Stepdesk.Web.Api;

/// <summary>Holidays out of other calendars, for a policy's own.</summary>
static class HolidayEndpoints
{
    const string Calendar = "text/calendar";

    // A little more than is read: what is too large is said in words.
    const long Largest = HolidayFile.Largest + 100_000;

    public static void MapHolidays(this IEndpointRouteBuilder api) =>
        api.MapPost("/policies/holidays/preview", PreviewHolidays)
            .WithTags("Policies")
            .WithName(nameof(PreviewHolidays))
            .WithSummary("Which holidays an iCalendar file would bring")
            .WithDescription(
                "For administrators. Nothing is kept: put those you want into a calendar of the policy and post its next version."
            )
            .Accepts<byte[]>(Calendar)
            .WithMetadata(new BodyLimit(Largest))
            .Refuses(400, 403, 409, 413, 415);

    static async Task<Results<Ok<HolidayPreview>, ProblemHttpResult>> PreviewHolidays(
        [Description("The first year whose days are wanted.")] int first,
        [Description("The last year whose days are wanted.")] int last,
        Stream body,
        Caller caller,
        CancellationToken stop
    )
    {
        if (!Permissions.MaySetPolicy(caller.Me))
            return Problems.Of(Refusals.NotAllowed, caller.Language);
        var (preview, refusal) = await HolidayFile.ReadAsync(body, new(first, last), stop);
        return refusal is null ? TypedResults.Ok(preview) : Problems.Of(refusal, caller.Language);
    }
}
