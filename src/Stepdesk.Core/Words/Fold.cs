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
}
