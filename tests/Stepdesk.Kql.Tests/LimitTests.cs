using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Tests;

/// <summary>Queries that would never end, or answer too much.</summary>
public sealed class LimitTests
{
    private static readonly KqlLimits Small = new()
    {
        ResultRows = 100,
        StepRows = 20_000,
        Time = TimeSpan.FromMinutes(5),
    };

    private static KqlAnswer Run(string query, KqlLimits limits) =>
        KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now, limits);

    [Fact]
    public void A_long_answer_is_cut_and_says_so()
    {
        var answer = Run("range x from 1 to 5000 step 1", Small);

        Assert.Equal((100, "KQL401"), (answer.Table!.Count, answer.Partial!.Code));
    }

    [Theory]
    [InlineData("range x from 1 to 1000000000000 step 1 | count")]
    [InlineData(
        "range x from 1 to 1000 step 1 | extend k = 1 | join kind=inner (range y from 1 to 1000 step 1 | extend k = 1) on k | count"
    )]
    [InlineData("range x from 1 to 100 step 1 | extend l = range(1, 100000) | mv-expand l | count")]
    public void A_step_that_multiplies_rows_stops_and_the_rest_is_still_answered(string query)
    {
        var answer = Run(query, Small);

        Assert.Equal("KQL404", answer.Partial!.Code);
        Assert.True(answer.Table!.Count <= 1);
    }

    [Fact]
    public void Time_is_limited()
    {
        var answer = Run(
            "range x from 1 to 1000000000 step 1 | count",
            KqlLimits.Default with
            {
                Time = TimeSpan.Zero,
            }
        );

        Assert.Equal("KQL402", answer.Partial!.Code);
    }

    [Fact]
    public void Memory_is_limited()
    {
        var answer = Run(
            "range x from 1 to 1000000 step 1 | extend a = x + 1, b = x + 2 | count",
            KqlLimits.Default with
            {
                Bytes = 1 << 20,
                Time = TimeSpan.FromMinutes(5),
            }
        );

        Assert.Equal("KQL403", answer.Partial!.Code);
    }

    [Fact]
    public void A_cancelled_query_has_no_rows()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var answer = KqlQuery.Run(
            "requests | where duration > 1",
            SampleTables.Catalog,
            SampleTables.Now,
            null,
            stop.Token
        );

        Assert.Equal(0, answer.Table?.Count ?? 0);
    }

    [Fact]
    public void Deep_nesting_is_refused_in_words()
    {
        var query = "print " + new string('(', 5000) + "1" + new string(')', 5000);

        Assert.Equal("KQL109", Run(query, Small).Error!.Code);
    }

    [Fact]
    public void A_function_that_calls_itself_does_not_run_for_ever() =>
        Assert.NotNull(Run("let f = (x: long) { f(x) }; print f(1)", Small).Error);
}
