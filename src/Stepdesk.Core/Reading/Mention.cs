using System.Runtime.InteropServices;

namespace Stepdesk.Core.Reading;

/// <summary>A number of people in a passage, with what its sentence says about it.</summary>
/// <param name="First">The first item.</param>
/// <param name="Last">The last item.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Mention(int Low, int? High, bool IsVague, bool IsAbout, int First, int Last)
{
    /// <summary>How many classes or teams it was counted for.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Of each class, and how many classes there are was not said.</summary>
    public bool IsOfEach { get; init; }

    /// <summary>Some of a number of people: 3 of 20.</summary>
    public bool IsPart { get; init; }

    /// <summary>How many they are some of, where both were said together; 0 where they were not.</summary>
    public int Whole { get; init; }

    /// <summary>Counted from the others: "only 5 of 40 can" are 35 who cannot.</summary>
    public bool IsOthers { get; init; }

    /// <summary>Nobody said that the others cannot, so a number of those who cannot goes before.</summary>
    public bool IsDerived { get; init; }

    /// <summary>They are asked for, or something is for them; they have no trouble.</summary>
    public bool IsRequested { get; init; }

    /// <summary>Something is wrong for them.</summary>
    public bool IsHit { get; init; }

    /// <summary>How many there are, not how many are hit: "our class has 20 students".</summary>
    public bool IsStock { get; init; }

    /// <summary>Said to be wrong, well, or of another time.</summary>
    public bool IsLeftOut { get; init; }
    public bool IsTotal { get; init; }

    /// <summary>How it was before something changed.</summary>
    public bool IsNow { get; init; }

    /// <summary>How many it were at first.</summary>
    public bool IsEarlier { get; init; }
    public bool IsCorrected { get; init; }

    /// <summary>Breaks down what was counted before.</summary>
    public bool IsBreakdown { get; init; }

    /// <summary>By what these people are told from others: the name of their class, their device.</summary>
    public string? Kind { get; init; }

    /// <summary>The kind is the name of a class.</summary>
    public bool IsClass { get; init; }

    public static Mention Of(Quantity said, int first, int last) =>
        new(said.Low, said.High, said.IsVague, said.IsAbout, first, last);

    public Mention Times(int groups, int first, int last) =>
        Math.BigMul(High ?? Low, groups) > Quantity.Most
            ? this
            : this with
            {
                Low = Low * groups,
                High = High * groups,
                Groups = groups,
                First = Math.Min(first, First),
                Last = Math.Max(last, Last),
            };
}
