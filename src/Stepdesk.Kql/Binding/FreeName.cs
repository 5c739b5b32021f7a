using System.Globalization;

namespace Stepdesk.Kql.Binding;

/// <summary>A column whose name is taken gets a number: x, x1, x2.</summary>
internal static class FreeName
{
    public static string Of(string name, HashSet<string> taken)
    {
        var free = name;
        for (var n = 1; !taken.Add(free); n++)
        {
            free = name + n.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }
}
