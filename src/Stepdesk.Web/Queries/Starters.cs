namespace Stepdesk.Web.Queries;

/// <summary>What engineers ask first, to begin from.</summary>
static class Starters
{
    public static readonly (string Name, string Query)[] All =
    [
        (
            "starter-failed",
            """
            requests
            | where success == false
            | summarize count() by name, resultCode
            | sort by count_ desc
            """
        ),
        (
            "starter-failing",
            """
            requests
            | where timestamp > ago(30m)
            | summarize n = count(), failed = countif(success == false), percent = round(100.0 * countif(success == false) / count(), 1) by name
            | where failed > 0
            | sort by percent desc
            """
        ),
        (
            "starter-slow",
            """
            requests
            | summarize percentiles(duration, 50, 95), count() by name
            | sort by percentile_duration_95 desc
            """
        ),
        (
            "starter-over-time",
            """
            requests
            | summarize p95 = percentile(duration, 95) by bin(timestamp, 5m)
            | render timechart
            """
        ),
        (
            "starter-by-class",
            """
            requests
            | summarize p50 = percentile(duration, 50), p95 = percentile(duration, 95), n = count(), failed = countif(success == false), users = dcount(user_AuthenticatedId) by class = tostring(customDimensions.ClassCode)
            | sort by p95 desc
            """
        ),
        (
            "starter-exceptions",
            """
            exceptions
            | summarize n = count(), last = max(timestamp) by type, outerMessage
            | sort by n desc
            """
        ),
        (
            "starter-slow-queries",
            """
            dependencies
            | where type == "SQL" and duration > 5000
            | summarize count(), avg(duration) by target, tostring(customDimensions.ClassCode)
            """
        ),
        (
            "starter-one-user",
            """
            customEvents
            | where name == "Authentication"
            | project timestamp, action = tostring(customDimensions.action), reason = tostring(customDimensions.reason), user_AuthenticatedId
            | sort by timestamp desc
            """
        ),
    ];
}
