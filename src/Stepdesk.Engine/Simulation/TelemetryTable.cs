using Stepdesk.Kql.Columns;

namespace Stepdesk.Engine.Simulation;

/// <summary>A table as a classic Application Insights component has it: the columns all have, then its own.</summary>
public sealed class TelemetryTable
{
    static readonly Field[] Common =
    [
        new("timestamp", KqlType.DateTime),
        new("itemType", KqlType.String),
        new("customDimensions", KqlType.Dynamic),
        .. Texts(
            "operation_Name operation_Id operation_ParentId operation_SyntheticSource session_Id user_Id"
                + " user_AuthenticatedId user_AccountId application_Version client_Type client_Model client_OS"
                + " client_IP client_City client_StateOrProvince client_CountryOrRegion client_Browser"
                + " cloud_RoleName cloud_RoleInstance appId appName iKey sdkVersion itemId"
        ),
        new("itemCount", KqlType.Int),
    ];

    public static readonly TelemetryTable Requests = new(
        "requests",
        "request",
        "id source name url success resultCode duration:real performanceBucket customMeasurements:dynamic"
    );

    public static readonly TelemetryTable Dependencies = new(
        "dependencies",
        "dependency",
        "id target type name data success resultCode duration:real performanceBucket customMeasurements:dynamic"
    );

    public static readonly TelemetryTable Exceptions = new(
        "exceptions",
        "exception",
        "problemId handledAt type message assembly method outerType outerMessage outerAssembly outerMethod"
            + " innermostType innermostMessage innermostAssembly innermostMethod severityLevel:int details:dynamic"
            + " customMeasurements:dynamic"
    );

    public static readonly TelemetryTable Traces = new(
        "traces",
        "trace",
        "message severityLevel:int customMeasurements:dynamic"
    );

    public static readonly TelemetryTable CustomEvents = new(
        "customEvents",
        "customEvent",
        "name customMeasurements:dynamic"
    );

    public static readonly TelemetryTable PageViews = new(
        "pageViews",
        "pageView",
        "id name url duration:real performanceBucket customMeasurements:dynamic"
    );

    public static readonly TelemetryTable BrowserTimings = new(
        "browserTimings",
        "browserTiming",
        "name url networkDuration:real sendDuration:real receiveDuration:real processingDuration:real"
            + " totalDuration:real performanceBucket customMeasurements:dynamic"
    );

    public static readonly TelemetryTable AvailabilityResults = new(
        "availabilityResults",
        "availabilityResult",
        "id name location success message duration:real size:real performanceBucket customMeasurements:dynamic"
    );

    public static readonly TelemetryTable PerformanceCounters = new(
        "performanceCounters",
        "performanceCounter",
        "name category counter instance value:real"
    );

    public static readonly TelemetryTable CustomMetrics = new(
        "customMetrics",
        "customMetric",
        "name value:real valueCount:int valueSum:real valueMin:real valueMax:real valueStdDev:real"
    );

    /// <summary>In the order of the portal's list.</summary>
    public static IReadOnlyList<TelemetryTable> All { get; } =
    [
        Requests,
        Dependencies,
        Exceptions,
        Traces,
        CustomEvents,
        PageViews,
        BrowserTimings,
        AvailabilityResults,
        PerformanceCounters,
        CustomMetrics,
    ];

    TelemetryTable(string name, string itemType, string own)
    {
        Name = name;
        ItemType = itemType;
        Schema = new([.. Common, .. own.Split(' ').Select(FieldOf)]);
    }

    /// <summary>The classic name; the workspace name follows from it.</summary>
    public string Name { get; }

    public string ItemType { get; }

    public Schema Schema { get; }

    static IEnumerable<Field> Texts(string names) => names.Split(' ').Select(name => new Field(name, KqlType.String));

    static Field FieldOf(string said) =>
        said.Split(':') is [var name, var type] && KqlTypes.TryParse(type, out var known)
            ? new(name, known)
            : new(said, KqlType.String);
}
