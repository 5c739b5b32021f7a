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

    // Reads from addresses, or runs what is no query.
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
        "http_request",
        "http_request_post",
        "sql_request",
        "mysql_request",
        "postgresql_request",
        "cosmosdb_sql_request",
        "azure_digital_twins_query_request",
        "ai_embed_text",
        "ai_chat_completion",
        "python",
        "r",
        "csharp",
    };

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
        var tokens = Lexer.Read(text, new DiagnosticBag(text));
        if (tokens[0] is { Kind: TokenKind.Symbol, Text: "." or "#" })
            return NotAllowed with { Detail = tokens[0].Text + tokens[Math.Min(1, tokens.Count - 1)].Text };
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var name = tokens[i].Kind switch
            {
                TokenKind.Name => tokens[i].Text,
                TokenKind.QuotedName => tokens[i].Value as string ?? tokens[i].Text.Trim('[', ']', '"', '\''),
                _ => "",
            };
            // A name before a bracket is called; a column may be called r.
            if (name.Length == 0 || !(tokens[i + 1].Is("(") || IsCalledWithHint(tokens, i)))
                continue;
            if (Never.Contains(name))
                return NotAllowed with { Detail = name };
            if (Elsewhere.Contains(name) && !IsListed(tokens, i, others))
                return NotAllowed with { Detail = $"{name}({(i + 2 < tokens.Count ? tokens[i + 2].Text : "")})" };
        }
        return null;
    }

    // evaluate hint.distribution = per_node python(...): the hint stands before the name and is skipped with it.
    static bool IsCalledWithHint(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Is("evaluate") && Never.Contains(tokens[i].Text);

    static bool IsListed(IReadOnlyList<Token> tokens, int i, IReadOnlyCollection<string> others) =>
        i + 3 < tokens.Count
        && tokens[i + 2] is { Kind: TokenKind.Literal, Value: string other }
        && tokens[i + 3].Is(")")
        && others.Contains(other, StringComparer.OrdinalIgnoreCase);
}
