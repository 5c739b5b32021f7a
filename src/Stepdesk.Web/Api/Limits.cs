using Stepdesk.Core.History;
using Stepdesk.Engine.Tickets;

namespace Stepdesk.Web.Api;

/// <summary>How much of a list is read at once, and from where.</summary>
static class Limits
{
    public const int Usual = 50;
    public const int Most = 200;

    /// <summary>Why the paging parameters cannot be followed; null when they can.</summary>
    /// <param name="most">How many are read: the usual number where none was asked for.</param>
    public static Refusal? Check(string? cursor, int? limit, out Place? after, out int most)
    {
        most = limit ?? Usual;
        after = cursor is null ? null : Place.Read(cursor);
        return cursor is not null && after is null ? Problems.CursorUnknown
            : most is < 1 or > Most ? Problems.FieldWrong.About("limit")
            : null;
    }
}
