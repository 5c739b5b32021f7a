namespace Stepdesk.Core.Mail;

/// <summary>Message ids as mails write them: usually, but not always, between angle brackets.</summary>
public static class MessageIds
{
    /// <summary>The ids in a field, in order. Real ids are short; longer ones are noise and left out.</summary>
    public static IReadOnlyList<string> All(string? field)
    {
        if (field is null)
            return [];
        var ids = new List<string>();
        for (var open = field.IndexOf('<', Ordinal); open >= 0; open = field.IndexOf('<', open + 1))
        {
            var close = field.IndexOfAny(['<', '>'], open + 1);
            if (close < 0)
                break;
            if (field[close] is '>')
                Add(ids, field[(open + 1)..close]);
        }
        if (ids.Count is 0 && !field.Contains('<', Ordinal))
            foreach (var word in field.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
                Add(ids, word);
        return ids;
    }

    public static string? First(string? field) => All(field) is [var first, ..] ? first : null;

    static void Add(List<string> ids, string id)
    {
        var whole = string.Concat(id.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
        if (whole.Length is > 0 and <= Longest)
            ids.Add(whole);
    }

    /// <summary>A line of mail holds 998 characters; no id needs more.</summary>
    const int Longest = 998;
    const StringComparison Ordinal = StringComparison.Ordinal;
}
