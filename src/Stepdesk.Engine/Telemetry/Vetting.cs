using Stepdesk.Core.History;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Engine.Telemetry;

/// <summary>
/// Looks at a query before it leaves. The query API can only read, but a query can reach beyond its own data, or out of
/// it: such words are refused. Everything else passes, also what our own engine does not know.
/// </summary>
public static class Vetting
{
    public static readonly Refusal NotAllowed = new("telemetry-query-not-allowed");

    // Reads from addresses, or from what no rights of the source guard.
    static readonly HashSet<string> Never = new(StringComparer.OrdinalIgnoreCase)
    {
        "externaldata",
        "external_data",
        "external_table",
        "stored_query_result",
        "cluster",
        "database",
        "adx",
        "arg",
    };

    // Plugins compute what they like: these compute over the rows before them and call nobody.
    static readonly HashSet<string> Plugins =
    [
        .. (
            "autocluster basket diffpatterns diffpatterns_text bag_unpack pivot narrow preview dcount_intersect "
            + "rolling_percentile rows_near sequence_detect session_count sliding_window_counts active_users_count "
            + "activity_counts_metrics activity_engagement activity_metrics new_activity_metrics funnel_sequence "
            + "funnel_sequence_completion ipv4_lookup ipv6_lookup"
        ).Split(' '),
    ];

    // Reads from another resource, which must be on the list of the connection.
    static readonly HashSet<string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "app",
        "workspace",
        "resource",
    };

    /// <summary>Why the query may not leave; null when it may.</summary>
    /// <param name="text">The query.</param>
    /// <param name="others">The other apps, workspaces and resources it may name.</param>
    public static Refusal? Check(string text, IReadOnlyCollection<string> others)
    {
        var diagnostics = new DiagnosticBag(text);
        var tokens = Lexer.Read(text, diagnostics);
        if (tokens[0] is { Kind: TokenKind.Symbol, Text: "." })
            return NotAllowed with { Detail = "." + tokens[Math.Min(1, tokens.Count - 1)].Text };
        if (Unread.In(text, tokens, diagnostics) is { } unread)
            return NotAllowed with { Detail = unread };
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("evaluate") && Plugin(tokens, i + 1) is { } plugin && !Plugins.Contains(plugin))
                return NotAllowed with { Detail = plugin };
            // A name before a bracket is called; a column may be called cluster.
            if (!tokens[i + 1].Is("("))
                continue;
            var name = NameEnding(tokens, i);
            if (Never.Contains(name))
                return NotAllowed with { Detail = name };
            if (Elsewhere.Contains(name) && !IsListed(tokens, i, others))
                return NotAllowed with { Detail = $"{name}({(i + 2 < tokens.Count ? tokens[i + 2].Text : "")})" };
        }
        return null;
    }

    // A name may be written ['x'], and with blanks between the brackets too.
    static string NameEnding(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Kind is TokenKind.Name or TokenKind.QuotedName ? tokens[i].Text
        : i > 1 && tokens[i].Is("]") && tokens[i - 1].Value is string text && tokens[i - 2].Is("[") ? text
        : "";

    // evaluate hint.distribution = per_node python(...): hints stand before the name. Null: a column called evaluate.
    static string? Plugin(IReadOnlyList<Token> tokens, int i)
    {
        while (i + 5 < tokens.Count && tokens[i].Is("hint") && tokens[i + 1].Is(".") && tokens[i + 3].Is("="))
            i += 5;
        return tokens[i].Kind is TokenKind.Name or TokenKind.QuotedName || tokens[i].Is("[") ? tokens[i].Text : null;
    }

    static bool IsListed(IReadOnlyList<Token> tokens, int i, IReadOnlyCollection<string> others) =>
        i + 3 < tokens.Count
        && tokens[i + 2] is { Kind: TokenKind.Literal, Value: string other }
        && tokens[i + 3].Is(")")
        && others.Contains(other, StringComparer.OrdinalIgnoreCase);
}
