using System.Text.Json.Nodes;
using Stepdesk.Tests.Operations;
using Stepdesk.Web.Cli;

namespace Stepdesk.Tests.Reading;

/// <summary>What <c>suggest</c> answers.</summary>
public sealed class SuggestLinesTests
{
    [Fact]
    public async Task The_program_answers_line_by_line_and_says_whether_all_went_well()
    {
        await using var program = new StepdeskProgram();

        var well = await program.RunOnAsync(
            """
            {"id":"một","subject":"Báo cáo","text":"Anh cần báo cáo của 40 học viên lúc 09:00 sáng ngày kia.","received":"2026-03-04T03:00:00Z","zone":"Asia/Ho_Chi_Minh"}
            {"id":2,"subject":"","text":"50+ students cannot log in.","received":"2026-03-04T10:00:00+07:00","zone":"Asia/Ho_Chi_Minh","language":"vi"}
            """,
            "suggest"
        );
        var badly = await program.RunOnAsync("""{"id":3,"received":"2026-03-04T03:00:00Z"}""", "suggest");

        Assert.Equal(
            new(
                0,
                """
                {"id":"một","affected":{"low":40,"high":40,"span":"40 học viên"},"deadline":{"at":"2026-03-06T09:00:00+07:00","span":"09:00 sáng ngày kia"},"class":"fixed_deadline","reasons":["Có việc cần xong đúng hạn: 09:00 thứ Sáu 06/03/2026","Số người vẫn được ghi nhận: 40"]}
                {"id":2,"affected":{"low":50,"high":null,"span":"50+ students"},"deadline":null,"class":"expedite","reasons":["50+ người bị ảnh hưởng, trên 25"]}
                """,
                ""
            ),
            well
        );
        Assert.Equal(
            new(
                1,
                """{"id":3,"error":{"code":"zone-is-unknown","message":"Give the zone's IANA name, such as Asia/Ho_Chi_Minh."}}""",
                ""
            ),
            badly
        );
    }

    [Theory]
    [InlineData("zone-is-unknown", """{"zone":"Mars/Olympus"}""")]
    [InlineData("zone-is-unknown", """{"zone":7}""")]
    [InlineData("instant-is-invalid", """{"received":null}""")]
    [InlineData("instant-is-invalid", """{"received":"2026-03-04T10:00:00"}""")]
    [InlineData("language-is-unknown", """{"language":"fr"}""")]
    [InlineData("language-is-unknown", """{"language":"1"}""")]
    [InlineData("language-is-unknown", """{"language":"en,vi"}""")]
    [InlineData("language-is-unknown", """{"language":""}""")]
    [InlineData("text-is-invalid", """{"text":["15 students"]}""")]
    [InlineData("text-is-invalid", """{"subject":15}""")]
    public void What_cannot_be_read_is_told_apart(string code, string with)
    {
        var (answer, exit) = Run(with);

        Assert.Equal((1, code), (exit, (string?)answer["error"]!["code"]));
        Assert.NotEmpty((string)answer["error"]!["message"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"subject":null,"text":null,"language":null}""")]
    [InlineData("""{"language":"EN"}""")]
    public void What_is_left_out_is_empty(string with)
    {
        var (answer, exit) = Run(with);

        Assert.Equal((0, "standard"), (exit, (string?)answer["class"]));
        Assert.Null(answer["affected"]);
        Assert.Null(answer["deadline"]);
    }

    static (JsonNode Answer, int Exit) Run(string with)
    {
        var line = new JsonObject
        {
            ["id"] = 7,
            ["received"] = "2026-03-04T10:00:00+07:00",
            ["zone"] = "Asia/Ho_Chi_Minh",
        };
        foreach (var (name, value) in JsonNode.Parse(with)!.AsObject())
            line[name] = value?.DeepClone();
        using var output = new StringWriter();
        var exit = SuggestLines.Run(new StringReader(line.ToJsonString()), output);
        return (JsonNode.Parse(output.ToString())!, exit);
    }
}
