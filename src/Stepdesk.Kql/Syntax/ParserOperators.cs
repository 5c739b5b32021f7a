using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;

namespace Stepdesk.Kql.Syntax;

public sealed partial class Parser
{
    /// <summary>Operators read here; also what a misspelt name is compared with.</summary>
    public static readonly IReadOnlyList<string> OperatorNames =
    [
        "where",
        "filter",
        "project",
        "project-away",
        "project-keep",
        "project-rename",
        "project-reorder",
        "extend",
        "summarize",
        "sort",
        "order",
        "top",
        "take",
        "limit",
        "distinct",
        "count",
        "join",
        "lookup",
        "union",
        "parse",
        "parse-where",
        "render",
        "mv-expand",
        "mv-apply",
        "make-series",
        "serialize",
        "getschema",
        "sample",
        "sample-distinct",
        "search",
        "as",
        "top-nested",
        "evaluate",
        "consume",
    ];

    private static readonly HashSet<string> ElsewhereOperators = new(StringComparer.Ordinal)
    {
        "scan",
        "partition",
        "reduce",
        "invoke",
        "facet",
        "fork",
        "find",
        "top-hitters",
        "parse-kv",
        "graph-match",
        "graph-to-table",
        "make-graph",
        "graph-shortest-paths",
        "graph-mark-components",
        "assert-schema",
        "execute-and-cache",
        "macro-expand",
        "project-by-names",
    };

    private static readonly string[] JoinKinds =
    [
        "innerunique",
        "inner",
        "leftouter",
        "rightouter",
        "fullouter",
        "leftsemi",
        "rightsemi",
        "leftanti",
        "rightanti",
        "anti",
        "leftantisemi",
        "rightantisemi",
    ];

    private Operator ParseOperator()
    {
        var start = Current.Span.Start;
        if (Current.Kind != TokenKind.Name)
        {
            _diagnostics.Add(
                Messages.Unexpected(Current.Span, Current.Text, "operator", "where", "project", "summarize", "take")
            );
            if (!IsStop)
            {
                Recover();
            }

            return new BadOperator(Since(start), Current.Span);
        }

        var keyword = ReadKeyword();
        var span = keyword.Span;
        switch (keyword.Text)
        {
            case "where" or "filter":
                var predicate = ParseExpression();
                return new WhereOperator(Since(start), span, predicate);
            case "project":
                return new ProjectOperator(Since(start), span, ParseItemsOrNone()) { Span = Since(start) };
            case "project-away":
                return new ProjectAwayOperator(Since(start), span, ParseItems()) { Span = Since(start) };
            case "project-keep":
                return new ProjectKeepOperator(Since(start), span, ParseItems()) { Span = Since(start) };
            case "project-rename":
                return new ProjectRenameOperator(Since(start), span, ParseItems()) { Span = Since(start) };
            case "project-reorder":
                return new ProjectReorderOperator(Since(start), span, ParseOrderings()) { Span = Since(start) };
            case "extend":
                return new ExtendOperator(Since(start), span, ParseItems()) { Span = Since(start) };
            case "serialize":
                return new SerializeOperator(Since(start), span, ParseItemsOrNone()) { Span = Since(start) };
            case "summarize":
                return ParseSummarize(start, span);
            case "sort" or "order":
                SkipHints();
                Expect("by");
                return new SortOperator(Since(start), span, ParseOrderings()) { Span = Since(start) };
            case "top":
                var count = ParseSum();
                SkipHints();
                Expect("by");
                return new TopOperator(Since(start), span, count, ParseOrderings()) { Span = Since(start) };
            case "take" or "limit":
                return new TakeOperator(Since(start), span, ParseSum()) { Span = Since(start) };
            case "sample":
                return new SampleOperator(Since(start), span, ParseSum()) { Span = Since(start) };
            case "sample-distinct":
                var size = ParseSum();
                Expect("of");
                return new SampleDistinctOperator(Since(start), span, size, ParseExpression()) { Span = Since(start) };
            case "distinct":
                SkipHints();
                return new DistinctOperator(Since(start), span, ParseItems()) { Span = Since(start) };
            case "count":
                var name = Accept("as") ? ParseName() : null;
                return new CountOperator(Since(start), span, name);
            case "join" or "lookup":
                return ParseJoin(start, keyword);
            case "union":
                return ParseUnion(keyword);
            case "parse" or "parse-where":
                return ParseParse(start, keyword);
            case "render":
                return ParseRender(start, span);
            case "mv-expand" or "mvexpand":
                return ParseMvExpand(start, span);
            case "mv-apply" or "mvapply":
                return ParseMvApply(start, span);
            case "make-series":
                return ParseMakeSeries(start, span);
            case "getschema":
                return new GetSchemaOperator(Since(start), span);
            case "consume":
                return new ConsumeOperator(Since(start), span);
            case "search":
                return ParseSearch(keyword);
            case "as":
                SkipHints();
                return new AsOperator(Since(start), span, ParseName()) { Span = Since(start) };
            case "top-nested":
                return ParseTopNested(start, span);
            case "evaluate":
                return ParseEvaluate(start, span);
            default:
                _diagnostics.Add(
                    ElsewhereOperators.Contains(keyword.Text) ? Messages.NotHere(span, keyword.Text)
                    : string.Equals(keyword.Text, "select", StringComparison.OrdinalIgnoreCase) ? Messages.Sql(span)
                    : Messages.UnknownOperator(span, keyword.Text, NearNames.Of(keyword.Text, OperatorNames))
                );
                Recover();
                return new BadOperator(Since(start), span);
        }
    }

    // project-away is one word only when nothing stands between its parts.
    private Token ReadKeyword()
    {
        var token = Next();
        while (
            Current.Is("-")
            && Current.Span.Start == _last
            && Peek(1).Kind == TokenKind.Name
            && Peek(1).Span.Start == Current.Span.End
        )
        {
            Next();
            var part = Next();
            token = token with { Text = token.Text + "-" + part.Text, Span = Since(token.Span.Start) };
        }

        return token;
    }

    private List<Expression> ParseItemsOrNone() => IsStop ? [] : ParseItems();

    private SummarizeOperator ParseSummarize(int start, Span span)
    {
        SkipHints();
        var aggregates = new List<Expression>();
        var keys = new List<Expression>();
        if (!Current.Is("by") && !IsStop)
        {
            do
            {
                aggregates.Add(ParseItem());
            } while (Accept(",") && !IsStop);
        }

        if (Current.Is("group") && Peek(1).Is("by"))
        {
            var group = Next();
            Next();
            _diagnostics.Add(Messages.GroupBy(Since(group.Span.Start)));
            keys = ParseItems();
        }
        else if (Accept("by"))
        {
            keys = ParseItems();
        }
        else if (aggregates.Count == 0)
        {
            Unexpected("aggregate", "by");
        }

        return new SummarizeOperator(Since(start), span, aggregates, keys);
    }

    private List<Ordering> ParseOrderings()
    {
        var keys = new List<Ordering>();
        do
        {
            if (IsStop)
            {
                Unexpected("expression");
                break;
            }

            var start = Current.Span.Start;
            var value = ParseItem();
            bool? ascending =
                Accept("asc") || Accept("granny-asc") ? true
                : Accept("desc") ? false
                : null;
            bool? nullsFirst = null;
            if (Accept("nulls"))
            {
                nullsFirst = ParseChoice("place for nulls", "first", "last") == "first";
            }

            keys.Add(new Ordering(Since(start), value, ascending, nullsFirst));
        } while (Accept(","));

        return keys;
    }

    private JoinOperator ParseJoin(int start, Token keyword)
    {
        var isLookup = keyword.Text == "lookup";
        var kind = isLookup ? "leftouter" : "innerunique";
        var kindSpan = keyword.Span;
        SkipHints();
        while (Current.Is("kind") && Peek(1).Is("="))
        {
            Next();
            Next();
            kindSpan = Current.Span;
            kind = isLookup ? ParseChoice("lookup kind", "leftouter", "inner") : ParseChoice("join kind", JoinKinds);
            SkipHints();
        }

        var right = ParseUnary();
        SkipHints();
        var keys = new List<Expression>();
        if (Accept("on"))
        {
            do
            {
                keys.Add(ParseExpression());
            } while (Accept(",") && !IsStop);
        }
        else if (right is not MissingExpression)
        {
            Unexpected("on");
        }

        return new JoinOperator(Since(start), keyword.Span, kind, kindSpan, right, keys, isLookup);
    }

    private ParseOperator ParseParse(int start, Token keyword)
    {
        var kind = "simple";
        var flags = "";
        while (Current.Kind == TokenKind.Name && Peek(1).Is("="))
        {
            var name = Next();
            Next();
            if (name.Text == "kind")
            {
                kind = ParseChoice("parse kind", "simple", "relaxed", "regex");
            }
            else
            {
                var flag = Next();
                flags = flag.Value as string ?? flag.Text;
            }
        }

        var value = ParseExpression();
        var parts = new List<PatternPart>();
        if (Expect("with"))
        {
            while (!IsStop)
            {
                var at = Current.Span.Start;
                if (Current.Is("*"))
                {
                    Next();
                    parts.Add(new PatternPart(Since(at), null, null, KqlType.String));
                }
                else if (Current is { Kind: TokenKind.Literal, Type: KqlType.String, Value: string text })
                {
                    Next();
                    parts.Add(new PatternPart(Since(at), text, null, KqlType.String));
                }
                else if (Current.Kind is TokenKind.Name or TokenKind.QuotedName)
                {
                    var name = ParseName();
                    var type = Accept(":") ? ParseType() : KqlType.String;
                    parts.Add(new PatternPart(Since(at), null, name, type));
                }
                else
                {
                    Unexpected("text", "*", "column name");
                    break;
                }
            }

            if (parts.Count == 0)
            {
                Unexpected("text", "*", "column name");
            }
        }

        return new ParseOperator(
            Since(start),
            keyword.Span,
            kind,
            flags,
            value,
            parts,
            Filters: keyword.Text == "parse-where"
        );
    }

    private RenderOperator ParseRender(int start, Span span)
    {
        var chart = Current.Kind is TokenKind.Name or TokenKind.Literal ? Next() : default;
        if (chart.Text is null)
        {
            Unexpected("timechart", "columnchart", "barchart", "piechart", "table");
            return new RenderOperator(Since(start), span, "table", []);
        }

        var properties = new List<(string, string)>();
        if (Accept("with"))
        {
            var open = Accept("(");
            while (!AtEnd && Current.Kind == TokenKind.Name && Peek(1).Is("="))
            {
                var name = Next().Text;
                Next();
                var values = new List<string>();
                do
                {
                    if (IsStop)
                    {
                        break;
                    }

                    var sign = Accept("-") ? "-" : "";
                    var value = Next();
                    values.Add(sign + (value.Kind == TokenKind.Literal ? Format.Text(value.Value) : value.Text));
                } while (Current.Is(",") && !Peek(2).Is("=") && Accept(","));

                properties.Add((name, string.Join(",", values)));
                Accept(",");
            }

            if (open)
            {
                Expect(")");
            }
        }
        else
        {
            while (Current.Kind == TokenKind.Name && Peek(1).Is("="))
            {
                var name = Next().Text;
                Next();
                var value = Next();
                properties.Add((name, value.Kind == TokenKind.Literal ? Format.Text(value.Value) : value.Text));
            }
        }

        return new RenderOperator(Since(start), span, chart.Text, properties);
    }

    private MvExpandOperator ParseMvExpand(int start, Span span)
    {
        var asArray = false;
        NamePart? index = null;
        while (
            Current.Kind == TokenKind.Name
            && Peek(1).Is("=")
            && Current.Text is "kind" or "bagexpansion" or "with_itemindex"
        )
        {
            var option = Next().Text;
            Next();
            if (option == "with_itemindex")
            {
                index = ParseName();
            }
            else
            {
                asArray = ParseChoice("way to expand a bag", "bag", "array") == "array";
            }
        }

        var items = ParseMvItems();
        var limit = Accept("limit") ? ParseSum() : null;
        return new MvExpandOperator(Since(start), span, asArray, index, items, limit);
    }

    private List<MvExpandItem> ParseMvItems()
    {
        var items = new List<MvExpandItem>();
        do
        {
            var start = Current.Span.Start;
            NamePart? name = null;
            if (Current.Kind is TokenKind.Name or TokenKind.QuotedName && Peek(1).Is("="))
            {
                name = ParseName();
                Next();
            }

            var value = ParseSum();
            KqlType? type = null;
            if (Accept("to"))
            {
                if (Accept("typeof"))
                {
                    Expect("(");
                    type = ParseType();
                    Expect(")");
                }
                else
                {
                    Unexpected("typeof(...)");
                }
            }

            items.Add(new MvExpandItem(Since(start), name, value, type));
        } while (Accept(","));

        return items;
    }

    private MvApplyOperator ParseMvApply(int start, Span span)
    {
        NamePart? index = null;
        if (Current.Is("with_itemindex") && Peek(1).Is("="))
        {
            Next();
            Next();
            index = ParseName();
        }

        var items = ParseMvItems();
        var limit = Accept("limit") ? ParseSum() : null;
        Expect("on");
        var bodyStart = Current.Span.Start;
        var operators = new List<Operator>();
        if (Expect("("))
        {
            if (!Current.Is(")"))
            {
                operators.Add(ParseOperator());
                operators.AddRange(ParsePipeline(bodyStart, new MissingExpression(Current.Span)).Operators);
            }

            if (!Accept(")"))
            {
                Unexpected(")", "|");
                SkipTo(")");
            }
        }

        var body = new PipelineExpression(Since(bodyStart), new MissingExpression(new Span(bodyStart, 0)), operators);
        return new MvApplyOperator(Since(start), span, index, items, limit, body);
    }

    private MakeSeriesOperator ParseMakeSeries(int start, Span span)
    {
        var nonEmpty = false;
        while (Current.Is("kind") && Peek(1).Is("="))
        {
            Next();
            Next();
            nonEmpty = ParseChoice("make-series kind", "nonempty") == "nonempty";
        }

        SkipHints();
        var aggregates = new List<SeriesAggregate>();
        do
        {
            var at = Current.Span.Start;
            var value = ParseItem();
            Expression? fallback = null;
            if (Current.Is("default") && Peek(1).Is("="))
            {
                Next();
                Next();
                fallback = ParseUnary();
            }

            aggregates.Add(new SeriesAggregate(Since(at), value, fallback));
        } while (Accept(","));

        Expression axis = new MissingExpression(Current.Span);
        Expression? from = null;
        Expression? to = null;
        Expression? step = null;
        if (Expect("on"))
        {
            axis = ParseItem();
            if (Current.Is("in") && Peek(1).Is("range"))
            {
                // The older form: in range(from, to, step), both ends included.
                Next();
                Next();
                Expect("(");
                from = ParseExpression();
                Expect(",");
                to = ParseExpression();
                Expect(",");
                step = ParseExpression();
                Expect(")");
                to = new BinaryExpression(
                    to.Span,
                    "+",
                    to.Span,
                    to,
                    new LiteralExpression(to.Span, KqlType.TimeSpan, new TimeSpan(1))
                );
            }
            else
            {
                if (Accept("from"))
                {
                    from = ParseSum();
                }

                if (Accept("to"))
                {
                    to = ParseSum();
                }

                if (Expect("step"))
                {
                    step = ParseSum();
                }
            }
        }

        var keys = Accept("by") ? ParseItems() : [];
        return new MakeSeriesOperator(Since(start), span, nonEmpty, aggregates, axis, from, to, step, keys);
    }

    private TopNestedOperator ParseTopNested(int start, Span span)
    {
        var levels = new List<TopNestedLevel>();
        while (true)
        {
            var at = Current.Span.Start;
            var count = Current.Is("of") ? null : ParseSum();
            Expect("of");
            var value = ParseItem();
            Expression? others = null;
            if (Accept("with"))
            {
                Expect("others");
                Expect("=");
                others = ParseUnary();
            }

            Expect("by");
            var aggregate = ParseItem();
            var ascending = Accept("asc");
            if (!ascending)
            {
                Accept("desc");
            }

            levels.Add(new TopNestedLevel(Since(at), count, value, others, aggregate, ascending));
            if (!(Current.Is(",") && Peek(1).Is("top") && Peek(2).Is("-") && Peek(3).Is("nested")))
            {
                return new TopNestedOperator(Since(start), span, levels);
            }

            Next();
            ReadKeyword();
        }
    }

    private Operator ParseEvaluate(int start, Span span)
    {
        SkipHints();
        if (Current.Kind != TokenKind.Name)
        {
            Unexpected("bag_unpack(...)", "pivot(...)", "narrow()");
            Recover();
            return new BadOperator(Since(start), span);
        }

        var name = Next();
        var call = ParseCall(name, name.Span.Start);
        List<SchemaPart>? schema = null;
        if (Accept(":"))
        {
            Expect("(");
            if (Current.Is("*"))
            {
                Next();
                Accept(",");
            }

            schema = ParseSchema();
            Expect(")");
        }

        return new EvaluateOperator(Since(start), span, call, schema);
    }
}
