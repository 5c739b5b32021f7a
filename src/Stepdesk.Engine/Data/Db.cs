using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Stepdesk.Engine.Data;

/// <summary>Everything the desk remembers. One model; each provider has its own subclass and migrations.</summary>
public abstract class Db(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<HistoryRow> History => Set<HistoryRow>();
    public DbSet<TicketRow> Tickets => Set<TicketRow>();
    public DbSet<TicketTagRow> TicketTags => Set<TicketTagRow>();
    public DbSet<TraitRow> Traits => Set<TraitRow>();
    public DbSet<MeasureRow> Measures => Set<MeasureRow>();
    public DbSet<BreachRow> Breaches => Set<BreachRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<TokenRow> Tokens => Set<TokenRow>();
    public DbSet<SignedInRow> SignedIn => Set<SignedInRow>();
    public DbSet<TeamRow> Teams => Set<TeamRow>();
    public DbSet<WorldRow> Worlds => Set<WorldRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ScenarioTextRow> ScenarioTexts => Set<ScenarioTextRow>();
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    public DbSet<AnsweredRow> Answered => Set<AnsweredRow>();
    public DbSet<MailRow> Mails => Set<MailRow>();
    public DbSet<AlertRow> Alerts => Set<AlertRow>();
    public DbSet<ThreadRow> Threads => Set<ThreadRow>();
    public DbSet<BlobRow> Blobs => Set<BlobRow>();
    public DbSet<SecretRow> Secrets => Set<SecretRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Begins a transaction that may write. On SQLite writers of this process queue here, in order, instead of
    /// polling for the lock; on PostgreSQL they go in at once and meet at <see cref="HoldAsync"/>.
    /// </summary>
    public abstract Task<Work> BeginAsync(CancellationToken stop);

    /// <summary>
    /// The ticket's row, or null when there is none. Waits until nobody else is acting on the ticket; the hold ends
    /// with the transaction.
    /// </summary>
    public abstract Task<TicketRow?> HoldAsync(int ticket, CancellationToken stop);

    /// <summary>Narrows to the tickets whose search text holds every word, each as a prefix. Words are folded.</summary>
    public abstract IQueryable<TicketRow> Matching(IQueryable<TicketRow> tickets, IReadOnlyList<string> words);

    /// <summary>Brings the schema up to date, guards included. Survives a process killed half-way before.</summary>
    public abstract Task UpgradeAsync(CancellationToken stop);

    /// <summary>
    /// Whether something could be written now, without writing it. Waits a few seconds at most for whoever writes.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">It could not; <see cref="Troubles"/> says why.</exception>
    public abstract Task TryWritingAsync(CancellationToken stop);

    /// <summary>
    /// Whether the database's own file is whole, as far as the database can tell by reading all of it. A server of its own
    /// looks after its files itself.
    /// </summary>
    /// <param name="isThorough">Whether to compare tables with their indexes too, which takes several times as long.</param>
    /// <exception cref="TroubleException">It is damaged.</exception>
    public virtual Task DemandWholeAsync(bool isThorough, CancellationToken stop) => Task.CompletedTask;

    /// <summary>A transaction that sees one moment of the database and keeps nobody from writing.</summary>
    public abstract Task<IDbContextTransaction> SnapshotAsync(CancellationToken stop);

    /// <summary>Takes the guards off history inside the transaction that restores it; an upgrade puts them back.</summary>
    public abstract Task UnguardAsync(CancellationToken stop);

    /// <summary>Puts on the guards and indexes that EF does not know.</summary>
    public abstract Task GuardAsync(CancellationToken stop);

    /// <summary>Adds many rows of one table, given in the order of its columns; answers how many.</summary>
    public abstract Task<long> LoadAsync(Table table, IAsyncEnumerable<object?[]> rows, CancellationToken stop);

    /// <summary>Lets nothing of what was deleted stay behind in the database's files.</summary>
    public abstract Task ForgetAsync(CancellationToken stop);

    /// <summary>How the schema in the database stands to the one this program knows.</summary>
    public async Task<Schema> SchemaAsync(CancellationToken stop)
    {
        var known = Database.GetMigrations().ToList();
        var applied = (await Database.GetAppliedMigrationsAsync(stop)).ToList();
        return applied.Except(known, StringComparer.Ordinal).Any() ? Schema.Newer
            : applied.Count == 0 ? Schema.Missing
            : applied.Count < known.Count ? Schema.Older
            : Schema.Current;
    }

    /// <summary>Whether there is something to migrate. Refuses a database that a later version of this program has changed.</summary>
    protected async Task<bool> IsBehindAsync(CancellationToken stop) =>
        await SchemaAsync(stop) switch
        {
            Schema.Newer => throw new TroubleException(
                "This database was upgraded by a newer Stepdesk. Run that version, or restore a backup made by this one."
            ),
            Schema.Current => false,
            _ => true,
        };

    /// <summary>Whether the failure says that a row with this key exists already.</summary>
    public abstract bool IsDuplicate(DbUpdateException failure);

    /// <summary>The events of one stream in order; compiled, since every act begins with it.</summary>
    public async Task<List<HistoryRow>> StreamAsync(string stream, CancellationToken stop)
    {
        var rows = new List<HistoryRow>();
        await foreach (var row in Stream(stream).WithCancellation(stop))
            rows.Add(row);
        return rows;
    }

    // A compiled query belongs to one provider's model, so each has its own.
    protected abstract IAsyncEnumerable<HistoryRow> Stream(string stream);

    /// <summary>The hash of the last event of a stream, which seals all before it; null when there is none.</summary>
    public abstract Task<byte[]?> LastHashAsync(string stream, CancellationToken stop);

    /// <summary>The next number of a series. Its row is held until the transaction ends, so numbers have no gaps and no twins.</summary>
    public async Task<int> NextNumberAsync(string series, CancellationToken stop) =>
        (
            await Database
                .SqlQuery<int>(
                    $"""
                    INSERT INTO counters (series, last) VALUES ({series}, 1)
                    ON CONFLICT (series) DO UPDATE SET last = counters.last + 1 RETURNING last AS "Value"
                    """
                )
                .ToListAsync(stop)
        ).Single();

    /// <summary>What both databases are opened with.</summary>
    protected static DbContextOptionsBuilder Named(DbContextOptionsBuilder options) =>
        options
            .UseSnakeCaseNamingConvention(CultureInfo.InvariantCulture)
            // A test compares the model with the migrations; doing it at each start meant building the model twice.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.HasIndex(a => a.NormalizedEmail).IsUnique();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
        });
        modelBuilder.Entity<IdentityUserClaim<int>>().ToTable("account_claims").HasKey(c => c.Id);
        modelBuilder
            .Entity<IdentityUserLogin<int>>()
            .ToTable("account_logins")
            .HasKey(l => new { l.LoginProvider, l.ProviderKey });
        modelBuilder
            .Entity<IdentityUserToken<int>>()
            .ToTable("account_tokens")
            .HasKey(t => new
            {
                t.UserId,
                t.LoginProvider,
                t.Name,
            });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}

/// <summary>How far a database's schema is.</summary>
public enum Schema
{
    Missing,
    Older,
    Current,
    Newer,
}

/// <summary>A transaction, and on SQLite the writer's turn; disposing without a commit undoes it.</summary>
public sealed class Work(IDbContextTransaction transaction, SemaphoreSlim? turn = null) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken stop) => transaction.CommitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }
}
