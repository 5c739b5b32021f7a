using System.Globalization;
using Stepdesk.Core.History;

namespace Stepdesk.Web.Admin;

/// <summary>What was typed into the fields of a form, as it was typed, with what is wrong beside each.</summary>
public sealed class Typed
{
    /// <summary>Fields are posted under their name with this before it.</summary>
    public const string Prefix = "in.";

    readonly OrderedDictionary<string, string> texts = new(StringComparer.Ordinal);
    readonly Dictionary<string, Refusal> wrong = new(StringComparer.Ordinal);

    public string this[string field]
    {
        get => texts.GetValueOrDefault(field, "");
        set => texts[field] = value;
    }

    public IEnumerable<KeyValuePair<string, string>> Texts => texts;

    public bool IsRight => wrong.Count == 0;

    public Refusal? WrongAt(string field) => wrong.GetValueOrDefault(field);

    /// <summary>The first thing wrong with a field stays.</summary>
    public void Refuse(string field, Refusal why) => wrong.TryAdd(field, why);

    /// <summary>Takes what a form says; what it does not have stays.</summary>
    public void Take(IFormCollection form)
    {
        foreach (var (name, value) in form)
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
                this[name[Prefix.Length..]] = value.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Takes over what somebody else typed otherwise than it had been.</summary>
    public void Take(Typed edited, Typed before)
    {
        foreach (var (field, text) in edited.Texts)
            if (text != before[field])
                this[field] = text;
    }

    /// <summary>What was chosen from a list; the first of it, and a word beside the field, when that is nothing we know.</summary>
    public T Choice<T>(string field)
        where T : struct, Enum
    {
        if (Core.Words.Choice.TryRead<T>(this[field], out var chosen))
            return chosen;
        Refuse(field, Shared.Typed.ChoiceUnknown);
        return Enum.GetValues<T>()[0];
    }

    /// <summary>What a ticked box says.</summary>
    public const string Ticked = "yes";

    public void Tick(string field, bool isTicked) => this[field] = isTicked ? Ticked : "";

    /// <summary>Whether the box was ticked; what it says when it is not comes first.</summary>
    public bool IsTicked(string field) => this[field].EndsWith(Ticked, StringComparison.Ordinal);

    public void Set<T>(string field, T value)
        where T : struct, IFormattable => this[field] = value.ToString(null, CultureInfo.InvariantCulture);
}
