using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// The live desk or one practice session: a clock and an outside. The engine never asks which; a practice world is
/// built from simulated parts only, so that nothing can leave it.
/// </summary>
public sealed record World(int Id, TimeProvider Clock, IMailOut Mail)
{
    /// <summary>Its chat channels. Only the live desk is ever given any: what is practised cannot get into a chat.</summary>
    public IReadOnlyList<IChatOut> Chats { get; init; } = [];

    public DateTimeOffset Now => Clock.GetUtcNow().ToMicroseconds();

    /// <summary>Who looks on while its people act; null where nobody does.</summary>
    public IOnlooker? Onlooker { get; init; }

    /// <summary>Whether a mail that begins a new matter becomes a ticket by itself; else it waits for a person to log it.</summary>
    public bool LogsMail { get; init; } = true;

    /// <summary>Why nobody with this address may become known in this world; null when they may.</summary>
    public Func<string, Refusal?> WhyNotKnown { get; init; } = _ => null;

    /// <summary>Why nobody at this address can be asked for anything; null when they can.</summary>
    public Func<string, Refusal?> WhyNotAsked { get; init; } = _ => null;
}

/// <summary>Why nobody at this address can be asked for anything at the live desk; null when they can.</summary>
public delegate Refusal? WhyNotAsked(string address);

/// <summary>The worlds of this installation.</summary>
/// <param name="others">Builds the worlds beside the live one, where there are any.</param>
/// <param name="chats">The chat channels of the live world.</param>
/// <param name="whyNotAsked">Which addresses of the live world nobody reads.</param>
public sealed class Worlds(
    TimeProvider clock,
    IMailOut mail,
    IOtherWorlds? others = null,
    IEnumerable<IChatOut>? chats = null,
    WhyNotAsked? whyNotAsked = null
)
{
    // Nobody ever moves.
    readonly ConcurrentDictionary<int, int> homes = new();

    public World Live { get; } =
        new(WorldRow.Live, clock, mail)
        {
            Chats = [.. chats ?? []],
            WhyNotAsked = address => whyNotAsked?.Invoke(address),
        };

    /// <summary>The world as it is now; its clock is not to be kept for later.</summary>
    /// <exception cref="InvalidOperationException">There is no such world.</exception>
    public async ValueTask<World> OfAsync(Db db, int id, CancellationToken stop) =>
        id == WorldRow.Live ? Live
        : others is not null && await others.FindAsync(db, id, stop) is { } found ? found
        : throw new InvalidOperationException($"There is no world {id}.");

    /// <summary>The world somebody is a person of; the live one for who is no person.</summary>
    public async ValueTask<World> OfAsync(Db db, Actor me, CancellationToken stop) =>
        await OfAsync(db, await HomeAsync(db, me, stop) ?? WorldRow.Live, stop);

    /// <summary>Whether somebody may act in a world at all: the desk itself in each, a person in their own.</summary>
    public async ValueTask<bool> IsAtHomeAsync(Db db, Actor me, int world, CancellationToken stop) =>
        me.PersonId is null || (await HomeAsync(db, me, stop) ?? WorldRow.Live) == world;

    async ValueTask<int?> HomeAsync(Db db, Actor me, CancellationToken stop)
    {
        if (me.PersonId is not { } person)
            return null;
        if (homes.TryGetValue(person, out var known))
            return known;
        var home = await db.People.Where(p => p.Id == person).Select(p => (int?)p.World).SingleOrDefaultAsync(stop);
        if (home is { } world)
            homes[person] = world;
        return home;
    }
}

/// <summary>Builds the worlds beside the live one, from simulated parts only.</summary>
public interface IOtherWorlds
{
    /// <summary>Null when there is no such world.</summary>
    Task<World?> FindAsync(Db db, int id, CancellationToken stop);
}

/// <summary>
/// Looks on in a world that is more than a desk: says what cannot be done there, and hears what was done in the
/// transaction that did it, so that both are kept or neither is.
/// </summary>
public interface IOnlooker
{
    /// <summary>Why this cannot be done in the world, asked with the tickets in hand and before anything is decided.</summary>
    Task<Refusal?> WhyNotAsync(Db db, World world, Ticket on, TicketAction action, Actor me, CancellationToken stop);

    /// <summary>What one act did, ticket by ticket, about to be committed.</summary>
    Task HearAsync(Db db, World world, IReadOnlyList<Heard> happened, Actor me, CancellationToken stop);

    /// <summary>Something was tried and refused; nothing of it is left.</summary>
    /// <param name="action">The name of what was tried.</param>
    Task RefusedAsync(World world, string action, Refusal refusal, Actor me, CancellationToken stop);

    /// <summary>Many are told of an incident, which is no act on a ticket; about to be committed. Why it may not be, or null.</summary>
    Task<Refusal?> HearToldAsync(Db db, World world, Recorded told, Actor me, CancellationToken stop);
}

/// <summary>An event with its ticket before and after it.</summary>
public sealed record Heard(int Ticket, Recorded What, Ticket Before, Ticket Then);

/// <summary>Where a world's mail goes: an SMTP server, or a drawer.</summary>
public interface IMailOut
{
    /// <summary>Hands the mail over. Returning means it was accepted for delivery; else it throws.</summary>
    Task SendAsync(MimeKit.MimeMessage mail, CancellationToken stop);

    /// <summary>Whether there is a way out at all. While there is none, mail waits and no attempt is made.</summary>
    Task<bool> IsSetAsync(CancellationToken stop) => Task.FromResult(true);

    /// <summary>The same way for many mails in a row, such as one connection; whoever opens it disposes what can be disposed.</summary>
    Task<IMailOut> OpenAsync(CancellationToken stop) => Task.FromResult(this);
}
