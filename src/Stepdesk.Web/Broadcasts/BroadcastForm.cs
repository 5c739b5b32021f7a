using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.Broadcasts;
using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Broadcasts;

/// <summary>What is typed where many are told of an incident: the first time, again, or that it is over.</summary>
public sealed class BroadcastForm
{
    /// <summary>Nobody of this world has the address.</summary>
    public static readonly Refusal PersonUnknown = new("broadcast-person-unknown");

    /// <summary>There is no ticket of this number.</summary>
    public static readonly Refusal TicketUnknown = new("broadcast-ticket-unknown");

    /// <summary>Which button was pressed.</summary>
    public string? Do { get; set; }

    /// <summary>The edition that was looked at.</summary>
    public int Version { get; set; }
    public string? TitleVi { get; set; }
    public string? AffectsVi { get; set; }
    public string? TextVi { get; set; }
    public string? TitleEn { get; set; }
    public string? AffectsEn { get; set; }
    public string? TextEn { get; set; }
    public string? At { get; set; }
    public string? Ticket { get; set; }
    public bool Linked { get; set; }
    public string? Domains { get; set; }
    public string? People { get; set; }
    public bool Public { get; set; }
    public bool Meant { get; set; }

    /// <summary>How many the page said it reaches.</summary>
    public int Seen { get; set; }

    /// <summary>That many are meant.</summary>
    public bool Confirm { get; set; }

    /// <summary>How many it may reach.</summary>
    public int? Confirmed => Confirm ? Seen : null;

    public string? Title(Language language) => language is Language.Vi ? TitleVi : TitleEn;

    public string? Affects(Language language) => language is Language.Vi ? AffectsVi : AffectsEn;

    public string? Said(Language language) => language is Language.Vi ? TextVi : TextEn;

    public IReadOnlyList<Telling> Tellings =>
        [
            new(Language.Vi, TitleVi ?? "", TextVi ?? "", AffectsVi ?? ""),
            new(Language.En, TitleEn ?? "", TextEn ?? "", AffectsEn ?? ""),
        ];

    /// <summary>The form as it would repeat what holds now.</summary>
    public static BroadcastForm Of(Edition edition, bool isLast)
    {
        var (vi, en) = (Find(Language.Vi), Find(Language.En));
        return new()
        {
            Version = edition.Version,
            TitleVi = vi?.Title,
            AffectsVi = isLast ? null : vi?.Affects,
            TextVi = isLast ? null : vi?.Text,
            TitleEn = en?.Title,
            AffectsEn = isLast ? null : en?.Affects,
            TextEn = isLast ? null : en?.Text,
        };

        Telling? Find(Language language) => edition.Tellings.FirstOrDefault(t => t.Language == language);
    }

    /// <summary>What the form says, or what of it nobody could read.</summary>
    public async Task<(SendBroadcast? Action, Refusal? Refusal)> ReadAsync(
        Db db,
        int world,
        IFormCollection posted,
        TimeZoneInfo zone,
        CancellationToken stop
    )
    {
        var typed = new Typed(zone);
        var next = typed.Time(At);
        var number = typed.Number(Ticket);
        if (typed.Refusal is { } unread)
            return (null, unread);
        int? ticket = null;
        if (number is { } wanted)
        {
            ticket = await db
                .Tickets.Where(t => t.World == world && t.Number == wanted)
                .Select(t => (int?)t.Id)
                .SingleOrDefaultAsync(stop);
            if (ticket is null)
                return (null, TicketUnknown with { Detail = wanted.ToString(CultureInfo.InvariantCulture) });
        }
        var (people, unknown) = await PeopleAsync(db, world, Parts(People), stop);
        return unknown is { } nobody
            ? (null, PersonUnknown with { Detail = nobody })
            : (
                new(
                    ticket,
                    new()
                    {
                        Linked = Linked,
                        Domains = Parts(Domains),
                        Teams =
                        [
                            .. posted["Form.Teams"]
                                .Select(t => int.TryParse(t, CultureInfo.InvariantCulture, out var id) ? id : 0)
                                .Where(id => id > 0),
                        ],
                        Roles = [.. ChosenRoles(posted)],
                        People = people,
                    },
                    next
                )
                {
                    Tellings = Tellings,
                    IsPublic = Public,
                    Confirmed = Confirmed,
                    Meant = Meant,
                },
                null
            );
    }

    /// <summary>The roles that were ticked.</summary>
    public static IEnumerable<Role> ChosenRoles(IFormCollection posted) =>
        posted["Form.Roles"]
            .Where(r => Choice.TryRead<Role>(r, out _))
            .Select(r => Choice.TryRead<Role>(r, out var role) ? role : default);

    static List<string> Parts(string? written) =>
        [
            .. (written ?? "").Split(
                [',', ';', ' ', '\n', '\r', '\t'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];

    static async Task<(List<int> People, string? Unknown)> PeopleAsync(
        Db db,
        int world,
        List<string> addresses,
        CancellationToken stop
    )
    {
        if (addresses.Count == 0)
            return ([], null);
        var keys = addresses
            .Take(Circle.Most + 1)
            .DistinctBy(Engine.Accounts.People.KeyOf)
            .ToDictionary(Engine.Accounts.People.KeyOf, a => a, StringComparer.Ordinal);
        var wanted = keys.Keys.ToList();
        var found = await db
            .People.Where(p => p.World == world && p.IsActive && wanted.Contains(p.EmailKey))
            .Select(p => new { p.Id, p.EmailKey })
            .ToListAsync(stop);
        return (
            found.ConvertAll(p => p.Id),
            keys.Where(k => found.TrueForAll(p => p.EmailKey != k.Key)).Select(k => k.Value).FirstOrDefault()
        );
    }
}
