using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Stepdesk.Core.History;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Web.Queries;

/// <summary>
/// A finding between being seen and being pinned: carried by whoever saw it, sealed so that nobody can pin what no source
/// said. Data moves on; asking again would keep another answer than the one that was looked at.
/// </summary>
sealed class SealedFindings(IDataProtectionProvider protection)
{
    public static readonly Refusal Unreadable = new("finding-cannot-be-read");

    /// <summary>How long somebody may think about what they saw.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    // Far above what a finding can be, far below what a form may hold.
    const int Longest = 1_000_000;

    readonly ITimeLimitedDataProtector seal = protection.CreateProtector("findings").ToTimeLimitedDataProtector();

    public string Seal(Finding finding)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(pack, finding);
        return Convert.ToBase64String(seal.Protect(packed.ToArray(), Lasts));
    }

    /// <summary>What was sealed; null when it was not, not here, or too long ago.</summary>
    public Finding? Open(string? carried)
    {
        if (carried is not { Length: > 0 and < Longest })
            return null;
        try
        {
            using var packed = new MemoryStream(seal.Unprotect(Convert.FromBase64String(carried)));
            using var unpack = new BrotliStream(packed, CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Finding>(unpack);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
