using System.Diagnostics;

namespace Stepdesk.Tests;

/// <summary>Looks until something shows: another program, at work in its own time, tells nobody when it is done.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>The first answer that is not null.</summary>
    /// <param name="what">What is waited for, in case it never comes.</param>
    public static async Task<T> SeeAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        for (var waited = Stopwatch.StartNew(); ; )
        {
            if (await look() is { } seen)
                return seen;
            Assert.True(waited.Elapsed < Patience, $"Not within {Patience.TotalMinutes} minutes: {what}.");
            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }
    }

    public static Task HoldsAsync(string what, Func<Task<bool>> look) =>
        SeeAsync(what, async () => await look() ? what : null);
}
