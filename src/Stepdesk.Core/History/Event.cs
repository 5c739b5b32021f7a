namespace Stepdesk.Core.History;

/// <summary>Something that happened. Written once, never changed; its name in history is its type's, in snake case.</summary>
public abstract record Event;

/// <summary>Text about or by a person: blanked when that person is erased, while the commitment to it stays.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>An event in its place: the <paramref name="Version"/>-th of its stream.</summary>
public sealed record Recorded(int Version, Moment Moment, Event What);
