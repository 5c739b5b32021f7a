using System.Text.RegularExpressions;

namespace Stepdesk.Core.Texts;

/// <summary>How a fix is promised, over clauses in lower case and without marks. Each is a family of its own; none can take long.</summary>
static partial class PromisePatterns
{
    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // What is to be so: it is mended; it works, or people can; it is there. Then the same in English.
    [GeneratedRegex(
        @"\b(sua|khac phuc|giai quyet|khoi phuc|phuc hoi|xu ly|hoan thanh|hoan tat|xong|het loi"
            + @"|(loi|su co)( nay| do| tren)? (se )?het|dau vao day|nhu (cu|truoc|thuong|ban dau))\b"
            + @"|\b(chay|hoat dong|vao|len|song)( \w+){0,3} (lai|binh thuong|on dinh|duoc)\b"
            + @"|\b(dang nhap|dung|su dung|mo|nop|xem|hoc|truy cap|tai)( \w+){0,3} (duoc|binh thuong)\b"
            + @"|\b(tro lai|lai) (binh thuong|on dinh)\b|\b(binh thuong|on|on dinh) (tro )?lai\b|\b(se|la|deu) on\b"
            + @"|\b(ra mat|phat hanh|trien khai|dua vao (su dung|hoat dong|van hanh)"
            + @"|(co|len|bo sung|dua|cap nhat)( \w+)? (tinh nang|chuc nang|phien ban|feature))\b"
            + @"|\b(se|la) (som )?co( (a|nhe|nha|chi|anh|ban)\b|( vao| trong| tu| luc)? [0-9]"
            + @"|( vao| trong| tu| luc)* (quy|thang|tuan|dau|cuoi|hom|ngay)\b|\W*$)"
            + @"|\b(fix(ed|es)?|resolve[ds]?|solve[ds]?|restore[ds]?|repair(ed)?|sort(ed)?( it out| this out)?"
            + @"|taken care of|eta)\b"
            + @"|\bback (up|online|to normal|in service)\b"
            + @"|\b(up|back|it|this|that|works?|working|running|plays?|loads?|opens?|normally|live|loads?|available"
            + @"|submit|normal|fine|right|good|access|usable)( and running)? again\b"
            + @"|\bup and running\b|\b(loads?|works?|runs?|opens?|plays?) (normally|properly|as usual|as before)\b"
            + @"|\b(it|this|that|everything|all|pages?|site|systems?|platform|service|server|class|classes|login|lms"
            + @"|videos?|features?|functions?|exports?|buttons?)('ll"
            + @"|( \w+)? (will|should|shall|is going to|are going to))( surely| definitely| all| then)? be (back|up"
            + @"|available|live|ready|done|complete|fine|ok|okay|online|there|in|out)\b"
            + @"|\b(feature|fix|function|change|reports|release|export)( \w+)? (will (come|arrive|land)|is coming"
            + @"|are coming|is due|are due)\b"
            + @"|\b(we|they|engineers|developers|team)('ll| will| should| shall) be (done|ready|finished)\b"
            + @"|\b(should|shall|will) be (done|ready|live)\b"
            + @"|\b(have|get|make) (it|this|that|everything|(the|your) \w+) (back|up|work|working|running|done|ready"
            + @"|live|going)\b"
            + @"|\bable to (log|sign|use|open|join|get in|submit|hand|upload|download|see|view|watch|access|continue"
            + @"|enter|load|export|print)\b"
            + @"|\b(sure|confident) it works\b"
            + @"|\b(it|this|that|everything|page|site|system|login|lms|video|export)('ll| will| should) work\b"
            + @"|\bexpect (this|the|that|your|our) (\w+ )?(feature|fix|function|version|button|option)\b"
            + @"|\bfinish(ed)? (the |this )?(repair|fix|work)\b"
            + @"|\b(bug|error|fault|problem|issue|slowness)s?( \w+)? be (gone|over|solved)\b"
            + @"|\b(release|launch) new \w+\b"
            + @"|\b(ship|release|deploy|launch|implement|roll)(s|d|ed|ing)? (it|this|that|out|the|your|feature)\b"
            + @"|\b(be )?(released|deployed|launched|shipped|implemented|rolled out)\b|\bgo live\b"
            + @"|\b(feature|fix|version)( \w+){0,3} (delivered|ready)\b",
        Quick
    )]
    public static partial Regex Result();

    // That it is to be so, and not only that it was or may be.
    [GeneratedRegex(
        @"\b(se|sap|du kien|cam ket|hua|chac chan|chac tam|chac khoang|toi da|cham nhat|muon nhat|kip|yen tam"
            + @"|nua|trong vong|trong|truoc|mai (em|minh|toi|ben em)"
            + @"|la( (chi|anh|em|lop|ban|thay|co|he thong|trang|moi nguoi|cac ban|hoc vien)( lop)?)? (xong|co|on"
            + @"|dau vao day|duoc|vao|dung|chay|hoat dong|nop|mo|dang nhap|binh thuong|het|ra mat|xem|hoc"
            + @"|su dung))\b"
            + @"|\b(will|shall|going to|expect\w*|promise\w*|guarantee\w*|commit\w*|plan(ned|ning)? (to|for)|should"
            + @"|eta|within|by|sure|confident|is coming|are coming|is due|are due|takes?)\b"
            + @"|'ll\b",
        Quick
    )]
    public static partial Regex Ahead();

    /// <summary>An hour beside it, with no word of the future: it is meant to come, unless it is told of what is over.</summary>
    [GeneratedRegex(
        @"\b(he thong|trang|lms|website|may chu|dich vu|nen tang)( \w+)? (chay|hoat dong|len|vao) (lai"
            + @"|binh thuong)( tro lai)?( vao)?( luc| truoc) [0-9]"
            + @"|\bla (he thong|trang|lop) \w+( \w+)? lai\b",
        Quick
    )]
    public static partial Regex Restart();

    /// <summary>A fix that is only spoken of: how it goes, what comes after it, who is at it.</summary>
    [GeneratedRegex(
        @"\b(tinh hinh|tien do|ket qua|huong|viec|qua trinh|phuong an|ke hoach|cach|thoi gian|cho|dang|de"
            + @"|uu tien|thu tu|yeu cau|bo phan|doi"
            + @"|(nho|giuc|hoi|bao)( doi| ben| bo phan)? (ky thuat|phat trien|van hanh)) (sua|khac phuc|giai quyet"
            + @"|khoi phuc|xu ly|hoan thanh|hoan tat)( loi| su co| xong)?\b"
            + @"|\b(sua|xu ly) (som|gap|ngay|yeu cau|ca|phieu)\b"
            + @"|\b(sua|xu ly|khac phuc|hoan thanh)( loi)? xong (thi )?(em|minh|ben em|toi|chung em|chung toi)\b"
            + @"|\b(at|on|about|for|with|of|after|until|is|how|far|how far) (the|a|any|another|this|that) (fix"
            + @"|repair)\b"
            + @"|\b(after|once|how to|decide how to|trying to|try to|hard to|helps? to) (the )?(fix|repair|resolve"
            + @"|solve|restore)( it| this)?\b",
        Quick
    )]
    public static partial Regex Named();

    /// <summary>What happens when, or in case.</summary>
    [GeneratedRegex(
        @"\b(sau khi|ngay khi|truoc khi|den khi|toi khi|khi|neu|lo|xem( \w+){1,6} chua|once|if|whether|when"
            + @"|until|after|before|as soon as|while|unless)\b.*$",
        Quick | RegexOptions.Singleline
    )]
    public static partial Regex Condition();

    /// <summary>When a class begins, ends or must have handed in.</summary>
    [GeneratedRegex(
        @"\b(duoc|nop|hoc|dung|mo|thi|lam bai|nop bai duoc)( \w+){0,3} den (het )?([0-9]|toi nay|chieu|cuoi"
            + @"|ngay)\w*"
            + @"|\b(han|han nop|han chot|deadline|thi|hoc|hop|bat dau|ket thuc|dien ra|dong|co hieu luc|begins?"
            + @"|starts?|ends?|closes?|deadline is|valid for)( bai| bao cao)?( cua \w+)?( la| luc| vao| den| vao luc"
            + @"| at| is)? [0-9]{1,2}( ?(:|h|gio|phut|am|pm|minutes|hours?)( ?[0-9]{2})?)?( hom nay| today)?\b",
        Quick
    )]
    public static partial Regex OtherHour();

    /// <summary>Another piece of work that ends: reading, deciding, testing.</summary>
    [GeneratedRegex(
        @"\b(doc|tong hop|thu thap|tim|duyet|phe duyet|quyet dinh|quyet|soan|chuan bi|hop|goi|trinh|lap|viet"
            + @"|phan tich|ra soat|xac minh|xac nhan|chup|loc|dem|tra cuu|hoi|gom|dien|nop|cham|thi|hoc|lam bai|ghi"
            + @"|truy van|xem)( \w+)? xong\b"
            + @"|\bhoan (tat|thanh)( viec| buoc)? (doc|kiem tra|phan tich|tong hop|thu thap|bao cao|danh sach"
            + @"|ra soat|xac minh|ho so|thu tuc|bai|phieu)\b"
            + @"|\bdone (testing|gathering|reading|checking|collecting|writing|looking|asking|analy[sz]ing|watching)\b",
        Quick
    )]
    public static partial Regex OtherWork();

    /// <summary>Something that comes or ends by itself, and is no fix.</summary>
    [GeneratedRegex(
        @"\b(truy van|cau lenh|bao cao|phan bat buoc) .*(xong|hoan tat|hoan thanh)\b"
            + @"|\b(ket qua|cau tra loi|quyet dinh|danh sach|bien ban|phan hoi|y kien|ban ghi|huong dan|tai lieu"
            + @"|chung chi|diem|hoa don|thu xac nhan|bien lai)( \w+){0,4} (se |la )*(co|xong|hoan thanh|hoan tat)\b"
            + @"|\b(query|queries|script|export|import|download|upload|backup|answer|decision|list|results?"
            + @"|recordings?|certificates?|summary|minutes|documents?|plan|guide|form|invoices?|scores?|grades?"
            + @"|parts?|approval|analysis|investigation|tests?|count)( \w+){0,3} (will|should|shall"
            + @"|is going to) (be (done|ready|there|available|complete|finished|in|out|known)|finish|run|take|end"
            + @"|come|arrive|complete)\b",
        Quick
    )]
    public static partial Regex OtherThing();

    /// <summary>What makes a file, there in months and not in minutes: a feature.</summary>
    [GeneratedRegex(
        Files
            + @"( \w+){0,3} (will|should|shall|is going to)( \w+)? (be (ready|there|available|in|out|live)|come"
            + @"|arrive)( (for|to) \w+)? "
            + Far
            + @"|^\W*"
            + Far
            + @"( \w+){0,3} "
            + Files,
        Quick
    )]
    public static partial Regex FarOff();

    const string Files = @"\b(exports?|imports?|downloads?|uploads?|backups?)\b";
    const string Far =
        @"((in|by|during|from|with|before"
        + @"|at the end of) (the )?((next|first|second|third|fourth|coming|new) )?(q[1-4]|quarter|sprint|release"
        + @"|year)"
        + @"|next (quarter|month|sprint|release|year)"
        + @"|in ((a|one|two|three|four|six|few|a few|[0-9]+) months?|january|february|march|april|june|july"
        + @"|august|september|october|november|december))\b";

    /// <summary>The link is what works again, and no way round.</summary>
    [GeneratedRegex(
        @"^\W*((by|before|from|at) [0-9:.]+ ?(am|pm)? )?((the|your|our|this|that|all) )?(\w+ ){0,2}(links?"
            + @"|browser|zoom|google meet)( (for|to|of) (the|your) \w+)? (will|should|shall|is going to"
            + @"|are going to)( \w+)? (be (working again|fixed|restored|repaired|back|up again)"
            + @"|(work|open|load) again)\b"
            + @"|^\W*((truoc|luc|den|tu) [0-9:h]+ )?(thi )?(cac )?(lien ket|duong dan|link|zoom"
            + @"|google meet)( (bai|bai hoc|bai giang|buoi hoc|lop|lop hoc|vao lop|nay|do))* (se|la)( duoc"
            + @"| som)* ((hoat dong|chay)( \w+)? lai|sua|khac phuc|khoi phuc)\b",
        Quick
    )]
    public static partial Regex LinkItself();

    /// <summary>Somebody needs it, wishes for it or was asked for it.</summary>
    [GeneratedRegex(
        @"\b(chi|anh|thay|co|ban|em|lop|hoc vien|sinh vien|hoc sinh|khach|nguoi dung|phu huynh"
            + @"|quan ly)( (dang|deu|cung|rat|minh|cua \w+))? (muon|mong"
            + @"|can (co|nop|vao|dung|xem|hoc|mo|tai|dang nhap|he thong|trang|lai|duoc|xong)|hy vong|hi vong)\b"
            + @"|\b(mong muon|nguyen vong|nhu cau)\b"
            + @"|\b(de nghi|yeu cau|xin|nho|giuc|don doc|de xuat)( \w+)? (doi|ben|bo phan|nhom|ky thuat|anh|chi"
            + @"|quan ly|nhan su|ho)\b"
            + @"|\b(you|they|he|she|students?|class(es)?|customers?|teachers?|everybody|everyone)( \w+)? (needs?"
            + @"|needed|want(s|ed)?|wish(es|ed)?|asked|requested|hoped|prefer)\b"
            + @"|\bwould like\b|\b(asked|asking|ask|requested|urged|pushed|pushing) (the|our|them|him|her|for)\b"
            + @"|\bneeds? (it|this|that|them) to\b",
        Quick
    )]
    public static partial Regex Wished();

    /// <summary>The reader does something, and what follows comes of it.</summary>
    [GeneratedRegex(
        @"^\W*((da|vay|chi|anh|thay|co|ban|(cac|may) em|cac|lop|hoc vien|sinh vien)\W+){0,3}((chi can|cu|hay"
            + @"|nho) )?(bam"
            + @"|nhan (nut|vao|f5|ctrl|lien ket|link)|click"
            + @"|mo (lien ket|link|thu|email|duong dan|cua so|trinh duyet)|dat (lai )?mat khau|tai lai|lam moi"
            + @"|lam theo|xoa|dang xuat|doi (sang|mat khau|trinh duyet|mang|may)|chuyen sang"
            + @"|dung (lien ket|link|mang|trinh duyet|dien thoai|may|duong dan)|chon|nhap"
            + @"|xuat (excel|file|danh sach|bao cao)|in ra|cai (lai|dat)|khoi dong lai)\b"
            // "Em" is who writes, save where they are told to, or what no desk does to mend a thing.
            + @"|^\W*((da|vay)\W+)?em ((chi can|cu|hay) \w+|bam|nhan (nut|vao|f5|ctrl|lien ket|link)|click"
            + @"|mo (lien ket|link|thu|email|duong dan|cua so|trinh duyet)|tai lai trang|lam theo|dang xuat"
            + @"|doi (mat khau|trinh duyet)|dung (lien ket|link|mang|trinh duyet|dien thoai|duong dan)"
            + @"|xuat (excel|file|danh sach|bao cao)|in ra|chuyen sang (phong|zoom|google meet|lien ket|link)"
            + @"|(khoi dong lai|cai lai) (may tinh|trinh duyet|dien thoai|laptop|zoom)|xoa( \w+){1,4} trinh duyet"
            + @"|nho (dat (lai )?mat khau|tai lai|dang xuat|bam|click|xoa|chon))\b"
            + @"|^\W*((da|vay)\W+)?em khoi dong lai may( (la|thi)\b|\W*$)"
            + @"|(^\W*|\b(please|need to|have to|just|simply|by|and|then) )(reset|open|click|set|clear|reload"
            + @"|refresh|sign out|log out|switch|follow|choose|restart|press|install|opening|clicking|resetting"
            + @"|setting|clearing|switching|using|following|reloading|refreshing|extending) (the|your|a|an|this|that"
            + @"|out|to|on|it)\b"
            + @"|\b(link|code) (is|stays|will be) (good|valid)|\bban (thay the|du phong|tam)"
            + @"|\b(put up|sent|added) a copy\b",
        Quick
    )]
    public static partial Regex Instruction();

    /// <summary>It has been mended; what is said after that is how it is now.</summary>
    [GeneratedRegex(
        @"\bda (duoc )?((khac phuc|sua|khoi phuc|mo lai|mo khoa|kich hoat|(dat|cap) lai mat khau)( xong| lai)?"
            + @"|(xu ly|giai quyet) xong|hoat dong (lai|binh thuong)|chay (lai|binh thuong)|on dinh)\b"
            + @"|\b(is|are|was|were|has been|have been|we have|we've|they have"
            + @"|(team|developers|engineers) (has|have)|i have|i've) (now |already |just )*(fixed|resolved|solved"
            + @"|restored|repaired|reactivated|unlocked|reopened)\b"
            + @"|\b(is|are) (now )?(working again|back to normal|up and running)\b"
            + @"|\b(i|we)( have|'ve) (now |just |already )*reset (your|the|his|her|their) password\b"
            + @"|\bpassword (has been|was) reset\b"
            + @"|\bvua (dat|cap) lai mat khau\b|\bmat khau( \w+){0,3} da (duoc )?(dat|cap) lai\b"
            + @"|\b(dat|cap) lai( \w+){0,6} roi\b",
        Quick
    )]
    public static partial Regex Done();

    /// <summary>Not all of it is done.</summary>
    [GeneratedRegex(
        @"\b(mot phan|con lai|tam thoi|partly|partially|in part|(a|one|only|just|first) part of|the rest"
            + @"|remaining)\b"
            + @"|^\W*part of\b",
        Quick
    )]
    public static partial Regex Part();

    /// <summary>What is left of an hour or a class, what else was done, a cause, a trouble for a time: they leave nothing to mend.</summary>
    [GeneratedRegex(
        @"\bthoi gian con lai\b|\bcon lai( \w+){0,2} da\b"
            + @"|\bcon lai (cua|trong) (buoi|gio|bai|ca|tiet|ngay|tuan|hom nay|thang)\b"
            + @"|\bmot phan( la)? (do|vi|nho)\b|\b(loi|su co|gian doan|truc trac|mat khau) tam thoi\b"
            + @"|\b(for|during|in) the rest of ((the|this|your|our|today's) )?(class|lesson|session|exam|day|time"
            + @"|term)\b"
            + @"|\brest of (the|this|today's|your) (day|week|afternoon|morning|evening|month|lesson|session|exam)\b"
            + @"|\bremaining (time|minutes?|hours?|lessons?|sessions?)\b|\bno remaining\b"
            + @"|\b(the rest|remaining)( \w+){0,4} (has|have|is now|are now|was|were)\b",
        Quick
    )]
    public static partial Regex Whole();

    /// <summary>How long it takes, as a label and a number.</summary>
    [GeneratedRegex(
        @"\b((thoi gian|gio) (sua|khac phuc|xu ly|khoi phuc|hoan thanh|hoan tat)( loi| su co| xong)? (du kien"
            + @"|uoc tinh)"
            + @"|(du kien|uoc tinh) (thoi gian |gio )?(sua|khac phuc|xu ly|khoi phuc|hoan thanh"
            + @"|hoan tat)( xong)?)( la)? ?:? ?(khoang "
            + @"|tam |trong )*[0-9]{1,3} ?(phut|tieng|gio|h|:|ngay)"
            + @"|\b(estimated|expected) (time (to|of|for) (the )?)?(resolution|fix|repair"
            + @"|recovery)( time)?( is)? ?:? ?(about |in |within )*[0-9]{1,3} ?(minutes?|min|hours?|h|:|am|pm|days?)",
        Quick
    )]
    public static partial Regex Estimate();

    /// <summary>A length of time, and then it is done.</summary>
    [GeneratedRegex(
        @"\b(give (us|them|me|the (team|developers|engineers)) ([\w-]+ ){0,3}|(another|more) (\w+ )?)(minutes?"
            + @"|hours?) and (it|this|that|everything|we|they)('s|'ll be|'re| is| are| will be) (\w+ )?(done|fixed"
            + @"|back|working|running|ready|fine|ok|resolved|sorted|normal)\b",
        Quick
    )]
    public static partial Regex Countdown();

    /// <summary>The hour by which, with nothing behind it that is counted.</summary>
    [GeneratedRegex(
        @"\b(by|before|around|at) (about )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            + @"|twelve)( (thirty|fifteen|forty-five))?\W*$",
        Quick
    )]
    public static partial Regex BareHour();

    [GeneratedRegex(@"\btu\b.* (toi|den) (gio|bay gio|nay|hien tai)\b|\bsince\b", Quick)]
    public static partial Regex Since();

    [GeneratedRegex(
        @"\b(gui )?(bao cao|mail|email|thu|thong bao)( \w+)? tu dong\b|\bgui bao cao\b|\bautomatic reports?\b",
        Quick
    )]
    public static partial Regex Reports();
}
