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
        ("ANYFILM", "requests | where name has 'video'"),
        ("HAS", "requests | where name has 'submit'"),
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
          HAS SINCE | summarize n=count(), bad=countif(success==false), rate=100.0*countif(success==false)/count() by success, resultCode => failure_rate ! scope,onset
          HAS SINCE RATE => failure_rate ! scope,onset
          HAS SINCE RATE by bin(timestamp, 5m) => failure_rate ! scope,onset
          HAS SINCE RATE by tostring(customDimensions.ClassCode) => failure_rate,scope ! onset
          HAS SINCE | summarize count() by success => failure_rate ! scope,onset
          HAS SINCE | summarize avg(toint(success == false)) * 100 => failure_rate ! scope,onset
          HAS SINCE | summarize 100 * avg(iff(success == true, 0.0, 1.0)) => failure_rate ! scope,onset
          HAS SINCE | summarize n = count(), bad = sum(iff(success == false, 1, 0)) => failure_rate ! scope,onset
          HAS SINCE | extend bad = iff(success == false, 1, 0) | summarize pct = 100.0 * sum(bad) / count() => failure_rate ! scope,onset
          HAS SINCE | extend bad = success == false | summarize n = count(), countif(bad) => failure_rate ! scope,onset
          HAS SINCE | extend went = iff(success == true, 'ok', 'failed') | summarize count() by went => failure_rate ! scope,onset
          HAS SINCE | project timestamp, name, success => failure_rate ! scope,onset
          HAS SINCE | where resultCode startswith '5' | count => ! failure_rate,scope,onset
          requests | where name contains 'Assignment' SINCE | where name has 'submit' | summarize count() by resultCode => failure_rate !
          requests | where name has_any ('submit', 'submission') SINCE RATE => failure_rate !
          requests | where name in ('POST Assignment/Submit', 'POST Assignment/Send') SINCE RATE => failure_rate !
          requests | where name endswith 'submit' SINCE RATE => failure_rate !
          requests | where name matches regex '(?i)submit$' SINCE RATE => failure_rate !
          requests | where operation_Name has 'submit' SINCE RATE => failure_rate !
          requests | extend what = tostring(split(name, '/')[1]) | where what == 'Submit' SINCE RATE => failure_rate !
          requests | project timestamp, what = tolower(name), success | where what has 'submit' SINCE RATE => failure_rate !
          AppRequests | where Name has 'submit' and TimeGenerated > datetime(2026-03-09T02:05:00Z) | summarize n = count(), bad = countif(Success == false) => failure_rate !
          let of = 'submit'; requests | where name has of SINCE RATE => failure_rate !
          let all = HAS SINCE; all RATE | extend share = 100.0 * failed / n => failure_rate !
          let all = HAS SINCE; let bad = toscalar(all | where success == false | count); let n = toscalar(all | count); print 100.0 * bad / n => failure_rate !
          let n = toscalar(HAS SINCE | count); HAS SINCE | where success == false | summarize bad = count() | extend pct = 100.0 * bad / n => failure_rate !
          let pct = toscalar(HAS SINCE | summarize 100.0 * countif(success == false) / count()); print pct => failure_rate !
          HAS SINCE | summarize bad = countif(success == false) | extend pct = 100.0 * bad / toscalar(HAS SINCE | count) => failure_rate !
          HAS SINCE | where success == false | summarize count() => ! failure_rate,scope,onset
          HAS SINCE | where success == false | summarize 100.0 * countif(success == false) / count() => ! failure_rate,scope,onset
          HAS SINCE | where success == false | summarize avg(toint(success == false)) => ! failure_rate,scope,onset
          requests | where success == false and name has 'submit' SINCE RATE => ! failure_rate,scope,onset
          HAS | summarize n = count(), rate = 100.0 * countif(success == false) / count() by success => ! failure_rate,scope,onset
          HAS | summarize n = count(), bad = countif(success == false), rate = 100.0 * countif(success == false) / count() by resultCode | where rate > 90 => ! failure_rate,scope,onset
          HAS | summarize n = count(), bad = countif(success == false) by resultCode | top 1 by bad => ! failure_rate,scope,onset
          HAS | summarize n = count(), bad = countif(success == false) by success | where success == false => ! failure_rate,scope,onset
          HAS | summarize rate = 100.0 * countif(success == false) / count() by success | project rate => ! failure_rate,scope,onset
          HAS SINCE | summarize n = count(), bad = sum(iff(success == false, 0, 1)) => failure_rate ! scope,onset
          HAS SINCE | extend pct = iff(success == false, 100, 0) | where success == false | project pct => ! failure_rate,scope,onset
          requests | where name !has 'submit' SINCE RATE => ! failure_rate,scope
          requests | where name has 'assignment' SINCE RATE => ! failure_rate,scope
          requests | where name has 'list' SINCE RATE => ! failure_rate,scope
          requests | where success == false SINCE | count => ! failure_rate,scope
          let all = HAS SINCE; print toscalar(all | where success == false | count) => ! failure_rate,scope,onset
          let bad = toscalar(HAS SINCE | where success == false | count); let n = toscalar(requests SINCE | where success == false | count); print 100.0 * bad / n => ! failure_rate,scope,onset
          let bad = toscalar(requests SINCE | where success == false | count); let n = toscalar(HAS SINCE | count); print 100.0 * bad / n => ! failure_rate,scope,onset
        02-slow-lms pool
          customMetrics | where name has 'InUse' | summarize max(value) => pool !
          customMetrics | where name has 'InUse' | summarize min(value) => ! pool
          requests | where customDimensions.ClassCode has 'WEB101-HN' and customDimensions.ClassCode endswith '2024' | summarize percentile(duration, 95) => latency ! scope
        05-video content
          ANYFILM RATE by ASSET => scope_one,asset_id ! status_refused
          ANYFILM | where ASSET has 'L3-001' | summarize count() by resultCode => status_refused ! scope_one
          ANYFILM | where resultCode startswith '403' | count => status_refused ! scope_one
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
          ANYFILM | where resultCode startswith '504' | count => status_gateway ! scope_many
          ANYFILM | summarize n=count(), failed=countif(success==false) by tostring(customDimensions.CourseId) => scope_many ! status_gateway
          ASSETS => scope_many,status_gateway !
          NAMELESS => scope_many,status_gateway !
          VIDEO | where success == false | summarize count() by tostring(customDimensions.CourseId) => scope_many ! status_gateway
          VIDEO | summarize count() by tostring(customDimensions.CourseId) => ! scope_many,status_gateway
          union (requests | where resultCode == '504'), exceptions | summarize count() by type => ! status_gateway
          union (requests | where resultCode == '504'), (dependencies | where resultCode == '504') | count => status_gateway !
          VIDEO | where resultCode == '403' | count => ! status_gateway
        05-video browser
          ANYFILM RATE by tostring(customDimensions.ClassCode) => scope_few ! blocked
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
