using System.Globalization;
using System.Text;

namespace Stepdesk.Core.Words;

/// <summary>
/// Text as people search it: lower case and without marks, so that "dang nhap" finds "Đăng nhập". Done here because
/// no SQLite tokenizer folds đ, and both databases must agree.
/// </summary>
public static class Fold
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Plain.WellFormed(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The folded words of a text: runs of letters and digits. Both databases' parsers would cut addresses and hyphens
    /// differently; cut here, they have nothing left to disagree on.
    /// </summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var letter in Of(text).EnumerateRunes())
            if (Rune.IsLetterOrDigit(letter))
                word.Append(letter.ToString());
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        if (word.Length > 0)
            yield return word.ToString();
    }
}
