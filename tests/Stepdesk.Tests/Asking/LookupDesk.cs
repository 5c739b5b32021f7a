using System.Text.Json;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Tests.Api;

namespace Stepdesk.Tests.Asking;

/// <summary>A desk with one system to look up: a server on a real socket that says what it was told to.</summary>
sealed class LookupDesk : IAsyncDisposable
{
    public const string Secret = "Bearer sesame-open-0123456789";

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    LookupDesk(DeskApp app, StubServer server, Client agent, PersonRow an, int ticket) =>
        (App, Server, Agent, An, Ticket) = (app, server, agent, an, ticket);

    public DeskApp App { get; }
    public StubServer Server { get; }
    public Client Agent { get; }
    public PersonRow An { get; }
    public int Ticket { get; }

    public static async Task<LookupDesk> StartAsync(StubServer server, params (string Name, object Value)[] more)
    {
        var system = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Name"] = "base",
            ["Title"] = new { Vi = "Tài khoản LMS", En = "LMS accounts" },
            ["Url"] = new Uri(server.Endpoint, "/accounts/").AbsoluteUri + "{account}?site={site}",
            ["Parameters"] = new object[]
            {
                new
                {
                    Name = "account",
                    Title = new { Vi = "Địa chỉ email", En = "Mail address" },
                    Kind = "email",
                    Requester = true,
                },
                new
                {
                    Name = "site",
                    Title = new { Vi = "Cơ sở", En = "Site" },
                    Pattern = "[A-Z].*",
                    Example = "HN",
                },
            },
            ["Secret"] = Secret,
            ["Fields"] = new object[]
            {
                new { Path = "account.status", Title = new { Vi = "Trạng thái", En = "Status" } },
                new
                {
                    Path = "account.phone",
                    Title = new { Vi = "Điện thoại", En = "Telephone" },
                    Personal = true,
                },
                new { Path = "roles.name", Title = new { Vi = "Vai trò", En = "Roles" } },
            },
            ["Patience"] = "00:00:01",
            ["Largest"] = 4096,
        };
        foreach (var (name, value) in more)
            system[name] = value;
        var app = await DeskApp.StartAsync(
            settings: JsonSerializer.Serialize(new { Lookups = new { Systems = new[] { system } } })
        );
        await app.PersonAsync(Role.Administrator, "Root");
        var an = await app.PersonAsync(Role.Agent);
        return new(app, server, await Client.OfAsync(app, an), an, await app.LoggedAsync());
    }

    public Task<Answer> AskAsync(
        string account = "lan@customer.example",
        string? site = "HN",
        string? remark = null,
        params (string, string)[] headers
    ) =>
        Agent.PostAsync(
            $"tickets/{Ticket}/lookups",
            new
            {
                system = "base",
                values = new { account, site },
                remark,
            },
            headers
        );

    public async Task<IReadOnlyList<FindingKept>> KeptAsync()
    {
        await using var db = App.Database();
        return
        [
            .. (await db.StreamAsync(Streams.Ticket(Ticket), Stop)).Select(r => r.Read().What).OfType<FindingKept>(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Agent.Dispose();
        await App.DisposeAsync();
        await Server.DisposeAsync();
    }
}
