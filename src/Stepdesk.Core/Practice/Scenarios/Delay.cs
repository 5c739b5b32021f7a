namespace Stepdesk.Core.Practice.Scenarios;

/// <summary>How long somebody takes: never less than the one, never more than the other, most often near the middle one.</summary>
public sealed record Delay(TimeSpan Min, TimeSpan Mode, TimeSpan Max)
{
    public static readonly Delay None = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The triangular distribution at a number from 0 to 1, in whole seconds.</summary>
    public TimeSpan At(double chance)
    {
        var (min, mode, max) = (Min.TotalSeconds, Mode.TotalSeconds, Max.TotalSeconds);
        if (max <= min)
            return Min;
        var turn = (mode - min) / (max - min);
        // Only a square root, which every processor rounds alike.
        var seconds =
            chance < turn
                ? min + Math.Sqrt(chance * (max - min) * (mode - min))
                : max - Math.Sqrt((1 - chance) * (max - min) * (max - mode));
        return TimeSpan.FromSeconds(Math.Round(seconds));
    }
}
