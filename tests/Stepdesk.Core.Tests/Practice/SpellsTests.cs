using FsCheck.Xunit;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Times during which something holds, put together as conditions are, against asking at each instant.</summary>
public sealed class SpellsTests
{
    static readonly DateTimeOffset Zero = new(2026, 3, 9, 14, 0, 0, TimeSpan.Zero);

    [Property]
    public void And_or_and_not_mean_what_they_say_at_every_instant(byte[] starts, byte[] others)
    {
        var (one, other) = (Made(starts), Made(others));
        for (var minute = 0; minute < 300; minute += 7)
        {
            var at = Zero.AddMinutes(minute);
            var (first, second) = (one.At(at) is not null, other.At(at) is not null);
            Assert.Equal(first && second, one.And(other).At(at) is not null);
            Assert.Equal(first || second, one.Or(other).At(at) is not null);
            Assert.Equal(!first, one.Not().At(at) is not null);
        }
    }

    [Property]
    public void The_earliest_instant_is_one_at_which_it_holds_and_none_before_is(byte[] starts, byte from)
    {
        var (spells, notBefore) = (Made(starts), Zero.AddMinutes(from));

        var next = spells.Next(notBefore);

        if (next is { } at)
            Assert.NotNull(spells.At(at));
        for (var before = notBefore; before < (next ?? Zero.AddMinutes(300)); before = before.AddMinutes(1))
            Assert.Null(spells.At(before));
    }

    // From one number to the next, again and again: open at the end when their count is odd.
    static Spells Made(byte[] edges)
    {
        var made = Spells.Never;
        foreach (var edge in edges.Distinct().Order())
            made = made.And(Spells.From(Zero.AddMinutes(edge), edge).Not())
                .Or(Spells.From(Zero.AddMinutes(edge), edge).And(made.Not()));
        return made;
    }
}
