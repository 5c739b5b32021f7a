using System.Collections.Concurrent;

namespace Stepdesk.Engine.Door;

/// <summary>
/// Tells open pages that a ticket changed. It carries ids only: a page always reads again, as itself, and never
/// trusts what it was told.
/// </summary>
public sealed class Changes
{
    readonly ConcurrentDictionary<Guid, Action<int>> listeners = new();

    /// <summary>Calls <paramref name="changed"/> with a ticket's id after each commit, until disposed.</summary>
    public IDisposable Listen(Action<int> changed)
    {
        var id = Guid.NewGuid();
        listeners[id] = changed;
        return new Listening(() => listeners.TryRemove(id, out _));
    }

    public void Tell(int ticket)
    {
        foreach (var changed in listeners.Values)
            changed(ticket);
    }

    sealed class Listening(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
