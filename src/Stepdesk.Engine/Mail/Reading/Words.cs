using System.Net;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>The body of a part: as text, as HTML, as both or as neither.</summary>
sealed record Words(string? Text, string? Html)
{
    /// <summary>Forms of one thing: the last of each kind is the best, says the standard.</summary>
    public static Words Either(IReadOnlyList<Words> forms) =>
        new(forms.LastOrDefault(f => f.HasText)?.Text, forms.LastOrDefault(f => f.Html is not null)?.Html);

    /// <summary>Things that follow each other: as HTML only if one of them is, and then the others come along.</summary>
    public static Words Both(IReadOnlyList<Words> pieces)
    {
        var some = pieces.Where(p => p.HasText || p.Html is not null).ToList();
        return some switch
        {
            [] => new(null, null),
            [var one] => one,
            _ => new(
                string.Join("\n\n", some.Select(p => p.AsText().Trim('\n'))),
                some.Exists(p => p.Html is not null) ? string.Join("\n<br>\n", some.Select(p => p.AsHtml())) : null
            ),
        };
    }

    public string AsText() => HasText || Html is null ? Text ?? "" : HtmlText.Of(Html);

    bool HasText => !string.IsNullOrWhiteSpace(Text);

    string AsHtml() => Html ?? $"<pre>{WebUtility.HtmlEncode(Text)}</pre>";
}
