using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Signs what comes back to the desk by itself: reply addresses, Message-IDs and customers' links. Whoever holds one
/// was given it; nothing of it can be guessed from a ticket's number.
/// </summary>
public sealed class Signer(IDbContextFactory<Db> databases)
{
    const string Secret = "signing";

    // 128 bits cannot be guessed and still fit a mail address.
    const int SignatureSize = 16;

    // A database that was away at first use must not be remembered as broken, hence PublicationOnly.
    readonly Lazy<byte[]> key = new(() => KeyIn(databases), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The path of the customer's own page on a ticket; who holds it acts as that person there.</summary>
    public string LinkFor(int ticket, int person) =>
        Invariant($"/t/{ticket}.{person}.{Base64Url.EncodeToString(Sign("link", ticket, person))}");

    /// <summary>What a link's last part stands for, or null when it is not one of ours.</summary>
    public (int Ticket, int Person)? ReadLink(string token) =>
        token.Split('.') is [var t, var p, var signature]
        && Number(t) is { } ticket
        && Number(p) is { } person
        && Matches("link", ticket, person, FromBase64Url(signature))
            ? (ticket, person)
            : null;

    /// <summary>The path of one approver's own page on one request for approval.</summary>
    public string ApprovalLink(int ticket, int approval, int person) =>
        Invariant(
            $"/a/{ticket}.{approval}.{person}.{Base64Url.EncodeToString(Sign(ToDecide(approval), ticket, person))}"
        );

    /// <summary>What the last part of an approver's link stands for, or null when it is not one of ours.</summary>
    public (int Ticket, int Approval, int Person)? ReadApprovalLink(string token) =>
        token.Split('.') is [var t, var a, var p, var signature]
        && Number(t) is { } ticket
        && Number(a) is { } approval
        && Number(p) is { } person
        && Matches(ToDecide(approval), ticket, person, FromBase64Url(signature))
            ? (ticket, approval, person)
            : null;

    static string ToDecide(int approval) => Invariant($"approval/{approval}");

    /// <summary>The address whose mail belongs to the ticket: <c>support+t17.SIGNATURE@desk.example</c>.</summary>
    /// <param name="reader">
    /// Who was written to, where that is not the requester: what comes to <c>support+rCODE@desk.example</c> speaks for them.
    /// </param>
    public string ReplyAddress(string address, int ticket, int? reader = null)
    {
        var at = address.LastIndexOf('@');
        return reader is { } id
            ? $"{address[..at]}+r{Base32.Encode(ReaderCode(ticket, id))}{address[at..]}"
            : Invariant($"{address[..at]}+t{ticket}.{Base32.Encode(Sign("reply", ticket, 0))}{address[at..]}");
    }

    /// <summary>The ticket a reply address belongs to and whose it is, or null when it is not one of ours.</summary>
    public (int Ticket, int? Reader)? ReadReplyAddress(string address)
    {
        // The domain is not signed: a desk may answer under an old and a new one.
        var local = address.Split('@')[0];
        if (
            local.LastIndexOf("+t", StringComparison.OrdinalIgnoreCase) is >= 0 and var plus
            && local[(plus + 2)..].Split('.') is [var t, var signature]
            && Number(t) is { } ticket
            && Matches("reply", ticket, 0, Base32.Decode(signature))
        )
            return (ticket, null);
        return
            local.LastIndexOf("+r", StringComparison.OrdinalIgnoreCase) is >= 0 and var mark
            && Base32.Decode(local.AsSpan(mark + 2)) is { Length: ReaderCodeSize } code
            && BinaryPrimitives.ReadInt32BigEndian(code) is var about
            && BinaryPrimitives.ReadInt32BigEndian(code.AsSpan(sizeof(int))) is var reader
            && CryptographicOperations.FixedTimeEquals(code, ReaderCode(about, reader))
            ? (about, reader)
            : null;
    }

    // Two numbers and 104 bits of a signature: no longer than the requester's address, of which 64 characters have room.
    const int ReaderCodeSize = 2 * sizeof(int) + 13;

    byte[] ReaderCode(int ticket, int reader)
    {
        var code = new byte[ReaderCodeSize];
        BinaryPrimitives.WriteInt32BigEndian(code, ticket);
        BinaryPrimitives.WriteInt32BigEndian(code.AsSpan(sizeof(int)), reader);
        Sign(Invariant($"reply/{reader}"), ticket, 0)
            .AsSpan(..(ReaderCodeSize - 2 * sizeof(int)))
            .CopyTo(code.AsSpan(2 * sizeof(int)));
        return code;
    }

    /// <summary>The id of the mail that carries a message, without angle brackets; the same at every attempt.</summary>
    /// <param name="reader">Whom it is for, where that is not the requester.</param>
    public string MessageId(string address, int ticket, int version, int? reader = null)
    {
        var signature = Base32.Encode(Sign(PurposeOf(reader), ticket, version));
        var to = reader is { } id ? Invariant($"{id}.") : "";
        return Invariant($"t{ticket}.{version}.{to}{signature}{address[address.LastIndexOf('@')..]}");
    }

    /// <summary>
    /// The id of the mail that tells somebody of a promise. It is not one that <see cref="ReadMessageId"/> knows: an answer
    /// to it would be shown to the requester.
    /// </summary>
    public string AlarmId(string address, int ticket, int version, int reader)
    {
        var signature = Base32.Encode(Sign(Invariant($"alarm/{reader}"), ticket, version));
        return Invariant($"alarm.{ticket}.{version}.{reader}.{signature}{address[address.LastIndexOf('@')..]}");
    }

    /// <summary>
    /// The id of the mail that tells somebody of a broadcast. It leads to no ticket: who answers it begins one.
    /// </summary>
    public string BroadcastId(string address, int number, int version, int reader)
    {
        var signature = Base32.Encode(Sign(Invariant($"broadcast/{reader}/{number}"), version, 0));
        return Invariant($"b{number}.{version}.{reader}.{signature}{address[address.LastIndexOf('@')..]}");
    }

    /// <summary>Which broadcast's edition a mail of ours told whom, or null when the id is not one of those.</summary>
    public (int Number, int Version, int Reader)? ReadBroadcastId(string id) =>
        id.Split('@')[0].Split('.') is [['b' or 'B', .. var n], var v, var r, var signature]
        && Number(n) is { } number
        && Number(v) is { } version
        && Number(r) is { } reader
        && Matches(Invariant($"broadcast/{reader}/{number}"), version, 0, Base32.Decode(signature))
            ? (number, version, reader)
            : null;

    /// <summary>The message a mail of ours carries, or null when the id is not one of ours.</summary>
    public Posted? ReadMessageId(string id) =>
        id.Split('@')[0].Split('.') switch
        {
            [['t' or 'T', .. var t], var v, var signature] => Read(t, v, null, signature),
            [['t' or 'T', .. var t], var v, var r, var signature] when Number(r) is { } reader => Read(
                t,
                v,
                reader,
                signature
            ),
            _ => null,
        };

    Posted? Read(string t, string v, int? reader, string signature) =>
        Number(t) is { } ticket
        && Number(v) is { } version
        && Matches(PurposeOf(reader), ticket, version, Base32.Decode(signature))
            ? new(ticket, version, reader)
            : null;

    static string PurposeOf(int? reader) => reader is { } id ? Invariant($"mail/{id}") : "mail";

    /// <summary>What this desk's own mail carries, so that it is known when it comes back.</summary>
    public string DeskMark => Base32.Encode(Sign("desk", 0, 0));

    bool Matches(string purpose, int ticket, int detail, byte[]? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(signature, Sign(purpose, ticket, detail));

    // The purpose is signed too, so that a link's signature opens nothing but a link.
    byte[] Sign(string purpose, int ticket, int detail) =>
        HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(Invariant($"1/{purpose}/{ticket}/{detail}")))[
            ..SignatureSize
        ];

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static byte[]? FromBase64Url(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    static byte[] KeyIn(IDbContextFactory<Db> databases)
    {
        using var db = databases.CreateDbContext();
        if (Find(db) is { } known)
            return known;
        try
        {
            var made = RandomNumberGenerator.GetBytes(32);
            db.Secrets.Add(new() { Name = Secret, Value = made });
            db.SaveChanges();
            return made;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            // Another node made one in the same moment; its key is the desk's.
            return Find(db) ?? throw new InvalidOperationException("The signing key was made and is gone.", failure);
        }
    }

    static byte[]? Find(Db db) => db.Secrets.Where(s => s.Name == Secret).Select(s => s.Value).SingleOrDefault();
}

/// <summary>A message of ours, by what its mail's id says.</summary>
/// <param name="Reader">Whom it was for, where that was not the requester.</param>
public sealed record Posted(int Ticket, int Version, int? Reader = null);
