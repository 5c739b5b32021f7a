using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Templates;

/// <summary>
/// Which Liquid a template may hold: variables that are known, a few filters, and conditions on them. Nothing repeats,
/// nothing is included and nothing is assigned, so a template ends as surely as its text does.
/// </summary>
public static class LiquidText
{
    public const int Longest = 5000;
    const int DeepestNesting = 5;

    public static readonly Refusal TooLong = new("template-is-too-long");
    public static readonly Refusal VariableUnknown = new("template-variable-is-unknown");
    public static readonly Refusal TagUnknown = new("template-tag-is-unknown");
    public static readonly Refusal FilterUnknown = new("template-filter-is-unknown");
    public static readonly Refusal Unreadable = new("template-is-unreadable");
    public static readonly Refusal Unclosed = new("template-is-not-closed");
    public static readonly Refusal TooDeep = new("template-is-too-deep");

    static readonly string[] Filters = ["upcase", "downcase", "capitalize", "default"];

    /// <summary>Why the text cannot be a template; the detail names the place or what may have been meant.</summary>
    public static Refusal? Check(string text)
    {
        if (Plain.Text(text) is "")
            return Tickets.Refusals.TextMissing;
        if (text.Length > Longest)
            return TooLong;
        var open = new Stack<string>();
        for (var at = 0; (at = text.AsSpan(at).IndexOf('{') is >= 0 and var next ? at + next : -1) >= 0; )
        {
            var (kind, close) = text.AsSpan(at) switch
            {
                ['{', '{', ..] => ('{', "}}"),
                ['{', '%', ..] => ('%', "%}"),
                _ => (' ', ""),
            };
            if (kind is ' ')
            {
                at++;
                continue;
            }
            var end = text.IndexOf(close, at + 2, StringComparison.Ordinal);
            if (end < 0)
                return Unclosed with { Detail = Plain.Cut(text[at..], 30) };
            // One dash trims the blanks around it, as everywhere in Liquid.
            var inner = text[(at + 2)..end];
            inner = inner[(inner is ['-', ..] ? 1 : 0)..];
            inner = inner[..^(inner is [.., '-'] ? 1 : 0)].Trim();
            if ((kind is '{' ? CheckOutput(inner) : CheckTag(inner, open)) is { } wrong)
                return wrong;
            at = end + 2;
        }
        return open.Count > 0 ? Unclosed with { Detail = $"{{% {open.Peek()} %}}" } : null;
    }

    static Refusal? CheckOutput(string inner)
    {
        var parts = inner.Split('|');
        if (CheckName(parts[0].Trim()) is { } unknown)
            return unknown;
        foreach (var part in parts.Skip(1).Select(p => p.Trim()))
        {
            var (name, argument) = part.IndexOf(':') is >= 0 and var colon
                ? (part[..colon].Trim(), part[(colon + 1)..].Trim())
                : (part, null);
            if (!Filters.Contains(name))
                return FilterUnknown with { Detail = $"{name} ({string.Join(", ", Filters)})" };
            if ((name is "default") != (argument is not null) || (argument is not null && !IsQuoted(argument)))
                return Unreadable with { Detail = part };
        }
        return null;
    }

    static Refusal? CheckTag(string inner, Stack<string> open)
    {
        var words = inner.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (tag, rest) = (words.FirstOrDefault() ?? "", words.Length > 1 ? words[1].Trim() : "");
        switch (tag)
        {
            case "if" or "unless":
                open.Push(tag);
                return open.Count > DeepestNesting ? TooDeep : CheckCondition(rest);
            case "elsif" when open.Count > 0:
                return CheckCondition(rest);
            case "else" when open.Count > 0:
                return rest is "" ? null : Unreadable with { Detail = inner };
            case "endif" or "endunless" when open.TryPeek(out var begun) && tag == $"end{begun}":
                open.Pop();
                return rest is "" ? null : Unreadable with { Detail = inner };
            case "elsif" or "else" or "endif" or "endunless":
                return Unclosed with { Detail = $"{{% {tag} %}}" };
            default:
                return TagUnknown with { Detail = tag };
        }
    }

    // A name alone asks whether it says anything; with == or != what it says.
    static Refusal? CheckCondition(string condition)
    {
        foreach (var sign in (string[])["==", "!="])
            if (condition.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
                return CheckName(condition[..at].Trim())
                    // What fills templates wants a blank on either side.
                    ?? (
                        condition[..at].EndsWith(' ')
                        && condition[(at + 2)..] is [' ', .. var said]
                        && IsQuoted(said.Trim())
                            ? null
                            : Unreadable with
                            {
                                Detail = Plain.Cut(condition, 60),
                            }
                    );
        return CheckName(condition);
    }

    static Refusal? CheckName(string name) =>
        Variable.Knows(name) ? null
        : name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_')
            ? Unreadable with
            {
                Detail = name.Length == 0 ? "{{ }}" : Plain.Cut(name, 60),
            }
        : VariableUnknown with
        {
            Detail = Variable.Near(name) is { Count: > 0 } near
                ? $"{name} → {string.Join(", ", near)}"
                : $"{name} ({string.Join(", ", Variable.All.Select(v => v.Name))})",
        };

    static bool IsQuoted(string text) =>
        text.Length >= 2
        && text[0] is '"' or '\''
        && text.IndexOf(text[0], 1) == text.Length - 1
        && !text.AsSpan(1, text.Length - 2).ContainsAny('{', '}');
}
