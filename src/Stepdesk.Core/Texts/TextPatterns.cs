using System.Text.RegularExpressions;

namespace Stepdesk.Core.Texts;

/// <summary>The forms the rules look for. None of them can take long on any text.</summary>
static partial class TextPatterns
{
    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[\p{L}\p{Nd}.']+", Quick)]
    public static partial Regex Word();

    // A length, an hour, a day, a quarter: any time somebody can be held to.
    [GeneratedRegex(
        @"(\b[0-9]{1,3}([-–][0-9]{1,3})? ?(phut|p|gio|tieng|h|ngay|tuan|thang|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?)\b|\b[0-9]{1,2}[:h][0-9]{0,2}\b|\b[0-9]{1,2} ?(am|pm)\b|\b(nua|mot|hai|ba|bon|nam|muoi|muoi lam|hai muoi|ba muoi|vai|half an|an|a|a few|the|the next|one|two|three|four|five|six|eight|ten|fifteen|twenty|thirty|forty|sixty) (tieng|gio|phut|ngay|tuan|thang|hours?|minutes|days?|weeks?|months?)\b"
            + @"|\b(hom nay|ngay mai|chieu nay|sang mai|sang nay|toi nay|trua nay|chieu mai|toi mai|mai|cuoi ngay|cuoi tuan|cuoi thang|dau tuan|tuan sau|tuan toi|thang sau|thang toi|quy sau|quy toi|quy [1-4]|thang [0-9]{1,2}|thu (hai|ba|tu|nam|sau|bay)|chu nhat|today|tonight|tomorrow|this (afternoon|morning|evening|week|month)|next (week|month|quarter|sprint|release|year)|end of (the )?(day|week|month)|eod|cob|q[1-4]|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|(the )?(first|second|third|fourth) quarter|noon|midnight|shortly|immediately)\b"
            + @"|\b(ngay )?[0-9]{1,2}/[0-9]{1,2}(/[0-9]{2,4})?\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b(january|february|march|april|june|july|august|september|october|november|december)\b)",
        Quick
    )]
    public static partial Regex Time();

    // Before what the reader waits for, which has an hour of its own.
    [GeneratedRegex(
        @"\b((before|by|in time for) (the |your |this |that |today's |tomorrow's |next )?(exams?|tests?|quiz|class|classes|lessons?|sessions?|meetings?|deadline)|truoc (gio|buoi|ky|ki|luc|ca) (thi|hoc|day|kiem tra|hop|tan|tan hoc|tan lop)|truoc khi (thi|hoc|vao lop|vao hoc|kiem tra))\b",
        Quick
    )]
    public static partial Regex BeforeEvent();

    [GeneratedRegex(
        @"(\b(ticket|phieu|ma phieu|yeu cau so|phieu so|case|so phieu)[ :]{0,2}(no\.? ?|so ?)?(#|ht)? ?[0-9]{2,}|#[0-9]{2,}|\bht ?[0-9]{3,})\b",
        Quick
    )]
    public static partial Regex Reference();

    [GeneratedRegex(
        @"(\b[Hh][Tt][Tt][Pp](/[0-9.]+)? ?[1-5][0-9]{2}\b|\b([Ee]rror|[Ll]ỗi|[Ss]tatus|[Cc]ode|[Mm]ã)( code| lỗi)? ?:? ?[45][0-9]{2}\b|\b[45][0-9]{2} (Gateway|Internal|Service|Bad|Not Found|Forbidden|Unauthorized|Too Many)|\bat [\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_<>][\p{L}\p{Nd}_<>]*)+\(|\b([\p{L}_]+\.)+[\p{L}_]*(Exception|Error)\b|\bSELECT [^;\n]{1,200} FROM\b|\bINSERT INTO\b|\bUPDATE [^;\n]{1,100} SET\b|\bDELETE FROM\b|\b0x[0-9A-Fa-f]{6,}\b)",
        Quick
    )]
    public static partial Regex Technical();

    [GeneratedRegex(
        @"(\[ ?([Ss][ỐốOo]|[Tt][ÊêEe][Nn]|[Nn][Gg][ÀàAa][Yy]|[Gg][Ii][Ờờ]|[Tt]hời gian|[Mm]ã|[Ll]ý do|[Ll]ớp|[Nn]ame|NAME|[Yy]our|[Cc]ustomer|[Dd]ate|[Tt]ime|[Ll]ink|URL|[Tt]icket|[Ii]nsert|[Aa]gent|[Xx]{2,}|\.{3}|…|[Đđ]iền|[Nn]hập|[Nn]umber|[Nn]o\.)[^\]\d\n]{0,40}\]|\b(DD/MM(/YYYY)?|dd/mm(/yyyy)?|MM/DD|HH:MM|hh:mm|TBD|TBA|TODO|XXX+|Lorem ipsum)\b|\{\{[^}\n]{0,40}\}\}|<(tên|ten|name|số|so|date|link|time)[^>\n]{0,30}>|_{4,})",
        Quick
    )]
    public static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b[0-9]{1,3}([.,][0-9]{3})*\+? ?(học viên|học sinh|người|lớp|bạn|giáo viên|phụ huynh|trường hợp|students?|users?|people|classes|class|teachers?|learners?|customers?|%|phút|giờ|minutes|hours|cases)",
        Quick | RegexOptions.IgnoreCase
    )]
    public static partial Regex Figure();

    [GeneratedRegex(@"(^|\n)[ \t]*([1-9][.)]|[A-Da-d][.)]|[-•*])[ \t]+\S", Quick)]
    public static partial Regex Listed();

    /// <summary>A number that a page shows when it fails, and no line of code.</summary>
    [GeneratedRegex(@"^([Hh][Tt][Tt][Pp]|[Ee]rror|[Ll]ỗi|[Ss]tatus|[Cc]ode|[Mm]ã|[45][0-9]{2})\b", Quick)]
    public static partial Regex Status();

    /// <summary>It is about what the reader sees before them.</summary>
    [GeneratedRegex(
        @"\b(man hinh|(trang|trinh duyet|may|bai|video)( \w+){0,3} (hien|bao) (loi|chu|ma|thong bao|dong|ra|len|[0-9])|(thay|hien|co) (chu|thong bao|dong chu|dong)|(page|screen|browser|it|video|that) (shows?|says?|displays?|reads?)|you (see|get|got|saw)|on (the|your) screen)\b",
        Quick
    )]
    public static partial Regex OnScreen();

    [GeneratedRegex("\"[^\"\n]{1,100}\"|“[^”\n]{1,100}”|«[^»\n]{1,100}»", Quick)]
    public static partial Regex Quoted();

    [GeneratedRegex(@"\b(mau|dinh dang|dang|kieu|cu phap|format|form|pattern|style|written as|write it as)\b", Quick)]
    public static partial Regex Format();
}
