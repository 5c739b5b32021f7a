using Microsoft.AspNetCore.Http.Features;

namespace Stepdesk.Web.Shared;

/// <summary>A page whose forms may carry files.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute : Attribute;

/// <summary>
/// How large a request may be, and that whoever sends more is told so: a client that is still sending would see a broken
/// connection instead of the answer.
/// </summary>
static class PostSizes
{
    /// <summary>Bytes a form of texts may have; the longest text takes nine for a letter with marks.</summary>
    public const long Form = 4_000_000;

    /// <summary>Bytes a form with files may have. More than the files may, so that whoever is over it by a little is told in the form and keeps what they typed.</summary>
    public const long FormWithFiles = 2 * Uploads.LargestTogether + Form;

    // Up to here a sender is heard out.
    const long HeardOut = 4 * FormWithFiles;

    /// <summary>Bounds the posts of pages. Comes after routing, which knows the page.</summary>
    public static Task HoldPageAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method)
            ? HoldAsync(
                context,
                context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is null ? Form : FormWithFiles,
                () =>
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return Task.CompletedTask;
                },
                () => next(context)
            )
            : next(context);

    /// <summary>Goes on with a request of at most so many bytes, and answers a larger one once it was heard out.</summary>
    public static async Task HoldAsync(HttpContext context, long most, Func<Task> refuse, Func<Task> goOn)
    {
        var feature = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
        if (!feature.IsReadOnly)
            feature.MaxRequestBodySize = most;
        if (!(context.Request.ContentLength > most))
        {
            await goOn();
            return;
        }
        if (context.Request.ContentLength <= HeardOut && !feature.IsReadOnly)
        {
            feature.MaxRequestBodySize = HeardOut;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        await refuse();
    }
}
