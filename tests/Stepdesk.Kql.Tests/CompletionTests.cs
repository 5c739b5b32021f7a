using Stepdesk.Kql.Completing;
using Stepdesk.Kql.Functions;

namespace Stepdesk.Kql.Tests;

/// <summary>What is offered where somebody writes. The cursor is shown as ‸.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("‸", "requests AppRequests let print range union", "where duration count")]
    [InlineData("req‸ | take 5", "requests", "duration where")]
    [InlineData("requests\n| ‸", "where summarize project-away mv-expand", "duration requests strlen")]
    [InlineData("requests | project-aw‸", "project-away", "duration")]
    [InlineData("requests | where ‸", "duration name resultCode strlen iff", "count DurationMs target requests where")]
    [InlineData("AppRequests | where ‸", "DurationMs", "duration")]
    [InlineData("requests | where dura‸ > 5 | take 5", "duration", "target")]
    [InlineData("requests | where name == 'a' and ‸", "duration strlen", "count")]
    [InlineData("requests | where iff(success == 'True', ‸", "duration", "count")]
    [InlineData("requests | where strlen(‸", "name", "target")]
    [InlineData("requests | summarize ‸", "count dcount arg_max percentile strcat", "where")]
    [InlineData("requests | summarize avg(‸", "duration", "count dcount")]
    [InlineData("requests | summarize arg_max(timestamp, ‸", "duration", "count")]
    [InlineData("requests | summarize count() by ‸", "name resultCode bin", "count_ dcount")]
    [InlineData("requests | project-away ‸", "duration", "target")]
    [InlineData("requests | sort by ‸", "duration", "target")]
    [InlineData("requests | join kind=‸", "inner leftouter leftanti", "requests duration")]
    [InlineData("requests | join kind=inner ‸", "exceptions AppExceptions", "duration where")]
    [InlineData("requests | join (exceptions | where ‸", "outerMessage", "duration")]
    [InlineData("requests | join exceptions on ‸", "operation_Id", "requests")]
    [InlineData("requests | join exceptions on $left.‸", "duration", "outerMessage")]
    [InlineData("requests | join exceptions on $left.operation_Id == $right.‸", "outerMessage", "duration")]
    [InlineData("requests | render ‸", "timechart piechart", "duration")]
    [InlineData("requests | summarize count() ‸", "by", "on desc")]
    [InlineData("requests | top 5 ‸", "by", "on")]
    [InlineData("requests | where name ‸", "has contains == in between", "by duration")]
    [InlineData("requests | join (exceptions | sort by type) ‸", "on", "desc by")]
    [InlineData("requests | where duration in ((dependencies | project ‸", "target", "url")]
    public void What_fits_is_offered_and_what_does_not_is_not(string text, string offered, string not)
    {
        var names = At(text).Offers.Select(o => o.Name).ToList();

        Assert.Empty(offered.Split(' ').Except(names).Except(["=="]));
        Assert.Empty(not.Split(' ').Intersect(names));
    }

    [Theory]
    [InlineData("let limit = 5s; requests | where ‸", "limit", OfferKind.Let, "timespan")]
    [InlineData("let slow = requests | where duration > 5; ‸", "slow", OfferKind.Let, "table")]
    [InlineData("let slow = requests | project a = duration; slow | where ‸", "a", OfferKind.Column, "real")]
    [InlineData(
        "let slow = requests | project a = duration; requests | join (slow) on $right.‸",
        "a",
        OfferKind.Column,
        "real"
    )]
    [InlineData("requests | extend seconds = duration / 1000 | where ‸", "seconds", OfferKind.Column, "real")]
    [InlineData(
        "requests | summarize n = count(), avg(duration) by name | sort by ‸",
        "avg_duration",
        OfferKind.Column,
        "real"
    )]
    [InlineData("requests | summarize dcount(url) by name | project ‸", "dcount_url", OfferKind.Column, "long")]
    [InlineData("requests | project w = strlen(name) | extend v = ‸", "w", OfferKind.Column, "long")]
    [InlineData("requests | join exceptions on operation_Id | where ‸", "operation_Id1", OfferKind.Column, "string")]
    [InlineData("requests | where duration > 1 | as kept | union ‸", "kept", OfferKind.Let, "table")]
    [InlineData("let f = (t:(a:int), least:long) { t | where a > ‸", "least", OfferKind.Let, "long")]
    [InlineData("let f = (t:(a:int), least:long) { t | where ‸", "a", OfferKind.Column, "int")]
    [InlineData("range n from 1 to 5 step 1 | where ‸", "n", OfferKind.Column, "long")]
    [InlineData("print x = 'a' | where ‸", "x", OfferKind.Column, "string")]
    [InlineData("let since = ‸", "ago", OfferKind.Function, null)]
    public void Names_that_the_query_made_are_offered_with_their_types(
        string text,
        string name,
        OfferKind kind,
        string? type
    )
    {
        var offer = Assert.Single(At(text).Offers, o => o.Name == name);

        Assert.Equal((kind, type), (offer.Kind, offer.Type));
    }

    [Theory]
    [InlineData("requests | project a = duration | where ‸", "duration")]
    [InlineData("requests | summarize count() by name | where ‸", "duration")]
    [InlineData("requests | where ‸; let later = 5", "later")]
    public void What_is_no_longer_or_not_yet_there_is_not_offered(string text, string name) =>
        Assert.DoesNotContain(At(text).Offers, o => o.Name == name);

    [Theory]
    [InlineData("requests | where name == \"dura‸")]
    [InlineData("requests // dura‸")]
    [InlineData("requests | where customDimensions.‸")]
    [InlineData("requests | take 5‸")]
    public void Nothing_is_offered_in_a_text_a_comment_a_number_or_a_bag(string text) => Assert.Empty(At(text).Offers);

    [Theory]
    [InlineData("requests | where dur‸ation > 5", 17)]
    [InlineData("requests | project-aw‸", 11)]
    [InlineData("requests | where a-dur‸", 19)]
    [InlineData("print x = '😀', du‸", 16)]
    [InlineData("requests\r\n| where ‸", 18)]
    public void The_word_that_is_being_written_is_replaced(string text, int start) =>
        Assert.Equal(start, At(text).Start);

    [Fact]
    public void A_function_of_the_query_is_offered_as_it_is_written() =>
        Assert.Equal(
            "slow(least:real, of:table)",
            Assert
                .Single(At("let slow = (least:real, of:(*)) { of | take 1 }; ‸").Offers, o => o.Name == "slow")
                .Signature
        );

    [Fact]
    public void Nothing_that_is_typed_breaks_it()
    {
        const string query =
            "let f = (x:string) { requests | where name has x }; f('a') | join kind=inner (exceptions | project type) on "
            + "$left.operation_Id == $right.type | summarize n = count(), p = percentile(duration, 95) by bin(timestamp, 5m)";

        for (var at = 0; at <= query.Length; at++)
        {
            Assert.InRange(KqlQuery.Complete(query, at, SampleTables.Catalog, SampleTables.Now).Start, 0, at);
            Assert.InRange(KqlQuery.Complete(query[..at], at, SampleTables.Catalog, SampleTables.Now).Start, 0, at);
        }
    }

    [Fact]
    public void Every_function_that_is_offered_says_how_it_is_written() =>
        Assert.Empty(
            At("requests | summarize ‸")
                .Offers.Where(o => o.Kind is OfferKind.Function or OfferKind.Aggregate)
                .Where(o => o.Signature?.StartsWith($"{o.Name}(", StringComparison.Ordinal) is not true)
                .Select(o => o.Name)
        );

    [Fact]
    public void A_signature_has_as_many_parts_as_the_function_takes() =>
        Assert.Empty(
            from name in Signatures.Names
            let function = FunctionTable.Find(name)
            where function is not null
            let parts = PartsOf(Signatures.Of(name)!)
            let isOpen = parts.Contains("...")
            let needed = parts.Count(p => !p.EndsWith('?') && p != "...")
            where
                needed != function.Least || (!isOpen && parts.Length != function.Most) || (isOpen && function.Most < 8)
            select $"{name}: {Signatures.Of(name)} takes {function.Count}"
        );

    private static string[] PartsOf(string signature) =>
        signature[(signature.IndexOf('(') + 1)..^1].Split(", ", StringSplitOptions.RemoveEmptyEntries);

    private static Completion At(string text)
    {
        var at = text.IndexOf('‸', StringComparison.Ordinal);
        return KqlQuery.Complete(text.Remove(at, 1), at, SampleTables.Catalog, SampleTables.Now);
    }
}
