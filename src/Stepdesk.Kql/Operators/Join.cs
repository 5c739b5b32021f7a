using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Expressions;
using Stepdesk.Kql.Functions;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Operators;

/// <summary>join and lookup: rows of two tables that agree in their keys.</summary>
public sealed record JoinOperator(string Kind, Expression Right, IReadOnlyList<Expression> Keys, bool IsLookup)
    : Operator
{
    private static readonly Dictionary<string, JoinKind> Kinds = new(StringComparer.Ordinal)
    {
        ["innerunique"] = JoinKind.InnerUnique,
        ["inner"] = JoinKind.Inner,
        ["leftouter"] = JoinKind.LeftOuter,
        ["rightouter"] = JoinKind.RightOuter,
        ["fullouter"] = JoinKind.FullOuter,
        ["leftsemi"] = JoinKind.LeftSemi,
        ["rightsemi"] = JoinKind.RightSemi,
        ["leftanti"] = JoinKind.LeftAnti,
        ["rightanti"] = JoinKind.RightAnti,
        ["anti"] = JoinKind.LeftAnti,
        ["leftantisemi"] = JoinKind.LeftAnti,
        ["rightantisemi"] = JoinKind.RightAnti,
    };

    internal static Operator Read(Parser parser, Token keyword)
    {
        var isLookup = keyword.Text == "lookup";
        var kind = isLookup ? "leftouter" : "innerunique";
        parser.SkipHints();
        while (parser.AcceptOption("kind"))
        {
            kind = isLookup
                ? parser.ParseChoice("lookup kind", "leftouter", "inner")
                : parser.ParseChoice("join kind", [.. Kinds.Keys]);
            parser.SkipHints();
        }

        var right = parser.ParseUnary();
        parser.SkipHints();
        var keys = new List<Expression>();
        if (parser.Accept("on"))
        {
            do
            {
                keys.Add(parser.ParseExpression());
            } while (parser.Accept(",") && !parser.IsStop);
        }
        else if (right is not MissingExpression)
        {
            parser.Unexpected("on");
        }

        return new JoinOperator(kind, right, keys, isLookup);
    }

    internal override Plan Bind(Binder binder, Plan source, Scope scope)
    {
        var right = Right.BindTable(binder, scope.Names);
        if (source.IsOpen || right.IsOpen)
        {
            return Binder.Unknown();
        }

        var pairs = new JoinKeys(binder, scope, new Scope(right.Schema, scope.Names));
        foreach (var key in Keys)
        {
            pairs.Add(key);
        }

        if (pairs.AreBroken)
        {
            return Binder.Unknown();
        }

        var kind = Kinds[Kind];
        var kept = Enumerable
            .Range(0, right.Schema.Count)
            .Where(c => !IsLookup || !pairs.Right.Exists(k => k is ColumnScalar column && column.Ordinal == c))
            .ToArray();
        var schema = kind switch
        {
            JoinKind.LeftSemi or JoinKind.LeftAnti => source.Schema,
            JoinKind.RightSemi or JoinKind.RightAnti => right.Schema,
            _ => Joined(source.Schema, right.Schema, kept),
        };
        return new JoinPlan(source, right, kind, [.. pairs.Left], [.. pairs.Right], kept, schema);
    }

    private static Schema Joined(Schema left, Schema right, int[] kept)
    {
        var fields = left.Fields.ToList();
        var used = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var c in kept)
        {
            fields.Add(right[c] with { Name = FreeName.Of(right[c].Name, used) });
        }

        return new Schema(fields);
    }
}

/// <summary>The pairs of columns behind <c>on</c>: a name of both sides, or <c>$left.a == $right.b</c>.</summary>
internal sealed class JoinKeys(Binder binder, Scope left, Scope right)
{
    public List<Scalar> Left { get; } = [];

    public List<Scalar> Right { get; } = [];

    public bool AreBroken => Left.Count == 0 || Left.Exists(k => k is Broken) || Right.Exists(k => k is Broken);

    public void Add(Expression key)
    {
        switch (key)
        {
            case ParenthesizedExpression inner:
                Add(inner.Inner);
                return;
            case BinaryExpression { Operator: "and" } both:
                Add(both.Left);
                Add(both.Right);
                return;
            case BinaryExpression { Operator: "==" } equal:
                var a = SideOf(equal.Left);
                var b = SideOf(equal.Right);
                if (a is not null && b is not null && a.Value.IsLeft != b.Value.IsLeft)
                {
                    var (l, r) = a.Value.IsLeft ? (a.Value, b.Value) : (b.Value, a.Value);
                    AddPair(equal, ColumnOf(l.Column, left), ColumnOf(r.Column, right));
                    return;
                }

                break;
            case NameExpression name:
                AddPair(key, ColumnOf(name, left), ColumnOf(name, right));
                return;
        }

        if (binder.Place is not null && SideOf(key) is { } lone)
        {
            // The other one is not written yet.
            ColumnOf(lone.Column, lone.IsLeft ? left : right);
        }

        binder.Diagnostics.Add(Messages.JoinKey(key.Span));
        Left.Add(new Broken());
    }

    private static (bool IsLeft, NameExpression Column)? SideOf(Expression expression) =>
        expression switch
        {
            PathExpression { Target: NameExpression { Name: "$left" } } path => (
                true,
                new NameExpression(path.NameSpan, path.Name)
            ),
            PathExpression { Target: NameExpression { Name: "$right" } } path => (
                false,
                new NameExpression(path.NameSpan, path.Name)
            ),
            ElementExpression
            {
                Target: NameExpression { Name: "$left" or "$right" } side,
                Index: LiteralExpression { Value: string name } index
            } => (side.Name == "$left", new NameExpression(index.Span, name)),
            _ => null,
        };

    private Scalar ColumnOf(NameExpression name, Scope side)
    {
        var i = side.Row.IndexOf(name.Name);
        if (i >= 0)
        {
            return new ColumnScalar(i, side.Row[i]);
        }

        binder.ReportColumn(name.Span, name.Name, side);
        return new Broken();
    }

    private void AddPair(Expression key, Scalar left, Scalar right)
    {
        if (left is not Broken && right is not Broken)
        {
            if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
            {
                binder.Diagnostics.Add(Messages.DynamicKey(key.Span, "join", binder.TextOf(key)));
                left = new Broken();
            }
            else if (left.Type != right.Type)
            {
                if (!left.Type.IsNumber() || Comparisons.CommonType(left.Type, right.Type) is not { } common)
                {
                    binder.Diagnostics.Add(Messages.NoOperator(key.Span, "join", left.Type.Name(), right.Type.Name()));
                    left = new Broken();
                }
                else
                {
                    left = Conversions.Widen(common, left);
                    right = Conversions.Widen(common, right);
                }
            }
        }

        Left.Add(left);
        Right.Add(right);
    }
}
