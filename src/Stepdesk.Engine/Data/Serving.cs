namespace Stepdesk.Engine.Data;

/// <summary>Who is at work in a data folder: any number of desks, or one restore. The system lets go when they die.</summary>
public static class Serving
{
    /// <summary>Says that a desk runs here.</summary>
    public static IDisposable Begin(DataFolder folder)
    {
        File.AppendAllText(PathIn(folder), "");
        try
        {
            return new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException)
        {
            throw new TroubleException("A backup is being restored here. Wait until that is done, then start again.");
        }
    }

    /// <summary>Says that this is the only desk here until disposed; null when another runs already.</summary>
    public static IDisposable? Alone(DataFolder folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder.Path, "first.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Makes sure that no desk runs here, nor starts, until disposed.</summary>
    public static IDisposable Forbid(DataFolder folder)
    {
        try
        {
            return new FileStream(PathIn(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(PathIn(folder)))
        {
            throw new TroubleException("The desk is running and would not notice. Stop it, then restore.");
        }
    }

    static string PathIn(DataFolder folder) => Path.Combine(folder.Path, "serving.lock");
}
