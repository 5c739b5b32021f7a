using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

public sealed record SearchOperator(bool CaseSensitive, IReadOnlyList<Expression> Tables, Expression Predicate)
    : Operator
{
    internal static Operator Read(Parser parser, Token keyword) => Read(parser);

    internal static Expression ReadSource(Parser parser)
    {
        var start = parser.Next().Span.Start;
        var search = Read(parser);
        return new SearchExpression(parser.Since(start), search with { Span = parser.Since(start) });
    }

    private static SearchOperator Read(Parser parser)
    {
        var sensitive = false;
        var tables = new List<Expression>();
        while (true)
        {
            if (parser.AcceptOption("kind"))
            {
                sensitive =
                    parser.ParseChoice("search kind", "case_insensitive", "default", "case_sensitive")
                    == "case_sensitive";
            }
            else if (parser.Current.Is("in") && parser.Peek(1).Is("("))
            {
                parser.Next();
                tables = parser.ParseTableList();
            }
            else
            {
                break;
            }
        }

        var predicate = parser.ParseExpression();
        return new SearchOperator(sensitive, tables, predicate);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        if (source.IsOpen)
        {
            return source;
        }

        var condition = new SearchCondition(binder, CaseSensitive);
        var predicate = condition.Of(Predicate, new Scope(source.Schema, scope.Names));
        return predicate is Broken ? source : new WherePlan(source, predicate);
    }

    internal Plan BindTables(Binder binder, Names names)
    {
        IReadOnlyList<Expression> tables = Tables.Count > 0 ? Tables : [new StarExpression(Span)];
        var union = new UnionOperator(Inner: false, "$table", Fuzzy: false, tables) { Span = Span };
        return Bind(binder, union.Bind(binder, [], names), new Scope(Schema.Empty, names));
    }
}

public sealed record SearchExpression(Span Span, SearchOperator Search) : TableExpression(Span)
{
    internal override Plan BindTable(Binder binder, Names names) => Search.BindTables(binder, names);
}
