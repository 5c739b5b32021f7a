using Stepdesk.Core.History;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tickets;

/// <summary>What is sent along as evidence, as its reader is told of it: in one language, and so that one knows which it is.</summary>
public static class Pinned
{
    const int LongestLine = 120;

    /// <summary>What kind of thing it is.</summary>
    public static string Name(Event what, Language language) =>
        what is FindingKept { LookedUp: { } lookup }
            ? Text.Of("pinned-lookup", language, ("system", lookup.Title.In(language)))
            : Text.Of("pinned", Saying.Of(what)!.Kind, language);

    /// <summary>How it begins; of a query what was asked and its first figures.</summary>
    public static string Line(Event what, Language language)
    {
        var text = what is FindingKept kept ? kept.Line(language) : Saying.Of(what)?.Text ?? "";
        return text.Length > LongestLine ? $"{Plain.Cut(text, LongestLine)} …" : text;
    }

    /// <summary>All of it.</summary>
    public static string Of(Event what, Language language) =>
        what is FindingKept kept ? kept.WordsIn(language) : Saying.Of(what)?.Text ?? "";
}
