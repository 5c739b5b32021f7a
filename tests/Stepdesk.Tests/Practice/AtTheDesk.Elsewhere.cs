using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;

namespace Stepdesk.Tests.Practice;

// What is asked of the scenario's other systems, on the ticket.
sealed partial class AtTheDesk
{
    async Task LookUpAsync(Fields says)
    {
        var now = await me.LookAsync();
        var system = me.Sessions.SystemsOf(now, me.Me.AsActor).First(s => s.Name == says.One("system"));
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal) { ["subject"] = says.One("subject") };
        var outcome = await app
            .Services.GetRequiredService<LookingUp>()
            .LookUpAsync(me.Ticket, new(system, asked), now.Inside.AsActor, Language.Vi, Terms.None, Stop);
        Assert.True(outcome.Refusal is null, $"look: {outcome.Refusal}");
    }

    async Task ActOnAccountAsync(Move move)
    {
        var now = await me.LookAsync();
        var system = me.Sessions.SystemsOf(now, me.Me.AsActor).First(s => s.Name is "base");
        var whose = scenario.Person(move.Fields.One("account")!)!.Name.In(now.Row.Language);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal) { ["account"] = whose };
        var outcome = await app
            .Services.GetRequiredService<AccountActing>()
            .ActAsync(
                me.Ticket,
                new(system, move.Verb, values, true),
                now.Inside.AsActor,
                Language.Vi,
                Terms.None,
                Stop
            );
        Assert.True(outcome.Refusal is null, $"{move.Verb}: {outcome.Refusal}");
    }
}
