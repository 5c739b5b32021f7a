using System.Globalization;

namespace Stepdesk.Core.People;

/// <summary>
/// Who acts. <paramref name="Id"/> is what history stores: <c>person/9</c> or <c>system/mail</c>, never a name or an
/// address, so history stays readable after a person is erased.
/// </summary>
public sealed record Actor(string Id, Role Role)
{
    /// <summary>A person of the desk, staff or customer.</summary>
    public static Actor Person(int id, Role role) =>
        new(string.Create(CultureInfo.InvariantCulture, $"person/{id}"), role);

    /// <summary>A part of the desk acting by itself, such as <c>mail</c> or <c>clocks</c>.</summary>
    public static Actor System(string part) => new($"system/{part}", Role.System);

    /// <summary>The person behind the id, or null when the desk acts by itself.</summary>
    public int? PersonId =>
        Id.StartsWith("person/", StringComparison.Ordinal)
        && int.TryParse(Id.AsSpan("person/".Length), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Whether this person works at the desk, as opposed to asking it for help.</summary>
    public bool IsStaff => Role is not Role.Customer and not Role.System;
}

/// <summary>What a person is at this desk. What each may do stands in <see cref="Permissions"/>.</summary>
public enum Role
{
    Customer,
    Trainee,
    Agent,
    Mentor,
    Lead,
    Administrator,

    /// <summary>The desk itself: intake, clocks, delivery. No person can hold it.</summary>
    System,
}
