using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Tests.Operations;
using Stepdesk.Web.Cli;

namespace Stepdesk.Tests.Service;

/// <summary>What <c>clocks compute</c> answers.</summary>
public sealed class ClockLinesTests
{
    const string Office = """
        {"zone":"Asia/Ho_Chi_Minh","windows":{"wed":[["13:30","17:30"],["08:30","12:00"]],"THU":[["08:30","12:00"]],"Fri":null},"holidays":["2026-03-12"]}
        """;

    [Fact]
    public async Task The_program_answers_line_by_line_and_says_whether_all_went_well()
    {
        await using var program = new StepdeskProgram();

        var well = await program.RunOnAsync(
            $$"""{"id":"một","calendar":{{Office.Trim()}},"start":"2026-03-11T11:45:00+07:00","amount_seconds":1800}""",
            "clocks",
            "compute"
        );
        var badly = await program.RunOnAsync(
            """
            {"id":1,"calendar":{"zone":"UTC","always":true},"start":"2026-03-11T00:00:00Z","amount_seconds":60}

            {"id":2}
            """,
            "clocks",
            "compute"
        );
        var wrong = await program.RunOnAsync("", "clocks", "compute", "--fast");

        Assert.Equal(new(0, """{"id":"một","due":"2026-03-11T13:45:00+07:00"}""", ""), well);
        Assert.Equal(
            new(
                1,
                """
                {"id":1,"due":"2026-03-11T00:01:00+00:00"}
                {"id":2,"error":{"code":"calendar-is-missing","message":"Give a calendar {zone, always, windows, holidays}."}}
                """,
                ""
            ),
            badly
        );
        Assert.Equal((2, ""), (wrong.Exit, wrong.Output));
    }

    [Theory]
    [InlineData("the examples' own", "{}", "2026-03-11T13:45:00+07:00")]
    [InlineData("an amount with fractions", """{"amount_seconds":600.25}""", "2026-03-11T11:55:00.25+07:00")]
    [InlineData("the smallest amount", """{"amount_seconds":1e-7}""", "2026-03-11T11:45:00.0000001+07:00")]
    [InlineData("next to nothing", """{"amount_seconds":1e-400}""", "2026-03-11T11:45:00+07:00")]
    [InlineData("no amount at all", """{"amount_seconds":0}""", "2026-03-11T11:45:00+07:00")]
    [InlineData("a start elsewhere", """{"start":"2026-03-11T04:45Z"}""", "2026-03-11T13:45:00+07:00")]
    [InlineData(
        "a start to the tick",
        """{"start":"2026-03-11 11:45:00.1234567+0700"}""",
        "2026-03-11T13:45:00.1234567+07:00"
    )]
    [InlineData("a holiday", """{"amount_seconds":15301}""", "2026-03-18T08:30:01+07:00")]
    [InlineData("no pauses", """{"pauses":null}""", "2026-03-11T13:45:00+07:00")]
    [InlineData(
        "a pause",
        """{"pauses":[["2026-03-11T11:00:00+07:00","2026-03-11T15:00:00+07:00"]]}""",
        "2026-03-11T15:30:00+07:00"
    )]
    [InlineData(
        "a pause of no length",
        """{"pauses":[["2026-03-11T11:50:00+07:00","2026-03-11T11:50:00+07:00"]]}""",
        "2026-03-11T13:45:00+07:00"
    )]
    [InlineData("an open pause", """{"pauses":[["2026-03-11T11:00:00+07:00",null]]}""", null)]
    [InlineData("an open pause yet to come", """{"pauses":[["2030-01-01T00:00:00+07:00",null]]}""", null)]
    [InlineData("no windows", """{"calendar":{"zone":"UTC"}}""", null)]
    [InlineData("days without windows", """{"calendar":{"zone":"UTC","windows":{"mon":[]},"holidays":null}}""", null)]
    [InlineData(
        "around the clock",
        """{"calendar":{"zone":"Europe/Berlin","always":true,"windows":null}}""",
        "2026-03-11T06:15:00+01:00"
    )]
    [InlineData(
        "overnight",
        """{"calendar":{"zone":"Asia/Tokyo","always":false,"windows":{"tue":[["22:00","38:00"]]}}}""",
        "2026-03-11T14:00:00+09:00",
        900
    )]
    public void Due_is_an_instant_in_the_calendars_zone_or_nothing(
        string said,
        string with,
        string? due,
        int? seconds = null
    )
    {
        var line = Line(with);
        if (seconds is not null)
            line["amount_seconds"] = seconds;

        var (answers, exit) = Run(line.ToJsonString());

        Assert.Equal((said, 0), (said, exit));
        Assert.Equal(
            $$"""{"id":7,"due":{{JsonValue.Create(due)?.ToJsonString(Readable) ?? "null"}}}""",
            Assert.Single(answers)
        );
    }

    [Theory]
    [InlineData("calendar-is-missing", """{"calendar":null}""")]
    [InlineData("calendar-is-malformed", """{"calendar":[]}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","always":"yes"}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","windows":[]}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","windows":{"mo":[]}}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","windows":{"mon":[["08:00"]]}}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","windows":{"mon":[["08:00","noon"]]}}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","windows":{"mon":[["08:60","12:00"]]}}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","holidays":["2026-02-30"]}}""")]
    [InlineData("calendar-is-malformed", """{"calendar":{"zone":"UTC","holidays":[20260430]}}""")]
    [InlineData("calendar-zone-is-unknown", """{"calendar":{"zone":"Mars/Olympus","always":true}}""")]
    [InlineData(
        "calendar-window-closes-before-it-opens",
        """{"calendar":{"zone":"UTC","windows":{"mon":[["22:00","06:00"]]}}}"""
    )]
    [InlineData(
        "calendar-window-is-malformed",
        """{"calendar":{"zone":"UTC","windows":{"mon":[["22:00","49:00"]]}}}"""
    )]
    [InlineData(
        "calendar-windows-overlap",
        """{"calendar":{"zone":"UTC","windows":{"sun":[["22:00","30:00"]],"mon":[["05:00","06:00"]]}}}"""
    )]
    [InlineData("instant-is-invalid", """{"start":null}""")]
    [InlineData("instant-is-invalid", """{"start":1773200000}""")]
    [InlineData("instant-is-invalid", """{"start":"2026-03-11T11:45:00"}""")]
    [InlineData("instant-is-invalid", """{"start":"2026-02-30T11:45:00Z"}""")]
    [InlineData("instant-is-invalid", """{"start":"2026-03-11T11:45:00+15:00"}""")]
    [InlineData("instant-is-invalid", """{"start":"0001-01-01T00:00:00+07:00"}""")]
    [InlineData("instant-is-invalid", """{"start":"yesterday"}""")]
    [InlineData("amount-is-invalid", """{"amount_seconds":null}""")]
    [InlineData("amount-is-invalid", """{"amount_seconds":"60"}""")]
    [InlineData("amount-is-negative", """{"amount_seconds":-0.5}""")]
    [InlineData("amount-is-negative", """{"amount_seconds":-1e999}""")]
    [InlineData("amount-is-too-large", """{"amount_seconds":1e10}""")]
    [InlineData("amount-is-too-large", """{"amount_seconds":1e999}""")]
    [InlineData("pause-is-invalid", """{"pauses":{}}""")]
    [InlineData("pause-is-invalid", """{"pauses":[["2026-03-11T11:00:00Z"]]}""")]
    [InlineData("instant-is-invalid", """{"pauses":[[null,null]]}""")]
    [InlineData("pause-ends-before-it-begins", """{"pauses":[["2026-03-11T11:00:00Z","2026-03-11T10:59:59Z"]]}""")]
    public void What_cannot_be_answered_is_told_apart_and_told_why(string code, string with)
    {
        var (answers, exit) = Run(Line(with).ToJsonString(Readable));

        Assert.Equal(1, exit);
        var answer = JsonNode.Parse(Assert.Single(answers))!;
        Assert.Equal((7, code), ((int)answer["id"]!, (string?)answer["error"]!["code"]));
        Assert.NotEmpty((string)answer["error"]!["message"]!);
        Assert.Null(answer["due"]);
    }

    [Theory]
    [InlineData("", "line-is-not-an-object", "[1]")]
    [InlineData("", "line-is-not-json", "{")]
    [InlineData("", "line-is-not-json", "\u0001")]
    [InlineData("\"\\ud800\"", "calendar-is-missing", """{"id":"\ud800"}""")]
    [InlineData("1.50", "calendar-is-missing", """{"id":1.50}""")]
    [InlineData("""{"a":[1]}""", "calendar-is-missing", """{"id":{"a":[1]}}""")]
    [InlineData("", "calendar-is-malformed", """{"calendar":{"zone":"\ud800"}}""")]
    public void A_line_is_answered_whatever_it_is(string id, string code, string line)
    {
        var (answers, exit) = Run(line, "", "  ", line);

        Assert.Equal(1, exit);
        Assert.Equal(2, answers.Length);
        Assert.StartsWith(
            $$$"""{"id":{{{(id.Length > 0 ? id : "null")}}},"error":{"code":"{{{code}}}",""",
            answers[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_calendar_answers_for_itself_among_many_others()
    {
        // More calendars than are remembered, each asked twice.
        var openings = Enumerable
            .Range(0, 1200)
            .Select(n => new DateTime(2026, 3, 11, 12, n % 600 % 60, 0).AddHours(n % 600 / 60))
            .ToList();

        var (answers, exit) = Run([
            .. openings.Select(at =>
                Line($$$"""{"calendar":{"zone":"UTC","windows":{"wed":[["{{{at:HH:mm}}}","48:00"]]} } }""")
                    .ToJsonString()
            ),
        ]);

        Assert.Equal(0, exit);
        Assert.Equal(
            openings.Select(at => $$"""{"id":7,"due":"{{at.AddMinutes(30):yyyy-MM-dd'T'HH:mm:ss}}+00:00"}"""),
            answers
        );
    }

    // A line that is right, with some of it replaced.
    static JsonObject Line(string with)
    {
        var line = JsonNode
            .Parse(
                $$"""{"id":7,"calendar":{{Office}},"start":"2026-03-11T11:45:00+07:00","amount_seconds":1800,"pauses":[]}"""
            )!
            .AsObject();
        foreach (var (name, value) in JsonNode.Parse(with)!.AsObject())
            line[name] = value?.DeepClone();
        return line;
    }

    static (string[] Answers, int Exit) Run(params string[] lines)
    {
        using var output = new StringWriter();
        using var input = new StringReader(string.Join('\n', lines));
        var exit = ClockLines.Run(input, output);
        return (output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), exit);
    }

    static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
