using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

public sealed partial class Parser
{
    /// <summary>Tables that start with a keyword; null when what follows is an ordinary expression.</summary>
    private Expression? ParseSource()
    {
        if (Current.Kind != TokenKind.Name)
        {
            return null;
        }

        var start = Current.Span.Start;
        switch (Current.Text)
        {
            case "print" when !IsUsedAsName():
                Next();
                return new PrintExpression(Since(start), ParseItems()) { Span = Since(start) };
            case "range" when Peek(1).Kind is TokenKind.Name or TokenKind.QuotedName && Peek(2).Is("from"):
                return ParseRange();
            case "datatable" when Peek(1).Is("("):
                return ParseDataTable();
            case "union" when !IsUsedAsName():
                return new UnionExpression(Since(start), ParseUnion(Next())) { Span = Since(start) };
            case "search" when !IsUsedAsName():
                return new SearchExpression(Since(start), ParseSearch(Next())) { Span = Since(start) };
            case "externaldata" or "external_table" or "cluster" when Peek(1).Is("("):
                _diagnostics.Add(Messages.Refused(Current.Span, Current.Text));
                SkipRefused();
                return new MissingExpression(Since(start));
            case "find"
            or "graph"
            or "make-graph" when Peek(1).Kind == TokenKind.Name && !Peek(1).Is("and") && !Peek(1).Is("or"):
                _diagnostics.Add(Messages.NotHere(Current.Span, Current.Text));
                Recover();
                return new MissingExpression(Since(start));
            default:
                return null;
        }
    }

    private void SkipRefused()
    {
        Next();
        while (!AtEnd && !Current.Is("|") && !Current.Is(";"))
        {
            Next();
        }

        // Steps behind a refused source are not the reader's mistake.
        while (!AtEnd && !Current.Is(";") && !Current.Is(")"))
        {
            Next();
        }
    }

    private bool IsUsedAsName() =>
        Peek(1) is var next
        && (next.Kind == TokenKind.End || next.Text is "|" or ";" or ")" or "," or "=" or "==" or "." or "[");

    private RangeExpression ParseRange()
    {
        var start = Next().Span.Start;
        var name = ParseName();
        Next();
        var from = ParseSum();
        Expression to = new MissingExpression(Current.Span);
        Expression step = to;
        if (Expect("to"))
        {
            to = ParseSum();
            if (Expect("step"))
            {
                step = ParseSum();
            }
        }

        return new RangeExpression(Since(start), name, from, to, step);
    }

    private DataTableExpression ParseDataTable()
    {
        var start = Next().Span.Start;
        Expect("(");
        var columns = ParseSchema();
        Expect(")");
        var values = new List<Expression>();
        if (Current.Kind == TokenKind.QuotedName)
        {
            // ["a"] directly behind the bracket reads as a quoted name: it is a row of one text.
            var token = Next();
            values.Add(new LiteralExpression(token.Span, Columns.KqlType.String, token.Text));
            return new DataTableExpression(Since(start), columns, values);
        }

        if (Expect("["))
        {
            while (!AtEnd && !Current.Is("]"))
            {
                values.Add(ParseExpression());
                if (!Accept(","))
                {
                    break;
                }
            }

            if (!Accept("]"))
            {
                Unexpected(",", "]");
                SkipTo("]");
            }
        }

        return new DataTableExpression(Since(start), columns, values);
    }

    private UnionOperator ParseUnion(Token keyword)
    {
        var inner = false;
        var fuzzy = false;
        string? sourceColumn = null;
        while (Current.Kind == TokenKind.Name && Peek(1).Is("="))
        {
            var name = Next();
            Next();
            switch (name.Text)
            {
                case "kind":
                    inner = ParseChoice("union kind", "outer", "inner") == "inner";
                    break;
                case "withsource" or "with_source":
                    sourceColumn = ParseName().Name;
                    break;
                case "isfuzzy":
                    fuzzy = Next().Value is true;
                    break;
                default:
                    if (!name.Text.StartsWith("hint", StringComparison.Ordinal))
                    {
                        _diagnostics.Add(
                            Messages.Choice(name.Span, "union option", name.Text, ["kind", "withsource", "isfuzzy"])
                        );
                    }

                    Next();
                    break;
            }
        }

        SkipHints();
        var tables = new List<Expression>();
        do
        {
            if (IsStop)
            {
                Unexpected("table name");
                break;
            }

            tables.Add(ParseTableItem());
        } while (Accept(","));

        return new UnionOperator(Since(keyword.Span.Start), keyword.Span, inner, sourceColumn, fuzzy, tables);
    }

    private Expression ParseTableItem() =>
        Current.Is("*") && IsPatternEnd(1) ? new StarExpression(Next().Span) : ParseUnary();

    private string ParseChoice(string what, params string[] choices)
    {
        var token = Current;
        if (token.Kind is TokenKind.Name or TokenKind.Literal)
        {
            Next();
            if (choices.Contains(token.Text, StringComparer.Ordinal))
            {
                return token.Text;
            }

            _diagnostics.Add(Messages.Choice(token.Span, what, token.Text, choices));
            return choices[0];
        }

        Unexpected(choices);
        return choices[0];
    }

    // hint.strategy=broadcast and the like tune the service; they change no result.
    private void SkipHints()
    {
        while (Current.Kind == TokenKind.Name && Current.Text == "hint" && Peek(1).Is("."))
        {
            Next();
            Next();
            Next();
            if (Accept("="))
            {
                Next();
            }
        }
    }

    private SearchOperator ParseSearch(Token keyword)
    {
        var sensitive = false;
        var tables = new List<Expression>();
        while (true)
        {
            if (Current.Is("kind") && Peek(1).Is("="))
            {
                Next();
                Next();
                sensitive =
                    ParseChoice("search kind", "case_insensitive", "default", "case_sensitive") == "case_sensitive";
            }
            else if (Current.Is("in") && Peek(1).Is("("))
            {
                Next();
                Next();
                while (!AtEnd && !Current.Is(")"))
                {
                    tables.Add(ParseTableItem());
                    if (!Accept(","))
                    {
                        break;
                    }
                }

                Expect(")");
            }
            else
            {
                break;
            }
        }

        var predicate = ParseExpression();
        return new SearchOperator(Since(keyword.Span.Start), keyword.Span, sensitive, tables, predicate);
    }
}
