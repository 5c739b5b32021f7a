namespace Stepdesk.Tests.Practice;

/// <summary>
/// How much failed is read off the rows, whatever their columns are called and however it was counted; and what was
/// counted without a word of how it went says nothing of it.
/// </summary>
public sealed class RevealFailureTests
{
    static readonly (string Short, string Long)[] Words =
    [
        ("SUBMIT", "requests | where name == 'POST Assignment/Submit'"),
        ("VIDEO", "requests | where name == 'GET Video/Stream'"),
        ("TEACHER", "requests | where user_AuthenticatedId == 'nguyen.van.a'"),
        ("SINCE", "| where timestamp > datetime(2026-03-09T02:05:00Z)"),
        ("RATE", "| summarize n = count(), failed = countif(success == false)"),
        (
            "NAMELESS",
            "VIDEO | summarize count(), countif(success==false) by ASSET, tostring(customDimensions.CourseId), resultCode"
        ),
        (
            "ASSETS",
            "VIDEO | summarize n=count(), failed=countif(success==false) by asset=ASSET, course=tostring(customDimensions.CourseId), resultCode"
        ),
        ("ASSET", "tostring(customDimensions.VideoAssetId)"),
    ];

    // Under a scenario and its branch: a query => what comes to light ! what does not.
    const string Asked = """
        03-nobody-can-submit clean
          starter-failing => failure_rate ! scope,onset
          starter-by-class => scope ! failure_rate,onset
          starter-failed => ! failure_rate,scope,onset
          starter-over-time => ! failure_rate,scope,onset
          requests | count => ! failure_rate,scope,onset
          SUBMIT | count => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize count() by success => failure_rate ! scope,onset
          SUBMIT SINCE | summarize count() by resultCode => failure_rate ! scope,onset
          SUBMIT SINCE | project timestamp, success => failure_rate ! scope,onset
          SUBMIT SINCE | summarize 100.0 * countif(success == false) / count() => failure_rate ! scope,onset
          SUBMIT SINCE | summarize avg(toint(success == false)) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize ok = countif(success == true), n = count() by bin(timestamp, 10m) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize countif(success == false) / 30.0 => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize 1.0 * countif(success == false) / dcount(user_AuthenticatedId) => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize failed = countif(success == false) | extend m = failed / 100.0 => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize 60.0 * countif(success == false) / count() => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize todouble(countif(success == false)) / toreal(count()) => failure_rate ! scope,onset
          SUBMIT SINCE RATE | project share = 100 * (1.0 * failed / n) => failure_rate ! scope,onset
          SUBMIT SINCE RATE by bin(timestamp, 5m) | summarize 100.0 * sum(failed) / sum(n) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize f = countif(success == false), ok = countif(success == true) | project share = 100.0 * f / (f + ok) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) > 399) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) >= 400) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) < 400) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) <= 399) => failure_rate ! scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) > 398) => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) >= 399) => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) < 401) => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize n = count(), some = countif(toint(resultCode) <= 400) => ! failure_rate,scope,onset
          SUBMIT SINCE | where success == false | count => ! failure_rate,scope,onset
          SUBMIT SINCE | summarize n = count(), people = dcount(user_AuthenticatedId) => ! failure_rate,scope,onset
          SUBMIT | where success == false | summarize min(timestamp) => onset ! failure_rate,scope
          SUBMIT RATE by bin(timestamp, 5m) => onset,failure_rate ! scope
          SUBMIT | summarize n = count() by bin(timestamp, 5m) => ! onset,failure_rate,scope
          SUBMIT | where success == false | summarize n = count() by class = tostring(customDimensions.ClassCode) => scope ! failure_rate,onset
          SUBMIT | summarize n = count() by class = tostring(customDimensions.ClassCode) => ! scope,failure_rate,onset
          traces | where timestamp > ago(30m) | summarize count() by message => logs !
          traces | count => ! logs
          exceptions | summarize n = count() by type | where n > 95 => ! pool
          customMetrics | where name == 'DbPool InUse' | summarize n = count() | where n > 1 => ! pool
          customMetrics | where name == 'DbPool InUse' | summarize m = max(value) | where m > 95 => pool !
        05-video content
          ASSETS => scope_one,asset_id,status_refused !
          NAMELESS => scope_one,asset_id,status_refused !
          VIDEO | where success == false | summarize count() by ASSET => scope_one,asset_id ! status_refused
          VIDEO RATE by tostring(customDimensions.LessonId) => scope_one ! status_refused,asset_id
          VIDEO RATE by tostring(customDimensions.ClassCode) => ! scope_one,status_refused,asset_id
          VIDEO | summarize count() by ASSET => asset_id ! scope_one,status_refused
          VIDEO | where customDimensions.VideoAssetId == 'VID-JS-ADV-L3-001' and success == false | summarize count() by ASSET => asset_id ! scope_one
          VIDEO | where resultCode == '403' | summarize count() by tostring(customDimensions.SignedUrlExpiry) => expired,status_refused ! scope_one
          VIDEO | where resultCode == '504' | count => ! status_refused
          VIDEO | count => ! scope_one,status_refused,asset_id,expired
        05-video edge
          ASSETS => scope_many,status_gateway !
          NAMELESS => scope_many,status_gateway !
          VIDEO | where success == false | summarize count() by tostring(customDimensions.CourseId) => scope_many ! status_gateway
          VIDEO | summarize count() by tostring(customDimensions.CourseId) => ! scope_many,status_gateway
          union (requests | where resultCode == '504'), exceptions | summarize count() by type => ! status_gateway
          union (requests | where resultCode == '504'), (dependencies | where resultCode == '504') | count => status_gateway !
          VIDEO | where resultCode == '403' | count => ! status_gateway
        05-video browser
          ASSETS => scope_few,status_fine ! blocked
          NAMELESS => scope_few,status_fine ! blocked
          starter-by-class => scope_few ! blocked
          VIDEO | summarize count() by tostring(customDimensions.ClassCode) => ! scope_few,status_fine
          VIDEO | where resultCode == '200' | count => ! scope_few,status_fine
          exceptions | where type == 'MediaError' | summarize count() by tostring(customDimensions.ClassCode) => scope_few ! blocked
          exceptions | where type == 'MediaError' | summarize count() by tostring(customDimensions.Provider) => same_group ! blocked
        01-login active
          TEACHER RATE => rejected ! expired
          TEACHER | project timestamp, resultCode => rejected ! expired
          TEACHER | count => ! rejected,expired
          requests | count => ! rejected,expired
          requests | where timestamp > ago(1h) | summarize count() by name, resultCode => ! rejected,expired
          customEvents | summarize count() by name => ! rejected,expired
        """;

    public static TheoryData<string, string, string, string, string> Queries()
    {
        var data = new TheoryData<string, string, string, string, string>();
        var where = Array.Empty<string>();
        foreach (var line in Asked.Split('\n'))
            if (line.Split("=>") is [var query, var then])
            {
                var facts = then.Split('!', StringSplitOptions.TrimEntries);
                data.Add(where[0], where[1], query.Trim(), facts[0], facts[1]);
            }
            else
                where = line.Trim().Split(' ');
        return data;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public Task How_much_failed_comes_to_light_as_far_as_the_rows_say_it(
        string folder,
        string branch,
        string query,
        string reveals,
        string hides
    ) => RevealTests.ShowAsync(folder, branch, InFull(query), reveals, hides, seeds: Postgres.IsWanted ? 1UL : 2);

    static string InFull(string query)
    {
        for (var round = 0; round < 2; round++)
            query = Words.Aggregate(
                query,
                (text, word) => text.Replace(word.Short, word.Long, StringComparison.Ordinal)
            );
        return query;
    }
}
