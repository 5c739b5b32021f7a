using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>Requests by their idempotency key, and the answers they got.</summary>
static class Answers
{
    const int LongestKey = 200;

    public sealed record Request(string Key, byte[] Hash)
    {
        public AnsweredRow Answered(int ticket, int version, DateTimeOffset at) =>
            new()
            {
                Key = Key,
                Request = Hash,
                Ticket = ticket,
                Version = version,
                At = at,
            };
    }

    /// <summary>Null when the caller named no key.</summary>
    public static Request? KeyOf(Actor me, int? ticket, TicketAction action, Terms terms)
    {
        return KeyOf(
            me,
            terms.Key,
            () =>
                $"{ticket}\n{action.GetType().Name}\n{JsonSerializer.Serialize(action, action.GetType())}\n{terms.Override}"
        );
    }

    /// <inheritdoc cref="KeyOf(Actor, int?, TicketAction, Terms)"/>
    /// <param name="said">All that the request says, in one form.</param>
    public static Request? KeyOf(Actor me, string? key, Func<string> said) =>
        key is null ? null : new($"{me.Id}/{Short(key)}", SHA256.HashData(Encoding.UTF8.GetBytes(said())));

    // A caller's key may be of any length, an index entry not.
    static string Short(string key) =>
        key.Length <= LongestKey ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The answer given before, a refusal if the key was used for something else, or null.</summary>
    public static async Task<Outcome?> FindAsync(Db db, Request request, CancellationToken stop)
    {
        var answered = await db.Answered.AsNoTracking().SingleOrDefaultAsync(a => a.Key == request.Key, stop);
        return answered is null ? null
            : answered.Request.AsSpan().SequenceEqual(request.Hash) ? new(answered.Ticket, answered.Version, [])
            : Outcome.No(answered.Ticket, Refusals.KeyReused, answered.Version);
    }
}
