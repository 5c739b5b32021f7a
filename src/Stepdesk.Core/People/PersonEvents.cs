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

/// <summary>Somebody is not there for a time; what was planned before no longer holds.</summary>
/// <param name="Until">Null for until further notice.</param>
public sealed record AwaySet(DateTimeOffset From, DateTimeOffset? Until) : PersonEvent;

/// <summary>Somebody is there, whatever was planned.</summary>
public sealed record AwayEnded : PersonEvent;

/// <summary>Somebody works by one of the desk's calendars.</summary>
/// <param name="Calendar">Its name; null for whenever the desk works.</param>
public sealed record HoursSet(string? Calendar) : PersonEvent;

/// <summary>Somebody belongs to a team.</summary>
/// <param name="Team">Null for none.</param>
public sealed record TeamSet(int? Team) : PersonEvent;
