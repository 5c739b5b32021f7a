using Stepdesk.Core.History;

namespace Stepdesk.Core.People;

/// <summary>A world began: the live desk at first run, later each practice session; stream <c>world/1</c>.</summary>
public sealed record WorldOpened(string Name, string Zone, string Language) : Event;

public sealed record TeamAdded(int Team, string Name) : Event;
