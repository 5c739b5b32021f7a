using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Door;

namespace Stepdesk.Web.Operations;

/// <summary>How many effects are owed, asked of the database whenever somebody collects meters.</summary>
sealed class MeasureOutbox(IMeterFactory meters, IDbContextFactory<Db> databases) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(Measures.Name).CreateObservableGauge("stepdesk.outbox.owed", Count);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    int Count()
    {
        using var db = databases.CreateDbContext();
        return db.Outbox.Count(o => o.DoneAt == null && o.FailedAt == null);
    }
}
