using Microsoft.EntityFrameworkCore;

namespace Stepdesk.Engine.Data;

/// <summary>
/// Whether the database's file was found to be damaged since this program started. What is damaged goes on answering with
/// what it has left, so somebody must be told before it is relied on.
/// </summary>
public sealed class Soundness(IDbContextFactory<Db> databases)
{
    /// <summary>Stays once it was seen: it ends with a restored backup, and that with a new start.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="TroubleException">It is damaged.</exception>
    public async Task CheckAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        try
        {
            await db.DemandWholeAsync(isThorough: false, stop);
        }
        catch (Exception failure)
        {
            Saw(failure);
            throw;
        }
    }

    /// <summary>Takes note of a failure that somebody met while working.</summary>
    public void Saw(Exception failure) => IsDamaged |= Troubles.IsDamage(failure);
}
