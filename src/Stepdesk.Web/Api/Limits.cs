using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.History;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>How much of a list is read at once, and from where.</summary>
static class Limits
{
    public const int Usual = 50;
    public const int Most = 200;
    public static readonly Refusal LimitWrong = new("limit-is-wrong");

    /// <summary>Why the paging parameters cannot be followed; null when they can.</summary>
    /// <param name="list">Which list is read: a place in one is no place in another.</param>
    /// <param name="most">How many are read: the usual number where none was asked for.</param>
    public static Refusal? Check(string list, string? cursor, int? limit, out Place? after, out int most)
    {
        most = limit ?? Usual;
        after = cursor?.Split('.') is [var place, var of] && of == MarkOf(list) ? Place.Read(place) : null;
        return cursor is not null && after is null ? Problems.CursorUnknown
            : most is < 1 or > Most ? LimitWrong
            : null;
    }

    /// <summary>The page with a cursor that leads on in this list only.</summary>
    public static Page<T> In<T>(this Page<T> page, string list) =>
        page with
        {
            Next = page.Next is null ? null : $"{page.Next}.{MarkOf(list)}",
        };

    static string MarkOf(string list) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 4));
}
