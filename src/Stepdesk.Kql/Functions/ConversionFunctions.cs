using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Evaluation;

namespace Stepdesk.Kql.Functions;

internal static class ConversionFunctions
{
    public static IEnumerable<FunctionInfo> All { get; } =
    [
        To("tostring", KqlType.String),
        To("toint", KqlType.Int),
        To("tolong", KqlType.Long),
        To("toreal", KqlType.Real),
        To("todouble", KqlType.Real),
        To("todecimal", KqlType.Decimal),
        To("tobool", KqlType.Bool),
        To("toboolean", KqlType.Bool),
        To("todatetime", KqlType.DateTime),
        To("totimespan", KqlType.TimeSpan),
        To("totime", KqlType.TimeSpan),
        To("toguid", KqlType.Guid),
        ParseJson("parse_json"),
        ParseJson("todynamic"),
        ParseJson("parsejson") with
        {
            IsAlias = true,
        },
        ParseJson("toobject") with
        {
            IsAlias = true,
        },
        Declare.Function("gettype", 1, 1, GetType, NameRule.Prefixed, "type"),
        Declare.Function("tohex", 1, 2, ToHex, NameRule.FirstArgument),
        Declare.Function("isnull", 1, 1, c => Logic.IsNull(c[0], not: false)),
        Declare.Function("isnotnull", 1, 1, c => Logic.IsNull(c[0], not: true)),
        Declare.Function("notnull", 1, 1, c => Logic.IsNull(c[0], not: true)) with
        {
            IsAlias = true,
        },
        Declare.Function("isempty", 1, 1, c => Logic.IsEmpty(c[0], not: false)),
        Declare.Function("isnotempty", 1, 1, c => Logic.IsEmpty(c[0], not: true)),
        Declare.Function("notempty", 1, 1, c => Logic.IsEmpty(c[0], not: true)) with
        {
            IsAlias = true,
        },
        Declare.Function(
            "not",
            1,
            1,
            c => Logic.Not(c[0].Type.IsNumber() ? Conversions.To(KqlType.Bool, c[0]) : c.As(0, KqlType.Bool))
        ),
    ];

    private static FunctionInfo To(string name, KqlType type) =>
        Declare.Function(name, 1, 1, c => Conversions.To(type, c[0]), NameRule.FirstArgument);

    private static FunctionInfo ParseJson(string name) =>
        Declare.Function(
            name,
            1,
            1,
            c =>
                c[0].Type switch
                {
                    KqlType.Dynamic => c[0],
                    KqlType.String => Scalar.Fold(
                        new Map<string, object?>(KqlType.Dynamic, c[0], s => Json.ParseOrText(s))
                    ),
                    _ => Conversions.To(KqlType.Dynamic, c[0]),
                },
            NameRule.FirstArgument
        );

    private static Scalar GetType(Call call)
    {
        var type = call[0].Type;
        return type == KqlType.Dynamic
            ? Scalar.Fold(
                new Map<object?, string>(
                    KqlType.String,
                    call[0],
                    v =>
                        v switch
                        {
                            null => "null",
                            DynamicArray => "array",
                            DynamicBag => "dictionary",
                            double => "double",
                            _ => Cell.TypeOf(v).Name(),
                        },
                    NullRule.Passed
                )
            )
            : new Constant(KqlType.String, type.Name());
    }

    private static Scalar ToHex(Call call)
    {
        // No number is longer, so a greater width only adds zeros nobody asked a support query for.
        var width = call.Count > 1 ? (int)Math.Clamp(Conversions.AsLong(call.ConstantAt(1)).Value, 0, 1024) : 0;
        return Scalar.Fold(
            new Map<long, string>(
                KqlType.String,
                call.As(0, KqlType.Long),
                v => v.ToString("x", CultureInfo.InvariantCulture).PadLeft(width, '0')
            )
        );
    }
}
