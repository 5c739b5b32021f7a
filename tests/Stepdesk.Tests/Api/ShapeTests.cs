using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Stepdesk.Core.Words;

namespace Stepdesk.Tests.Api;

public sealed class ShapeTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    readonly DeskApp app = desk.App;
    readonly Client an = desk.An;

    [Theory]
    [InlineData("""{"title":"x","role":"administrator"}""", "field-is-unknown", "role")]
    [InlineData("""{"title":"x","requester":{"email":"a@b.example","isStaff":true}}""", "field-is-unknown", "isStaff")]
    [InlineData("""{"title":"x","requester":{"name":"A"}}""", "field-is-missing", "email")]
    [InlineData("""{"title":7}""", "field-is-wrong", "title")]
    [InlineData("""{"title":"x","class":"emergency"}""", "field-is-wrong", "class")]
    [InlineData(
        """{"title":"x","class":"emergency"}""",
        "field-is-wrong",
        "standard, priority, expedite, fixed_deadline"
    )]
    [InlineData("""{"title":"x","channel":"pigeon"}""", "field-is-wrong", "mail, web, api, phone, chat")]
    [InlineData("""{"title":"x","class":2}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","class":"standard,priority"}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","class":"standard, standard"}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","class":" priority"}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","class":""}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","class":"2"}""", "field-is-wrong", "class")]
    [InlineData("""{"title":"x","channel":"mail,web"}""", "field-is-wrong", "channel")]
    [InlineData("""{"title":"x","affected":{"count":3,"source":"estimated,telemetry"}}""", "field-is-wrong", "source")]
    [InlineData("""{"title":"x","affected":"many"}""", "field-is-wrong", "affected")]
    [InlineData("""{"title":"x","affected":99999999999}""", "field-is-wrong", "affected")]
    [InlineData("""{"title":"x","team":"first"}""", "field-is-wrong", "team")]
    [InlineData("""{"title":"x","reportedAt":"2026-03-02T09:00:00"}""", "field-is-wrong", "reportedAt")]
    [InlineData("""{"title":"x","reportedAt":"yesterday"}""", "field-is-wrong", "reportedAt")]
    [InlineData("""{"title":"x","tags":[7]}""", "field-is-wrong", "tags[0]")]
    [InlineData("""{"title":"x","title":"y"}""", "field-is-given-twice", "title")]
    [InlineData(
        """{"title":"x","requester":{"email":"a@b.example","email":"c@b.example"}}""",
        "field-is-given-twice",
        "email"
    )]
    [InlineData("""{"title":"x","requester":{"email":null}}""", "field-is-wrong", "requester.email")]
    [InlineData("""{"title":""", "json-cannot-be-read", "brackets")]
    [InlineData("nonsense", "json-cannot-be-read", "brackets")]
    [InlineData("", "request-cannot-be-read", "/docs/api")]
    [InlineData("[]", "json-cannot-be-read", "brackets")]
    public async Task A_body_of_the_wrong_shape_is_answered_with_what_is_wrong(string body, string code, string names)
    {
        var answer = (await an.PostRawAsync("tickets", body)).IsProblem(HttpStatusCode.BadRequest, code);

        Assert.Contains(names, answer["detail"].GetString());
        Assert.DoesNotContain("System.", answer.Text);
        Assert.DoesNotContain("Stepdesk.", answer.Text);
    }

    [Theory]
    [InlineData("notes", "null")]
    [InlineData("classification", "")]
    [InlineData("resolution", "null")]
    [InlineData("links", "")]
    public async Task A_change_without_a_body_is_answered_with_what_is_wrong(string noun, string body)
    {
        var ticket = await app.LoggedAsync();

        (await an.PostRawAsync($"tickets/{ticket}/{noun}", body)).IsProblem(
            HttpStatusCode.BadRequest,
            "request-cannot-be-read"
        );
    }

    [Fact]
    public async Task A_token_that_leaked_makes_itself_no_administrator()
    {
        using var client = await Client.OfAsync(app, Core.People.Role.Administrator, "Boss");

        (
            await client.PostAsync(
                "people",
                new
                {
                    name = "Eve",
                    email = "eve@desk.example",
                    role = "administrator",
                }
            )
        ).IsProblem(HttpStatusCode.Forbidden, "administrator-by-token");
    }

    [Theory]
    [InlineData("a\0b@customer.example")]
    [InlineData("a b@customer.example")]
    [InlineData("a,b@customer.example")]
    [InlineData("<a>@customer.example")]
    [InlineData("a\u200B@customer.example\r\nBcc: b@customer.example")]
    [InlineData(null)]
    public async Task What_is_no_address_is_refused(string? email) =>
        (
            await an.PostAsync(
                "tickets",
                // One that no mail server takes and no index holds, and that does not compress.
                new { title = "x", requester = new { email = email ?? $"{Random(9000)}@customer.example" } }
            )
        ).IsProblem(HttpStatusCode.Conflict, "email-is-invalid");

    [Fact]
    public async Task A_name_is_kept_as_one_line_of_readable_text()
    {
        var named = new { name = $"Lan\0\r\nBcc: x {new string('y', 500)}", email = "named@customer.example" };

        var ticket = (await an.PostAsync("tickets", new { title = "x", requester = named })).Is(HttpStatusCode.Created);

        var name = ticket["requester"].GetProperty("name").GetString()!;
        Assert.StartsWith("Lan Bcc: x y", name, StringComparison.Ordinal);
        Assert.Equal(200, name.Length);
    }

    [Theory]
    [InlineData("people?email=a%00b")]
    [InlineData("tags?q=%00")]
    [InlineData("tickets?q=%00a")]
    public async Task A_question_with_a_nul_finds_nothing_worse_than_nothing(string path) =>
        (await an.GetAsync(path)).Is(HttpStatusCode.OK);

    static string Random(int length) => System.Security.Cryptography.RandomNumberGenerator.GetHexString(length);

    [Fact]
    public async Task Deep_and_crowded_json_is_refused_within_limits()
    {
        var deep = $$"""{"title":{{new string('[', 20_000)}}{{new string(']', 20_000)}}}""";
        var crowded = $$"""{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"k{i}\":0"))}}}""";

        foreach (var body in (string[])[deep, crowded])
            (await an.PostRawAsync("tickets", body)).Is(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("tickets?limit=many", "field-is-wrong", "limit")]
    [InlineData("reports/overrides?person=99999999999", "field-is-wrong", "person")]
    [InlineData("reports/overrides?limit=2&from=yesterday", "field-is-wrong", "from")]
    [InlineData("tickets?limit=0", "limit-is-wrong", "1 to 200")]
    [InlineData("tickets?limit=201", "limit-is-wrong", "1 to 200")]
    [InlineData("tickets?view=open&view=closed", "field-is-given-twice", "view")]
    [InlineData("tickets?vew=closed", "field-is-unknown", "vew")]
    [InlineData("tickets/1?view=closed", "field-is-unknown", "view")]
    [InlineData("people?role=agent&team=1", "field-is-unknown", "team")]
    [InlineData("tickets?view=secret", "view-is-unknown", "unassigned")]
    [InlineData("tickets?cursor=nonsense!", "cursor-is-unknown", "next")]
    [InlineData("tickets?cursor=", "cursor-is-unknown", "next")]
    [InlineData("tickets?cursor=MS4y.Mw", "cursor-is-unknown", "next")]
    [InlineData("tickets?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5LjE", "cursor-is-unknown", "next")]
    [InlineData("people?role=king", "field-is-wrong", "role")]
    [InlineData("people?role=2", "field-is-wrong", "role")]
    [InlineData("people?role=trainee,agent", "field-is-wrong", "role")]
    public async Task A_question_of_the_wrong_shape_is_answered_with_what_is_wrong(
        string path,
        string code,
        string names
    ) =>
        Assert.Contains(
            names,
            (await an.GetAsync(path)).IsProblem(HttpStatusCode.BadRequest, code)["detail"].GetString()
        );

    [Theory]
    [InlineData("GET", "tickets/999", 404, "no-such-ticket")]
    [InlineData("GET", "tickets/abc", 404, "nothing-here")]
    [InlineData("GET", "tickets/99999999999", 404, "nothing-here")]
    [InlineData("GET", "nowhere", 404, "nothing-here")]
    [InlineData("DELETE", "tickets", 405, "method-not-possible")]
    [InlineData("GET", "tickets/1/files/1/0", 404, "no-such-file")]
    [InlineData("GET", "tickets/1/files/1/-1", 404, "no-such-file")]
    public async Task What_is_not_there_is_answered_with_a_problem(string method, string path, int status, string code)
    {
        await app.LoggedAsync();

        (await an.SendAsync(new(method), path, content: null)).IsProblem((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_answered_with_what_is_taken()
    {
        using var form = new FormUrlEncodedContent([new("title", "x")]);

        (await an.SendAsync(HttpMethod.Post, "tickets", form)).IsProblem(
            HttpStatusCode.UnsupportedMediaType,
            "content-type-not-read"
        );
    }

    [Theory]
    [InlineData(30_000_000, false)]
    [InlineData(1_000_001, false)]
    [InlineData(1_500_000, true)]
    public async Task A_body_over_the_limit_is_answered_cleanly(int size, bool isChunked)
    {
        using var body = new ByteArrayContent(
            Encoding.ASCII.GetBytes($"{{\"title\":\"{new string('x', size - 12)}\"}}")
        );
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpContent content = isChunked
            ? new StreamContent(new Trickle(await body.ReadAsStreamAsync(TestContext.Current.CancellationToken)))
            : body;
        content.Headers.ContentType = body.Headers.ContentType;

        (await an.SendAsync(HttpMethod.Post, "tickets", content)).IsProblem(
            HttpStatusCode.RequestEntityTooLarge,
            "body-is-too-large"
        );
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_but_how_to_get_in()
    {
        using var nobody = Client.Nobody(app);
        using var wrong = new Client(app.Address, "sd_wrong");

        foreach (var client in (Client[])[nobody, wrong])
        {
            var answer = (await client.GetAsync("tickets")).IsProblem(HttpStatusCode.Unauthorized, "sign-in-needed");
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory]
    [InlineData("vi", "Không tìm thấy")]
    [InlineData("fr, vi-VN;q=0.8, en;q=0.1", "Không tìm thấy")]
    [InlineData("en-GB, vi;q=0.9", "Not found")]
    [InlineData("fr", "Not found")]
    public async Task Problems_speak_the_callers_language(string asked, string title) =>
        Assert.Equal(title, (await an.GetAsync("tickets/999", ("Accept-Language", asked)))["title"].GetString());

    [Fact]
    public void Every_problem_has_its_words()
    {
        foreach (var code in Stepdesk.Web.Api.Problems.Codes)
            Assert.True(Text.Knows($"refusal-{code.Key}") && Text.Knows($"status-{code.Value}"), code.Key);
    }

    // A stream of unknown length is sent in chunks, without saying beforehand how long it is.
    sealed class Trickle(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
