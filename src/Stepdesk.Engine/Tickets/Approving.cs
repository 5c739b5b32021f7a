using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Engine.Tickets;

/// <summary>Finds the people behind addresses that are to approve something; somebody new is known from then on.</summary>
public sealed class Approving(IDbContextFactory<Db> databases, Worlds worlds, People people)
{
    public static readonly Refusal AddressInvalid = new("approver-address-is-invalid");

    /// <summary>The action with its people, or why not. Nobody is made known for a caller who may not ask.</summary>
    public async Task<(AskApproval Action, Refusal? Refusal)> FindAsync(
        Actor me,
        AskApproval wanted,
        IReadOnlyList<string> emails,
        Language language,
        CancellationToken stop
    )
    {
        var addresses = emails.Select(e => e.Trim()).Where(e => e.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (addresses.Count == 0)
            return (wanted, null);
        if (!Permissions.May(me, wanted))
            return (wanted, Refusals.NotAllowed);
        if (wanted.Approvers.Count + addresses.Count > AskApproval.MostApprovers)
            return (wanted, AskApproval.TooManyApprovers);
        if (addresses.Find(a => !People.IsAddress(a)) is { } none)
            return (wanted, AddressInvalid with { Detail = none });
        World world;
        await using (var db = await databases.CreateDbContextAsync(stop))
            world = await worlds.OfAsync(db, me, stop);
        if (
            addresses.Select(a => world.WhyNotKnown(a) ?? world.WhyNotAsked(a)).FirstOrDefault(r => r is not null) is
            { } barred
        )
            return (wanted, barred);
        var approvers = wanted.Approvers.ToList();
        foreach (var address in addresses)
            approvers.Add((await people.CustomerAsync(world, "", address, language, stop)).Id);
        return (wanted with { Approvers = approvers }, null);
    }
}
