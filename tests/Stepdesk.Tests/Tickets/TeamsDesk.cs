using Stepdesk.Core.Assignment;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Tickets;

/// <summary>A desk with two teams, made as an administrator makes them.</summary>
sealed class TeamsDesk : IAsyncDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public required DeskApp App { get; init; }
    public required Client Boss { get; init; }

    /// <summary>The team most tests are about.</summary>
    public required int Classroom { get; init; }

    /// <summary>The other one.</summary>
    public required int Platform { get; init; }

    public static async Task<TeamsDesk> StartAsync()
    {
        var app = await DeskApp.StartAsync();
        var boss = await Client.OfAsync(app, Role.Administrator, "Boss");
        return new()
        {
            App = app,
            Boss = boss,
            Classroom = (await boss.PostAsync("teams", new { name = "Classroom" })).Id,
            Platform = (await boss.PostAsync("teams", new { name = "Platform" })).Id,
        };
    }

    /// <summary>An agent of a team.</summary>
    public async Task<PersonRow> AgentAsync(string name, int? team = null, Role role = Role.Agent)
    {
        var person = await App.PersonAsync(role, name);
        (await Boss.PutAsync($"people/{person.Id}/team", new { team = team ?? Classroom })).Is(
            System.Net.HttpStatusCode.NoContent
        );
        return person;
    }

    /// <summary>Gives a team a rule.</summary>
    public async Task RuleAsync(Handing how, int? most = null, int? team = null, int version = 0) =>
        (
            await Boss.PutAsync(
                $"teams/{team ?? Classroom}/assignment",
                new
                {
                    how = Core.Words.Choice.Word(how),
                    version,
                    most,
                }
            )
        ).Is(System.Net.HttpStatusCode.OK);

    /// <summary>A report that comes to a team's queue.</summary>
    public async Task<int> ReportedAsync(int? team = null)
    {
        var ticket = await App.LoggedAsync();
        Assert.Null(
            (await App.Desk.ActAsync(ticket, new Assign(team ?? Classroom, null), Boss.Me, stop: Stop)).Refusal
        );
        return ticket;
    }

    /// <summary>Who has it.</summary>
    public async Task<int?> OwnerAsync(int ticket) => (await ReadAsync(ticket)).Owner;

    /// <summary>The ticket as its history has it.</summary>
    public async Task<Ticket> ReadAsync(int ticket)
    {
        await using var db = App.Database();
        return Ticket.From((await db.StreamAsync(Streams.Ticket(ticket), Stop)).Select(e => e.Read()));
    }

    /// <summary>What somebody was told of a ticket, in order.</summary>
    public IReadOnlyList<string> Notices(int person, int ticket)
    {
        using var db = App.Database();
        return
        [
            .. db.Notices.Where(n => n.Person == person && n.Ticket == ticket).OrderBy(n => n.Id).Select(n => n.Kind),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Boss.Dispose();
        await App.DisposeAsync();
    }
}
