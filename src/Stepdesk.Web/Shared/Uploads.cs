using System.Threading.RateLimiting;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Web.Shared;

/// <summary>Files that came with a form: read, measured, and kept in the transaction of the action they belong to.</summary>
public sealed class Uploads : IDisposable
{
    public const int MostFiles = 10;
    public const long Largest = 10 * 1024 * 1024;

    /// <summary>Bytes of all files of one message: about what mail servers take, and they are in memory meanwhile.</summary>
    public const long LargestTogether = 25 * 1024 * 1024;
    public static readonly Refusal TooLargeTogether = new("files-are-too-large-together");
    public static readonly Refusal TooLarge = new("file-is-too-large");
    public static readonly Refusal TooMany = new("too-many-files");

    // Each may hold LargestTogether in memory until its request ends. Until here a form's files lie on the disk, so that
    // whoever sends slowly keeps nobody waiting.
    const int MostAtOnce = 4;
    readonly ConcurrencyLimiter turns = new(new() { PermitLimit = MostAtOnce, QueueLimit = 1000 });

    public void Dispose() => turns.Dispose();

    public async Task<Uploaded> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return new([], null);
        var files = (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files;
        if (files.Count > MostFiles)
            return new([], TooMany);
        if (files.Any(f => f.Length > Largest))
            return new([], TooLarge);
        if (files.Sum(f => f.Length) > LargestTogether)
            return new([], TooLargeTogether);
        if (files.Count > 0)
            request.HttpContext.Response.RegisterForDispose(
                await turns.AcquireAsync(1, request.HttpContext.RequestAborted)
            );
        var kept = new List<(Attachment, byte[])>();
        foreach (var file in files.Where(f => f.Length > 0))
        {
            var content = new byte[file.Length];
            await using (var bytes = file.OpenReadStream())
                await bytes.ReadExactlyAsync(content, request.HttpContext.RequestAborted);
            var hash = Engine.Mail.Files.HashOf(content);
            kept.Add(
                (new(FileNames.Safe(file.FileName), FileNames.Type(file.ContentType), content.Length, hash), content)
            );
        }
        return new(kept, null);
    }
}

/// <summary>What was uploaded, or why it was not taken.</summary>
public sealed record Uploaded(IReadOnlyList<(Attachment File, byte[] Content)> Files, Refusal? Refusal)
{
    /// <summary>These, and the files of reports that were chosen by their names.</summary>
    public Uploaded With(IReadOnlyList<string>? chosen, Here here) =>
        chosen is null or []
            ? this
            : Of([
                .. Files,
                .. here
                    .Reports.Where(r => chosen.Contains(r.File))
                    .Take(Uploads.MostFiles + 1)
                    .Select(r => ReportBook.Attached(r, here.Session!.Of.Session.Language)),
            ]);

    Uploaded Of(IReadOnlyList<(Attachment File, byte[] Content)> together) =>
        this with
        {
            Files = together,
            Refusal =
                Refusal
                ?? (
                    together.Count > Uploads.MostFiles ? Uploads.TooMany
                    : together.Sum(f => f.File.Size) > Uploads.LargestTogether ? Uploads.TooLargeTogether
                    : null
                ),
        };

    public IReadOnlyList<Attachment> Attachments => [.. Files.Select(f => f.File)];

    /// <summary>For the terms of the action the files belong to.</summary>
    public async Task KeepAsync(Db db, int ticket, CancellationToken stop)
    {
        foreach (var (file, content) in Files)
            await Engine.Mail.Files.KeepAsync(db, file.Sha256, content, stop);
    }
}
