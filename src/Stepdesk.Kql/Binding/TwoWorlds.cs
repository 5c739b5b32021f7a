using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Binding;

/// <summary>
/// The two sets of names of one telemetry: classic Application Insights (requests, operation_Name) and workspace
/// (AppRequests, OperationName). Source: the conversion tables of Azure's own documentation.
/// </summary>
public static class TwoWorlds
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["requests"] = "AppRequests",
        ["dependencies"] = "AppDependencies",
        ["exceptions"] = "AppExceptions",
        ["traces"] = "AppTraces",
        ["customEvents"] = "AppEvents",
        ["pageViews"] = "AppPageViews",
        ["browserTimings"] = "AppBrowserTimings",
        ["availabilityResults"] = "AppAvailabilityResults",
        ["performanceCounters"] = "AppPerformanceCounters",
        ["customMetrics"] = "AppMetrics",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["timestamp"] = "TimeGenerated",
        ["itemType"] = "Type",
        ["customDimensions"] = "Properties",
        ["customMeasurements"] = "Measurements",
        ["operation_Name"] = "OperationName",
        ["operation_Id"] = "OperationId",
        ["operation_ParentId"] = "ParentId",
        ["operation_SyntheticSource"] = "SyntheticSource",
        ["session_Id"] = "SessionId",
        ["user_Id"] = "UserId",
        ["user_AuthenticatedId"] = "UserAuthenticatedId",
        ["user_AccountId"] = "UserAccountId",
        ["application_Version"] = "AppVersion",
        ["client_Type"] = "ClientType",
        ["client_Model"] = "ClientModel",
        ["client_OS"] = "ClientOS",
        ["client_IP"] = "ClientIP",
        ["client_City"] = "ClientCity",
        ["client_StateOrProvince"] = "ClientStateOrProvince",
        ["client_CountryOrRegion"] = "ClientCountryOrRegion",
        ["client_Browser"] = "ClientBrowser",
        ["cloud_RoleName"] = "AppRoleName",
        ["cloud_RoleInstance"] = "AppRoleInstance",
        ["appId"] = "ResourceGUID",
        ["iKey"] = "IKey",
        ["sdkVersion"] = "SDKVersion",
        ["itemCount"] = "ItemCount",
        ["duration"] = "DurationMs",
        ["networkDuration"] = "NetworkDurationMs",
        ["sendDuration"] = "SendDurationMs",
        ["receiveDuration"] = "ReceiveDurationMs",
        ["processingDuration"] = "ProcessingDurationMs",
        ["totalDuration"] = "TotalDurationMs",
        ["valueSum"] = "Sum",
        ["valueMin"] = "Min",
        ["valueMax"] = "Max",
    };

    private static readonly HashSet<string> Removed = new(StringComparer.Ordinal)
    {
        "appName",
        "itemId",
        "counter",
        "valueStdDev",
    };

    private static readonly Dictionary<string, string> Back = Columns.ToDictionary(
        p => p.Value,
        p => p.Key,
        StringComparer.Ordinal
    );

    public static string? WorkspaceTable(string classic) => Tables.GetValueOrDefault(classic);

    public static string? OtherTable(string name) =>
        Tables.GetValueOrDefault(name) ?? Tables.FirstOrDefault(p => p.Value == name).Key;

    /// <summary>The name the other world has for a column.</summary>
    public static string? OtherColumn(string name) => Columns.GetValueOrDefault(name) ?? Back.GetValueOrDefault(name);

    public static KqlTable ToWorkspace(string classicTable, KqlTable table)
    {
        var fields = new List<Field>();
        var columns = new List<Column>();
        for (var i = 0; i < table.Schema.Count; i++)
        {
            var field = table.Schema[i];
            if (
                Removed.Contains(field.Name)
                || (classicTable == "customMetrics" && field.Name is "value" or "valueCount")
            )
            {
                continue;
            }

            var isSuccess = field is { Name: "success", Type: KqlType.String };
            fields.Add(new Field(WorkspaceColumn(classicTable, field.Name), isSuccess ? KqlType.Bool : field.Type));
            columns.Add(isSuccess ? AsBool(table, i) : table.Columns[i]);
        }

        return new KqlTable(new Schema(fields), columns, table.Count);
    }

    private static string WorkspaceColumn(string table, string name) =>
        (table, name) switch
        {
            ("dependencies", "type") => "DependencyType",
            ("exceptions", "type") => "ExceptionType",
            _ => Columns.GetValueOrDefault(name) ?? char.ToUpperInvariant(name[0]) + name[1..],
        };

    // success is text in the classic world and a bool in the other: the one column that must be converted.
    private static Column AsBool(KqlTable table, int ordinal)
    {
        var scalar = Conversions.To(KqlType.Bool, new ColumnScalar(ordinal, table.Schema[ordinal]));
        var builder = new ColumnBuilder(KqlType.Bool, table.Count);
        foreach (var batch in Batch.Over(table))
        {
            builder.Append(scalar.Evaluate(batch));
        }

        return builder.ToColumn();
    }
}
