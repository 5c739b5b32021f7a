using System.Globalization;
using System.Text;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Reading;

/// <summary>
/// Words in the form in which they are compared. Vietnamese people put the tone on either vowel (<c>hoà</c>,
/// <c>hòa</c>), compose letters or not, or leave all marks out.
/// </summary>
static class Letters
{
    const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>Lower case, decomposed, with the tone at the end.</summary>
    public static string Exact(string word)
    {
        var (letters, tones) = (new StringBuilder(word.Length), new StringBuilder());
        foreach (var letter in Plain.WellFormed(word).Normalize(NormalizationForm.FormD))
            if (Tones.Contains(letter))
                tones.Append(letter);
            else
                letters.Append(letter is '’' ? '\'' : char.ToLowerInvariant(letter));
        return letters.Append(tones).ToString();
    }

    /// <summary>Lower case without marks.</summary>
    public static string Bare(string word) => Fold.Of(word).Replace('’', '\'');

    /// <summary>A letter or a mark that belongs to the letter before.</summary>
    public static bool IsLetter(char letter) =>
        char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    public static bool IsSpace(char letter) =>
        char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format;
}
