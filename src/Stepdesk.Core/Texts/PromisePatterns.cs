using System.Text.RegularExpressions;

namespace Stepdesk.Core.Texts;

/// <summary>How a fix is promised, over clauses in lower case and without marks. Each is a family of its own; none can take long.</summary>
static partial class PromisePatterns
{
    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // What is to be so: it is mended; it works, or people can; it is there. Then the same in English.
    [GeneratedRegex(
        @"\b(sua|khac phuc|giai quyet|khoi phuc|phuc hoi|xu ly|hoan thanh|hoan tat|xong|het loi|(loi|su co) (se )?het)\b"
            + @"|\b(chay|hoat dong|vao|len|song)( \w+){0,3} (lai|binh thuong|on dinh|duoc)\b|\b(dang nhap|dung|su dung|mo|nop|xem|hoc|truy cap|tai)( \w+){0,3} (duoc|binh thuong)\b|\b(tro lai|lai) (binh thuong|on dinh)\b|\b(binh thuong|on|on dinh) (tro )?lai\b|\b(se|la|deu) on\b"
            + @"|\b(ra mat|phat hanh|trien khai|(co|len|bo sung|dua|cap nhat)( \w+)? (tinh nang|chuc nang|phien ban|feature))\b|\b(se|la) (som )?co( (a|nhe|nha|chi|anh|ban)\b|( vao| trong| tu| luc)? [0-9]|( vao| trong| tu| luc)* (quy|thang|tuan|dau|cuoi|hom|ngay)\b|\W*$)"
            + @"|\b(fix(ed|es)?|resolve[ds]?|solve[ds]?|restore[ds]?|repair(ed)?|sort(ed)?( it out| this out)?|taken care of|eta)\b|\bback (up|online|to normal|in service)\b|\b(up|back|it|this|that|works?|working|running|plays?|loads?|opens?|normally|live|loads?|available|submit|normal|fine|right|good|access|usable)( and running)? again\b|\bup and running\b|\b(loads?|works?|runs?|opens?|plays?) (normally|properly|as usual|as before)\b"
            + @"|\b(it|this|that|everything|all|pages?|site|systems?|platform|service|server|class|classes|login|lms|videos?|features?|functions?|exports?|buttons?)('ll|( \w+)? (will|should|shall|is going to|are going to))( surely| definitely| all| then)? be (back|up|available|live|ready|done|complete|fine|ok|okay|online|there|in|out)\b"
            + @"|\b(feature|fix|function|change|reports|release)( \w+)? (will (come|arrive|land)|is coming|are coming|is due|are due)\b|\b(we|they|engineers|developers|team)('ll| will| should| shall) be (done|ready|finished)\b|\b(should|shall|will) be (done|ready|live)\b"
            + @"|\b(have|get|make) (it|this|that|everything|(the|your) \w+) (back|up|work|working|running|done|ready|live|going)\b|\bable to (log|sign|use|open|join|get in|submit|hand|upload|download|see|view|watch|access|continue|enter|load|export|print)\b|\b(sure|confident) it works\b|\b(it|this|that|everything|page|site|system|login|lms|video|export)('ll| will| should) work\b"
            + @"|\bexpect (this|the|that|your|our) (\w+ )?(feature|fix|function|version|button|option)\b|\bfinish(ed)? (the |this )?(repair|fix|work)\b|\b(bug|error|fault|problem|issue|slowness)s?( \w+)? be (gone|over|solved)\b|\b(release|launch) new \w+\b|\b(ship|release|deploy|launch|implement|roll)(s|d|ed|ing)? (it|this|that|out|the|your|feature)\b|\b(be )?(released|deployed|launched|shipped|implemented|rolled out)\b|\bgo live\b|\b(feature|fix|version)( \w+){0,3} (delivered|ready)\b",
        Quick
    )]
    public static partial Regex Result();

    // That it is to be so, and not only that it was or may be.
    [GeneratedRegex(
        @"\b(se|sap|du kien|cam ket|hua|chac chan|chac tam|chac khoang|toi da|cham nhat|muon nhat|kip|yen tam|nua|trong vong|trong|truoc|mai (em|minh|toi|ben em)|la( (chi|anh|em|lop|ban|thay|co|he thong|trang|moi nguoi|cac ban|hoc vien)( lop)?)? (xong|co|on|duoc|vao|dung|chay|hoat dong|nop|mo|dang nhap|binh thuong|het|ra mat|xem|hoc|su dung))\b"
            + @"|\b(will|shall|going to|expect\w*|promise\w*|guarantee\w*|commit\w*|plan(ned|ning)? (to|for)|should|eta|within|by|sure|confident|is coming|are coming|is due|are due|takes?)\b|'ll\b",
        Quick
    )]
    public static partial Regex Ahead();

    /// <summary>An hour beside it, with no word of the future: it is meant to come, unless it is told of what is over.</summary>
    [GeneratedRegex(
        @"\b(he thong|trang|lms|website|may chu|dich vu|nen tang)( \w+)? (chay|hoat dong|len|vao) (lai|binh thuong)( tro lai)?( vao)?( luc| truoc) [0-9]|\bla (he thong|trang|lop) \w+( \w+)? lai\b",
        Quick
    )]
    public static partial Regex Restart();

    /// <summary>A fix that is only spoken of: how it goes, what comes after it, who is at it.</summary>
    [GeneratedRegex(
        @"\b(tinh hinh|tien do|ket qua|huong|viec|qua trinh|phuong an|ke hoach|cach|thoi gian|cho|dang|de|uu tien|thu tu|yeu cau|bo phan|doi|(nho|giuc|hoi|bao)( doi| ben| bo phan)? (ky thuat|phat trien|van hanh)) (sua|khac phuc|giai quyet|khoi phuc|xu ly|hoan thanh|hoan tat)( loi| su co| xong)?\b|\b(sua|xu ly) (som|gap|ngay|yeu cau|ca|phieu)\b|\b(sua|xu ly|khac phuc|hoan thanh)( loi)? xong (thi )?(em|minh|ben em|toi|chung em|chung toi)\b"
            + @"|\b(at|on|about|for|with|of|after|until|is|how|far|how far) (the|a|any|another|this|that) (fix|repair)\b|\b(after|once|how to|decide how to|trying to|try to|hard to|helps? to) (the )?(fix|repair|resolve|solve|restore)( it| this)?\b",
        Quick
    )]
    public static partial Regex Named();

    /// <summary>What happens when, or in case.</summary>
    [GeneratedRegex(
        @"\b(sau khi|ngay khi|truoc khi|den khi|toi khi|khi|neu|lo|xem( \w+){1,6} chua|once|if|whether|when|until|after|before|as soon as|while|unless)\b.*$",
        Quick | RegexOptions.Singleline
    )]
    public static partial Regex Condition();

    /// <summary>When a class begins, ends or must have handed in.</summary>
    [GeneratedRegex(
        @"\b(han|han nop|han chot|deadline|thi|hoc|hop|bat dau|ket thuc|dien ra|dong|co hieu luc|begins?|starts?|ends?|closes?|deadline is|valid for)( bai| bao cao)?( cua \w+)?( la| luc| vao| den| vao luc| at| is)? [0-9]{1,2}( ?(:|h|gio|phut|am|pm|minutes|hours?)( ?[0-9]{2})?)?( hom nay| today)?\b",
        Quick
    )]
    public static partial Regex OtherHour();

    [GeneratedRegex(@"\btu\b.* (toi|den) (gio|bay gio|nay|hien tai)\b|\bsince\b", Quick)]
    public static partial Regex Since();

    [GeneratedRegex(
        @"\b(gui )?(bao cao|mail|email|thu|thong bao)( \w+)? tu dong\b|\bgui bao cao\b|\bautomatic reports?\b",
        Quick
    )]
    public static partial Regex Reports();
}
