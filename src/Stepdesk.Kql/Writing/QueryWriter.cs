using System.Globalization;
using Stepdesk.Kql.Columns;

namespace Stepdesk.Kql.Writing;

/// <summary>
/// Writes a query as somebody would who knows the language: one step a line. Whatever it writes can be run; what cannot
/// be written is said instead.
/// </summary>
public sealed class QueryWriter
{
    private static readonly TimeSpan UsualStep = TimeSpan.FromMinutes(5);

    private readonly GuidedQuery _query;
    private readonly FirstFault _fault = new();
    private readonly List<string> _steps = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    private QueryWriter(GuidedQuery query) => _query = query;

    /// <summary>Whether a table or column can be named at all.</summary>
    public static bool CanName(string name) => Names.CanBe(name);

    /// <summary>The column in which a table keeps its time.</summary>
    public static Field? TimeOf(IReadOnlyList<Field> columns) =>
        columns.FirstOrDefault(c => c is { Name: "timestamp" or "TimeGenerated", Type: KqlType.DateTime })
        ?? columns.FirstOrDefault(c => c.Type is KqlType.DateTime);

    /// <summary>What can be asked of values of this type; of an unknown one everything.</summary>
    public static IReadOnlyList<GuidedTest> TestsOf(KqlType? type) =>
        [
            .. Enum.GetValues<GuidedTest>()
                .Where(test =>
                    type switch
                    {
                        null or KqlType.String or KqlType.Dynamic => true,
                        KqlType.Bool or KqlType.Guid => test
                            is GuidedTest.Is
                                or GuidedTest.IsNot
                                or GuidedTest.IsEmpty
                                or GuidedTest.IsNotEmpty,
                        _ => test is not (>= GuidedTest.Has and <= GuidedTest.EndsWith),
                    }
                ),
        ];

    public static Written Write(GuidedQuery query)
    {
        var writer = new QueryWriter(query);
        var text = writer.Write();
        return writer._fault is { Fault: { } fault } why ? new Written(null, fault, why.About) : new Written(text);
    }

    private string Write()
    {
        _steps.Add(Names.Name(_query.Table));
        if (_query.Within is { } within)
        {
            _steps.Add($"where {Names.Name(Time.Name)} > ago({Names.Span(within)})");
        }

        var filters = new FilterWriter(_fault);
        foreach (var filter in _query.Filters)
        {
            _steps.Add("where " + filters.Write(filter, Column(filter.Column)));
        }

        if (_query.Figure is { } figure)
        {
            Summarize(figure);
        }
        else
        {
            var by = _query.SortBy is { } chosen ? Column(chosen).Key : null;
            Sort(by ?? (TimeOf(_query.Columns) is { } time ? Names.Name(time.Name) : null));
            Take();
        }

        return string.Join("\n| ", _steps);
    }

    private void Summarize(GuidedFigure figure)
    {
        var isOverTime = _query.Chart is GuidedChart.Time;
        var step = _query.Every ?? (isOverTime ? UsualStep : null);
        var keys = new List<string>();
        string? bin = null;
        if (step is { } every)
        {
            bin = Given(Time.Name);
            keys.Add($"bin({Names.Name(Time.Name)}, {Names.Span(every)})");
        }

        // The time is a key already, and by each of its ticks there is nothing to sum up.
        var chosenKeys = _query
            .By.Select(Column)
            .Distinct()
            .Where(by => step is null || by.Field != Time)
            .ToLookup(by => by.Type is KqlType.Dynamic);
        // Columns have their names already; what a bag holds takes one that is left.
        keys.AddRange(chosenKeys[false].Select(by => Names.Name(Given(by.Field.Name))));
        keys.AddRange(chosenKeys[true].Select(by => $"{Names.Name(Given(by.Label))} = {by.Key}"));

        var call = Call(figure, out var name);
        var of = Given(name);
        var named = of is "count_" && figure is GuidedFigure.Count ? call : $"{Names.Name(of)} = {call}";
        _steps.Add($"summarize {named}" + (keys.Count > 0 ? " by " + string.Join(", ", keys) : ""));
        if (bin is not null)
        {
            _steps.Add($"sort by {Names.Name(bin)} asc");
        }
        else if (keys.Count > 0)
        {
            Sort(Names.Name(of));
            Take();
        }

        if (_query.Chart is { } chart && keys.Count > 0)
        {
            _steps.Add(
                "render "
                    + chart switch
                    {
                        GuidedChart.Time => "timechart",
                        GuidedChart.Columns => "columnchart",
                        GuidedChart.Bars => "barchart",
                        _ => "piechart",
                    }
            );
        }
    }

    private string Call(GuidedFigure figure, out string name)
    {
        if (figure is GuidedFigure.Count)
        {
            name = "count_";
            return "count()";
        }

        if (_query.Of is not { } chosen)
        {
            return name = _fault.Say(GuidedFault.NeedsColumn);
        }

        var of = Column(chosen);
        name =
            figure switch
            {
                GuidedFigure.Distinct => "distinct",
                GuidedFigure.Average => "average",
                GuidedFigure.Sum => "sum",
                GuidedFigure.Smallest => "smallest",
                GuidedFigure.Largest => "largest",
                GuidedFigure.Median => "p50",
                GuidedFigure.Percentile95 => "p95",
                _ => "p99",
            }
            + "_"
            + of.Label;
        return figure switch
        {
            GuidedFigure.Distinct => $"dcount({of.Key})",
            GuidedFigure.Average => $"avg({Figure(of)})",
            GuidedFigure.Sum => $"sum({Figure(of, isSum: true)})",
            GuidedFigure.Smallest => $"min({Ordered(of)})",
            GuidedFigure.Largest => $"max({Ordered(of)})",
            GuidedFigure.Median => $"percentile({Figure(of)}, 50)",
            GuidedFigure.Percentile95 => $"percentile({Figure(of)}, 95)",
            _ => $"percentile({Figure(of)}, 99)",
        };
    }

    // A text may hold a figure; what holds none is left out of the sum.
    private string Figure(ChosenColumn of, bool isSum = false) =>
        of.Type switch
        {
            KqlType.String or KqlType.Dynamic => $"todouble({of.Written})",
            var type when type.IsNumber() || type is KqlType.TimeSpan => of.Written,
            KqlType.DateTime when !isSum => of.Written,
            _ => _fault.Say(GuidedFault.NotSummable, of.Said),
        };

    private static string Ordered(ChosenColumn of) =>
        of.Type switch
        {
            KqlType.Dynamic => $"todouble({of.Written})",
            KqlType.Bool or KqlType.Guid => $"tostring({of.Written})",
            _ => of.Written,
        };

    private void Sort(string? by)
    {
        if (by is not null && _query.Order is { } order)
        {
            _steps.Add($"sort by {by} {(order is GuidedOrder.Up ? "asc" : "desc")}");
        }
    }

    private void Take()
    {
        if (_query.Take is { } most)
        {
            _steps.Add("take " + Math.Max(1, most).ToString(CultureInfo.InvariantCulture));
        }
    }

    private string Given(string name)
    {
        var free = name;
        for (var n = 2; !_given.Add(free); n++)
        {
            free = name + "_" + n.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    private Field Time => TimeOf(_query.Columns) ?? Missing(GuidedFault.NoTime);

    private ChosenColumn Column(GuidedColumn chosen)
    {
        var field =
            _query.Columns.FirstOrDefault(c => c.Name == chosen.Name) ?? Missing(GuidedFault.NoSuchColumn, chosen.Name);
        return new(field, field.Type is KqlType.Dynamic ? chosen.Property : null);
    }

    private Field Missing(GuidedFault fault, string? about = null) => new(_fault.Say(fault, about), KqlType.String);
}

/// <summary>A column of the table, with the property of it that is meant.</summary>
internal sealed record ChosenColumn(Field Field, string? Property)
{
    public KqlType Type => Field.Type;

    /// <summary>One can group, sort and compare by it: what a bag holds is read as text.</summary>
    public string Key => Type is KqlType.Dynamic ? $"tostring({Written})" : Written;

    /// <summary>What a column made of it is called.</summary>
    public string Label => Property is not null && Names.CanBe(Property) ? Property : Field.Name;

    public string Said => Property is null ? Field.Name : $"{Field.Name}.{Property}";

    public string Written =>
        Names.Name(Field.Name)
        + (
            Property is null ? ""
            : Names.IsPlain(Property) ? "." + Property
            : $"[{Names.Text(Property)}]"
        );
}

/// <summary>The first reason why it cannot be written; what is written meanwhile is thrown away.</summary>
internal sealed class FirstFault
{
    public GuidedFault? Fault { get; private set; }

    public string? About { get; private set; }

    public string Say(GuidedFault fault, string? about = null)
    {
        (Fault, About) = Fault is null ? (fault, about) : (Fault, About);
        return "";
    }
}
