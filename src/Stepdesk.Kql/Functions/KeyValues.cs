using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>How pairs are written: what stands between them and inside of them, and what quotes them.</summary>
public sealed record PairForm
{
    public string Between { get; init; } = "";
    public string Inside { get; init; } = "";
    public string Pattern { get; init; } = "";
    public bool IsGreedy { get; init; }
    public IReadOnlyList<(char Open, char Close)> Quotes { get; init; } = [];
    public IReadOnlyList<char> Escapes { get; init; } = [];
}

/// <summary>Finds keys and their values in a text. Of a key that comes again the first value counts.</summary>
internal static class KeyValues
{
    public static Dictionary<string, string> Read(string text, Regex pattern)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in pattern.Matches(text))
        {
            Budget.Tick();
            found.TryAdd(match.Groups[1].Value.Trim(), match.Groups[2].Value.Trim());
        }

        return found;
    }

    public static Dictionary<string, string> Read(string text, PairForm form, string[] keys) =>
        form.Between.Length > 0 && form.Inside.Length > 0
            ? new Reader(text, form).Pairs(keys)
            : Words(text, form, keys);

    // Nothing said of what stands between: what follows a key is its value, wherever letters and digits end.
    private static Dictionary<string, string> Words(string text, PairForm form, string[] keys)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Reader(text, form);
        string? key = null;
        while (reader.Word() is { } word)
        {
            Budget.Tick();
            if (key is not null)
            {
                found.TryAdd(key, word);
                key = null;
            }
            else if (keys.Contains(word, StringComparer.Ordinal))
            {
                key = word;
            }
        }

        return found;
    }

    private sealed class Reader(string text, PairForm form)
    {
        private int _at;

        public Dictionary<string, string> Pairs(string[] keys)
        {
            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            var ends = form.IsGreedy ? keys.Select(k => form.Between + k + form.Inside).ToArray() : [form.Between];
            while (_at < text.Length)
            {
                Budget.Tick();
                var key = Part(form.Inside, form.Between);
                if (!Takes(form.Inside))
                {
                    // Text without a value; on with the next pair.
                    Takes(form.Between);
                    continue;
                }

                found.TryAdd(key, Part(ends));
                Takes(form.Between);
            }

            return found;
        }

        /// <summary>The next run of letters and digits, or what is quoted; null at the end.</summary>
        public string? Word()
        {
            while (_at < text.Length)
            {
                if (Quoted() is { } quoted)
                {
                    return quoted;
                }

                var start = _at;
                while (_at < text.Length && char.IsLetterOrDigit(text[_at]))
                {
                    _at++;
                }

                if (_at > start)
                {
                    return text[start.._at];
                }

                _at++;
            }

            return null;
        }

        private bool Takes(string delimiter)
        {
            if (string.CompareOrdinal(text, _at, delimiter, 0, delimiter.Length) != 0)
            {
                return false;
            }

            _at += delimiter.Length;
            return true;
        }

        // Up to the nearest of these, or the end; what is quoted may hold them.
        private string Part(params string[] ends)
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]) && !StandsAt(ends))
            {
                _at++;
            }

            var quoted = Quoted();
            var start = _at;
            var end = text.Length;
            foreach (var delimiter in ends)
            {
                var at = text.IndexOf(delimiter, start, StringComparison.Ordinal);
                end = at >= 0 && at < end ? at : end;
            }

            _at = end;
            return quoted ?? text[start..end].Trim();
        }

        private bool StandsAt(string[] ends) =>
            Array.Exists(ends, e => string.CompareOrdinal(text, _at, e, 0, e.Length) == 0);

        private string? Quoted()
        {
            foreach (var (open, close) in form.Quotes)
            {
                if (_at >= text.Length || text[_at] != open)
                {
                    continue;
                }

                var inside = new StringBuilder();
                for (var i = _at + 1; i < text.Length; i++)
                {
                    if (form.Escapes.Contains(text[i]) && i + 1 < text.Length)
                    {
                        inside.Append(text[++i]);
                    }
                    else if (text[i] == close)
                    {
                        _at = i + 1;
                        return inside.ToString();
                    }
                    else
                    {
                        inside.Append(text[i]);
                    }
                }
            }

            return null;
        }
    }
}
