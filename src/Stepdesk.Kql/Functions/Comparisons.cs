using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

/// <summary>== != &lt; &lt;= &gt; &gt;= and in: two-valued where one side is null.</summary>
public static class Comparisons
{
    /// <summary>Null when the operator is not defined for the two types.</summary>
    public static Scalar? Bind(string op, Scalar left, Scalar right)
    {
        var equality = op is "==" or "!=" or "<>";
        var negate = op is "!=" or "<>";
        if (left.Type == KqlType.Dynamic || right.Type == KqlType.Dynamic)
        {
            return BindDynamic(op, negate, left, right);
        }

        if (left.Type == KqlType.String && right.Type == KqlType.String)
        {
            return equality ? TextEquals.Of(left, right, negate, ignoreCase: false) : null;
        }

        if (equality && IsTextAndBool(left, right))
        {
            // success is a string in the classic tables: True and False in any capitals.
            return TextEquals.Of(
                Conversions.To(KqlType.String, left),
                Conversions.To(KqlType.String, right),
                negate,
                ignoreCase: true
            );
        }

        if (equality && (left.Type, right.Type) is (KqlType.Guid, KqlType.String) or (KqlType.String, KqlType.Guid))
        {
            return Typed(op, KqlType.Guid, Conversions.To(KqlType.Guid, left), Conversions.To(KqlType.Guid, right));
        }

        return CommonType(left.Type, right.Type) is { } type
            ? Typed(op, type, Conversions.Widen(type, left), Conversions.Widen(type, right))
            : null;
    }

    private static bool IsTextAndBool(Scalar left, Scalar right) =>
        (left.Type, right.Type) is (KqlType.String, KqlType.Bool) or (KqlType.Bool, KqlType.String);

    private static Scalar? BindDynamic(string op, bool negate, Scalar left, Scalar right)
    {
        if (left.Type == right.Type)
        {
            // Neither says as what it is to be compared.
            return null;
        }

        var type = left.Type == KqlType.Dynamic ? right.Type : left.Type;
        if (type == KqlType.String)
        {
            return op is not ("==" or "!=" or "<>")
                ? null
                : Map<object?, object?, bool>.Of(
                    KqlType.Bool,
                    Conversions.To(KqlType.Dynamic, left),
                    Conversions.To(KqlType.Dynamic, right),
                    (a, b) => Format.Text(a) == Format.Text(b) != negate,
                    NullRule.Passed
                );
        }

        // A real keeps every number a dynamic may hold; cutting it to a long would make 4.5 equal to 4.
        var common = type.IsInteger() ? KqlType.Real : type;
        return Typed(op, common, Conversions.To(common, left), Conversions.To(common, right));
    }

    /// <summary>The type two operands meet in; null when they never do.</summary>
    public static KqlType? CommonType(KqlType a, KqlType b)
    {
        if (a == b)
        {
            return a;
        }

        if (a.IsNumber() && b.IsNumber())
        {
            return a == KqlType.Decimal || b == KqlType.Decimal ? KqlType.Decimal
                : a == KqlType.Real || b == KqlType.Real ? KqlType.Real
                : KqlType.Long;
        }

        return (a == KqlType.Bool && b.IsNumber()) || (b == KqlType.Bool && a.IsNumber()) ? KqlType.Real : null;
    }

    private static Scalar Typed(string op, KqlType type, Scalar left, Scalar right) =>
        Scalar.Fold(
            type switch
            {
                KqlType.Real => Compare<double>(op, left, right),
                KqlType.Decimal => Compare<decimal>(op, left, right),
                KqlType.Bool => Compare<double>(
                    op,
                    Conversions.To(KqlType.Real, left),
                    Conversions.To(KqlType.Real, right)
                ),
                KqlType.Guid => Compare<UInt128>(op, GuidAsNumber(left), GuidAsNumber(right)),
                _ => Compare<long>(op, left, right),
            }
        );

    private static Map<Guid, UInt128> GuidAsNumber(Scalar guid) =>
        new(KqlType.Guid, guid, g => System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(g.ToByteArray(true)));

    private static Scalar Compare<T>(string op, Scalar left, Scalar right)
        where T : System.Numerics.IComparisonOperators<T, T, bool> =>
        op switch
        {
            "==" => new Compare<T, EqualTo>(left, right),
            "<" => new Compare<T, LessThan>(left, right),
            "<=" => new Compare<T, AtMost>(left, right),
            ">" => new Compare<T, GreaterThan>(left, right),
            ">=" => new Compare<T, AtLeast>(left, right),
            _ => new Compare<T, NotEqualTo>(left, right),
        };

    public static Scalar Between(Scalar value, Scalar low, Scalar high, bool not)
    {
        var inside = Logic.And(Bind(">=", value, low)!, Bind("<=", value, high)!);
        return not ? Logic.Not(inside) : inside;
    }
}
