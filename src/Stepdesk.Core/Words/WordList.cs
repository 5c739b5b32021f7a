namespace Stepdesk.Core.Words;

/// <summary>Words and phrases as they are written down in the source: parted by commas, over as many lines as they need.</summary>
static class WordList
{
    public static string[] Of(string words) =>
        words.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
