using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;

namespace Stepdesk.Tests.Api;

/// <summary>What goes wrong before it is known whose request it is, is answered as everything else.</summary>
public sealed class HinderedTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_token_that_cannot_be_looked_up_is_answered_with_a_problem()
    {
        using var an = await Client.OfAsync(app, Role.Agent);
        await using var db = app.Database();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE tokens RENAME TO elsewhere", Stop);

        (await an.GetAsync("tickets")).IsProblem(HttpStatusCode.InternalServerError, "desk-has-failed");
    }

    [Fact]
    public async Task A_question_waits_for_no_lock_because_its_token_is_noted()
    {
        using var an = await Client.OfAsync(app, Role.Agent);
        await using var db = app.Database();
        await using var work = await db.BeginAsync(Stop);
        await db.Tokens.ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, "held"), Stop);

        (await an.GetAsync("people/me")).Is(HttpStatusCode.OK);
    }
}
