using Stepdesk.Engine.Chat;

namespace Stepdesk.Tests.Chat;

/// <summary>Channels are named in the settings; what cannot be meant stops the start, and no address is ever said.</summary>
public sealed class ChatSettingsTests
{
    const string Key = "T0/B0/5f2d8c1b9a7e4d60";

    [Fact]
    public void Settings_that_cannot_be_meant_stop_the_start_and_say_all_at_once()
    {
        var settings = new ChatOptions
        {
            Channels =
            [
                new()
                {
                    Name = "Ops Team",
                    Kind = "irc",
                    Url = $"http://chat.example/{Key}",
                },
                new()
                {
                    Name = "ops",
                    Kind = "teams",
                    Url = Key,
                    Specialty = "wizards",
                },
                new()
                {
                    Name = "ops",
                    Kind = "slack",
                    Url = $"{Uri.UriSchemeHttps}://me:5f2d8c1b9a7e4d60@chat.example/",
                },
            ],
            Patience = TimeSpan.Zero,
        };

        var said = Assert.Throws<InvalidOperationException>(() => settings.Checked()).Message;

        foreach (
            var part in (string[])
                [
                    "Chat:Channels:0:Name",
                    "Chat:Channels:0:Kind must be teams or slack",
                    "Chat:Channels:0:Url must begin with https://",
                    "Chat:Channels:1:Url must be the whole address",
                    "Chat:Channels:1:Specialty must be one of senior_engineer, development, operations",
                    "Chat:Channels:2:Url must hold no user name",
                    "two channels have the same Name",
                    "Chat:Patience",
                ]
        )
            Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.DoesNotContain("5f2d8c1b9a7e4d60", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://prod.example/workflows/abc?sig=x")]
    [InlineData("http://127.0.0.1:5000/services/x")]
    [InlineData("http://localhost:5000/services/x")]
    public void A_channel_of_one_of_the_kinds_with_an_address_that_is_safe_is_taken(string url) =>
        new ChatOptions
        {
            Channels =
            [
                new()
                {
                    Name = "ops-1",
                    Kind = "Teams",
                    Url = url,
                    Specialty = "operations",
                    Alarms = true,
                },
            ],
        }.Checked();
}
