using Stepdesk.Engine.Data;

namespace Stepdesk.Web;

/// <summary>What the administrator wrote into the settings.</summary>
static class Settings
{
    /// <summary>Reads them; a mistake in them is said to whoever made it, with where to mend it.</summary>
    /// <exception cref="TroubleException">They cannot be used as they are.</exception>
    public static T Of<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong)
            when (wrong is InvalidOperationException or InvalidDataException or FormatException or ArgumentException)
        {
            var inside = wrong
                is InvalidDataException { InnerException: FormatException or { InnerException: not null } }
                ? $" {wrong.GetBaseException().Message}"
                : "";
            throw new TroubleException(
                $"{wrong.Message}{inside} Correct it in stepdesk.json in the data folder, or in the variables that begin with STEPDESK_."
            );
        }
    }
}
