using System.Text.RegularExpressions;

namespace Stepdesk.Core.Texts;

/// <summary>The forms the rules look for. None of them can take long on any text.</summary>
static partial class TextPatterns
{
    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"[\p{L}\p{Nd}.']+", Quick)]
    public static partial Regex Word();

    [GeneratedRegex(
        @"(\b(ticket|phieu|ma phieu|yeu cau so|phieu so|case|so phieu)[ :]{0,2}(no\.? ?|so ?)?(#"
            + @"|ht)? ?[0-9]{2,}"
            + @"|#[0-9]{2,}|\bht ?[0-9]{3,})\b",
        Quick
    )]
    public static partial Regex Reference();

    [GeneratedRegex(
        @"(\b[Hh][Tt][Tt][Pp](/[0-9.]+)? ?[1-5][0-9]{2}\b"
            + @"|\b([Ee]rror|[Ll]ỗi|[Ss]tatus|[Cc]ode|[Mm]ã)( code| lỗi)? ?:? ?[45][0-9]{2}\b"
            + @"|\b[45][0-9]{2} (Gateway|Internal|Service|Bad|Not Found|Forbidden|Unauthorized|Too Many)"
            + @"|\bat [\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_<>][\p{L}\p{Nd}_<>]*)+\("
            + @"|\b([\p{L}_]+\.)+[\p{L}_]*(Exception|Error)\b|\bSELECT [^;\n]{1,200} FROM\b|\bINSERT INTO\b"
            + @"|\bUPDATE [^;\n]{1,100} SET\b|\bDELETE FROM\b|\b0x[0-9A-Fa-f]{6,}\b)",
        Quick
    )]
    public static partial Regex Technical();

    [GeneratedRegex(
        @"(\[ ?([Ss][ỐốOo]|[Tt][ÊêEe][Nn]|[Nn][Gg][ÀàAa][Yy]|[Gg][Ii][Ờờ]|[Tt]hời gian|[Mm]ã|[Ll]ý do|[Ll]ớp"
            + @"|[Nn]ame|NAME|[Yy]our|[Cc]ustomer|[Dd]ate|[Tt]ime|[Ll]ink|URL|[Tt]icket|[Ii]nsert|[Aa]gent|[Xx]{2,}"
            + @"|\.{3}|…|[Đđ]iền|[Nn]hập|[Nn]umber|[Nn]o\.)[^\]\d\n]{0,40}\]"
            + @"|\b(DD/MM(/YYYY)?|dd/mm(/yyyy)?|MM/DD|HH:MM|hh:mm|TBD|TBA|TODO|XXX+|Lorem ipsum)\b"
            + @"|\{\{[^}\n]{0,40}\}\}|<(tên|ten|name|số|so|date|link|time)[^>\n]{0,30}>|_{4,})",
        Quick
    )]
    public static partial Regex Placeholder();

    /// <summary>How many people, classes or cases.</summary>
    [GeneratedRegex(
        Many
            + @"( of (the|your|our|my|their))? ?"
            + Affected
            + @"|\b(all|[0-9]+) of the [0-9]+\b|\b(affected|anh huong) ?: ?[0-9]+\b",
        Quick
    )]
    public static partial Regex Figure();

    /// <summary>What stands before a number that counts no people: a day, a week, an hour.</summary>
    [GeneratedRegex(@"\b(thu|tuan|thang|nam|quy|luc|truoc|at|by|before) $", Quick)]
    public static partial Regex BeforeOrdinal();

    /// <summary>The name of a class or a machine, or what a screen said.</summary>
    [GeneratedRegex(
        "\\b[a-z]{2,}[a-z0-9]*(-[a-z0-9]+)*-?[0-9]+(-[a-z0-9]+)*\\b|\"[^\"\n]{3,100}\"|“[^”\n]{3,100}”",
        Quick
    )]
    public static partial Regex Particular();

    const string Many =
        @"\b([0-9]{1,3}([.,][0-9]{3})*\+?"
        + @"|((twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(two|three|four|five|six|seven|eight"
        + @"|nine)"
        + @"|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty"
        + @"|(muoi )?(mot|hai|ba|bon|nam|lam|sau|bay|tam|chin)|muoi)";
    const string Affected =
        @"(%|percent\b"
        + @"|(hoc vien|hoc sinh|sinh vien|thi sinh|nguoi|lop|ban|em|giao vien|phu huynh|truong hop|co so"
        + @"|students?|pupils?|users?|people|persons?|class|classes|teachers?|learners?|customers?|cases"
        + @"|campuses)\b)";

    [GeneratedRegex(@"(^|\n)[ \t]*([1-9][.)]|[A-Da-d][.)]|[-•*])[ \t]+\S", Quick)]
    public static partial Regex Listed();

    /// <summary>A number that a page shows when it fails, and no line of code.</summary>
    [GeneratedRegex(@"^([Hh][Tt][Tt][Pp]|[Ee]rror|[Ll]ỗi|[Ss]tatus|[Cc]ode|[Mm]ã|[45][0-9]{2})\b", Quick)]
    public static partial Regex Status();

    /// <summary>It is about what the reader sees before them.</summary>
    [GeneratedRegex(
        @"\b(man hinh"
            + @"|(trang|trinh duyet|may|bai|video)( \w+){0,3} (hien|bao) (loi|chu|ma|thong bao|dong|ra|len|[0-9])"
            + @"|(thay|hien|co) (chu|thong bao|dong chu|dong)"
            + @"|(page|screen|browser|it|video|that) (shows?|says?|displays?|reads?)|you (see|get|got|saw)"
            + @"|on (the|your) screen)\b",
        Quick
    )]
    public static partial Regex OnScreen();

    [GeneratedRegex("\"[^\"\n]{1,100}\"|“[^”\n]{1,100}”|«[^»\n]{1,100}»", Quick)]
    public static partial Regex Quoted();

    [GeneratedRegex(@"\b(mau|dinh dang|dang|kieu|cu phap|format|form|pattern|style|written as|write it as)\b", Quick)]
    public static partial Regex Format();
}
