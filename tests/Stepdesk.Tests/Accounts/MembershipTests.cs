using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Accounts;

/// <summary>Who works at the desk changes: who may change it, and that somebody is always left who can.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    const string Next = "three quiet rivers";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    DeskApp app = null!;
    PersonRow admin = null!;
    PersonRow agent = null!;

    Membership Members => app.Services.GetRequiredService<Membership>();

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        admin = await app.PersonAsync(Role.Administrator);
        agent = await app.PersonAsync(Role.Agent, "Binh");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Only_an_administrator_changes_others_and_everybody_their_own_password()
    {
        Assert.Equal(Refusals.NotAllowed, await Members.SetPasswordAsync(admin.Id, Next, agent.AsActor, Stop));
        Assert.Equal(Refusals.NotAllowed, await Members.SetRoleAsync(agent.Id, Role.Lead, agent.AsActor, Stop));
        Assert.Equal(Refusals.NotAllowed, await Members.DisableAsync(admin.Id, agent.AsActor, Stop));
        Assert.Equal(Refusals.NotAllowed, await Members.EnableAsync(agent.Id, agent.AsActor, Stop));

        Assert.Null(await Members.SetPasswordAsync(agent.Id, Next, agent.AsActor, Stop));
        Assert.Null(await Members.SetRoleAsync(agent.Id, Role.Lead, admin.AsActor, Stop));
        Assert.Equal(Role.Lead, (await FindAsync(agent)).Role);
    }

    [Fact]
    public async Task Every_change_is_in_the_persons_history_and_the_history_verifies()
    {
        await Members.SetPasswordAsync(agent.Id, Next, admin.AsActor, Stop);
        await Members.SetRoleAsync(agent.Id, Role.Mentor, admin.AsActor, Stop);
        await Members.SetRoleAsync(agent.Id, Role.Mentor, admin.AsActor, Stop);
        await Members.DisableAsync(agent.Id, admin.AsActor, Stop);
        await Members.DisableAsync(agent.Id, admin.AsActor, Stop);
        await Members.EnableAsync(agent.Id, admin.AsActor, Stop);

        await using var db = app.Database();
        Assert.Equal(
            ["person_added", "password_set", "role_changed", "person_disabled", "person_enabled"],
            (await db.StreamAsync(Streams.Person(agent.Id), Stop)).Select(e => e.Kind)
        );
        Assert.DoesNotContain(
            await db.History.Select(e => e.Data).ToListAsync(Stop),
            data => data.Contains(Next, StringComparison.Ordinal)
        );
        Assert.Null((await app.Services.GetRequiredService<VerifyHistory>().RunAsync(Stop)).FirstBad);
    }

    [Fact]
    public async Task Nobody_takes_away_their_own_way_in_nor_that_of_the_last_administrator()
    {
        var system = Actor.System("cli");

        Assert.Equal(Membership.OwnAccount, await Members.DisableAsync(admin.Id, admin.AsActor, Stop));
        Assert.Equal(Membership.OwnAccount, await Members.SetRoleAsync(admin.Id, Role.Agent, admin.AsActor, Stop));
        Assert.Equal(Membership.LastAdministrator, await Members.DisableAsync(admin.Id, system, Stop));
        Assert.Equal(Membership.LastAdministrator, await Members.SetRoleAsync(admin.Id, Role.Agent, system, Stop));
    }

    [Fact]
    public async Task Of_two_administrators_who_disable_each_other_at_once_one_stays()
    {
        var other = await app.PersonAsync(Role.Administrator, "Chi");

        var came = await Task.WhenAll(
            Task.Run(() => Members.DisableAsync(other.Id, admin.AsActor, Stop), Stop),
            Task.Run(() => Members.DisableAsync(admin.Id, other.AsActor, Stop), Stop)
        );

        Assert.Single(came, Membership.LastAdministrator);
        await using var db = app.Database();
        Assert.Equal(1, await db.People.CountAsync(p => p.Role == Role.Administrator && p.IsActive, Stop));
    }

    [Fact]
    public async Task A_customer_has_no_password_and_no_other_role()
    {
        var lan = await app.People.CustomerAsync("Lan", "lan@customer.example", Core.Words.Language.Vi, Stop);

        Assert.Equal(Membership.NoColleague, await Members.SetPasswordAsync(lan.Id, Next, admin.AsActor, Stop));
        Assert.Equal(Membership.NoColleague, await Members.SetRoleAsync(lan.Id, Role.Agent, admin.AsActor, Stop));
        Assert.Equal(Membership.NoColleague, await Members.SetRoleAsync(agent.Id, Role.Customer, admin.AsActor, Stop));
        Assert.Equal(People.RoleUnknown, await Members.SetRoleAsync(agent.Id, Role.System, admin.AsActor, Stop));
        var desk = new NewPerson("Desk", "desk@desk.example", Role.System, Core.Words.Language.En);
        Assert.Equal(People.RoleUnknown, (await app.People.AddAsync(desk, admin.AsActor, Stop)).Refusal);
        Assert.Equal(Refusals.NoSuchPerson, await Members.SetPasswordAsync(999, Next, admin.AsActor, Stop));
    }

    [Fact]
    public async Task The_token_of_who_was_disabled_opens_nothing()
    {
        var tokens = app.Services.GetRequiredService<Tokens>();
        var (token, _) = await tokens.CreateAsync(agent.Id, "script", agent.AsActor, stop: Stop);

        await Members.DisableAsync(agent.Id, admin.AsActor, Stop);

        Assert.Null(await tokens.FindAsync(token!.Text, Stop));
    }

    [Theory]
    [InlineData("short", "password-is-too-short")]
    [InlineData("password1234", "password-is-guessable")]
    [InlineData("MatKhau@2026!!", "password-is-guessable")]
    [InlineData("mật khẩu 123456", "password-is-guessable")]
    [InlineData("qwertyuiop[]", "password-is-guessable")]
    [InlineData("123456789012", "password-is-guessable")]
    [InlineData("aaaaaaaaaaaaaaa", "password-is-guessable")]
    [InlineData("Binh@desk.example", "password-is-guessable")]
    [InlineData("BinhBinhBinh2026", "password-is-guessable")]
    [InlineData(Next, null)]
    [InlineData("trời hôm nay đẹp", null)]
    [InlineData("83 62 90 17 45 28", null)]
    public async Task A_password_that_is_tried_first_is_refused(string password, string? code) =>
        Assert.Equal(code, (await Members.SetPasswordAsync(agent.Id, password, agent.AsActor, Stop))?.Code);

    async Task<PersonRow> FindAsync(PersonRow person)
    {
        await using var db = app.Database();
        return await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Stop);
    }
}
