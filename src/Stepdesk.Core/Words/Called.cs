namespace Stepdesk.Core.Words;

/// <summary>What readers call something that an administrator named.</summary>
public sealed record Called(string Vi, string En)
{
    public string In(Language language) => language is Language.Vi ? Vi : En;

    /// <summary>For a text whose reader's language nobody knows.</summary>
    public string InBoth() => Vi == En ? En : $"{Vi} / {En}";
}
