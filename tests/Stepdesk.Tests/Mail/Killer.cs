using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data.Postgres;
using Stepdesk.Engine.Data.Sqlite;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// Kills the desk as its database sees it: from the chosen step on every command fails, before or after a commit, until
/// it is started again.
/// </summary>
sealed class Killer
{
    int? left;

    /// <summary>Whether the chosen step was reached.</summary>
    public bool HasKilled { get; private set; }

    public void KillAt(int step) => (left, HasKilled) = (step, false);

    public void Revive() => left = null;

    public void Follow(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(new Commands(this), new Commits(this)));
        services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(new Commands(this), new Commits(this)));
    }

    void Step()
    {
        if (left is null || --left > 0)
            return;
        HasKilled = true;
        throw new IOException("The desk was killed.");
    }

    sealed class Commands(Killer killer) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            killer.Step();
            return new(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            killer.Step();
            return new(result);
        }
    }

    sealed class Commits(Killer killer) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            killer.Step();
            return new(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            killer.Step();
            return Task.CompletedTask;
        }
    }
}
