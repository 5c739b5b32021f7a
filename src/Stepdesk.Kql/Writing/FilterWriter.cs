using System.Globalization;
using Stepdesk.Kql.Columns;
using Stepdesk.Kql.Syntax;

namespace Stepdesk.Kql.Writing;

/// <summary>What is asked of a value, written for the type the value has.</summary>
internal sealed class FilterWriter(FirstFault fault)
{
    public string Write(GuidedFilter filter, ChosenColumn column) =>
        filter.Test switch
        {
            GuidedTest.IsEmpty => IsText(column) ? $"isempty({AsText(column)})" : $"isnull({column.Written})",
            GuidedTest.IsNotEmpty => IsText(column) ? $"isnotempty({AsText(column)})" : $"isnotnull({column.Written})",
            GuidedTest.Is => $"{column.Key} == {Value(filter.Value, column)}",
            GuidedTest.IsNot => $"{column.Key} != {Value(filter.Value, column)}",
            GuidedTest.IsAnyOf => $"{column.Key} in ({string.Join(", ", Values(filter.Value, column))})",
            GuidedTest.Has => $"{AsText(column)} has {Names.Text(filter.Value)}",
            GuidedTest.HasNot => $"{AsText(column)} !has {Names.Text(filter.Value)}",
            GuidedTest.Contains => $"{AsText(column)} contains {Names.Text(filter.Value)}",
            GuidedTest.ContainsNot => $"{AsText(column)} !contains {Names.Text(filter.Value)}",
            GuidedTest.StartsWith => $"{AsText(column)} startswith {Names.Text(filter.Value)}",
            GuidedTest.EndsWith => $"{AsText(column)} endswith {Names.Text(filter.Value)}",
            GuidedTest.Above => Compared(filter.Value, column, ">"),
            GuidedTest.AtLeast => Compared(filter.Value, column, ">="),
            GuidedTest.Below => Compared(filter.Value, column, "<"),
            _ => Compared(filter.Value, column, "<="),
        };

    private static bool IsText(ChosenColumn column) => column.Type is KqlType.String or KqlType.Dynamic;

    private static string AsText(ChosenColumn column) =>
        column.Type is KqlType.String ? column.Written : $"tostring({column.Written})";

    private string Compared(string typed, ChosenColumn column, string sign)
    {
        if (column.Type is KqlType.Bool or KqlType.Guid)
        {
            return fault.Say(GuidedFault.NotOrdered, column.Said);
        }

        if (!IsText(column))
        {
            return $"{column.Written} {sign} {Value(typed, column)}";
        }

        // Texts are not compared by size; a status code is one that holds a number.
        var number = Number(typed.Trim());
        return int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"toint({column.Written}) {sign} {number}"
            : $"todouble({column.Written}) {sign} {number}";
    }

    private IEnumerable<string> Values(string typed, ChosenColumn column)
    {
        var all = typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (all.Length == 0 ? [typed] : all).Select(one => IsText(column) ? Names.Text(one) : Value(one, column));
    }

    private string Value(string typed, ChosenColumn column)
    {
        var value = typed.Trim();
        switch (column.Type)
        {
            case KqlType.Bool:
                return Read(KqlType.Bool, value, GuidedFault.NotTrueOrFalse) is true ? "true" : "false";
            case KqlType.DateTime:
                return $"datetime({Stated(KqlType.DateTime, value, GuidedFault.NotATime)})";
            case KqlType.TimeSpan:
                return Read(KqlType.TimeSpan, value, GuidedFault.NotADuration) is TimeSpan span ? Names.Span(span) : "";
            case KqlType.Guid:
                return $"guid({Stated(KqlType.Guid, value, GuidedFault.NotAnId)})";
            case var type when type.IsNumber():
                return Number(value);
            default:
                // The one text that everybody compares with a bare word; capitals do not matter then.
                return column is { Type: KqlType.String, Field.Name: "success" } && bool.TryParse(value, out var yes)
                    ? (yes ? "true" : "false")
                    : Names.Text(typed);
        }
    }

    private string Number(string typed)
    {
        if (long.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        if (
            !double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            return fault.Say(GuidedFault.NotANumber, typed);
        }

        var written = number.ToString(CultureInfo.InvariantCulture);
        return written.Contains('.', StringComparison.Ordinal) && !written.Contains('E', StringComparison.Ordinal)
            ? written
            : $"real({written})";
    }

    private string? Stated(KqlType type, string typed, GuidedFault otherwise) =>
        Read(type, typed, otherwise) switch
        {
            DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
            var value => value?.ToString(),
        };

    private object? Read(KqlType type, string typed, GuidedFault otherwise)
    {
        if (typed is not ("" or "null") && Literals.TryRead(type, typed, out var value))
        {
            return value;
        }

        _ = fault.Say(otherwise, typed);
        return null;
    }
}
