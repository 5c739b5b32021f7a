using Stepdesk.Kql.Binding;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Evaluation.Plans;
using Stepdesk.Kql.Operators;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Expressions;

/// <summary>Anything that has a value: a scalar or a table, which only its binding can tell.</summary>
public abstract record Expression(Span Span) : Node(Span)
{
    /// <summary>The value for each row of the scope; <see cref="Broken"/> after reporting.</summary>
    internal abstract Scalar Bind(Binder binder, Scope scope);

    /// <summary>The rows it stands for; an open plan after reporting that it stands for none.</summary>
    internal virtual Plan BindTable(Binder binder, Names names)
    {
        binder.Diagnostics.Add(Messages.TableNeeded(Span, binder.TextOf(this)));
        return Binder.Unknown();
    }

    /// <summary>A table or a scalar, whichever it is.</summary>
    internal virtual Meaning BindMeaning(Binder binder, Names names) =>
        new ScalarMeaning(Bind(binder, new Scope(Schema.Empty, names)));

    internal virtual bool IsTable(Binder binder, Scope scope) => false;

    /// <summary>What it calls its column where no name is given; null when it has no idea.</summary>
    internal virtual string? ColumnName(Scope scope) => null;
}

/// <summary>An expression that can only be a table.</summary>
public abstract record TableExpression(Span Span) : Expression(Span)
{
    internal abstract override Plan BindTable(Binder binder, Names names);

    internal sealed override Meaning BindMeaning(Binder binder, Names names) =>
        new TableMeaning(BindTable(binder, names));

    internal sealed override bool IsTable(Binder binder, Scope scope) => true;

    internal sealed override Scalar Bind(Binder binder, Scope scope)
    {
        binder.Diagnostics.Add(Messages.ScalarNeeded(Span));
        return new Broken();
    }
}

/// <summary>Stands where something was expected and reported missing.</summary>
public sealed record MissingExpression(Span Span) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope) => new Broken();

    internal override Plan BindTable(Binder binder, Names names) => Binder.Unknown();
}

public sealed record LiteralExpression(Span Span, KqlType Type, object? Value) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope) => new Constant(Type, Value);

    internal override Plan BindTable(Binder binder, Names names)
    {
        binder.Diagnostics.Add(Messages.TableNeeded(Span, Format.Text(Value)));
        return Binder.Unknown();
    }
}

public sealed record TypeofExpression(Span Span, KqlType Type) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope) => new Constant(KqlType.String, Type.Name());
}

public sealed record ParenthesizedExpression(Span Span, Expression Inner) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope) => Inner.Bind(binder, scope);

    internal override Plan BindTable(Binder binder, Names names) => Inner.BindTable(binder, names);

    internal override Meaning BindMeaning(Binder binder, Names names) => Inner.BindMeaning(binder, names);

    internal override bool IsTable(Binder binder, Scope scope) => Inner.IsTable(binder, scope);

    internal override string? ColumnName(Scope scope) => Inner.ColumnName(scope);
}

/// <summary><c>name = value</c>, or <c>(a, b) = value</c> for functions with several results.</summary>
public sealed record NamedExpression(Span Span, IReadOnlyList<NamePart> Names, Expression Value) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope) => Value.Bind(binder, scope);

    internal override string? ColumnName(Scope scope) => Names[0].Name;
}

public sealed record StarExpression(Span Span) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        binder.Diagnostics.Add(Messages.Unexpected(Span, "*", "expression"));
        return new Broken();
    }
}

/// <summary>A name with stars, where several columns or tables may be meant.</summary>
public sealed record PatternExpression(Span Span, string Pattern) : Expression(Span)
{
    internal override Scalar Bind(Binder binder, Scope scope)
    {
        binder.Diagnostics.Add(Messages.ScalarNeeded(Span));
        return new Broken();
    }

    internal bool Matches(string name)
    {
        var parts = Pattern.Split('*');
        return name.StartsWith(parts[0], StringComparison.Ordinal)
            && name.EndsWith(parts[^1], StringComparison.Ordinal)
            && name.Length >= parts[0].Length + parts[^1].Length
            && parts[1..^1].All(p => name.Contains(p, StringComparison.Ordinal));
    }
}

/// <summary>A source and the steps its rows flow through.</summary>
public sealed record PipelineExpression(Span Span, Expression Source, IReadOnlyList<Operator> Operators)
    : TableExpression(Span)
{
    internal override Plan BindTable(Binder binder, Names names) =>
        binder.BindPipeline(Source.BindTable(binder, names), Operators, names);
}
