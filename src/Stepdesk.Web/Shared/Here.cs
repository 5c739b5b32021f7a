using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Web.Shared;

/// <summary>
/// In which world a request is: the live desk's, or that of the practice session by whose path it came. Pages that can
/// be used in both ask here; who acts there says <see cref="Visit"/>.
/// </summary>
public sealed class Here(IHttpContextAccessor http, Worlds worlds)
{
    /// <summary>The session whose desk this is; null at the live one.</summary>
    public Entered? Session => http.HttpContext?.Features.Get<Entered>();

    public World World => Session?.Of.World ?? worlds.Live;

    /// <summary>Where the desk's own links begin. They are written without a leading slash, so they stay in their world.</summary>
    public string Base => $"{http.HttpContext?.Request.PathBase}/";

    /// <summary>Whether somebody only looks on while another practises.</summary>
    public bool IsReading => Session is { IsReading: true };

    /// <summary>The files the session's trainee has drawn so far.</summary>
    public IReadOnlyList<DrawnReport> Reports =>
        Session is { Of.Session: var session } ? [.. Drawing.All(session)] : [];

    /// <summary>How much faster than the real time the clock goes here; 0 while it stands.</summary>
    public int Speed =>
        Session is not { Of.Row: var row } ? 1
        : row.State is SessionState.Running ? row.Times
        : 0;
}

/// <summary>Somebody has come in to the desk of a practice session.</summary>
/// <param name="Of">The session as it was when they came in.</param>
/// <param name="Row">Its desk's name, zone and language.</param>
/// <param name="Outside">Who they are at the live desk.</param>
/// <param name="IsReading">They look on; only the trainee acts.</param>
public sealed record Entered(PracticeSession Of, WorldRow Row, Actor Outside, bool IsReading)
{
    public int Id => Of.Row.Id;
}

/// <summary>A page or endpoint that is there on the desk of a practice session too. What does not say so is not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InPracticeAttribute : Attribute;

static class InPracticeEndpoints
{
    /// <inheritdoc cref="InPracticeAttribute"/>
    public static TBuilder InPractice<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new InPracticeAttribute());
}
