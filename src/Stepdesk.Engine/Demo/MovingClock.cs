namespace Stepdesk.Engine.Demo;

/// <summary>A clock that stands where the replay put it, so that two months pass in seconds.</summary>
sealed class MovingClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset now = start;

    public void MoveTo(DateTimeOffset at) => now = at > now ? at : now;

    public override DateTimeOffset GetUtcNow() => now;
}
