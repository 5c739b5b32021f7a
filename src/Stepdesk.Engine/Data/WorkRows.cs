using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Stepdesk.Engine.Data;

/// <summary>An effect owed to the outside, written in the transaction that caused it and paid by any node.</summary>
public sealed class OutboxRow
{
    public long Id { get; init; }
    public required int World { get; init; }
    public required int Ticket { get; init; }

    /// <summary>In place of a ticket, where what is owed is about none.</summary>
    public const int NoTicket = 0;

    /// <summary>The version of the event that owes it.</summary>
    public required int Version { get; init; }

    /// <summary>A mail to the requester.</summary>
    public const string Mail = "mail";

    /// <summary>A mail that tells somebody of a promise.</summary>
    public const string Alarm = "alarm";

    /// <summary>What was said, to be said on a duplicate too.</summary>
    public const string Carry = "carry";

    /// <summary>
    /// What is owed: <c>mail</c> to the requester, <c>mail/17</c> to another person, <c>alarm/17</c>, which tells a
    /// person of a promise and is no message of the ticket, <c>carry/17</c>, which says the same on another ticket,
    /// <c>chat/ops</c> and <c>chat-alarm/ops</c>, which are to a mail what a card in a chat channel is, or
    /// <c>broadcast/3/17</c>, which tells a person of the third broadcast.
    /// </summary>
    public required string Effect { get; init; }

    /// <summary>A card in a chat channel.</summary>
    public const string Chat = "chat";

    /// <summary>A card in a chat channel that tells of a promise.</summary>
    public const string ChatAlarm = "chat-alarm";

    /// <summary>Whose mail it is, where that is not the requester.</summary>
    public int? Reader => Duplicate is null ? Subject : null;

    /// <summary>On which ticket the same is to be said; null where a mail is owed.</summary>
    public int? Duplicate => Effect.StartsWith($"{Carry}/", StringComparison.Ordinal) ? Subject : null;

    /// <summary>Into which chat channel it goes; null where it is something else.</summary>
    public string? Channel => Effect.Split('/') is [Chat or ChatAlarm, var name] ? name : null;

    int? Subject =>
        Channel is null && Effect.Split('/') is [_, var id] ? int.Parse(id, CultureInfo.InvariantCulture) : null;

    public bool IsAlarm =>
        Effect.StartsWith($"{Alarm}/", StringComparison.Ordinal)
        || Effect.StartsWith($"{ChatAlarm}/", StringComparison.Ordinal);

    /// <summary>It is no message of a ticket: what becomes of it stands here and nowhere else.</summary>
    public bool StandsAlone => IsAlarm || Broadcast is not null;

    /// <summary>A mail that tells somebody of a known incident.</summary>
    public const string BroadcastMail = "broadcast";

    /// <summary>Of which broadcast it tells whom; null where it is something else.</summary>
    public (int Number, int Reader)? Broadcast =>
        Effect.Split('/') is [BroadcastMail, var number, var reader]
            ? (int.Parse(number, CultureInfo.InvariantCulture), int.Parse(reader, CultureInfo.InvariantCulture))
            : null;

    /// <summary>A mail that tells this person of a broadcast.</summary>
    public static string BroadcastTo(int number, int person) =>
        string.Create(CultureInfo.InvariantCulture, $"{BroadcastMail}/{number}/{person}");

    /// <summary>A mail to somebody beside the requester.</summary>
    public static string MailTo(int person) => string.Create(CultureInfo.InvariantCulture, $"{Mail}/{person}");

    /// <summary>The same on this ticket.</summary>
    public static string CarryTo(int ticket) => string.Create(CultureInfo.InvariantCulture, $"{Carry}/{ticket}");

    /// <summary>A mail that tells this person of a promise.</summary>
    public static string AlarmTo(int person) => string.Create(CultureInfo.InvariantCulture, $"{Alarm}/{person}");

    /// <summary>A card in this channel.</summary>
    public static string ChatTo(string channel) => $"{Chat}/{channel}";

    /// <summary>A card in this channel that tells of a promise.</summary>
    public static string ChatAlarmTo(string channel) => $"{ChatAlarm}/{channel}";

    public required DateTimeOffset DueAt { get; set; }
    public Guid? Lease { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Set when no further attempt will be made.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>What the other side said last; no addresses, no bodies.</summary>
    public string? Error { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        const string Pending = "done_at IS NULL AND failed_at IS NULL";

        public void Configure(EntityTypeBuilder<OutboxRow> owed)
        {
            owed.ToTable("outbox");
            owed.Ignore(o => o.Reader);
            owed.Ignore(o => o.Duplicate);
            owed.Ignore(o => o.IsAlarm);
            owed.Ignore(o => o.Channel);
            owed.Ignore(o => o.Broadcast);
            owed.Ignore(o => o.StandsAlone);
            owed.HasIndex(o => new
                {
                    o.Ticket,
                    o.Version,
                    o.Effect,
                })
                .IsUnique();
            // In the order in which they are taken, so that taking four of five thousand reads four.
            owed.HasIndex(o => new { o.DueAt, o.Id }).HasFilter(Pending);
            // For each of them it is asked whether an earlier one of its ticket still waits.
            owed.HasIndex(o => new { o.Ticket, o.Version }).HasFilter(Pending);
            owed.HasIndex(o => o.Lease);
        }
    }
}

/// <summary>A request that was answered: the same key and request get the same answer, without acting twice.</summary>
public sealed class AnsweredRow
{
    /// <summary>The actor and the key: one caller cannot use up another's keys.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request; a key reused for something else is refused.</summary>
    public required byte[] Request { get; init; }
    public required int Ticket { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AnsweredRow>
    {
        public void Configure(EntityTypeBuilder<AnsweredRow> answered)
        {
            answered.ToTable("answered");
            answered.HasKey(a => a.Key);
            answered.HasIndex(a => a.At);
        }
    }
}

/// <summary>A mail as it came, stored before anything is done with it and before the server is told.</summary>
public sealed class MailRow
{
    /// <summary>Bytes kept of a mail over the limit, under the hash of all of it: its header and what it says first.</summary>
    public const int KeptOfLarge = 256 * 1024;

    public long Id { get; init; }
    public required int World { get; init; }

    /// <summary>SHA-256 over the raw bytes, in hex: the same mail from two pollers or two folders is one row.</summary>
    public required string ContentKey { get; init; }

    /// <summary>
    /// What the mail is to its sender, whatever its way added: another delivery of it, with other lines about the way, is the
    /// same row. Null where that cannot be told.
    /// </summary>
    public string? Identity { get; init; }
    public required string Mailbox { get; init; }

    /// <summary>What the mailbox of a mail is called that somebody handed in, and no server of the desk received.</summary>
    public static string HandedInBy(string person) => HandedIn + person;

    public bool IsHandedIn => Mailbox.StartsWith(HandedIn, StringComparison.Ordinal);

    const string HandedIn = "api/";
    public required DateTimeOffset ReceivedAt { get; init; }
    public required byte[] Raw { get; init; }
    public MailState State { get; set; }
    public int Attempts { get; set; }
    public int? Ticket { get; set; }

    /// <summary>Why it is in quarantine.</summary>
    public string? Error { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MailRow>
    {
        public void Configure(EntityTypeBuilder<MailRow> mail)
        {
            mail.ToTable("mails");
            mail.HasIndex(m => new { m.World, m.ContentKey }).IsUnique();
            mail.HasIndex(m => new { m.World, m.Identity }).IsUnique();
            mail.HasIndex(m => m.Id, "ix_mails_stored").HasFilter("state = 0");
            mail.HasIndex(m => m.Id, "ix_mails_aside").HasFilter("state = 2 OR (state = 1 AND ticket IS NULL)");
        }
    }
}

public enum MailState
{
    Stored,
    Handled,

    /// <summary>Could not be handled; kept bit for bit, shown with an alarm.</summary>
    Quarantined,

    /// <summary>Waits for a person to log what it reports, in a world where reception is done by hand.</summary>
    Waiting,
}

/// <summary>The Message-IDs a ticket's mails carried, so that answers find it.</summary>
public sealed class ThreadRow
{
    public required int World { get; init; }
    public required string MessageId { get; init; }
    public required int Ticket { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ThreadRow>
    {
        public void Configure(EntityTypeBuilder<ThreadRow> thread)
        {
            thread.ToTable("threads");
            thread.HasKey(t => new { t.World, t.MessageId });
        }
    }
}

/// <summary>The bytes of a file, once, under their hash.</summary>
public sealed class BlobRow
{
    public required string Sha256 { get; init; }
    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BlobRow>
    {
        public void Configure(EntityTypeBuilder<BlobRow> blob)
        {
            blob.ToTable("blobs");
            blob.HasKey(b => b.Sha256);
        }
    }
}

/// <summary>A series of numbers without gaps.</summary>
public sealed class CounterRow
{
    public required string Series { get; init; }
    public int Last { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CounterRow>
    {
        public void Configure(EntityTypeBuilder<CounterRow> counter)
        {
            counter.ToTable("counters");
            counter.HasKey(c => c.Series);
        }
    }
}

/// <summary>
/// What the desk keeps for itself under a name: the key it signs reply addresses and customers' links with, and which version
/// of the program made the rows.
/// </summary>
public sealed class SecretRow
{
    public required string Name { get; init; }
    public required byte[] Value { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SecretRow>
    {
        public void Configure(EntityTypeBuilder<SecretRow> secret)
        {
            secret.ToTable("secrets");
            secret.HasKey(s => s.Name);
        }
    }
}
