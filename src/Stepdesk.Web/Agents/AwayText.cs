using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>That somebody is away, or soon will be, in a few words.</summary>
static class AwayText
{
    /// <summary>Null where nothing is planned, or all that was planned is over.</summary>
    public static string? Of(PersonRow person, Words words) =>
        person.Away switch
        {
            null => null,
            var away when away.IsOver(words.Now) => null,
            { Until: null } away when away.Covers(words.Now) => words["is-away"],
            { Until: { } until } away when away.Covers(words.Now) => words.Of(
                "is-away-until",
                ("at", words.Short(until))
            ),
            { Until: null } away => words.Of("will-be-away", ("from", words.Short(away.From))),
            { Until: { } until } away => words.Of(
                "will-be-away-until",
                ("from", words.Short(away.From)),
                ("at", words.Short(until))
            ),
        };
}
