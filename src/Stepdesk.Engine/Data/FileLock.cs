namespace Stepdesk.Engine.Data;

/// <summary>A lock between processes that the operating system gives back when its holder dies.</summary>
static class FileLock
{
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken stop)
    {
        for (; ; )
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process is migrating; a lock file has no event to wait for.
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
    }
}
