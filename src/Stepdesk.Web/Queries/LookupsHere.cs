using Stepdesk.Engine.Lookups;
using Stepdesk.Engine.Practice;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Queries;

/// <summary>Which systems can be looked up where one is: those of the live desk, or those of a practice session's scenario.</summary>
public sealed class LookupsHere(Here here, LookupSystems live, Sessions sessions)
{
    LookupSystems Systems =>
        field ??= here.Session is { } inside ? new(sessions.SystemsOf(inside.Of, inside.Outside)) : live;

    public IReadOnlyList<ILookupSystem> All => Systems.All;

    /// <inheritdoc cref="LookupSystems.Find"/>
    public ILookupSystem? Find(string? name) => Systems.Find(name);
}
