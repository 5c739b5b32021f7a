using System.Security.Cryptography;

namespace Stepdesk.Engine.Mail;

/// <summary>How long to leave a server alone after it failed.</summary>
static class BackOff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(15);

    // Once a server is back, what piled up must leave within minutes; a mail that was put off may take an hour.
    static readonly TimeSpan LongestForServer = TimeSpan.FromMinutes(3);
    static readonly TimeSpan LongestForMail = TimeSpan.FromHours(1);

    /// <summary>Doubles with each attempt up to a limit, less up to a fifth so that nodes do not all come back at once.</summary>
    public static TimeSpan After(int attempts, bool isServerAway)
    {
        var longest = isServerAway ? LongestForServer : LongestForMail;
        var full = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return (full < longest ? full : longest) * (1 - RandomNumberGenerator.GetInt32(200) / 1000.0);
    }
}
