using System.Runtime.InteropServices;

namespace Stepdesk.Core.Service.Calendars;

/// <summary>From an instant up to another, in ticks of UTC; the second belongs to it no more.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Stretch(long From, long To)
{
    /// <summary>The same instants in order and each once: what is empty is gone, what overlaps is one.</summary>
    public static List<Stretch> Union(List<Stretch> stretches)
    {
        stretches.RemoveAll(s => s.To <= s.From);
        if (!IsInOrder(stretches))
            stretches.Sort((a, b) => a.From.CompareTo(b.From));
        var last = 0;
        for (var i = 1; i < stretches.Count; i++)
            if (stretches[i].From <= stretches[last].To)
                stretches[last] = stretches[last] with { To = Math.Max(stretches[last].To, stretches[i].To) };
            else
                stretches[++last] = stretches[i];
        if (last + 1 < stretches.Count)
            stretches.RemoveRange(last + 1, stretches.Count - last - 1);
        return stretches;
    }

    static bool IsInOrder(List<Stretch> stretches)
    {
        for (var i = 1; i < stretches.Count; i++)
            if (stretches[i].From < stretches[i - 1].From)
                return false;
        return true;
    }
}
