using System.Diagnostics.Metrics;

namespace Stepdesk.Engine.Door;

/// <summary>What the desk counts. Names and outcomes only: no titles, texts or addresses.</summary>
public static class Measures
{
    /// <summary>The name the desk's meters are recorded under.</summary>
    public const string Name = "Stepdesk";
    static readonly Meter Meter = new(Name);
    static readonly Counter<long> Actions = Meter.CreateCounter<long>("stepdesk.actions");
    static readonly Counter<long> Mails = Meter.CreateCounter<long>("stepdesk.mails.handled");

    /// <summary>An action came through the door.</summary>
    public static void Acted(string action, string outcome) =>
        Actions.Add(1, new("stepdesk.action", action), new("stepdesk.outcome", outcome));

    /// <summary>A mail that came in was dealt with.</summary>
    public static void MailHandled(string outcome) =>
        Mails.Add(1, new KeyValuePair<string, object?>("stepdesk.outcome", outcome));
}
