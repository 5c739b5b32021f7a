using System.Globalization;
using System.Text.RegularExpressions;
using Stepdesk.Core.Practice.Claims;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// The numbers that had been before somebody's eyes by an event: in mails and chats, in facts that had come to light, in
/// articles, and in the rows of every answer of the telemetry. Whoever repeats one of them claims nothing of their own.
/// </summary>
sealed partial class ShownNumbers
{
    /// <summary>What an answer shows too much of is kept as from the least to the most of each column.</summary>
    public const string Range = "..";

    readonly List<(IReadOnlyList<int> Number, bool IsHour, bool IsShare)> told = [];
    readonly List<int> times = [];
    readonly List<string> texts = [];
    readonly List<double> measured = [];
    readonly List<(double From, double To)> ranges = [];

    public ShownNumbers(Story story, Scenario scenario, int before)
    {
        foreach (var article in scenario.Articles)
            Tell(article.Text);
        foreach (var shown in story.Events.TakeWhile(e => e.Seq < before))
            switch (shown.Type)
            {
                case EventTypes.FactRevealed when scenario.FactOf(shown.Data.One("fact") ?? "") is { } fact:
                    Tell(fact.Says);
                    break;
                case EventTypes.Queried:
                    foreach (var number in shown.Data.All("shown"))
                        Measure(number);
                    break;
                default:
                    if (shown.Data.One("line") is { } line)
                        Tell(scenario.Lines.Of(line));
                    if (shown.Actor is not SessionEvent.Trainee && shown.Data.One("text") is { } text)
                        Tell(text);
                    break;
            }
    }

    /// <summary>Those right numbers of a figure that had been told.</summary>
    public IReadOnlyList<Amounts> Of(Figure figure) =>
        figure.Is.Where(i => told.Any(t => i.Hold(t.Number))).ToList() is { Count: > 0 } known ? known : figure.Is;

    public bool Hold(Stated said) =>
        said.Readings.Any(r =>
            told.Exists(t => IsOfOneSort(t, said) && Amounts.AreSame(t.Number, r))
            || r.Count == 1 && Seconds().IsMatch(said.Unit) && times.Contains(r[0])
            || r.Count <= 2 && IsMeasured(Stated.Worth(r), said)
        );

    // Nine o'clock is no nine people, and a hundred per cent no hundred.
    static bool IsOfOneSort((IReadOnlyList<int> Number, bool IsHour, bool IsShare) told, Stated said) =>
        (!told.IsHour || said.IsHour) && told.IsShare == Percent().IsMatch(said.Unit);

    /// <summary>Whether a name, in lower case, stood anywhere.</summary>
    public bool Names(string name) => texts.Exists(t => t.Contains(name, StringComparison.Ordinal));

    // Telemetry counts milliseconds and shares of one; people say seconds and per cent, and round. What is counted is exact.
    bool IsMeasured(double number, Stated said)
    {
        var isTime = Seconds().IsMatch(said.Unit);
        var isShare = !isTime && Percent().IsMatch(said.Unit);
        if (!isTime && !isShare)
            return measured.Contains(number);
        double[] units = isTime ? [1, Thousand] : [1, 1 / Hundred];
        var slack = Math.Max(1, number * Rounded);
        return units.Any(u =>
            measured.Exists(m => Math.Abs(m / u - number) <= slack)
            || ranges.Exists(r => r.From / u - slack <= number && number <= r.To / u + slack)
        );
    }

    const double Thousand = 1000;
    const double Hundred = 100;
    const double Rounded = 0.1;

    void Tell(Said said)
    {
        Tell(said.Vi);
        Tell(said.En);
    }

    void Tell(string text)
    {
        var folded = Numerals.In(FoldedText.Of(text)).Folded;
        texts.Add(folded);
        foreach (Match token in Token().Matches(folded))
            if (Amounts.Of(token.Value) is { } number)
                told.Add(
                    (
                        number,
                        Stated.IsClock(token.Value),
                        Percent().IsMatch(folded[(token.Index + token.Length)..].TrimStart())
                    )
                );
        times.AddRange(Stating.TimesIn(folded));
    }

    void Measure(string number)
    {
        // A log that comes from elsewhere may hold anything; what is no number equals none.
        var parts = number
            .Split(Range)
            .Select(p => double.TryParse(p, CultureInfo.InvariantCulture, out var n) ? n : double.NaN)
            .ToList();
        if (parts is [var from, var to])
            ranges.Add((from, to));
        else
            measured.Add(parts[0]);
    }

    [GeneratedRegex(@"[0-9]+(([.:]|h| ?gio )[0-9]+)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(s|giay|sec|secs|seconds?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^(%|phan tram|percent|/ ?100)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();
}
