namespace Stepdesk.Core.Practice.Sessions;

/// <summary>What a look that brought nothing to light is answered with.</summary>
public static class Looks
{
    /// <summary>The sentence: where articles are looked for none was found, elsewhere nothing is out of the ordinary.</summary>
    public static string Nothing(SessionEvent look) =>
        look.Data.One("system") is "knowledge-base" ? "practice-look-no-article" : "practice-look-nothing";
}
