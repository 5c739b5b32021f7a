using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Diagnostics;
using Stepdesk.Kql.Evaluation;
using Stepdesk.Kql.Expressions;

namespace Stepdesk.Kql.Binding;

/// <summary>Where a function with several results stands.</summary>
internal enum PartsUse
{
    Project,
    Extend,
    Print,
}

/// <summary>Lists of values that become columns, and lists of columns.</summary>
internal static class Items
{
    public static void AddItem(this Binder binder, Expression item, Scope scope, OutputNames output, bool extend)
    {
        if (binder.AddParts(item, scope, output, extend ? PartsUse.Extend : PartsUse.Project))
        {
            return;
        }

        if (item is NamedExpression named)
        {
            if (named.Names.Count > 1)
            {
                binder.Diagnostics.Add(Messages.NamesForValues(named.Span, named.Names.Count, 1));
                return;
            }

            output.Give(named.Names[0].Name, named.Names[0].Span, named.Value.Bind(binder, scope), replace: true);
            return;
        }

        var value = item.Bind(binder, scope);
        if (value is ColumnScalar column && IsPlainColumn(item))
        {
            if (extend)
            {
                output.Add(column.Field.Name, null, value);
            }
            else
            {
                output.Give(column.Field.Name, item.Span, value, replace: false);
            }

            return;
        }

        var name = item.ColumnName(scope);
        output.Add(name ?? "Column1", name ?? "Column", value, replace: extend && name is not null);
    }

    /// <summary>
    /// The columns of a function with several results. Names are given to the first of them; the others come along under
    /// their own, but not in print.
    /// </summary>
    public static bool AddParts(this Binder binder, Expression item, Scope scope, OutputNames output, PartsUse use)
    {
        var extend = use == PartsUse.Extend;
        var named = item as NamedExpression;
        if ((named?.Value ?? item) is not CallExpression call || call.BindParts(binder, scope) is not { } parts)
        {
            return false;
        }

        var names = named?.Names ?? [];
        if (names.Count > Math.Max(1, parts.Count))
        {
            binder.Diagnostics.Add(Messages.NamesForValues(item.Span, names.Count, parts.Count));
        }

        var count = use == PartsUse.Print && names.Count > 0 ? Math.Min(names.Count, parts.Count) : parts.Count;
        for (var i = 0; i < count; i++)
        {
            if (i < names.Count)
            {
                output.Give(names[i].Name, names[i].Span, parts[i].Value, replace: extend);
            }
            else
            {
                output.Add(parts[i].Name, parts[i].Name, parts[i].Value, replace: extend);
            }
        }

        return true;
    }

    // A column, or a conversion of one that changes nothing.
    private static bool IsPlainColumn(Expression item) =>
        item switch
        {
            NameExpression => true,
            ParenthesizedExpression inner => IsPlainColumn(inner.Inner),
            CallExpression { Arguments: [NameExpression] } call => call.Name.StartsWith("to", StringComparison.Ordinal),
            _ => false,
        };

    /// <summary>A column to group by, which may not be a dynamic.</summary>
    public static void AddKey(this Binder binder, Expression key, Scope scope, OutputNames keys, string use)
    {
        var before = keys.Count;
        binder.AddItem(key, scope, keys, extend: false);
        if (keys.Count > before && keys.Values[^1] is { Type: KqlType.Dynamic } and not Broken)
        {
            var value = key is NamedExpression named ? named.Value : key;
            binder.Diagnostics.Add(Messages.DynamicKey(value.Span, use, binder.TextOf(value)));
        }
    }

    /// <summary>The places of the columns that a name, a pattern or a star means.</summary>
    public static List<int> ColumnsOf(this Binder binder, Expression item, Scope scope)
    {
        switch (item)
        {
            case StarExpression:
                return [.. Enumerable.Range(0, scope.Row.Count)];
            case PatternExpression pattern:
                return [.. Enumerable.Range(0, scope.Row.Count).Where(i => pattern.Matches(scope.Row[i].Name))];
            case NameExpression name when scope.Row.IndexOf(name.Name) is var i and >= 0:
                return [i];
            case NameExpression name:
                binder.ReportColumn(name.Span, name.Name, scope);
                return [];
            case MissingExpression:
                return [];
            default:
                binder.Diagnostics.Add(Messages.ColumnNeeded(item.Span));
                return [];
        }
    }

    public static Scalar[] AllColumns(Schema schema) =>
        [.. schema.Fields.Select((f, i) => (Scalar)new ColumnScalar(i, f))];
}
