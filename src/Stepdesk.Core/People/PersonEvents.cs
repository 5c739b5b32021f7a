using Stepdesk.Core.History;

namespace Stepdesk.Core.People;

/// <summary>Something that happened to a person's account; stream <c>person/9</c>.</summary>
public abstract record PersonEvent : Event;

public sealed record PersonAdded([property: Personal] string Name, [property: Personal] string Email, Role Role)
    : PersonEvent;

public sealed record RoleChanged(Role Role) : PersonEvent;

public sealed record PersonDisabled : PersonEvent;

public sealed record PersonEnabled : PersonEvent;

public sealed record PasswordSet : PersonEvent;

public sealed record TokenCreated(int Token, [property: Personal] string Name) : PersonEvent;

public sealed record TokenRevoked(int Token) : PersonEvent;
