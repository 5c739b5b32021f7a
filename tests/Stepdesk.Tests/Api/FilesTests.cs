using System.Net;
using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Api;

public sealed class FilesTests(ApiDesk desk) : IClassFixture<ApiDesk>, IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly DeskApp app = desk.App;
    Client lan = null!;
    Client mai = null!;

    public async ValueTask InitializeAsync()
    {
        lan = await Client.OfAsync(app, await app.People.CustomerAsync("Lan", "lan@customer.example", Language.Vi));
        mai = await Client.OfAsync(app, await app.People.CustomerAsync("Mai", "mai@customer.example", Language.Vi));
    }

    public ValueTask DisposeAsync()
    {
        lan.Dispose();
        mai.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("Ảnh màn hình.png", "image/png", "image/png")]
    [InlineData("page.html", "text/html", "application/octet-stream")]
    [InlineData("picture.svg", "image/svg+xml", "application/octet-stream")]
    [InlineData("../../etc/\"passwd\"\r\nX-Evil: 1", "application/x-sh", "application/octet-stream")]
    public async Task A_file_is_handed_over_and_never_run(string name, string type, string served)
    {
        var content = $"<script>alert('{name}')</script>";
        var ticket = await WithFileAsync(name, type, content);
        var file = (await lan.GetAsync($"tickets/{ticket}/messages"))["items"][0].GetProperty("files")[0];
        var url = file.GetProperty("url").GetString()!;

        var answer = (await lan.GetAsync(url)).Is(HttpStatusCode.OK);

        Assert.Equal(name, file.GetProperty("name").GetString());
        Assert.Equal(content, answer.Text);
        Assert.Equal(served, answer.ContentHeaders.ContentType?.MediaType);
        Assert.Equal("attachment", answer.ContentHeaders.ContentDisposition?.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("X-Evil"));
        (await mai.GetAsync(url)).IsProblem(HttpStatusCode.NotFound, "no-such-ticket");
    }

    async Task<int> WithFileAsync(string name, string type, string content)
    {
        // A blob is stored once, so each case has bytes of its own.
        var bytes = Encoding.UTF8.GetBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using (var db = app.Database())
        {
            db.Blobs.Add(new() { Sha256 = hash, Content = bytes });
            await db.SaveChangesAsync(Stop);
        }
        var log = new Log("See attached", "", lan.Me.PersonId!.Value, Channel.Mail)
        {
            Attachments = [new(name, type, bytes.Length, hash)],
        };
        return (await app.Desk.LogAsync(WorldRow.Live, log, Actor.System("mail"), stop: Stop)).Ticket;
    }
}
