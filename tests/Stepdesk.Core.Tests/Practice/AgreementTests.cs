using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Practice.Calibration;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>How far people agree who judged the same: against published figures, and by what has to hold for any.</summary>
public sealed class AgreementTests
{
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E: four observers, twelve units, some unseen.
    static readonly int[][] Published =
    [
        [1, 1, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [5, 5, 5],
        [1, 1],
        [3],
    ];

    [Theory]
    [InlineData(false, 0.743)]
    [InlineData(true, 0.815)]
    public void Alpha_is_what_its_author_computed(bool ordered, double published) =>
        Assert.Equal(published, Agreement.Alpha(Published, ordered)!.Value, 3);

    [Fact]
    public void Kappa_is_what_its_textbook_example_comes_to()
    {
        // Fifty proposals, two readers: 20 both yes, 15 both no, 5 and 10 one of them.
        (int, int)[] pairs =
        [
            .. Enumerable.Repeat((1, 1), 20),
            .. Enumerable.Repeat((1, 2), 5),
            .. Enumerable.Repeat((2, 1), 10),
            .. Enumerable.Repeat((2, 2), 15),
        ];

        Assert.Equal(0.4, Agreement.Kappa(pairs)!.Value, 9);
    }

    [Property]
    public void Who_is_called_the_first_does_not_matter((int, int)[] pairs)
    {
        Assert.Equal(Agreement.Kappa(pairs), Agreement.Kappa([.. pairs.Select(p => (p.Item2, p.Item1))]));
        int[][] units = [.. pairs.Select(p => (int[])[p.Item1, p.Item2])];
        int[][] turned = [.. pairs.Reverse().Select(p => (int[])[p.Item2, p.Item1])];
        Assert.Equal(Agreement.Share(units), Agreement.Share(turned));
        foreach (var ordered in (bool[])[false, true])
            Assert.Equal(Agreement.Alpha(units, ordered) ?? 9, Agreement.Alpha(turned, ordered) ?? 9, 9);
    }

    [Property]
    public void Who_always_say_the_same_agree_wholly(int[] said, PositiveInt voices)
    {
        var isVaried = said.Distinct().Count() > 1;
        int[][] units = [.. said.Select(s => Enumerable.Repeat(s, 2 + (voices.Get % 4)).ToArray())];

        Assert.Equal(said.Length == 0 ? null : 1.0, Agreement.Share(units));
        Assert.Equal(isVaried ? 1.0 : null, Agreement.Alpha(units));
        Assert.Equal(isVaried ? 1.0 : null, Agreement.Alpha(units, ordered: true));
        Assert.Equal(isVaried ? 1.0 : null, Agreement.Kappa([.. said.Select(s => (s, s))]));
    }

    [Property]
    public void Who_agree_as_often_as_chance_would_come_to_nothing(NonEmptyArray<int> one, NonEmptyArray<int> other)
    {
        // Each of the one's with each of the other's: as independent as it can be.
        (int, int)[] pairs = [.. from a in one.Get from b in other.Get select (a, b)];

        Assert.Contains(Agreement.Kappa(pairs), (double?[])[0.0, null]);
    }

    [Property]
    public void Drawn_at_random_it_comes_to_next_to_nothing(int seed, PositiveInt shape)
    {
        var draw = new Random(seed);
        var often = 0.2 + (shape.Get % 7 / 10.0);
        int[][] units = [.. Enumerable.Range(0, 3000).Select(_ => (int[])[Next(), Next(), Next()])];

        Assert.InRange(Agreement.Alpha(units)!.Value, -0.12, 0.12);
        Assert.InRange(Agreement.Alpha(units, ordered: true)!.Value, -0.12, 0.12);
        Assert.InRange(Agreement.Kappa([.. units.Select(u => (u[0], u[1]))])!.Value, -0.15, 0.15);

        int Next() => draw.NextDouble() < often ? 1 : 2 + draw.Next(2);
    }

    [Property]
    public void Things_that_one_alone_judged_change_nothing(int[] alone)
    {
        IReadOnlyList<IReadOnlyList<int>> more = [.. Published, .. alone.Select(a => (int[])[a]), []];

        Assert.Equal(Agreement.Alpha(Published), Agreement.Alpha(more));
        Assert.Equal(
            (Agreement.Share(Published), Agreement.Pairs(Published)),
            (Agreement.Share(more), Agreement.Pairs(more))
        );
    }

    [Property]
    public void It_is_never_more_than_wholly_and_opposites_are_less_than_chance((byte, byte)[] pairs)
    {
        int[][] units = [.. pairs.Select(p => (int[])[p.Item1 % 3, p.Item2 % 3])];
        Assert.True((Agreement.Alpha(units) ?? 0) <= 1 && (Agreement.Alpha(units, ordered: true) ?? 0) <= 1);

        (int, int)[] opposite = [.. pairs.Select(p => (p.Item1 % 2, 1 - (p.Item1 % 2)))];
        Assert.True((Agreement.Kappa(opposite) ?? -1) <= 0);
    }

    [Fact]
    public void Neighbouring_levels_are_nearer_than_the_ends()
    {
        int[][] near = [.. Enumerable.Range(0, 12).Select(n => (int[])[n % 4, Math.Min(3, (n % 4) + (n / 9))])];
        int[][] far = [.. Enumerable.Range(0, 12).Select(n => (int[])[n % 4, n / 9 == 0 ? n % 4 : 3 - (n % 4)])];

        Assert.True(Agreement.Alpha(near, ordered: true) > Agreement.Alpha(far, ordered: true));
        Assert.True(Agreement.Alpha(near, ordered: true) > Agreement.Alpha(near));
    }
}
