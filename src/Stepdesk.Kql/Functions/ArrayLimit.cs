using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>How many values an array holds. Longer ones are cut, and the answer says that it is not whole.</summary>
internal static class ArrayLimit
{
    /// <summary>The language's own limit.</summary>
    public const int MaxItems = 1_048_576;

    /// <summary>How many of so many values find room.</summary>
    public static int Most(double count)
    {
        if (count > MaxItems)
        {
            Budget.CutArray();
        }

        return (int)Math.Clamp(count, 0, MaxItems);
    }

    /// <summary>Whether another value finds room; no more than were asked for is nothing to tell.</summary>
    public static bool Takes(List<object?> items, long most = MaxItems)
    {
        if (items.Count < most)
        {
            return true;
        }

        if (most >= MaxItems)
        {
            Budget.CutArray();
        }

        return false;
    }
}
