using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// Whether a number is of something else than what it seems to be of: of other classes, of another time or ticket, of a few
/// among many, of a percentile, or a number that should be and not one that is.
/// </summary>
static partial class Scope
{
    public static bool IsAnother(string source, Excerpt words)
    {
        var (from, to) = (words.Offset, words.Offset + words.Text.Length);
        while (from > 0 && !Ends(source, from - 1))
            from--;
        while (to < source.Length && !Ends(source, to) && !IsPause(source, to))
            to++;
        // The hour of the number itself is not another one.
        var around = $"{source[from..words.Offset]} … {source[(words.Offset + words.Text.Length)..to]}";
        return Another().IsMatch(FoldedText.Of(source[from..to]).Folded)
            || Then().IsMatch(FoldedText.Of(around).Folded);
    }

    /// <summary>Whether words lead to another thing or another time.</summary>
    public static bool IsElsewhere(string folded) =>
        Another().IsMatch(folded) || Then().IsMatch(folded) || Case().IsMatch(folded);

    /// <summary>Whether a sentence tells of another time, of which the next one may go on.</summary>
    public static bool IsPast(string folded) => Past().IsMatch(folded);

    static bool Ends(string text, int at) => text[at] is ';' || FoldedText.EndsSentence(text, at);

    // The comma of a number parts nothing.
    static bool IsPause(string text, int at) =>
        text[at] is ',' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    [GeneratedRegex(
        // Others, or each of them
        @"\b(lop|phieu|ticket|he thong|trang|co so|khoa) (khac|con lai|ben canh)|\b(cac|moi|tung) lop\b|\bhai lop\b|\bca hai\b|\b(other|another|each|every|per|both|two) (class(es)?|tickets?|pages?|systems?|campus)\b|\belsewhere\b"
            // Another time
            + @"|\b(truoc do|truoc day|luc truoc|lan truoc|hom qua|hom truoc|tuan truoc|thang truoc|ban dau|luc dau|da (duoc )?(xu ly|giai quyet|khac phuc|sua)|nop duoc roi|giam (con|ve|xuong))\b|\b(before that|previously|earlier|yesterday|last (week|month|time|year)|at first|initially|already|used to|no longer|dropped|fell|down to|back (to|at|down))\b"
            // A few among many
            + @"|\b(mot so|mot vai|vai|phan lon|da so|mot nua|trong (do|so)|thinh thoang|co luc|co khi|lac dac|le te|nang|nghiem trong|them|nua|con lai)\b|\b(of (them|which|whom|those)|out of|half|some of|most of|at times|sometimes|occasional(ly)?|severely|badly|another|more|further)\b"
            // A statistic
            + @"|\b(trung vi|trung binh|phan vi|cao nhat|thap nhat|lau nhat|nhanh nhat|cham nhat|lon nhat|nho nhat|dinh diem|p ?(50|75|90|95|99)|max|min|avg|median|mean|average|percentiles?|quantile|maximum|minimum|peak(s|ed)?|slowest|fastest|worst|best|longest|shortest)\b"
            // What should be
            + @"|\b(muc tieu|nguong|tieu chuan|binh thuong|chap nhan|cho phep|quy dinh|gioi han|ky vong|mong muon|cam ket|cam doan|toi da|sla|muc|hang (uu tien|tieu chuan|khan cap)|target|goal|aim|threshold|normal(ly)?|usual(ly)?|acceptable|allowed|limit|should|standard|expected|agreed)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Another();

    // Before it, after it was mended, or at an hour that is named.
    [GeneratedRegex(
        @"\b(truoc (gio|luc|khi|buoi|ca|tiet|lop|su co|loi|thoi diem|[0-9])|tu truoc|(hoi|luc) (sang|trua|dau|nay|moi)|sang nay|dau (gio|buoi|ca|ngay)|moi (khi|hom|ngay)|ngay thuong|thuong (le|ngay)|thay vi|so voi|khi (chua|con)|[0-9]+ (phut|gio|tieng) truoc|sau khi (sua|khac phuc|lui|quay|khoi dong|xu ly|mo|tang)|(luc|vao) [0-9]{1,2} ?(:|h|gio))"
            + @"|\b(before|prior|beforehand|until then|this morning|instead of|rather than|compared (to|with)|minutes ago|hours? ago|after (the )?(fix|rollback|restart|repair)|at [0-9]{1,2}(:[0-9]{2}| ?[ap]m))\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Then();

    // What would be, or is in general.
    [GeneratedRegex(
        @"\b(khi|neu|he|lo|gia su|truong hop|muc|hang|uu tien|khan cap|tieu chuan|chi khi|den khi|if|when|whenever|once|unless|until|in case|suppose|priority|expedite)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Case();

    [GeneratedRegex(
        @"\b((hom|tuan|thang|lan|nam|ky|dot|su co) (qua|truoc|kia|ngoai)|truoc (day|kia)|phieu (khac|cu|truoc)|yesterday|last (week|month|time|year|night|term|exam|incident)|previous(ly)?|earlier)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Past();
}
