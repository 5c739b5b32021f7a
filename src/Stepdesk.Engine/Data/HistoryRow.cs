using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stepdesk.Core.History;
using Stepdesk.Core.People;

namespace Stepdesk.Engine.Data;

/// <summary>One event in its stream. Insert only; erasure blanks payload and salt and nothing else.</summary>
public sealed class HistoryRow
{
    /// <summary>What it happened to: <c>ticket/17</c>, <c>person/9</c>, <c>world/1</c>.</summary>
    public required string Stream { get; init; }
    public required int Version { get; init; }
    public required int World { get; init; }

    /// <summary>World time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Real time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Actor { get; init; }
    public required string Kind { get; init; }
    public required string Data { get; init; }

    /// <summary>Null once the payload was erased.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>What made it happen, such as the rule or the request; null for a plain act.</summary>
    public string? Cause { get; init; }
    public required byte[] Commitment { get; init; }
    public required byte[] Hash { get; init; }

    public Skeleton Skeleton => new(Stream, Version, World, At, RecordedAt, Actor, Kind, Cause);

    // The role an actor had then is not stored: nothing folds over it.
    /// <summary>What happened, with when and who.</summary>
    /// <exception cref="JsonException">It cannot be read; which it is stands in the message.</exception>
    public Recorded Read()
    {
        try
        {
            return new(Version, new(At, new(Actor, Role.System)), EventNames.Read(Kind, Data));
        }
        // A kind this version does not know is as little to be read as a word it does not know.
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            throw new JsonException($"{Stream}, version {Version}: {unreadable.Message}", unreadable);
        }
    }

    public static HistoryRow After(HistoryRow? previous, Skeleton skeleton, Event what, byte[] salt)
    {
        var data = EventNames.Write(what);
        var commitment = Chain.Commit(salt, data);
        return new()
        {
            Stream = skeleton.Stream,
            Version = skeleton.Version,
            World = skeleton.World,
            At = skeleton.At,
            RecordedAt = skeleton.RecordedAt,
            Actor = skeleton.Actor,
            Kind = skeleton.Kind,
            Cause = skeleton.Cause,
            Data = data,
            Salt = salt,
            Commitment = commitment,
            Hash = Chain.Next(previous?.Hash, skeleton, commitment),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<HistoryRow>
    {
        public void Configure(EntityTypeBuilder<HistoryRow> happened)
        {
            happened.ToTable("history");
            happened.HasKey(e => new { e.Stream, e.Version });
            // A finished session is read as one world in order; reports read one kind over time.
            happened.HasIndex(e => new
            {
                e.World,
                e.Kind,
                e.At,
            });
        }
    }
}
