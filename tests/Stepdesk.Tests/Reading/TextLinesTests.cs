using Stepdesk.Tests.Operations;

namespace Stepdesk.Tests.Reading;

/// <summary>What <c>redact</c> and <c>text check</c> answer.</summary>
public sealed class TextLinesTests
{
    [Fact]
    public async Task Redact_is_one_export_over_all_lines()
    {
        await using var program = new StepdeskProgram();

        var answer = await program.RunOnAsync(
            """
            {"id":1,"text":"Gọi chị Hà 0912345678, ha@campus.example","known":["Hà"]}
            {"id":2,"text":"0912.345.678 mật khẩu: Abc@12345"}
            {"id":3}
            """,
            "redact"
        );

        Assert.Equal(
            new(
                1,
                """
                {"id":1,"text":"Gọi chị [name-1] [phone-1], [email-1]","removed":[{"kind":"email","count":1},{"kind":"phone","count":1},{"kind":"name","count":1}]}
                {"id":2,"text":"[phone-1] mật khẩu: [password-1]","removed":[{"kind":"password","count":1},{"kind":"phone","count":1}]}
                {"id":3,"error":{"code":"text-is-missing","message":"Give text as a text."}}
                """,
                ""
            ),
            answer
        );
    }

    [Fact]
    public async Task Text_check_names_rule_outcome_and_span()
    {
        await using var program = new StepdeskProgram();

        var answer = await program.RunOnAsync(
            """
            {"id":"a","text":"Chào chị Hà, chúng tôi sẽ khắc phục trong 30 phút.","ticket":"#00042","facts":["WEB101"]}
            {"id":"b","text":"x","facts":[{"mention":["(a"]}]}
            """,
            "text",
            "check",
            "--audience",
            "customer",
            "--language",
            "vi"
        );

        Assert.Equal(1, answer.Exit);
        Assert.Contains(
            """{"rule":"fix_promise","outcome":"violated","span":"chúng tôi sẽ khắc phục trong 30 phút"}""",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("""{"id":"b","error":{"code":"fact-is-unreadable",""", answer.Output, StringComparison.Ordinal);
    }
}
