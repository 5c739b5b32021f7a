namespace Stepdesk.Core.Reading;

/// <summary>The names by which groups of people are told apart: a class, or what they use.</summary>
static class KindNames
{
    /// <summary>The name that stands here: a code, or a letter or capitalised word.</summary>
    public static string? At(Passage passage, int at) =>
        passage[at] switch
        {
            { Token: { Kind: TokenKind.Code, Exact: var name } } => name,
            { Token: { Kind: TokenKind.Word, Exact: var name } } item when char.IsUpper(passage.Text[item.Start]) =>
                name,
            { Token: { Kind: TokenKind.Number } number } => $"{number.A}",
            _ => null,
        };

    /// <summary>The name of the class, or the device, that is named first between two items.</summary>
    public static (string? Name, bool IsClass) Between(Passage passage, int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (passage[i].Is(Meaning.Group) && i < last && At(passage, i + 1) is { } name)
                return (name, true);
            else if (passage[i].Is(Meaning.Device))
                return (passage[i].Token.Exact, false);
            else if (
                passage[i].Is(TokenKind.Code)
                && !passage[i].Is(Meaning.Weekday)
                && passage[i].Token.Exact is not ""
            )
                return (passage[i].Token.Exact, true);
        return default;
    }
}
