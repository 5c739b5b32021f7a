using System.Globalization;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Practice.Authoring;

/// <summary>
/// Reads which events are meant: a type alone (<c>fix.live</c>), a map with <c>event</c> and the fields it must have, or
/// one of the short forms <c>message_to</c> and <c>sets</c>.
/// </summary>
sealed class PatternReader(List<Diagnostic> found, DateTimeOffset start)
{
    /// <summary>All that patterns ask of an answer's rows.</summary>
    public List<Showing> Showings { get; } = [];

    public Pattern? Read(Node? node) =>
        node switch
        {
            null => null,
            TextNode text => Typed(text.Text, text.Place),
            _ => Sheet.Read(node, found, Read),
        };

    public Pattern? Read(Sheet sheet)
    {
        var (short_, made) = (sheet.Texts("message_to"), (Pattern?)null);
        if (short_.Count > 0)
            made = new(EventTypes.MessageSent, [new("to", short_)]);
        else if (sheet.Text("sets") is { } field)
            return new(EventTypes.TicketChanged, []) { Sets = new(field, sheet.Texts("is", required: true)) };
        else if (sheet.Text("event", required: true) is { } type)
            made = Typed(type, sheet.Place);
        if (made is null)
        {
            _ = sheet.Rest().ToList();
            return null;
        }
        made = made with
        {
            By = sheet.Text("by"),
            Carries = sheet.Texts("carries"),
            Lacks = Lacks(sheet.Take("carries_fewer_than")),
            Covers = Instant(sheet, "covers"),
            Shows = made.Type is EventTypes.Queried ? Shown(sheet) : [],
        };
        return made with
        {
            Fields = [.. made.Fields, .. sheet.Rest().Select(f => Field(made.Type, f.Key, f.Value, sheet))],
        };
    }

    Pattern? Typed(string type, Place place)
    {
        if (EventTypes.Exists(type))
            return new(type, []);
        found.Add(
            new("SD0105", place, $"There is no event '{type}'. Those there are: {string.Join(", ", EventTypes.All)}.")
        );
        return null;
    }

    static FieldMatch Field(string type, string name, Node value, Sheet sheet)
    {
        if (EventTypes.FieldsOf(type)!.Contains(name, StringComparer.Ordinal))
            return new(name, sheet.TextsOf(value));
        sheet.Say(
            "SD0105",
            value.Place,
            $"The event {type} has no field '{name}'. It has: {string.Join(", ", EventTypes.FieldsOf(type)!)}."
        );
        return new(name, sheet.TextsOf(value));
    }

    (IReadOnlyList<string>, int)? Lacks(Node? node) =>
        Sheet.Read(
            node,
            found,
            sheet => Tuple.Create(sheet.Texts("of", required: true), (int)(sheet.Number("n", required: true) ?? 1))
        )
            is { } read
            ? (read.Item1, read.Item2)
            : null;

    List<Showing> Shown(Sheet sheet)
    {
        var asked = sheet.Texts("shows").Select(t => (Text: t, Read: Showing.Read(t, start))).ToList();
        foreach (var (text, _) in asked.Where(a => a.Read is null))
            sheet.Say(
                "SD0005",
                sheet.Place,
                $"'{text}' is nothing a row shows. Write texts and ranges such as 'WEB101, 20s..' or '95%..100%'."
            );
        Showings.AddRange(asked.Select(a => a.Read).OfType<Showing>());
        return [.. asked.Select(a => a.Read).OfType<Showing>()];
    }

    // A time of day is one of the day on which the scenario begins.
    DateTimeOffset? Instant(Sheet sheet, string key)
    {
        if (sheet.Text(key) is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return new(start.Date + hour.ToTimeSpan(), start.Offset);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return at;
        sheet.Say("SD0002", sheet.Place, $"'{text}' is no instant. Write 14:00, or one with its date and offset.");
        return null;
    }
}
