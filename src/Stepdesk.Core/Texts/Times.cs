using System.Text.RegularExpressions;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Texts;

/// <summary>Times as people write them, over text in lower case and without marks.</summary>
static partial class Times
{
    // A length: 15 minutes, nửa tiếng, a few days.
    const string Counted =
        @"[0-9]{1,3}([-–][0-9]{1,3})? ?(phut|p|gio|tieng|h|ngay|tuan|thang|min|mins|minutes?|hours?|hrs?|days?"
        + @"|weeks?|months?)\b";
    const string Few =
        @"\b(nua|mot|hai|ba|bon|nam|muoi|muoi lam|hai muoi|ba muoi|vai|half an|an|a|a few|the|the next|one|two"
        + @"|three|four|five|six|eight|ten|fifteen|twenty|thirty|forty|sixty)";
    const string Spelt = Few + @" (tieng|gio|phut|ngay|tuan|thang|hours?|minutes|days?|weeks?|months?)\b";

    const string Hour =
        @"\b[0-9]{1,2}[:h][0-9]{0,2}\b|\b[0-9]{1,2} ?(am|pm)\b"
        + @"|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock\b|\b(noon|midnight)\b";

    // A day, or a part of one; a week, a month, a quarter.
    const string DayVi =
        @"\b(hom nay|ngay mai|chieu nay|sang mai|sang nay|toi nay|trua nay|chieu mai|toi mai|mai|cuoi ngay"
        + @"|cuoi tuan|cuoi thang|dau tuan|tuan sau|tuan toi|thang sau|thang toi|quy sau|quy toi|quy [1-4]"
        + @"|thang [0-9]{1,2}|thu (hai|ba|tu|nam|sau|bay)|chu nhat)\b";
    const string DayEn =
        @"\b(today|tonight|tomorrow|this (afternoon|morning|evening|week|month)"
        + @"|next (week|month|quarter|sprint|release|year)|end of (the )?(day|week|month)|eod|cob|q[1-4]|monday"
        + @"|tuesday|wednesday|thursday|friday|saturday|sunday|(the )?(first|second|third|fourth) quarter)\b";
    const string Date =
        @"\b(ngay )?[0-9]{1,2}/[0-9]{1,2}(/[0-9]{2,4})?\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b"
        + @"|\b(january|february|march|april|june|july|august|september|october|november|december)\b";

    const string Soon = @"\b(shortly|immediately)\b";

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A length, an hour, a day, a quarter: any time somebody can be held to.</summary>
    [GeneratedRegex(
        @"(\b" + Counted + "|" + Hour + "|" + Spelt + "|" + DayVi + "|" + DayEn + "|" + Soon + "|" + Date + ")",
        Quick
    )]
    public static partial Regex Any();

    /// <summary>Before what the reader waits for, which has an hour of its own.</summary>
    [GeneratedRegex(
        @"\b((before|by|in time for) (the |your |this |that |today's |tomorrow's |next )?(exams?|tests?|quiz"
            + @"|class|classes|lessons?|sessions?|meetings?|deadline)"
            + @"|truoc (gio|buoi|ky|ki|luc|ca) (thi|hoc|day|kiem tra|hop|tan|tan hoc|tan lop)"
            + @"|truoc khi (thi|hoc|vao lop|vao hoc|kiem tra))\b",
        Quick
    )]
    public static partial Regex BeforeEvent();

    /// <summary>By when somebody writes again: any hour, length or day that is told so closely that one can wait for it.</summary>
    [GeneratedRegex(
        "("
            + Counted
            + "|"
            + Hour
            + "|"
            + Spelt
            + "|"
            + DayVi
            + "|"
            + DayEn
            + "|"
            + Date
            + "|"
            + Minutes
            + "|"
            + Around
            + "|"
            + Event
            + ")",
        Quick
    )]
    public static partial Regex OfContact();

    // In ten min, a quarter of an hour, within the hour, half past nine, 10 giờ kém, 9 rưỡi.
    const string Minutes =
        Few + @"( more)? mins?\b|\b(a )?(quarter|half) of an hour\b|\b(ten|quarter|half) (past|to) \w+\b";
    const string Around =
        @"\b(by|before|around|at|truoc|luc|tam) (about |khoang )?([0-9]{1,2}|one|two|three|four|five|six|seven"
        + @"|eight|nine|ten|eleven|twelve)( (thirty|fifteen|forty-five|ruoi|kem( [0-9]{1,2})?))?\b"
        + @"|\b[0-9]{1,2} ?(gio|h) (kem|ruoi)( [0-9]{1,2})?\b";
    const string Event =
        @"\b((before|after) (the |your |this )?(exam|lesson|class|lunch|break|noon)"
        + @"|(truoc|sau) (gio|buoi|tiet|ca) (thi|hoc|day|hop|nghi)|(dau|cuoi|giua) (gio|buoi|tiet)( \w+)?)\b";

    /// <summary>
    /// Anything that may be a time, with its marks where it has any: a digit that is of no ticket and no class and counts
    /// no people, or a
    /// word of time in either language. Without one, no time is named.
    /// </summary>
    public static bool MayBeIn(string text) =>
        Hint().IsMatch(Counts().Replace(Sight.Plain(text).Text.ToLowerInvariant(), " "));

    [GeneratedRegex(
        @"#[0-9]+|\b\p{L}[\p{L}0-9]*(-[\p{L}0-9]+)*-[0-9]{3,}\b"
            + @"|\b([0-9]{1,4}|two|three|four|five|six|seven|eight|nine|ten|hai|ba|bốn|năm) (of (the|your) )?(students?"
            + @"|learners|pupils|people|users|classes|teachers|học viên|hoc vien|học sinh|sinh viên|thí sinh|lớp|lop"
            + @"|bạn)\b",
        Quick
    )]
    private static partial Regex Counts();

    const string HintEn =
        @"minutes?|mins?|hours?|days?|daily|hourly|weeks?|months?|period|recess|bell|noon|midday|midnight|lunch\w*|morning|afternoon|evening"
        + @"|tonight|today|tomorrow|o'clock|couple|few|half|quarter|two|three|four|five|six|seven|eight|nine|ten|eleven"
        + @"|twelve|fifteen|twenty|thirty|forty|sixty|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        + @"|shortly|immediately|eod|cob|end of|(before|after|by|until|till) (the |your |this |my |our |next )?"
        + @"(one|class|classes|lessons?|exams?|break|session|meeting|tests?|deadline|recess|dinner|breakfast)";
    const string HintVi =
        @"phút|phut|giờ|gio|tiếng|tieng|ngày|tuần|tuan|sáng|trưa|trua|chiều|chieu|tối|mai|hôm|hom|thứ|tiết|tiet"
        + @"|tháng|thang|quý|cuối|cuoi|nửa|nua|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|muoi|vài|vai|rưỡi|ruoi|kém|kem"
        + @"|ra chơi|ra choi|tan học|tan hoc|ăn trưa|nghỉ trưa|lát|lat|chuông|chuong|lúc|luc|(trước|sau|truoc) (khi|buổi|buoi|ca)";

    [GeneratedRegex(@"([0-9]|\b(" + HintEn + "|" + HintVi + @")\b)", Quick)]
    private static partial Regex Hint();
}
