using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary><c>(parameters) { statements }</c>: a function of the query's own.</summary>
public sealed record FunctionExpression(Span Span, IReadOnlyList<Parameter> Parameters, Query Body) : Expression(Span)
{
    /// <summary>Stands beside the tables where these are named by a pattern.</summary>
    public bool IsView { get; init; }

    internal override Scalar Bind(Binder binder, Scope scope)
    {
        binder.Diagnostics.Add(Messages.ScalarNeeded(Span));
        return new Broken();
    }

    internal override Meaning BindMeaning(Binder binder, Names names) => new FunctionMeaning(this, names);
}

/// <summary>A parameter: a scalar with a type, or a table with columns (none: any).</summary>
public sealed record Parameter(
    Span Span,
    string Name,
    KqlType? Type,
    IReadOnlyList<SchemaPart>? Table,
    Expression? Default
);

/// <summary>A function and the names it could see where it was written.</summary>
internal sealed record FunctionMeaning(FunctionExpression Function, Names Closure) : Meaning
{
    /// <summary>As they are written.</summary>
    public string Parameters =>
        string.Join(", ", Function.Parameters.Select(p => $"{p.Name}:{p.Type?.Name() ?? "table"}"));

    public bool IsTable(Binder binder) =>
        Function.Body.Statements is [.., ExpressionStatement last]
        && last.Value.IsTable(binder, new Scope(Schema.Empty, Closure));

    /// <summary>Calls it: its body is bound again with the arguments in place of the parameters.</summary>
    public Meaning Invoke(
        Binder binder,
        string name,
        Span span,
        IReadOnlyList<Expression> arguments,
        Names names,
        Scope? scope
    )
    {
        var least = Function.Parameters.Count(p => p.Default is null);
        if (arguments.Count < least || arguments.Count > Function.Parameters.Count)
        {
            var needed = least == Function.Parameters.Count ? $"{least}" : $"{least}-{Function.Parameters.Count}";
            binder.Diagnostics.Add(Messages.ArgumentCount(span, name, needed, arguments.Count));
            return new ScalarMeaning(new Broken());
        }

        var inside = Closure;
        var varying = (Expression?)null;
        for (var i = 0; i < Function.Parameters.Count; i++)
        {
            var parameter = Function.Parameters[i];
            var argument = ArgumentFor(parameter, i, arguments);
            if (parameter.Table is not null)
            {
                inside = inside.With(parameter.Name, new TableMeaning(argument!.BindTable(binder, names)));
                continue;
            }

            var value = argument!.Bind(binder, scope ?? new Scope(Schema.Empty, names));
            varying ??= value.IsConstant || value is Broken ? null : argument;
            inside = inside.With(parameter.Name, new ScalarMeaning(Fit(binder, value, parameter, argument!)));
        }

        if (!binder.Enter())
        {
            binder.Diagnostics.Add(Messages.TooDeep(span));
            return new ScalarMeaning(new Broken());
        }

        var result = binder.BindBody(Function.Body, inside);
        binder.Leave();
        if (result is TableMeaning && varying is not null)
        {
            binder.Diagnostics.Add(Messages.ConstantNeeded(varying.Span, name));
        }

        return result ?? new ScalarMeaning(new Broken());
    }

    /// <summary>The names its body sees, without a call: parameters have a type, and no value yet.</summary>
    public Names Inside() =>
        Function.Parameters.Aggregate(
            Closure,
            (names, p) =>
                names.With(
                    p.Name,
                    p switch
                    {
                        { Table: [] } => new TableMeaning(Binder.Unknown()),
                        { Table: { } columns } => new TableMeaning(
                            new TablePlan(
                                KqlTable.None(new Schema([.. columns.Select(c => new Field(c.Name, c.Type))]))
                            )
                        ),
                        _ => new ScalarMeaning(new Constant(p.Type!.Value, null)),
                    }
                )
        );

    private static Expression? ArgumentFor(Parameter parameter, int i, IReadOnlyList<Expression> arguments)
    {
        var named = arguments.OfType<NamedExpression>().FirstOrDefault(n => n.Names[0].Name == parameter.Name);
        return named?.Value
            ?? (i < arguments.Count && arguments[i] is not NamedExpression ? arguments[i] : parameter.Default);
    }

    private static Scalar Fit(Binder binder, Scalar value, Parameter parameter, Expression argument)
    {
        var type = parameter.Type!.Value;
        if (value is Broken || value.Type == type)
        {
            return value;
        }

        if (
            (value.Type.IsNumber() && type.IsNumber())
            || value.Type == KqlType.Dynamic
            || type == KqlType.Dynamic
            || value is Constant { Held: null }
        )
        {
            return Functions.Conversions.To(type, value);
        }

        binder.Diagnostics.Add(Messages.ArgumentType(argument.Span, parameter.Name, type.Name(), value.Type.Name()));
        return new Broken();
    }
}
