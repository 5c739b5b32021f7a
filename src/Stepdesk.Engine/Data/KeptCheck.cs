using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>Whether files and mails are still the bytes whose hash they are kept under. One is looked at after the other, so that their size does not matter.</summary>
static class KeptCheck
{
    const int Page = 500;
    const string Altered = "altered: it is kept under the hash of other bytes";

    public static async Task<BadVersion?> FilesAsync(Db db, CancellationToken stop)
    {
        for (var last = ""; ; )
        {
            var page = await db
                .Database.SqlQuery<string>(
                    $"""SELECT sha256 AS "Value" FROM blobs WHERE sha256 > {last} ORDER BY sha256 LIMIT {Page}"""
                )
                .ToListAsync(stop);
            foreach (var hash in page)
                if (!Is(hash, await db.Blobs.Where(b => b.Sha256 == hash).Select(b => b.Content).SingleAsync(stop)))
                    return new($"file/{hash}", 1, Altered);
            if (page.Count < Page)
                return null;
            last = page[^1];
        }
    }

    public static async Task<BadVersion?> MailsAsync(Db db, CancellationToken stop)
    {
        for (var last = 0L; ; )
        {
            // Those of practice are made from their session, whose own history is verified.
            var page = await db
                .Mails.Where(m => m.Id > last && m.World == WorldRow.Live)
                .OrderBy(m => m.Id)
                .Select(m => new { m.Id, m.ContentKey })
                .Take(Page)
                .ToListAsync(stop);
            foreach (var mail in page)
            {
                var raw = await db.Mails.Where(m => m.Id == mail.Id).Select(m => m.Raw).SingleAsync(stop);
                // Of one that was too large only the beginning is kept, under the hash of all of it.
                if (raw.Length != MailRow.KeptOfLarge && !Is(mail.ContentKey, raw))
                    return new($"mail/{mail.Id}", 1, Altered);
            }
            if (page.Count < Page)
                return null;
            last = page[^1].Id;
        }
    }

    static bool Is(string hash, byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content)) == hash;
}
