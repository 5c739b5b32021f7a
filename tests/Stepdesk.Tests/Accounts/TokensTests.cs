using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Accounts;

public sealed class TokensTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow an = null!;

    Tokens Tokens => app.Services.GetRequiredService<Tokens>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        an = await app.PersonAsync(Role.Agent);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_token_finds_its_person_until_it_is_revoked()
    {
        var token = await CreatedAsync();

        Assert.Equal(an.Id, (await Tokens.FindAsync(token.Text, Stop))?.Id);
        Assert.Null(await Tokens.RevokeAsync(token.Id, an.AsActor, Stop));
        Assert.Null(await Tokens.FindAsync(token.Text, Stop));
        Assert.Equal(["person_added", "token_created", "token_revoked"], await HistoryAsync());
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_kept()
    {
        var token = await CreatedAsync();

        Assert.Matches("^sd_[0-9A-Za-z]{43}$", token.Text);
        await using var db = app.Database();
        var kept = await db.Tokens.SingleAsync(Stop);
        Assert.Equal(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token.Text)),
            kept.Hash
        );
        Assert.DoesNotContain(
            await db.History.Select(e => e.Data).ToListAsync(Stop),
            d => d.Contains(token.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_token_of_a_disabled_person_is_dead()
    {
        var token = await CreatedAsync();
        await using (var db = app.Database())
            await db
                .People.Where(p => p.Id == an.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.IsActive, false), Stop);

        Assert.Null(await Tokens.FindAsync(token.Text, Stop));
        Assert.Equal(
            Refusals.NoSuchPerson,
            (await Tokens.CreateAsync(an.Id, "another", an.AsActor, stop: Stop)).Refusal
        );
    }

    [Fact]
    public async Task Nobody_but_an_administrator_makes_or_ends_the_token_of_another()
    {
        var token = await CreatedAsync();
        var binh = (await app.PersonAsync(Role.Lead, "Binh")).AsActor;
        var chi = (await app.PersonAsync(Role.Administrator, "Chi")).AsActor;

        Assert.Equal("not-allowed", (await Tokens.CreateAsync(an.Id, "sneaky", binh, stop: Stop)).Refusal?.Code);
        Assert.Equal(Tokens.NoSuchToken, await Tokens.RevokeAsync(token.Id, binh, Stop));
        Assert.Equal(Tokens.NoSuchToken, await Tokens.RevokeAsync(999, chi, Stop));
        Assert.Null(await Tokens.RevokeAsync(token.Id, chi, Stop));
        Assert.Null(await Tokens.RevokeAsync(token.Id, chi, Stop));
        Assert.Equal(["person_added", "token_created", "token_revoked"], await HistoryAsync());
    }

    [Fact]
    public async Task A_token_ends_on_its_day_and_is_listed_until_then()
    {
        var (token, _) = await Tokens.CreateAsync(an.Id, "script", an.AsActor, days: 30, stop: Stop);

        app.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Tokens.FindAsync(token!.Text, Stop));
        var listed = Assert.Single(await Tokens.ListAsync(an.Id, an.AsActor, Stop));
        Assert.Equal(app.Clock.GetUtcNow(), listed.UsedAt);
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Tokens.FindAsync(token.Text, Stop));
        Assert.Empty(await Tokens.ListAsync(an.Id, an.AsActor, Stop));
    }

    [Theory]
    [InlineData("", 30, "name-is-missing")]
    [InlineData(" \u200b ", 30, "name-is-missing")]
    [InlineData("script", 0, "token-days-are-wrong")]
    [InlineData("script", -1, "token-days-are-wrong")]
    [InlineData("script", 3651, "token-days-are-wrong")]
    public async Task What_a_token_lacks_is_said(string name, int days, string code) =>
        Assert.Equal(code, (await Tokens.CreateAsync(an.Id, name, an.AsActor, days, Stop)).Refusal?.Code);

    [Fact]
    public async Task All_tokens_of_a_person_end_at_once_and_each_is_in_the_history()
    {
        var (first, second) = (await CreatedAsync(), await CreatedAsync());
        var chi = (await app.PersonAsync(Role.Administrator, "Chi")).AsActor;
        var binh = (await app.PersonAsync(Role.Lead, "Binh")).AsActor;

        Assert.Equal("not-allowed", (await Tokens.RevokeAllAsync(an.Id, binh, Stop))?.Code);
        Assert.Empty(await Tokens.ListAsync(an.Id, binh, Stop));
        Assert.Null(await Tokens.RevokeAllAsync(an.Id, chi, Stop));

        Assert.Null(await Tokens.FindAsync(first.Text, Stop));
        Assert.Null(await Tokens.FindAsync(second.Text, Stop));
        Assert.Equal(["token_revoked", "token_revoked"], (await HistoryAsync())[^2..]);
    }

    [Fact]
    public async Task Tokens_made_side_by_side_are_all_in_the_history()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreatedAsync()));

        Assert.Equal(9, (await HistoryAsync()).Count);
    }

    async Task<NewToken> CreatedAsync() => (await Tokens.CreateAsync(an.Id, "script", an.AsActor, stop: Stop)).Token!;

    async Task<List<string>> HistoryAsync()
    {
        await using var db = app.Database();
        return [.. (await db.StreamAsync(Streams.Person(an.Id), Stop)).Select(e => e.Kind)];
    }
}
