using System.Collections.Frozen;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>The tags and attributes a mail needs to be read, and no others.</summary>
public static class SafeMarkup
{
    /// <summary>Tags within tags; real mails stay below 40.</summary>
    public const int Deepest = 60;
    public const int MostTags = 20_000;

    public static readonly FrozenSet<string> Tags = Set(
        "a abbr b blockquote br caption cite code col colgroup dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i "
            + "img ins kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead tr tt u ul var wbr"
    );

    /// <summary>No style, class, id or name: nothing that paints outside its box or that our pages take for their own.</summary>
    public static readonly FrozenSet<string> Attributes = Set("alt colspan dir href lang rowspan src start title");

    /// <summary>What <see cref="SafeHtml"/> itself adds.</summary>
    public static readonly FrozenSet<string> Added = Set("rel target data-blocked");

    internal static readonly FrozenSet<string> Void = Set("br col hr img wbr");

    /// <summary>Removed together with what is inside: it was never meant to be read.</summary>
    internal static readonly FrozenSet<string> Wordless = Set(
        "applet audio canvas frameset iframe math noembed noframes noscript object plaintext portal script select style svg "
            + "template textarea title video xmp"
    );

    internal static readonly FrozenSet<string> Blocks = Set(
        "blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table ul"
    );

    internal static FrozenSet<string> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
