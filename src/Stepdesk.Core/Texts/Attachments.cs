using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts;

/// <summary>
/// Where whoever writes says that something is attached to this very message. What the reader attached, is asked to attach
/// or will get later, and what was attached to something else, is not announced.
/// </summary>
static partial class Attachments
{
    public static (int, int)? In(Sight sight, IEnumerable<Clause> sentences)
    {
        foreach (var clause in sentences.Where(s => !s.IsQuestion).SelectMany(s => Clauses.Of(sight, s)))
        {
            var said = PromisePatterns.Condition().Replace(clause.Said.Replace('’', '\''), "");
            if (
                !Doubts.In(said)
                && !Elsewhere().IsMatch(said)
                // With its marks, "ảnh đính kèm" (an attached picture) is told from "anh đính kèm" (you attached).
                && !Theirs().IsMatch(sight.Text[clause.Start..clause.End])
                && Announced().Match(said) is { Success: true } found
            )
                return (clause.Start + found.Index, clause.Start + found.Index + found.Length);
        }
        return null;
    }

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Who writes attaches; the reader is to look into it; it is there.
    [GeneratedRegex(
        @"\b(em|minh|toi|team|chung toi|chung em|ben em|ben minh)( (xin|da|vua|co|cung|phep|moi))* (gui kem"
            + @"|gui dinh kem|dinh kem|kem theo)\b"
            + @"|\b(em|minh|toi|chung toi|chung em|ben em"
            + @"|ben minh)( (xin|da|vua|co|cung|phep|moi))* gui( \w+){1,6} (dinh kem|kem theo"
            + @"|kem( \w+){0,2} (thu|mail|email) nay)\b"
            + @"|^\W*(da )?(gui kem|dinh kem|kem theo|(xin )?gui( \w+){1,6} (dinh kem|kem theo))\b"
            + @"|\b(chi|anh|thay|co|ban|vui long|nho|moi)( \w+)? (xem|mo|doc|tai|kiem tra"
            + @"|tham khao)( \w+){0,5} (dinh kem|kem theo)\b"
            + @"|\b(chi tiet|danh sach|so lieu|huong dan|noi dung|bao cao|bang)( \w+){0,4} (trong|o|theo|tai) (file"
            + @"|tep|bang|tai lieu) (dinh kem|kem theo)\b"
            + @"|\b(i|we)( have|'ve|'m| am| are| also| just| now)* (attach|attached|attaching|enclose|enclosed"
            + @"|enclosing)\b"
            + @"|\b(please|kindly)( \w+)? (see|find|open|read|check|use|look at|refer to)( \w+){0,3} (attached"
            + @"|enclosed|attachment)\b"
            + @"|\byou('ll| will| can) (find|see)( \w+){0,6} (attached|enclosed|attachment)\b"
            + @"|^\W*(attached|enclosed)( please| you| find| to this \w+| herewith)*( will find| is| are|:)"
            + @"|\b(is|are) (attached|enclosed)\b",
        Quick
    )]
    private static partial Regex Announced();

    // Asked of the reader; to another thing, or another time.
    [GeneratedRegex(
        @"\b(se|giup (em|minh|ben em|toi) (gui|dinh)|khi (tra loi|phan hoi)|thu tra loi"
            + @"|(thu|mail|lan|tin|hom|buoi) (sau|truoc|toi)|sau nay|hom qua|truoc do"
            + @"|vao (phieu|ticket|ghi chu|yeu cau)|(trong|o|tren|cua) (phieu|ticket|bai viet)|cho doi|da xem"
            + @"|da nhan|da mo|da doc"
            + @"|(nho|vui long"
            + @"|(xin|moi) (chi|anh|thay|co|ban))( (chi|anh|thay|co|ban|hay|cu|lai|them|luon|giup|co the))* (gui"
            + @"|dinh) kem"
            + @"|(cach|nut|muc|buoc) (gui|dinh) kem|em thay|cam on)\b"
            + @"|\b((i|we)('ll| will)|going to|will be|next (mail|message|e-?mail)|later|yesterday|earlier|last"
            + @"|previous|before|attached to (your|the|a|ticket|it|that|our)"
            + @"|to (the|your|our|a) (ticket|request|escalation)|thanks?|thank you"
            + @"|(you|they|she|he)( have|'ve| had| has)? (attached|enclosed)|your (attached|attachment))\b",
        Quick
    )]
    private static partial Regex Elsewhere();

    // Behind a person stands a name or what they do; "em gửi chị tệp đính kèm" names a file, and they attached nothing. What
    // is of theirs was attached by them, or goes to somebody else.
    [GeneratedRegex(
        @"\b(chị|chi|anh|thầy|thay|cô|bạn|ban|lớp|lop|khách|khach|học viên|hoc vien|phụ huynh|phu huynh)( ấy"
            + @"| ay| ta| này"
            + @"| nay)?( (?-i:\p{Lu})\p{Ll}+){0,3}( (đã|da|vừa|vua|mới|moi|có|co|cũng|cung|từng|tung|gửi|gui|tự|tu"
            + @"|nhớ|nhờ|nho|hãy|hay|cần|can|muốn|muon|phải|phai|nên|nen|sẽ|se))* (đính"
            + @"|dinh|gửi|gui) (kèm|kem)\b"
            + @"|\b(đính|dinh) (kèm|kem)( (theo|trong|ở|o) \w+)? (của|cua) (các |cac )?"
            + Them
            + @"|\b(của|cua) (các |cac )?"
            + Them
            + @"( \w+){0,4} ((cho|sang|tới|toi|đến|den|gửi|gui|nhờ|nho) (các |cac )?"
            + Others
            + @"|(vào|vao|lên|len) (phiếu|phieu|hệ thống|he thong|yêu cầu|yeu cau|hồ sơ|ho so))\b"
            + @"|\b(cho|gửi|gui|chuyển|chuyen)( \w+)? "
            + Others
            + @"( \w+){0,8} (của|cua) (các |cac )?"
            + Them,
        Quick | RegexOptions.IgnoreCase
    )]
    private static partial Regex Theirs();

    const string Them = @"(chị|chi|anh|thầy|thay|cô|bạn|ban|lớp|lop)\b";
    const string Others =
        "(đội|doi|bộ phận|bo phan|nhóm|nhom|phòng|phong|kỹ thuật|ky thuat|nhân sự|nhan su|bên (kỹ thuật|phát triển))";
}
