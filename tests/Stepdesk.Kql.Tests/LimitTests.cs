using System.Globalization;
using System.IO.Compression;
using System.Text;
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

    [Theory]
    [InlineData("print 1", " + 1", "")]
    [InlineData("requests", " | where itemCount > 0", " | count")]
    [InlineData("requests | where itemCount > 0", " and itemCount > 0", " | count")]
    [InlineData("let a = requests;", "let a = a;", "a | count")]
    [InlineData("print d = dynamic({}) | project d", ".a", "")]
    [InlineData("print d = dynamic({}) | project d", "[0]", "")]
    [InlineData("print ", "-", "1")]
    public void A_chain_without_end_is_refused_in_words(string start, string link, string end)
    {
        var query = start + string.Concat(Enumerable.Repeat(link, 300_000)) + end;

        Assert.Equal("KQL109", Run(query, Small).Error!.Code);
    }

    [Fact]
    public void A_function_that_calls_itself_does_not_run_for_ever() =>
        Assert.NotNull(Run("let f = (x: long) { f(x) }; print f(1)", Small).Error);

    [Theory]
    [InlineData("long", "x", "f(x) + f(x)")]
    [InlineData("string", "x", "strcat(f(x), f(x))")]
    public void Functions_that_call_others_twice_end(string type, string first, string body)
    {
        var query = $"let f0 = (x: {type}) {{ {first} }};";
        for (var i = 1; i < 30; i++)
        {
            query += $"let f{i} = (x: {type}) {{ {body.Replace("f(", $"f{i - 1}(", StringComparison.Ordinal)} }};";
        }

        query += "requests | project f29(" + (type == "long" ? "itemCount" : "name") + ")";

        Assert.Equal("KQL109", Run(query, Small).Error!.Code);
        Assert.Contains(
            KqlQuery.Check(query, SampleTables.Catalog, SampleTables.Now).Diagnostics,
            d => d.Code == "KQL109"
        );
    }

    [Fact]
    public void What_nobody_waits_for_is_not_checked_to_its_end()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var query = "let f = (x: long) { x };" + "print " + string.Join('+', Enumerable.Repeat("f(1)", 9_000));

        var check = KqlQuery.Check(query, SampleTables.Catalog, SampleTables.Now, stop.Token);

        Assert.Contains(check.Diagnostics, d => d.Code == "KQL405");
    }

    private static readonly KqlLimits Tight = KqlLimits.Default with
    {
        Bytes = 16 << 20,
        Time = TimeSpan.FromMinutes(5),
    };

    private const string Ten = "x, x, x, x, x, x, x, x, x, x";

    [Theory]
    [InlineData("requests | extend x = name | G(| extend x = strcat(TEN)) | project strlen(x)")]
    [InlineData("print x = 'aaaa' | G(| extend x = strcat(TEN)) | project strlen(x)")]
    [InlineData("print x = 'aaaa' | G(| extend x = strcat_delim('-', TEN)) | project strlen(x)")]
    [InlineData("requests | extend x = name | G(| extend x = strrep(x, 1000)) | project strlen(x)")]
    [InlineData("requests | extend x = name | G(| extend x = replace_string(x, 'e', strcat(TEN))) | project strlen(x)")]
    [InlineData(
        "requests | extend x = name | G(| extend x = replace_regex(x, '.', @'\\0\\0\\0\\0\\0\\0\\0\\0')) | project strlen(x)"
    )]
    [InlineData("requests | extend x = pack_array(name) | G(| extend x = pack_array(TEN)) | project x")]
    [InlineData("requests | extend x = pack_array(name) | G(| extend x = array_concat(TEN)) | project tostring(x)")]
    [InlineData(
        "requests | extend x = pack_array(name) | G(| extend x = bag_pack('a', x, 'b', x, 'c', x)) | project x"
    )]
    [InlineData("requests | extend x = pack_array(name) | G(| extend x = tostring(pack_array(TEN))) | project x")]
    [InlineData("range n from 1 to 3000 step 1 | extend k = tostring(n) | evaluate pivot(k)")]
    [InlineData("range n from 1 to 3000 step 1 | extend b = bag_pack(tostring(n), n) | evaluate bag_unpack(b)")]
    [InlineData("range n from 1 to 100 step 1 | extend l = range(1, 10000) | mv-expand l | count")]
    [InlineData("range n from 1 to 1000000 step 1 | summarize make_list(n)")]
    [InlineData("range n from 1 to 1000000 step 1 | summarize count() by n")]
    [InlineData("range n from 1 to 100000 step 1 | extend t = strrep('a', 1000)")]
    [InlineData("range n from 1 to 1000000 step 1 | summarize tdigest(n)")]
    [InlineData("range n from 1 to 1000000 step 1 | summarize hll(n)")]
    [InlineData("range n from 1 to 1000000 step 1 | partition by n (take 1) | count")]
    public void What_grows_stops_where_memory_ends(string query)
    {
        // Twenty times over: what grows ten times each time has then no name for its size.
        var grow = query.IndexOf("| G(", StringComparison.Ordinal);
        if (grow >= 0)
        {
            var end = query.IndexOf(") |", grow, StringComparison.Ordinal);
            var step = query[(grow + 4)..end];
            query = query[..grow] + string.Concat(Enumerable.Repeat(step + " ", 20)) + query[(end + 1)..];
        }

        var answer = Run(query.Replace("TEN", Ten, StringComparison.Ordinal), Tight);

        Assert.Equal("KQL403", (answer.Error ?? answer.Partial)?.Code);
    }

    [Theory]
    [InlineData("join")]
    [InlineData("lookup")]
    public void Columns_that_double_stop_before_anybody_waits(string how)
    {
        var query = new StringBuilder("let t0 = requests;");
        for (var n = 1; n < 30; n++)
            query.Append(CultureInfo.InvariantCulture, $"let t{n} = (t{n - 1} | {how} t{n - 1} on operation_Id);");
        query.Append("t29 | count");
        var text = query.ToString();

        Assert.Equal("KQL407", Run(text, KqlLimits.Default).Error?.Code);
        Assert.Contains(
            KqlQuery.Check(text, SampleTables.Catalog, SampleTables.Now).Diagnostics,
            d => d.Code == "KQL407"
        );
        text += " | where na";
        Assert.Empty(KqlQuery.Complete(text, text.Length, SampleTables.Catalog, SampleTables.Now).Offers);
    }

    [Theory]
    [InlineData("print x = range(1, 1000000) | project series_fir(x, x)")]
    [InlineData("print x = range(1, 1000000) | project series_iir(x, x, x)")]
    [InlineData("range n from 1 to 4000 step 1 | extend x = range(n, 100000) | project array_index_of(x, 0)")]
    [InlineData("range n from 1 to 4000 step 1 | extend x = range(n, 100000) | project array_sum(x)")]
    [InlineData("range n from 1 to 4000 step 1 | extend x = range(n, 100000) | project series_fft(x)")]
    [InlineData("range n from 1 to 4000 step 1 | extend x = range(n, 100000) | project series_decompose(x, 7)")]
    [InlineData("range n from 1 to 100000 step 1 | partition by n (summarize count())")]
    [InlineData(
        "range n from 1 to 4000 step 1 | extend s = strrep(strcat('a=', n, ','), 20000) | parse-kv s as (b: string) with (pair_delimiter=',', kv_delimiter='=')"
    )]
    public void One_value_may_not_take_all_the_time(string query)
    {
        var answer = Run(query, KqlLimits.Default with { Time = TimeSpan.FromMilliseconds(50) });

        Assert.Equal("KQL402", (answer.Error ?? answer.Partial)?.Code);
    }

    [Fact]
    public void A_little_that_was_packed_does_not_unpack_without_end()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(new byte[100 << 20]);
        }

        var text = Convert.ToBase64String(packed.ToArray());
        var answer = Run($"print strlen(gzip_decompress_from_base64_string('{text}'))", Tight);

        Assert.Equal("KQL403", (answer.Error ?? answer.Partial)?.Code);
    }

    [Fact]
    public void A_value_used_twice_over_and_over_is_stopped_in_time()
    {
        var lets = string.Concat(Enumerable.Range(1, 40).Select(i => $"let y{i} = y{i - 1} + y{i - 1};"));
        var query = $"let f = (x: long) {{ let y0 = x; {lets} y40 }}; requests | project f(itemCount)";

        var answer = Run(query, KqlLimits.Default with { Time = TimeSpan.FromMilliseconds(50) });

        Assert.Equal("KQL402", (answer.Error ?? answer.Partial)?.Code);
    }

    [Theory]
    [InlineData(
        "print t = now() | make-series n = count() on t from datetime(2000-01-01) to datetime(2030-01-01) step 1s | project array_length(n)"
    )]
    [InlineData("print l = range(1, 2000000) | project array_length(l)")]
    [InlineData("print l = range(1.5, 2000000.0) | project array_length(l)")]
    [InlineData("print l = repeat(1, 2000000) | project array_length(l)")]
    [InlineData("range n from 1 to 1100000 step 1 | summarize l = make_list(n) | project array_length(l)")]
    [InlineData("range n from 1 to 1100000 step 1 | summarize l = make_set(n) | project array_length(l)")]
    [InlineData("range n from 1 to 1100000 step 1 | summarize l = hll(n) | project dcount_hll(l)")]
    public void An_array_that_was_cut_says_so(string query)
    {
        var answer = Run(query, KqlLimits.Default with { Time = TimeSpan.FromMinutes(5) });

        Assert.Equal((1_048_576L, "KQL406"), (answer.Table![0, 0], answer.Partial?.Code));
    }

    [Fact]
    public void An_array_as_long_as_was_asked_for_is_whole() =>
        Assert.Null(Run("range n from 1 to 100 step 1 | summarize make_list(n, 10), make_set(n, 10)", Small).Partial);
}
