using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Mail;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Tests.Practice;

/// <summary>Asking simulated people to agree: the desk's own request, and their word as a decision on it.</summary>
public sealed class ApprovalPracticeTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly Resolve Reopened = new(ResolutionKind.Fix, "Thầy mở liên kết để đặt mật khẩu mới.")
    {
        Cause = "Khoá tự động",
    };
    DeskApp app = null!;

    public async ValueTask InitializeAsync() => app = await DeskApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("deactivated", EventTypes.ApprovalGranted, ApprovalState.Granted)]
    [InlineData("left", EventTypes.ApprovalDenied, ApprovalState.Denied)]
    public async Task What_they_say_in_the_session_is_decided_at_the_desk(
        string branch,
        string type,
        ApprovalState state
    )
    {
        var me = await InBranchAsync(branch);
        var asked = await AskAsync(me);
        var requested = Assert.Single(await me.EventsAsync(), e => e.Type is EventTypes.ApprovalRequested);
        Assert.Equal(["mai"], requested.Data.All("to"));
        Assert.Equal(["nguyen.van.a"], requested.Data.All("fields"));
        Assert.Contains("mai.ask-approval", requested.Data.All("understood"));
        Assert.Equal(Holding.Awaited.Code, (await me.ActAsync(Reopened)).Refusal?.Code);

        Assert.True(await me.UntilAsync(new Pattern(type, [])));

        var ticket = await me.TicketAsync();
        Assert.Equal(state, ticket.Approvals.Single(a => a.Version == asked).StateAt(ticket.ReportedAt));
        var refusal = (await me.ActAsync(Reopened)).Refusal?.Code;
        Assert.Equal(state is ApprovalState.Granted ? null : Holding.NotGiven.Code, refusal);
    }

    [Fact]
    public async Task Nobody_decides_for_a_simulated_person_and_nothing_leaves()
    {
        var me = await InBranchAsync("deactivated");
        var asked = await AskAsync(me);
        var mai = await me.PersonAsync("mai@practice.example");
        Assert.Equal(
            "practice-only-they-say",
            (await me.ActAsync(new Grant(asked, "She said so") { For = mai.Id })).Refusal?.Code
        );
        var inside = (await me.LookAsync()).Inside.AsActor;
        var (_, barred) = await app
            .Services.GetRequiredService<Approving>()
            .FindAsync(inside, new AskApproval(ApprovalPurpose.Other), ["somebody@company.vn"], Language.Vi, Stop);
        Assert.Equal("practice-real-address", barred?.Code);
        await app.Services.GetRequiredService<PayOutbox>().PayAsync(Stop);
        Assert.Empty(app.Drawer.Mails);
    }

    static async Task<int> AskAsync(Trying me)
    {
        var mail = (await me.WaitingAsync())[0];
        var an = await me.PersonAsync("van.an@campus.example");
        Assert.Null(
            (
                await me.LogAsync(
                    new Log("Không đăng nhập được", "LMS", an.Id, Channel.Mail)
                    {
                        MailId = mail.Id,
                        ReportedAt = mail.ReceivedAt,
                    }
                )
            ).Refusal
        );
        foreach (var action in (TicketAction[])[new Reply("Em đã nhận."), new Diagnose("Tài khoản bị khoá.")])
            Assert.Null((await me.ActAsync(action)).Refusal);
        var mai = await me.PersonAsync("mai@practice.example");
        var outcome = await me.ActAsync(
            new AskApproval(ApprovalPurpose.AccountReactivation)
            {
                Approvers = [mai.Id],
                Fields = ["nguyen.van.a"],
                Why = "Chào chị Mai, hôm nay thầy có lớp.",
                Until = (await me.LookAsync()).World.Now.AddHours(2),
            }
        );
        Assert.Null(outcome.Refusal);
        return Assert.Single((await me.TicketAsync()).Approvals).Version;
    }

    // The branch is drawn from the seed.
    async Task<Trying> InBranchAsync(string branch)
    {
        for (ulong seed = 1; ; seed++)
        {
            var me = await Trying.BeginAsync(app, "s01-login", seed);
            if ((await me.LookAsync()).Session.Branch == branch)
                return me;
        }
    }
}
