using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Operators;

namespace Stepdesk.Kql.Syntax;

/// <summary>Tables: where their rows come from, and the steps behind the pipes.</summary>
internal static class PipelineGrammar
{
    /// <summary>A scalar or, where a pipe or a tabular keyword says so, a table.</summary>
    public static Expression ParseValue(this Parser parser)
    {
        if (!parser.Enter())
        {
            return new MissingExpression(parser.Current.Span);
        }

        var start = parser.Current.Span.Start;
        var source = parser.ParseSource() ?? parser.ParseExpression();
        if (parser.Current.Is("|") && source is not MissingExpression)
        {
            source = parser.ParsePipeline(start, source);
        }

        parser.Leave();
        return source;
    }

    public static PipelineExpression ParsePipeline(this Parser parser, int start, Expression source)
    {
        var operators = new List<Operator>();
        while (parser.Accept("|"))
        {
            parser.Link();
            var before = parser.Diagnostics.Count;
            operators.Add(parser.ParseOperator());
            if (!parser.IsStop)
            {
                if (parser.Diagnostics.Count == before)
                {
                    parser.ReportRest();
                }

                parser.Recover();
            }
        }

        return new PipelineExpression(parser.Since(start), source, operators);
    }

    /// <summary><c>(where ... | take ...)</c>: steps over rows that come from outside.</summary>
    public static List<Operator> ParseSubquery(this Parser parser)
    {
        var body = new List<Operator>();
        if (!parser.Expect("("))
        {
            return body;
        }

        if (!parser.Current.Is(")"))
        {
            var start = parser.Current.Span;
            body.Add(parser.ParseOperator());
            body.AddRange(parser.ParsePipeline(start.Start, new MissingExpression(start)).Operators);
        }

        if (!parser.Accept(")"))
        {
            parser.Unexpected(")", "|");
            parser.SkipTo(")");
        }

        return body;
    }

    private static void ReportRest(this Parser parser)
    {
        if (parser.Current.Is("-") && parser.Peek(1).Is("-"))
        {
            parser.Diagnostics.Add(Messages.DashComment(new Span(parser.Current.Span.Start, 2)));
        }
        else if (
            parser.Current.Kind is TokenKind.Name or TokenKind.QuotedName or TokenKind.Literal
            && OperatorTable.Find(parser.Current.Text) is null
        )
        {
            parser.Diagnostics.Add(Messages.CommaNeeded(parser.Current.Span, parser.Current.Text, parser.LastEnd));
        }
        else
        {
            parser.Unexpected("|", "operator");
        }
    }

    public static Operator ParseOperator(this Parser parser)
    {
        var start = parser.Current.Span.Start;
        if (parser.Current.Kind != TokenKind.Name)
        {
            parser.Unexpected("operator", "where", "project", "summarize", "take");
            if (!parser.IsStop)
            {
                parser.Recover();
            }

            return new BadOperator { Span = parser.Since(start) };
        }

        var keyword = parser.ReadKeyword();
        if (OperatorTable.Find(keyword.Text) is { } read)
        {
            return read(parser, keyword) with { Span = parser.Since(start) };
        }

        parser.Diagnostics.Add(
            OperatorTable.IsElsewhere(keyword.Text) ? Messages.NotHere(keyword.Span, keyword.Text)
            : string.Equals(keyword.Text, "select", StringComparison.OrdinalIgnoreCase) ? Messages.Sql(keyword.Span)
            : Messages.UnknownOperator(keyword.Span, keyword.Text, NearNames.Of(keyword.Text, OperatorTable.Names))
        );
        parser.Recover();
        return new BadOperator { Span = parser.Since(start) };
    }

    /// <summary>Tables that start with a keyword; null when what follows is an ordinary expression.</summary>
    private static Expression? ParseSource(this Parser parser)
    {
        var (first, second) = (parser.Current, parser.Peek(1));
        switch (first.Kind == TokenKind.Name ? first.Text : null)
        {
            case "print" when !parser.IsUsedAsName():
                return PrintExpression.Read(parser);
            case "range" when second.Kind is TokenKind.Name or TokenKind.QuotedName && parser.Peek(2).Is("from"):
                return RangeExpression.Read(parser);
            case "datatable" when second.Is("("):
                return DataTableExpression.Read(parser);
            case "union" when !parser.IsUsedAsName():
                return UnionOperator.ReadSource(parser);
            case "search" when !parser.IsUsedAsName():
                return SearchOperator.ReadSource(parser);
            case "externaldata" or "external_table" or "cluster" when second.Is("("):
                parser.Diagnostics.Add(Messages.Refused(first.Span, first.Text));
                parser.SkipRefused();
                return new MissingExpression(parser.Since(first.Span.Start));
            case "find" when !parser.IsUsedAsName():
                return FindExpression.Read(parser);
            case "graph" or "make-graph" when second.Kind == TokenKind.Name && !second.Is("and") && !second.Is("or"):
                parser.Diagnostics.Add(Messages.NotHere(first.Span, first.Text));
                parser.Recover();
                return new MissingExpression(parser.Since(first.Span.Start));
            default:
                return null;
        }
    }

    private static void SkipRefused(this Parser parser)
    {
        parser.Next();
        while (!parser.AtEnd && !parser.Current.Is("|") && !parser.Current.Is(";"))
        {
            parser.Next();
        }

        // Steps behind a refused source are not the reader's mistake.
        while (!parser.AtEnd && !parser.Current.Is(";") && !parser.Current.Is(")"))
        {
            parser.Next();
        }
    }

    private static bool IsUsedAsName(this Parser parser) =>
        parser.Peek(1) is var next
        && (next.Kind == TokenKind.End || next.Text is "|" or ";" or ")" or "," or "=" or "==" or "." or "[");

    public static Expression ParseTableItem(this Parser parser) =>
        parser.Current.Is("*") && parser.IsPatternEnd(1) ? new StarExpression(parser.Next().Span) : parser.ParseUnary();

    /// <summary><c>(requests, App*)</c>: the tables to look through.</summary>
    public static List<Expression> ParseTableList(this Parser parser)
    {
        var tables = new List<Expression>();
        parser.Expect("(");
        while (!parser.AtEnd && !parser.Current.Is(")"))
        {
            tables.Add(parser.ParseTableItem());
            if (!parser.Accept(","))
            {
                break;
            }
        }

        parser.Expect(")");
        return tables;
    }
}
