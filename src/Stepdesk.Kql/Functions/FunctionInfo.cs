using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Functions;

/// <summary>What a call without a name of its own calls its column.</summary>
public enum NameRule
{
    /// <summary>Column1, Column2, ...</summary>
    None,
    FirstArgument,
    OnlyArgument,

    /// <summary>prefix_argument</summary>
    Prefixed,

    /// <summary>The column that the text of the first argument names.</summary>
    NamedColumn,
}

/// <summary>A built-in function: how many arguments, how its column is called, how it is bound.</summary>
public sealed record FunctionInfo(string Name, int Least, int Most, Func<Call, Scalar?> Bind)
{
    public NameRule Names { get; init; }
    public string Prefix { get; init; } = "";

    /// <summary>
    /// Several results, each a column of its own: these columns, from the arguments as columns. The value is then an array
    /// of the results.
    /// </summary>
    public Func<IReadOnlyList<Field>, IReadOnlyList<Field>>? Parts { get; init; }

    /// <summary>Looks at other rows, and so only works where rows have an order.</summary>
    public bool NeedsOrder { get; init; }

    /// <summary>Older spelling, kept for pasted queries, not offered.</summary>
    public bool IsAlias { get; init; }

    public string Count =>
        Least == Most ? $"{Least}"
        : Most == int.MaxValue ? $"{Least}+"
        : $"{Least}-{Most}";
}

/// <summary>One call being bound: its arguments, and what functions may ask of their surroundings.</summary>
public sealed class Call(
    string name,
    Span span,
    IReadOnlyList<Scalar> arguments,
    IReadOnlyList<Node> syntax,
    Schema row,
    DateTime now,
    DiagnosticBag diagnostics
)
{
    public string Name { get; } = name;
    public Span Span { get; } = span;
    public IReadOnlyList<Scalar> Arguments { get; } = arguments;
    public IReadOnlyList<Node> Syntax { get; } = syntax;
    public Schema Row { get; } = row;
    public DateTime Now { get; } = now;

    public int Count => Arguments.Count;

    public bool Failed { get; private set; }

    public Scalar this[int i] => Arguments[i];

    public void Fail(Diagnostic diagnostic)
    {
        Failed = true;
        diagnostics.Add(diagnostic);
    }

    /// <summary>The argument as it is written.</summary>
    public string TextOf(int i) => diagnostics.Text.Substring(Syntax[i].Span.Start, Syntax[i].Span.Length);

    /// <summary>The name of a column that stands there by itself; empty otherwise.</summary>
    public string NameOf(int i) => Arguments[i] is ColumnScalar column ? Row[column.Ordinal].Name : "";

    public Scalar Text(int i) => Conversions.To(KqlType.String, Arguments[i]);

    /// <summary>The argument as the type the function works on; reports and goes on with a null otherwise.</summary>
    public Scalar As(int i, KqlType type)
    {
        var argument = Arguments[i];
        var fits =
            argument.Type == type
            || argument.Type == KqlType.Dynamic
            || type == KqlType.String
            || (argument.Type.IsNumber() && type.IsNumber())
            || (argument.Type == KqlType.Bool && type.IsNumber());
        if (fits)
        {
            return Conversions.To(type, argument);
        }

        Fail(
            type == KqlType.Dynamic
                ? Messages.DynamicNeeded(Syntax[i].Span, Name + "()", argument.Type.Name())
                : Messages.ArgumentType(Syntax[i].Span, Name, type.Name(), argument.Type.Name()) with
                {
                    Hints =
                        type == KqlType.TimeSpan && char.IsAsciiDigit(TextOf(i)[^1]) && argument.IsConstant
                            ? [Messages.Days(Syntax[i].Span, TextOf(i))]
                            : [],
                }
        );
        return new Constant(type, null);
    }

    /// <summary>The type a last argument <c>typeof(...)</c> asks for; a string where there is none.</summary>
    public KqlType TypeAt(int i) =>
        i < Count && Arguments[i] is Constant { Held: string name } && KqlTypes.TryParse(name, out var type)
            ? type
            : KqlType.String;

    /// <summary>The value of an argument that may not vary by row; null after reporting.</summary>
    public object? ConstantAt(int i)
    {
        if (Arguments[i].IsConstant)
        {
            return Arguments[i].Value;
        }

        Fail(Messages.ConstantNeeded(Syntax[i].Span, $"{Name}()"));
        return null;
    }
}
