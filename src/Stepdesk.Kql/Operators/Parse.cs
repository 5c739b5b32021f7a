using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>A part of a parse pattern: a star, a text, or a column to fill.</summary>
public sealed record PatternPart(Span Span, string? Text, NamePart? Name, KqlType Type)
{
    public bool IsStar => Text is null && Name is null;
}

public sealed record ParseOperator(
    string Kind,
    string Flags,
    Expression Value,
    IReadOnlyList<PatternPart> Pattern,
    bool Filters
) : Operator
{
    internal override OrderOfRows Order => OrderOfRows.Kept;

    internal static Operator Read(Parser parser, Token keyword)
    {
        var (kind, flags) = ("simple", "");
        while (parser.Current.Kind == TokenKind.Name && parser.Peek(1).Is("="))
        {
            if (parser.AcceptOption("kind"))
            {
                kind =
                    keyword.Text == "parse"
                        ? parser.ParseChoice("parse kind", "simple", "relaxed", "regex")
                        : parser.ParseChoice("parse-where kind", "simple", "regex");
                continue;
            }

            parser.Next();
            parser.Next();
            var flag = parser.Next();
            flags = flag.Value as string ?? flag.Text;
        }

        var value = parser.ParseExpression();
        return new ParseOperator(kind, flags, value, ReadPattern(parser), Filters: keyword.Text == "parse-where");
    }

    private static List<PatternPart> ReadPattern(Parser parser)
    {
        var parts = new List<PatternPart>();
        if (!parser.Expect("with"))
        {
            return parts;
        }

        while (!parser.IsStop && ReadPart(parser) is { } part)
        {
            parts.Add(part);
        }

        if (parts.Count == 0)
        {
            parser.Unexpected("text", "*", "column name");
        }

        return parts;
    }

    private static PatternPart? ReadPart(Parser parser)
    {
        var token = parser.Current;
        switch (token)
        {
            case { Kind: TokenKind.Symbol, Text: "*" }:
                parser.Next();
                return new PatternPart(token.Span, null, null, KqlType.String);
            case { Kind: TokenKind.Literal, Type: KqlType.String, Value: string text }:
                parser.Next();
                return new PatternPart(token.Span, text, null, KqlType.String);
            case { Kind: TokenKind.Name or TokenKind.QuotedName }:
                var name = parser.ParseName();
                var type = parser.Accept(":") ? parser.ParseType() : KqlType.String;
                return new PatternPart(parser.Since(token.Span.Start), null, name, type);
            default:
                parser.Unexpected("text", "*", "column name");
                return null;
        }
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var value = Value.Bind(binder, scope);
        if (value is Broken)
        {
            return source;
        }

        if (Compiled(binder) is not { } pattern)
        {
            return source;
        }

        if (Kind != "regex" && OpenEnded() is { } star)
        {
            binder.Diagnostics.Add(Messages.StarBehindText(star.Span));
        }

        var fields = source.Schema.Fields.ToList();
        var places = new List<int>();
        var captures = Pattern.Where(p => p.Name is not null).ToList();
        foreach (var part in captures)
        {
            // A column of that name is replaced where it stands.
            var field = new Field(part.Name!.Name, part.Type);
            var at = fields.FindIndex(f => f.Name == field.Name);
            if (at >= 0)
            {
                fields[at] = field;
            }
            else
            {
                at = fields.Count;
                fields.Add(field);
            }

            places.Add(at);
        }

        return new ParsePlan(
            source,
            Conversions.To(KqlType.String, value),
            pattern,
            [.. captures.Select(p => p.Type)],
            [.. places],
            relaxed: Kind == "relaxed",
            filters: Filters,
            new Schema(fields)
        );
    }

    // A star behind a column of text: nothing says where the one ends and the other begins.
    private PatternPart? OpenEnded() =>
        Pattern
            .Skip(1)
            .Where((p, i) => p.IsStar && Pattern[i] is { Name: not null, Type: KqlType.String })
            .FirstOrDefault();

    // Simple and relaxed: literal texts and what stands between them. Regex: the texts are patterns themselves.
    private Regex? Compiled(Binder binder)
    {
        var isRegex = Kind == "regex";
        var text = new StringBuilder(isRegex ? "" : "^");
        var captures = 0;
        var parts = Pattern;
        for (var i = 0; i < parts.Count; i++)
        {
            var last = i == parts.Count - 1;
            var part = parts[i];
            if (part.Text is { } literal)
            {
                text.Append(isRegex ? literal : Regex.Escape(literal));
            }
            else if (part.IsStar)
            {
                text.Append(last ? ".*" : ".*?");
            }
            else
            {
                var inner = Capture(part.Type, last);
                text.Append("(?<c")
                    .Append(captures++.ToString(CultureInfo.InvariantCulture))
                    .Append('>')
                    .Append(inner)
                    .Append(')');
            }
        }

        if (!isRegex)
        {
            text.Append('$');
        }

        var options =
            !isRegex || Flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : RegexOptions.None;
        options |= Flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
        options |= Flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : RegexOptions.None;
        var pattern = TextTests.Pattern(text.ToString(), options);
        if (pattern is null)
        {
            binder.Diagnostics.Add(Messages.BadRegex(Span, text.ToString()));
        }

        return pattern;
    }

    // A number that is none breaks the match of the row, except when relaxed. Regex takes as much as it can unless U says
    // otherwise, simple and relaxed go to the nearest of the next text.
    private string Capture(KqlType type, bool last) =>
        (Kind, type) switch
        {
            ("regex", KqlType.Int or KqlType.Long) => @"-?\d+",
            ("regex", KqlType.Real or KqlType.Decimal) => @"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?",
            ("regex", KqlType.Bool) => "(?i:true|false)",
            ("simple", KqlType.Int or KqlType.Long) => @"\s*[-+]?\d+\s*?",
            ("simple", KqlType.Real or KqlType.Decimal) => @"\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*?",
            ("regex", _) => last || !Flags.Contains('U', StringComparison.Ordinal) ? ".*" : ".*?",
            _ => last ? ".*" : ".*?",
        };
}
