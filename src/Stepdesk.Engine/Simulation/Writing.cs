using Stepdesk.Kql.Columns;
using static Stepdesk.Engine.Simulation.TelemetryTable;

namespace Stepdesk.Engine.Simulation;

/// <summary>
/// The items of one visit, as they hang together: the page, its call, the request, the query behind it, and what went
/// wrong; each within the time of the one above.
/// </summary>
sealed class Writing(Visit visit, Outcome outcome, string version, Incident incident, DateTime at)
{
    readonly Draws draws = visit.Draws.At(7);
    readonly Student student = incident.Seen(visit);
    readonly List<Item> items = [];
    readonly Trip trip = new()
    {
        Operation = visit.Operation.Name,
        OperationId = visit.Draws.Id("operation", 32),
        Session = $"s-{visit.Student.BrowserId[2..]}-{visit.Local:HH}",
        Browser = visit.Student.BrowserId,
        Student = incident.Seen(visit),
        Version = version,
    };

    public IReadOnlyList<Item> Write()
    {
        var ajax = draws.Id("ajax");
        var network = incident.OnTheWay(visit, draws.Between("network", 20, 90));
        if (visit.Operation.IsPage)
            Page(network);
        // A sign-in and a video are asked for by the browser as well; only a poll is not worth a line of its own.
        if (visit.Operation != Operation.Poll)
            Ajax(ajax, network);
        if (!outcome.NeverSent)
            Served(ajax, at.AddMilliseconds(network / 2));
        if (visit.Operation == Operation.Video)
            Watched(network);
        if (visit.Operation == Operation.Login)
            SignedIn();
        return items;
    }

    void Page(double network)
    {
        var all = outcome.Milliseconds + network + draws.Between("render", 60, 240);
        var (name, url) = ($"/{visit.Operation.Path}", visit.Operation.Url);
        Add(
            PageViews,
            at,
            Role.Browser,
            trip.OperationId,
            draws.Id("page"),
            name,
            url,
            Round(all),
            Buckets.Of(all),
            null
        );
        if (!draws.Chance("timed", .5))
            return;
        var rest = all - outcome.Milliseconds - network;
        Add(
            BrowserTimings,
            at.AddMilliseconds(all),
            Role.Browser,
            trip.OperationId,
            name,
            url,
            Round(network * .4),
            Round(network * .1),
            Round(outcome.Milliseconds + network * .5),
            Round(rest),
            Round(all),
            Buckets.Of(all),
            null
        );
    }

    void Ajax(string id, double network)
    {
        var all = outcome.Milliseconds + network;
        var (code, success) = (outcome.Code, Text(outcome.Succeeded));
        Add(
            Dependencies,
            at.AddMilliseconds(3),
            Role.Browser,
            trip.OperationId,
            id,
            Platform.Host,
            "Ajax",
            visit.Operation.Name,
            visit.Operation.Url,
            success,
            code,
            Round(all),
            Buckets.Of(all),
            null
        );
    }

    void Served(string ajax, DateTime began)
    {
        var id = draws.Id("request");
        var role = Machine(visit.Operation.Role);
        Add(
            Requests,
            began,
            role,
            ajax,
            id,
            "",
            visit.Operation.Name,
            visit.Operation.Url,
            Text(outcome.Succeeded),
            outcome.Code,
            Round(outcome.Milliseconds),
            Buckets.Of(outcome.Milliseconds),
            null
        );
        Query(id, role, began);
        if (draws.Chance("cached", .35))
            Cache(id, role, began);
        var ended = began.AddMilliseconds(outcome.Milliseconds);
        if (outcome.Failure is { } failure && visit.Operation != Operation.Video)
            Thrown(failure, role, id, ended, visit.Operation.Name);
        Traced(id, role, ended);
    }

    void Query(string request, Role role, DateTime began)
    {
        var time = outcome.Milliseconds * outcome.OfDatabase;
        if (time is 0)
            return;
        var database = visit.Operation.Role switch
        {
            "submission-api" => "submit-db",
            "auth-api" => "accounts-db",
            "video-gateway" => "video-db",
            _ => "lessons-db",
        };
        var pool = incident.Pool(visit.Local, draws);
        var dimensions = About();
        dimensions["PoolInUse"] = (long)pool.InUse;
        dimensions["PoolMax"] = 100L;
        Add(
            dimensions,
            Dependencies,
            began.AddMilliseconds(2),
            role,
            request,
            draws.Id("query"),
            $"sql-01 | {database}",
            "SQL",
            database,
            visit.Operation.Query,
            Text(!outcome.DatabaseFailed),
            outcome.DatabaseFailed ? "-2" : "0",
            Round(time),
            Buckets.Of(time),
            null
        );
    }

    void Cache(string request, Role role, DateTime began)
    {
        var time = Math.Min(outcome.Milliseconds * .3, draws.Duration("cache", 1.2, 4));
        Add(
            Dependencies,
            began.AddMilliseconds(1),
            role,
            request,
            draws.Id("cache"),
            "redis-01",
            "Redis",
            "GET",
            $"GET {visit.Operation.Path}",
            "True",
            "",
            Round(time),
            Buckets.Of(time),
            null
        );
    }

    void Traced(string request, Role role, DateTime ended)
    {
        var (text, severity) = outcome switch
        {
            { Warning: { } warning } => (warning, 2L),
            { Reason: { } reason } => ($"login rejected: {reason.Replace('_', ' ')}", 2L),
            { Failure: { } failure } when visit.Operation != Operation.Video => (
                $"{visit.Operation.Name} failed: {failure.Message}",
                3L
            ),
            _ when draws.Chance("trace", .2) => ($"{visit.Operation.Name} answered {outcome.Code}", 1L),
            _ => ("", 0L),
        };
        if (text.Length > 0)
            Add(Traces, ended, role, request, text, severity, null);
    }

    void Watched(double network)
    {
        var ended = at.AddMilliseconds(outcome.Milliseconds + network);
        if (outcome.Succeeded)
        {
            for (var n = 1; n <= 3; n++)
                Add(CustomEvents, ended.AddSeconds(15 * n), Role.Browser, trip.OperationId, "VideoHeartbeat", null);
            return;
        }
        var dimensions = About();
        dimensions["Code"] = outcome.Code;
        dimensions["Message"] = outcome.Failure!.Message;
        Add(dimensions, CustomEvents, ended, Role.Browser, trip.OperationId, "VideoError", null);
        Thrown(outcome.Failure, Role.Browser, trip.OperationId, ended, "player");
    }

    void SignedIn() =>
        Add(
            new()
            {
                ["action"] = outcome.Succeeded ? "login_succeeded" : "login_failed",
                ["reason"] = outcome.Reason ?? "",
                ["userId"] = student.Account,
                ["UserRole"] = student.Role,
            },
            CustomEvents,
            at.AddMilliseconds(outcome.Milliseconds),
            Machine("auth-api"),
            trip.OperationId,
            "Authentication",
            null
        );

    void Thrown(Failure failure, Role role, string parent, DateTime when, string where) =>
        Add(
            Exceptions,
            when,
            role,
            parent,
            $"{failure.Type} at {failure.Method}",
            "UserCode",
            failure.Type,
            failure.Message,
            failure.Assembly,
            failure.Method,
            failure.Type,
            failure.Message,
            failure.Assembly,
            failure.Method,
            failure.Type,
            failure.Message,
            failure.Assembly,
            failure.Method,
            3L,
            new DynamicArray([new DynamicBag { ["type"] = failure.Type, ["method"] = $"{failure.Method} in {where}" }]),
            null
        );

    DynamicBag About()
    {
        var bag = new DynamicBag();
        if (visit.Class is { } of)
        {
            bag["ClassCode"] = of.Code;
            bag["CourseId"] = of.Course;
            bag["LessonId"] = visit.LessonId;
        }
        bag["UserRole"] = student.Role;
        bag["Provider"] = student.Provider;
        bag["DeployId"] = $"dep-{trip.Version}";
        if (visit.Operation != Operation.Video)
            return bag;
        bag["VideoAssetId"] = $"VID-{visit.Class?.Course}-L{visit.Lesson}-001";
        incident.Describe(visit, bag);
        return bag;
    }

    DynamicBag? about;

    // What all items of a visit say of it is one bag, and in a table one entry of a dictionary.
    void Add(TelemetryTable table, DateTime when, Role role, string parent, params object?[] own) =>
        Add(about ??= About(), table, when, role, parent, own);

    void Add(
        DynamicBag dimensions,
        TelemetryTable table,
        DateTime when,
        Role role,
        string parent,
        params object?[] own
    ) => items.Add(new(table, when, trip, role, own) { Parent = parent, Dimensions = dimensions });

    Role Machine(string name) => new(name, $"{name}-{1 + draws.Below("machine", 2)}");

    static string Text(bool success) => success ? "True" : "False";

    static double Round(double milliseconds) => Math.Round(milliseconds, 2);
}
