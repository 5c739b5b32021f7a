using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>Functions that take a regular expression.</summary>
internal static class PatternFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        Declare.Function("extract", 3, 4, Extract),
        Declare.Function("extract_all", 2, 3, ExtractAll),
        Declare.Function("extractall", 2, 3, ExtractAll) with
        {
            IsAlias = true,
        },
        Declare.Function("replace_regex", 3, 3, c => Replace(c, 0, 1, 2)),
        Declare.Function("replace", 3, 3, c => Replace(c, 2, 0, 1)) with
        {
            IsAlias = true,
        },
        Declare.Function("trim", 2, 2, c => Trim(c, start: true, end: true)),
        Declare.Function("trim_start", 2, 2, c => Trim(c, start: true, end: false)),
        Declare.Function("trim_end", 2, 2, c => Trim(c, start: false, end: true)),
        Declare.Function("countof", 2, 3, CountOf),
        Declare.Function("indexof_regex", 2, 5, IndexOfRegex),
        Declare.Text<string>("regex_quote", KqlType.String, s => Regex.Escape(s)),
    ];

    private static Regex? PatternAt(Call call, int i, string before = "", string after = "")
    {
        var pattern = Format.Text(call.ConstantAt(i));
        if (call.Failed)
        {
            return null;
        }

        if (TextTests.Pattern(pattern) is null)
        {
            call.Fail(Messages.BadRegex(call.Syntax[i].Span, pattern));
            return null;
        }

        return TextTests.Pattern(before + pattern + after);
    }

    private static Scalar? Extract(Call call)
    {
        var type = call.TypeAt(3);
        if (PatternAt(call, 0) is not { } pattern)
        {
            return null;
        }

        var group = call.ConstantAt(1);
        Group GroupOf(Match match) =>
            group is string name
                ? match.Groups[name]
                : match.Groups[(int)Math.Clamp(Conversions.AsLong(group).Value, 0, 1000)];
        var text = new Map<string, string>(
            KqlType.String,
            call.Text(2),
            s => pattern.Match(s) is { Success: true } match ? GroupOf(match).Value : ""
        );
        return Conversions.To(type, Scalar.Fold(text));
    }

    private static Scalar? ExtractAll(Call call)
    {
        if (PatternAt(call, 0) is not { } pattern)
        {
            return null;
        }

        if (pattern.GetGroupNumbers().Length == 1)
        {
            call.Fail(Messages.GroupNeeded(call.Syntax[0].Span, call.TextOf(0)));
            return null;
        }

        var wanted = GroupsWanted(pattern, call.Count == 3 ? call.ConstantAt(1) as DynamicArray : null);
        return Scalar.Fold(
            new Map<string, object?>(
                KqlType.Dynamic,
                call.Text(call.Count - 1),
                s =>
                {
                    var rows = new List<object?>();
                    foreach (Match match in pattern.Matches(s))
                    {
                        rows.Add(Groups(match, wanted));
                    }

                    return rows.Count == 0 ? null : new DynamicArray(rows);
                }
            )
        );
    }

    // What is no group of the pattern is passed over, and of none that is left all are taken.
    private static int[] GroupsWanted(Regex pattern, DynamicArray? wanted)
    {
        var numbers = (wanted?.Items ?? [])
            .Select(i => i is string name ? pattern.GroupNumberFromName(name) : Conversions.AsLong(i).Value)
            .Where(n => n > 0 && n < pattern.GetGroupNumbers().Length)
            .Select(n => (int)n)
            .ToArray();
        return numbers.Length > 0 ? numbers : [.. pattern.GetGroupNumbers().Skip(1)];
    }

    private static object? Groups(Match match, int[] wanted)
    {
        var values = Array.ConvertAll(wanted, n => match.Groups[n].Value);
        return values.Length == 1 ? values[0] : new DynamicArray(values);
    }

    private static Scalar? Replace(Call call, int text, int pattern, int rewrite)
    {
        if (PatternAt(call, pattern) is not { } regex)
        {
            return null;
        }

        var to = Rewrite(Format.Text(call.ConstantAt(rewrite)));
        return Scalar.Fold(
            new Map<string, string>(KqlType.String, call.Text(text), s => Growth.Replaced(regex, s, to))
        );
    }

    // \1 here is $1 there.
    private static string Rewrite(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                result.Append("${").Append(text[++i]).Append('}');
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '\\')
            {
                result.Append('\\');
                i++;
            }
            else
            {
                result.Append(text[i] == '$' ? "$$" : text[i].ToString());
            }
        }

        return result.ToString();
    }

    private static Scalar? Trim(Call call, bool start, bool end)
    {
        var first = start ? PatternAt(call, 0, "^(?:", ")+") : null;
        var last = end ? PatternAt(call, 0, "(?:", ")+$") : null;
        if (call.Failed)
        {
            return null;
        }

        return Scalar.Fold(
            new Map<string, string>(
                KqlType.String,
                call.Text(1),
                s =>
                {
                    s = first?.Match(s) is { Success: true } head ? s[head.Length..] : s;
                    return last?.Match(s) is { Success: true } tail ? s[..tail.Index] : s;
                }
            )
        );
    }

    private static Scalar? CountOf(Call call)
    {
        var regex = call.Count > 2 && call.ConstantAt(2) is "regex" ? PatternAt(call, 1) : null;
        if (call.Failed)
        {
            return null;
        }

        return regex is not null
            ? Scalar.Fold(new Map<string, long>(KqlType.Long, call.Text(0), s => regex.Count(s)))
            : Map<string, string, long>.Of(KqlType.Long, call.Text(0), call.Text(1), (s, n) => Count(s, n));
    }

    // Plain matches may overlap: "aa" is twice in "aaa".
    private static long Count(string text, string needle)
    {
        if (needle.Length == 0)
        {
            return 0;
        }

        var count = 0L;
        for (var at = 0; (at = text.IndexOf(needle, at, StringComparison.Ordinal)) >= 0; at++)
        {
            count++;
        }

        return count;
    }

    private static Scalar? IndexOfRegex(Call call)
    {
        if (PatternAt(call, 1) is not { } regex)
        {
            return null;
        }

        var start = call.Count > 2 ? Conversions.AsLong(call.ConstantAt(2)).Value : 0;
        var length = call.Count > 3 ? Conversions.AsLong(call.ConstantAt(3)).Value : -1;
        var occurrence = call.Count > 4 ? Conversions.AsLong(call.ConstantAt(4)).Value : 1;
        return Scalar.Fold(
            new Map<string, long>(
                KqlType.Long,
                call.Text(0),
                s =>
                {
                    var from = start < 0 ? Math.Max(0, s.Length + start) : start;
                    if (from > s.Length || occurrence < 1)
                    {
                        return -1;
                    }

                    var end = length < 0 ? s.Length : Math.Min(s.Length, from + length);
                    var match = regex.Matches(s[..(int)end], (int)from).Skip((int)occurrence - 1).FirstOrDefault();
                    return match?.Index ?? -1;
                }
            )
        );
    }
}
