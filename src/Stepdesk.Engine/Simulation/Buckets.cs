namespace Stepdesk.Engine.Simulation;

/// <summary>Durations as Azure groups them for its charts.</summary>
static class Buckets
{
    /// <summary>The bucket Azure puts a duration into.</summary>
    public static string Of(double milliseconds) =>
        milliseconds switch
        {
            < 250 => "<250ms",
            < 500 => "250ms-500ms",
            < 1000 => "500ms-1sec",
            < 3000 => "1sec-3sec",
            < 7000 => "3sec-7sec",
            < 15_000 => "7sec-15sec",
            < 30_000 => "15sec-30sec",
            < 60_000 => "30sec-1min",
            < 120_000 => "1min-2min",
            < 300_000 => "2min-5min",
            _ => ">=5min",
        };
}
