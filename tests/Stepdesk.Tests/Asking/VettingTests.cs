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
    [InlineData("requests | evaluate python(typeof(*), 'print(1)')", "python")]
    [InlineData("requests | evaluate hint.distribution=per_node python(typeof(*), 'x')", "python")]
    [InlineData("cluster('help').database('Samples').StormEvents", "cluster")]
    [InlineData("database('Samples').StormEvents", "database")]
    [InlineData("app('somebody-else').requests", "app('somebody-else')")]
    [InlineData("union workspace('w').AppRequests, requests", "workspace('w')")]
    [InlineData("let a = 'x'; app(a).requests", "app(a)")]
    public void A_query_reads_its_source_and_nothing_else(string query, string named)
    {
        var refusal = Vetting.Check(query, ["friend"]);

        Assert.Equal(("telemetry-query-not-allowed", named), (refusal?.Code, refusal?.Detail));
    }
}
