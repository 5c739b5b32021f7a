using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Data;

/// <summary>One stream read in order: its chain, its commitments, its erasures, and the ticket it folds to.</summary>
sealed class StreamCheck(string stream, Head? head)
{
    readonly List<Recorded> history = [];
    readonly SortedDictionary<int, string> blank = [];
    HistoryRow? last;

    public string Stream => stream;
    public BadVersion? Bad { get; private set; }
    public int Version => last?.Version ?? 0;
    public int World => last?.World ?? 0;
    public Ticket Ticket { get; private set; } = Ticket.Unlogged;

    /// <summary>What happened to the ticket, as far as it is sound.</summary>
    public IReadOnlyList<Recorded> History => history;

    /// <summary>What the person may do, by their history.</summary>
    public Role? Role { get; private set; }
    public int? TicketId => IdAfter("ticket/");
    public int? PersonId => IdAfter("person/");

    public void Read(HistoryRow row)
    {
        if (Bad is not null)
        {
            Absolve(row);
            return;
        }
        var expected = Version + 1;
        if (row.Version != expected)
            Bad = new(stream, expected, $"removed: version {row.Version} follows {Version}");
        else if (!Chain.Next(last?.Hash, row.Skeleton, row.Commitment).AsSpan().SequenceEqual(row.Hash))
            Bad = new(stream, expected, "altered: it does not follow from the version before it");
        else if (row.Salt is not null && !Chain.Commit(row.Salt, row.Data).AsSpan().SequenceEqual(row.Commitment))
            Bad = new(stream, expected, "altered: its payload is not the one committed to");
        else if (head?.Version == expected && !head.Hash.AsSpan().SequenceEqual(row.Hash))
            Bad = new(stream, expected, "rewritten: the latest checkpoint knows another version");
        else
            Accept(row);
    }

    /// <summary>To be called after the last row.</summary>
    public BadVersion? End()
    {
        if (blank.Count > 0 && !(Bad?.Version < blank.Keys.First()))
            Bad = new(stream, blank.Keys.First(), "blanked: no erasure names it as it now reads");
        else if (Bad is null && head?.Version > Version)
            Bad = new(stream, Version + 1, $"cut off: the latest checkpoint knows version {head.Version}");
        return Bad;
    }

    void Accept(HistoryRow row)
    {
        if (row.Salt is null)
            blank[row.Version] = row.Data;
        if (!Readable(row, out var recorded))
        {
            Bad = new(stream, row.Version, "altered: its payload cannot be read");
            return;
        }
        Absolve(row);
        if (TicketId is not null)
        {
            Ticket = Ticket.After(recorded);
            history.Add(recorded);
        }
        Role = recorded.What switch
        {
            PersonAdded added => added.Role,
            RoleChanged changed => changed.Role,
            _ => Role,
        };
        last = row;
    }

    // Only an erasure that says how the payload reads now excuses a missing salt; else blanking would be a way to lie.
    void Absolve(HistoryRow row)
    {
        if (row.Salt is null || !Readable(row, out var recorded) || recorded.What is not Erased erased)
            return;
        foreach (var (version, remains) in erased.Versions.Zip(erased.Remains))
            if (blank.TryGetValue(version, out var data) && RemainsOf(data) == remains)
                blank.Remove(version);
    }

    static bool Readable(HistoryRow row, [NotNullWhen(true)] out Recorded? recorded)
    {
        try
        {
            recorded = row.Read();
            return true;
        }
        catch (JsonException)
        {
            recorded = null;
            return false;
        }
    }

    /// <summary>SHA-256 of a payload whose personal text is gone; nothing personal can be found by trying.</summary>
    public static string RemainsOf(string data) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)));

    int? IdAfter(string prefix) =>
        stream.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(stream.AsSpan(prefix.Length), out var id)
            ? id
            : null;
}
