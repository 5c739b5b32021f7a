using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>What a package pins, read off the history it points into.</summary>
/// <param name="Pinned">Each pin with the event it points at; null for links, and for what was erased.</param>
/// <param name="Files">The files that go with the mail.</param>
/// <param name="TooLarge">The names of those that do not fit.</param>
sealed record Evidence(
    IReadOnlyList<(Pin Pin, Recorded? What)> Pinned,
    IReadOnlyList<StoredFile> Files,
    IReadOnlyList<string> TooLarge
)
{
    // Most servers refuse a mail of 25 MB, and coding adds a third.
    const long MostBytes = 15 * 1024 * 1024;

    public static readonly Evidence None = new([], [], []);

    public static async Task<Evidence> LoadAsync(
        Db db,
        Escalated asked,
        IReadOnlyList<Recorded> history,
        CancellationToken stop
    )
    {
        var pinned = asked.Pins.Select(p => (p, history.FirstOrDefault(e => e.Version == p.Version))).ToList();
        var wanted = pinned
            .Select(p => FileOf(p.p, p.Item2))
            .OfType<Attachment>()
            .Concat(asked.Attachments)
            .DistinctBy(f => f.Sha256);
        var (files, tooLarge, room) = (new List<StoredFile>(), new List<string>(), MostBytes);
        foreach (var file in wanted)
            if (file.Size > room)
                tooLarge.Add(file.Name);
            else if (await Mail.Files.ContentAsync(db, file.Sha256, stop) is { } content)
            {
                files.Add(new(file.Name, file.Type, content));
                room -= content.LongLength;
            }
        return new(pinned, files, tooLarge);
    }

    /// <summary>The file a pin points at; null when it points at words, or the file is gone.</summary>
    public static Attachment? FileOf(Pin pin, Recorded? what) =>
        pin.File is { } index && what is not null ? Saying.Of(what.What)?.Files.ElementAtOrDefault(index) : null;
}
