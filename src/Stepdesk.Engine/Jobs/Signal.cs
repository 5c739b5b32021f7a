namespace Stepdesk.Engine.Jobs;

/// <summary>Wakes a job before its time. Several calls before it wakes are one.</summary>
sealed class Signal : IDisposable
{
    readonly SemaphoreSlim raised = new(0, 1);

    public void Raise()
    {
        try
        {
            raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is raised already.
        }
    }

    public Task WaitAsync(CancellationToken stop) => raised.WaitAsync(stop);

    public void Dispose() => raised.Dispose();
}
