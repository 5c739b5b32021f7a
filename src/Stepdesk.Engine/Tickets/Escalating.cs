using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Finds the person behind an address that is to be asked for help; somebody new is known from then on.</summary>
public sealed class Escalating(IDbContextFactory<Db> databases, Worlds worlds, People people)
{
    public static readonly Refusal OnlyOne = new("escalate-to-one");

    /// <summary>The action with its person, or why not. Nobody is made known for a caller who may not escalate.</summary>
    public async Task<(Escalate Action, Refusal? Refusal)> FindAsync(
        Actor me,
        Escalate wanted,
        string? email,
        string? name,
        Language language,
        CancellationToken stop
    )
    {
        var address = email?.Trim() ?? "";
        if (((wanted.Person is null ? 0 : 1) + (wanted.Team is null ? 0 : 1) + (address is "" ? 0 : 1)) > 1)
            return (wanted, OnlyOne);
        if (address is "")
            return (wanted, null);
        if (!Permissions.May(me, wanted))
            return (wanted, Refusals.NotAllowed);
        if (!People.IsAddress(address))
            return (wanted, People.EmailInvalid);
        var world = await WorldAsync(me, stop);
        if ((world.WhyNotKnown(address) ?? world.WhyNotAsked(address)) is { } barred)
            return (wanted, barred);
        var person = await people.CustomerAsync(world, name ?? "", address, language, stop);
        return (wanted with { Person = person.Id }, null);
    }

    async Task<World> WorldAsync(Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await worlds.OfAsync(db, me, stop);
    }
}
