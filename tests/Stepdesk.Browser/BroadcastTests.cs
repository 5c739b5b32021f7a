using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Broadcasts;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests;

/// <summary>What many are told, on every page it stands on: two widths, two themes, two languages.</summary>
public sealed class BroadcastTests(Chromium chromium, BroadcastTests.Stage stage) : IClassFixture<BroadcastTests.Stage>
{
    [Theory]
    [InlineData("broadcasts", "/broadcasts")]
    [InlineData("broadcast-new", "/broadcasts/new?ticket=1")]
    [InlineData("broadcast", "/broadcasts/1")]
    [InlineData("broadcast-ticket", "/tickets/{ticket}")]
    public async Task A_page_of_the_desk_has_no_fault(string name, string path) =>
        Assert.Empty(await chromium.Browser.InspectAsync(stage.App.Address, name, stage.Path(path), stage.Session));

    [Theory]
    [InlineData("status", "/status")]
    [InlineData("broadcast-sign-in", "/sign-in")]
    [InlineData("broadcast-customer", "{customer}")]
    public async Task A_page_for_everybody_has_no_fault(string name, string path) =>
        Assert.Empty(await chromium.Browser.InspectAsync(stage.App.Address, name, stage.Path(path), session: null));

    /// <summary>One desk that told everybody of one incident.</summary>
    public sealed class Stage(Chromium chromium) : IAsyncLifetime
    {
        static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

        public DeskApp App { get; private set; } = null!;
        public string Session { get; private set; } = "";
        int ticket;
        string customer = "";

        public async ValueTask InitializeAsync()
        {
            App = await DeskApp.StartAsync();
            var an = await App.PersonAsync(Role.Administrator);
            ticket = await App.LoggedAsync("Video bài 3 không phát được");
            var (told, refusal) = await App
                .Services.GetRequiredService<Broadcasting>()
                .ActAsync(
                    new SendBroadcast(ticket, new() { Linked = true }, App.Clock.GetUtcNow().AddMinutes(30))
                    {
                        IsPublic = true,
                        Tellings =
                        [
                            new(
                                Language.Vi,
                                "LMS: video bài 3 không phát được",
                                "Chúng tôi đang cùng nhà cung cấp kiểm tra. Trong lúc chờ, Anh/Chị có thể tải tài liệu PDF.",
                                "Bài 3 khoá Advanced JavaScript, trên web và điện thoại"
                            ),
                            new(
                                Language.En,
                                "LMS: the video of lesson 3 does not play",
                                "We are looking into it with our provider. Meanwhile the slides can be downloaded.",
                                "Lesson 3 of Advanced JavaScript, on the web and on phones"
                            ),
                        ],
                    },
                    after: null,
                    an.AsActor,
                    Stop
                );
            Assert.Null(refusal);
            customer = App.Services.GetRequiredService<Signer>().LinkFor(ticket, told!.Readers[0]);
            Session = await chromium.Browser.SignInAsync(App.Address, an.Email);
        }

        public string Path(string path) =>
            path.Replace("{ticket}", $"{ticket}", StringComparison.Ordinal)
                .Replace("{customer}", customer, StringComparison.Ordinal);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
