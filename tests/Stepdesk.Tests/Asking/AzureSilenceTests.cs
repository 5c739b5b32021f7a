using Azure.Core;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Tests.Asking;

/// <summary>What waits for Azure beside the answer: signing in, and the list of its tables.</summary>
public sealed class AzureSilenceTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StubServer azure = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => azure.DisposeAsync();

    [Fact]
    public async Task Its_tables_are_asked_for_once_and_remembered()
    {
        azure.Says(200, "{\"tables\":[{\"name\":\"mine_CL\",\"columns\":[{\"name\":\"a\",\"type\":\"long\"}]}]}");
        using var source = Source(new Accepted());

        for (var i = 0; i < 3; i++)
            Assert.Contains(await source.DescribeAsync(Stop), t => t.Name == "mine_CL");

        Assert.Single(azure.Heard);
    }

    [Fact]
    public async Task No_page_waits_for_the_tables_of_a_silent_source_again()
    {
        var silent = new Silent();
        using var source = Source(silent);

        for (var i = 0; i < 3; i++)
            Assert.Contains(await source.DescribeAsync(Stop), t => t.Name == "requests");

        Assert.Equal(1, silent.Asked);
    }

    [Fact]
    public async Task A_sign_in_without_an_answer_is_given_up_like_any_other_silence()
    {
        using var source = Source(new Silent(), TimeSpan.FromMilliseconds(200));

        Assert.Equal("telemetry-took-too-long", (await source.AskAsync(new("requests"), Stop)).Refusal?.Code);
    }

    AzureTelemetrySource Source(TokenCredential credential, TimeSpan? patience = null) =>
        new(
            new()
            {
                Name = "prod",
                App = Guid.Empty.ToString(),
                Patience = patience ?? TimeSpan.FromSeconds(30),
            },
            credential,
            TimeProvider.System,
            azure.Endpoint
        );

    sealed class Accepted : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }

    // It does not even listen to who gives up.
    sealed class Silent : TokenCredential
    {
        public int Asked { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            Asked++;
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return default;
        }
    }
}
