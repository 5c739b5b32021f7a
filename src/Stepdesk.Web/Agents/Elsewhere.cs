using Stepdesk.Engine.Door;
using Stepdesk.Engine.Lookups;
using Stepdesk.Web.Queries;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>What a ticket's forms want of other systems: to look something up, or to have something done to an account.</summary>
sealed class Elsewhere(LookupsHere lookups, LookingUp looking, AccountActing acting, Visit visit, Words words)
{
    /// <summary>What came of it; null when the form is none of these.</summary>
    public async Task<Outcome?> ActAsync(int ticket, TicketForm form)
    {
        if (form.Act is not ("lookup" or "account" or "account-again"))
            return null;
        var terms = new Terms { Key = form.Key };
        var said = (form.Asked ?? []).ToDictionary(a => a.Key, a => (string?)a.Value, StringComparer.Ordinal);
        if (form.Act is "account-again")
            return await acting.AgainAsync(ticket, form.Escalation ?? 0, lookups.Find, visit.Me, visit.Stop);
        if (lookups.Find(form.System) is not { } system)
            return new(ticket, 0, [], LookupSystems.Unknown with { Detail = form.System });
        return form.Act is "lookup"
            ? await looking.LookUpAsync(
                ticket,
                new(system, said, form.Text),
                visit.Me,
                words.Language,
                terms,
                visit.Stop
            )
            : await acting.ActAsync(
                ticket,
                new(system, form.Kind ?? "", said, form.Anyway),
                visit.Me,
                words.Language,
                terms,
                visit.Stop
            );
    }
}
