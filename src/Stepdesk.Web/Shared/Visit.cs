using Stepdesk.Core.People;

namespace Stepdesk.Web.Shared;

/// <summary>Who is looking, during one request.</summary>
public sealed class Visit(IHttpContextAccessor http)
{
    /// <summary>Null when nobody is signed in.</summary>
    public Actor? Who => Web.Shared.Me.Of(Http.User);

    /// <summary>The signed-in person; only for pages that ask for sign-in.</summary>
    public Actor Me => Who ?? throw new InvalidOperationException("This page was reached without signing in.");

    public HttpContext Http =>
        http.HttpContext ?? throw new InvalidOperationException("There is no request to speak of.");

    /// <summary>Ends with the request: whoever left needs no answer.</summary>
    public CancellationToken Stop => Http.RequestAborted;

    /// <summary>Where we are, for coming back to.</summary>
    public string Address => Http.Request.PathBase + Http.Request.Path + Http.Request.QueryString;
}
