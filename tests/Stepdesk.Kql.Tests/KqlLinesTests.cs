using System.Text.Json;
using Stepdesk.Kql.Wire;

namespace Stepdesk.Kql.Tests;

/// <summary>The contract of the command line verb.</summary>
public sealed class KqlLinesTests
{
    private static (int Code, JsonElement[] Lines) Run(params string[] lines)
    {
        using var input = new StringReader(string.Join('\n', lines));
        using var output = new StringWriter();
        var code = KqlLines.Run(input, output);
        return (
            code,
            [
                .. output
                    .ToString()
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(l => JsonSerializer.Deserialize<JsonElement>(l)),
            ]
        );
    }

    [Fact]
    public void Every_type_goes_in_and_comes_out_in_its_wire_form()
    {
        const string Columns =
            """[{"name":"b","type":"bool"},{"name":"i","type":"int"},{"name":"l","type":"long"},{"name":"r","type":"real"},{"name":"n","type":"real"},{"name":"s","type":"string"},{"name":"t","type":"datetime"},{"name":"d","type":"timespan"},{"name":"g","type":"guid"},{"name":"y","type":"dynamic"},{"name":"m","type":"decimal"}]""";
        const string Row =
            """[true,7,9007199254740993,1.5,"NaN","việt","2026-03-02T22:04:05.1Z","1.02:03:04.5000000","74be27de-1e4e-49d9-b579-fe0b331d3642","{\"a\":[1,2.5]}","1.50"]""";
        const string Nulls = """[null,null,null,null,null,"",null,null,null,null,null]""";

        var (code, lines) = Run(
            $$$"""{"id":"x","query":"T","now":"2026-03-02T10:00:00Z","tables":{"T":{"columns":{{{Columns}}},"rows":[{{{Row}}},{{{Nulls}}}] } } }"""
        );

        Assert.Equal(0, code);
        var line = Assert.Single(lines);
        Assert.Equal("x", line.GetProperty("id").GetString());
        Assert.Equal(Columns, line.GetProperty("columns").GetRawText());
        Assert.Equal($"[{Row},{Nulls}]", line.GetProperty("rows").GetRawText());
    }

    [Fact]
    public void The_clock_of_the_line_is_now()
    {
        var (_, lines) = Run("""{"id":1,"query":"print now()","now":"2026-03-02T17:00:00+07:00"}""");

        Assert.Equal("2026-03-02T10:00:00Z", lines[0].GetProperty("rows")[0][0].GetString());
    }

    [Fact]
    public void An_error_has_code_message_and_place_and_other_lines_go_on()
    {
        var (code, lines) = Run("""{"id":1,"query":"T\n| take 1"}""", """{"id":2,"query":"print 1"}""");

        Assert.Equal(1, code);
        var error = lines[0].GetProperty("error");
        Assert.Equal("KQL201", error.GetProperty("code").GetString());
        Assert.Equal(
            (1, 1, 1),
            (
                error.GetProperty("line").GetInt32(),
                error.GetProperty("pos").GetInt32(),
                error.GetProperty("length").GetInt32()
            )
        );
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(1, lines[1].GetProperty("rows")[0][0].GetInt64());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"id":1,"query":"t | where \ud800"}""")]
    [InlineData("""{"id":1,"query":"T","now":"\udfff"}""")]
    [InlineData("""{"id":1,"query":"T","tables":{"T":{"columns":[{"name":"\ud800","type":"long"}]}}}""")]
    [InlineData(
        """{"id":1,"query":"T","tables":{"T":{"columns":[{"name":"a","type":"string"}],"rows":[["\ud800"]]}}}"""
    )]
    [InlineData("[]")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"query":"T","now":"yesterday"}""")]
    [InlineData("""{"id":1,"query":"T","tables":{"T":{"columns":[{"name":"a","type":"thing"}]}}}""")]
    [InlineData("""{"id":1,"query":"T","tables":{"T":{"columns":[{"name":"a","type":"long"}],"rows":[[1,2]]}}}""")]
    public void Bad_input_is_answered_too(string line)
    {
        var (code, lines) = Run(line);

        Assert.Equal(1, code);
        Assert.Equal("BadInput", lines[0].GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("""print parse_json(@'{"a":"\ud800"}')""")]
    [InlineData("""print bag_keys(parse_json(@'{"\ud800":1}'))""")]
    [InlineData("print todynamic(@'\"\\ud800\"')")]
    [InlineData("print make_string(55296)")]
    [InlineData("print '\\ud800'")]
    [InlineData("print \\ud800")]
    public void Half_a_character_stops_no_line(string query)
    {
        var (_, lines) = Run(
            $$"""{"id":"\ud800","query":{{JsonSerializer.Serialize(query)}}}""",
            """{"id":2,"query":"print 1"}"""
        );

        Assert.Equal(2, lines.Length);
        Assert.Equal(1, lines[1].GetProperty("rows")[0][0].GetInt64());
    }

    [Fact]
    public void A_partial_result_has_rows_and_an_error()
    {
        using var input = new StringReader("""{"id":1,"query":"range x from 1 to 50 step 1"}""");
        using var output = new StringWriter();

        KqlLines.Run(input, output, new Evaluation.KqlLimits { ResultRows = 10 });

        var line = JsonSerializer.Deserialize<JsonElement>(output.ToString());
        Assert.Equal(10, line.GetProperty("rows").GetArrayLength());
        Assert.Equal("PartialError", line.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public void Azure_s_shape_has_tables_and_the_deepest_error_has_the_place()
    {
        var good = Azure("requests | take 1 | project name | render table");
        var bad = Azure("requests | where foo == 1");

        Assert.Equal("PrimaryResult", good.GetProperty("tables")[0].GetProperty("name").GetString());
        Assert.Equal("table", good.GetProperty("render").GetProperty("visualization").GetString());
        var inner = bad.GetProperty("error").GetProperty("innererror");
        Assert.Equal("SemanticError", inner.GetProperty("code").GetString());
        Assert.Equal(18, inner.GetProperty("innererror").GetProperty("pos").GetInt32());
    }

    private static JsonElement Azure(string query)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            AzureJson.Write(json, KqlQuery.Run(query, SampleTables.Catalog, SampleTables.Now));
        }

        return JsonSerializer.Deserialize<JsonElement>(stream.ToArray());
    }
}
