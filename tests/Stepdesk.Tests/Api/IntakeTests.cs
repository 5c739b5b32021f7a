using System.Net;
using System.Net.Http.Headers;

namespace Stepdesk.Tests.Api;

public sealed class IntakeTests(ApiDesk desk) : IClassFixture<ApiDesk>
{
    const string Mail =
        "From: Lan <lan@customer.example>\r\nTo: support@desk.example\r\nSubject: Cannot print\r\nMessage-ID: <p1@customer.example>\r\n\r\nSince 8:00.";

    readonly Client an = desk.An;

    [Fact]
    public async Task The_same_mail_twice_is_one_ticket()
    {
        var one = (await an.MailAsync(Mail)).Is(HttpStatusCode.Created);
        var two = (await an.MailAsync(Mail)).Is(HttpStatusCode.Created);

        Assert.Equal("handled", one["state"].GetString());
        Assert.Equal((one.Id, one["mail"].GetInt64()), (two.Id, two["mail"].GetInt64()));
        var ticket = (await an.GetAsync($"tickets/{one.Id}")).Is(HttpStatusCode.OK);
        Assert.Equal(one["number"].GetInt32(), ticket["number"].GetInt32());
        Assert.Equal("Cannot print", ticket["title"].GetString());
        Assert.Equal("mail", ticket["channel"].GetString());
        Assert.Equal("Lan", ticket["requester"].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_no_mail_is_refused()
    {
        (await an.MailAsync("")).IsProblem(HttpStatusCode.BadRequest, "request-cannot-be-read");
        (await an.PostRawAsync("intake/mail", "{}")).IsProblem(
            HttpStatusCode.UnsupportedMediaType,
            "content-type-not-read"
        );
    }

    [Theory]
    [InlineData(2_000_000, HttpStatusCode.Created)]
    [InlineData(30_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_mail_may_be_larger_than_json_but_has_a_limit(int size, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(
            System.Text.Encoding.ASCII.GetBytes(Mail.Replace("p1", $"p{size}", StringComparison.Ordinal).PadRight(size))
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");

        (await an.SendAsync(HttpMethod.Post, "intake/mail", content)).Is(status);
    }
}
