using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Finds the person behind an address who is to hear of a ticket; somebody new is known from then on.</summary>
public sealed class Involving(IDbContextFactory<Db> databases, Worlds worlds, People people)
{
    /// <summary>The action, or why not. Nobody is made known for a caller who may not involve anybody.</summary>
    public async Task<(Involve? Action, Refusal? Refusal)> FindAsync(
        Actor me,
        string? email,
        string? name,
        Audience audience,
        Language language,
        CancellationToken stop
    )
    {
        if (!Permissions.May(me, new Involve(0, audience)))
            return (null, Refusals.NotAllowed);
        if (!People.IsAddress(email ?? ""))
            return (null, People.EmailInvalid);
        var world = await WorldAsync(me, stop);
        if ((world.WhyNotKnown(email!) ?? world.WhyNotAsked(email!)) is { } barred)
            return (null, barred);
        var person = await people.CustomerAsync(world, name ?? "", email!.Trim(), language, stop);
        return (new(person.Id, audience), null);
    }

    async Task<World> WorldAsync(Actor me, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await worlds.OfAsync(db, me, stop);
    }
}
