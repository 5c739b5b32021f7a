namespace Stepdesk.Engine.Mail.Reading;

/// <summary>
/// What one mail may cost. Counted before anything is parsed: 100,000 References fields once took a parser 5 seconds. A
/// mail over its budget is still read, up to there, and says so.
/// </summary>
sealed class Budget
{
    public const int MostBytes = 50 * 1024 * 1024;
    public const int MostParts = 500;
    public const int DeepestPart = 20;
    public const int MostFields = 500;
    public const int MostHeaderBytes = 256 * 1024;
    public const int LongestField = 32 * 1024;
    public const int MostAddresses = 500;
    public const int MostReferences = 200;
    public const int LongestText = 1_000_000;
    public const int LongestHtml = 5_000_000;

    int parts;

    /// <summary>The first thing that went over the budget.</summary>
    public string? Error { get; private set; }

    public void Over(string code) => Error ??= code;

    public bool TakePart()
    {
        if (++parts <= MostParts)
            return true;
        Over("mail-too-many-parts");
        return false;
    }

    public string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        Over("mail-text-too-long");
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
