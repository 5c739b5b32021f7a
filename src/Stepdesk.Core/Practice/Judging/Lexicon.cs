namespace Stepdesk.Core.Practice.Judging;

/// <summary>
/// The words the text rules know, in both languages, without marks. What is not in here is not held against anybody; a
/// change here is a new <see cref="Version"/>, and old verdicts stay as they were.
/// </summary>
static class Lexicon
{
    public const int Version = 1;

    public static readonly IReadOnlyList<Wording> Greetings = Words(
        @"^\s*(em |minh |team )?(chao|kinh gui|xin chao|da,? em chao|thua)\b",
        @"^\s*(dear|hello|hi|good (morning|afternoon|evening))\b"
    );

    public static readonly IReadOnlyList<Wording> Empathy = Words(
        @"\b(em|team|minh|chung em|chung toi) (hieu|rat tiec|xin loi|thanh that xin loi)\b",
        @"\b(xin loi|rat tiec|thong cam|bat tien|anh huong (den|toi)|gian doan)\b",
        @"\b(sorry|apologi[sz]e|understand (how|that|this)|inconvenien\w+|frustrating|disrupt\w*)\b"
    );

    public static readonly IReadOnlyList<Wording> NextStep = Words(
        @"\b(em|team|minh|chung em|chung toi|ben em|ky thuat)\b.{0,30}\b(dang|se|da bat dau)\b.{0,20}\b(kiem tra|xem|tim|chuyen|theo doi|xu ly|lien he|phoi hop|thu|ra soat)\b",
        @"\b(we|i|the team|our team|engineers?)\b.{0,30}\b(am|are|is|will|have)\b.{0,20}\b(check\w*|look\w*|investigat\w*|work\w*|escalat\w*|pass\w*|contact\w*|monitor\w*|test\w*|follow\w*)\b"
    );

    public static readonly IReadOnlyList<Wording> NextContact = Words(
        @"\b(cap nhat|bao lai|bao tin|phan hoi|lien he lai|nhan lai|gui tin)\b.{0,40}\b(trong|sau|truoc|moi|luc|vao)\b ?(vong )?\d",
        @"\b(trong|sau|truoc|moi|luc) ?(vong )?\d.{0,40}\b(cap nhat|bao lai|bao tin|phan hoi|lien he lai|nhan lai)\b",
        @"\b(update|write|get back|be in touch|report|inform|let you know)\b.{0,40}\b(in|within|by|before|every|at)\b ?\d",
        @"\b(in|within|by|before|every|at) \d.{0,40}\b(update|write|get back|be in touch|report|let you know)\b"
    );

    public static readonly IReadOnlyList<Wording> AsksConfirmation = Words(
        @"\b(xac nhan|kiem tra lai|thu lai|cho (em|team|minh) biet)\b",
        @"\b(confirm|try again|check again|let (us|me) know (if|whether))\b"
    );

    public static readonly IReadOnlyList<Wording> Fix = Words(
        @"\b(se|chac chan)\b.{0,20}\b(xong|sua xong|khac phuc|xu ly xong|hoat dong lai|chay lai|co tinh nang|binh thuong tro lai)\b",
        @"\b(will|going to|be) (be )?(fixed|fix|resolved|resolve|solved|solve|shipped|ship|released|released|restored|restore|repaired|done|working again|back to normal|up and running)\b"
    );

    public static readonly IReadOnlyList<Wording> When = Words(
        @"\b(trong|sau|truoc|luc) ?(vong )?\d+ ?(phut|gio|tieng|ngay|tuan|h|p)\b",
        @"\b(truoc|luc|vao) \d{1,2}(:|h|g)\d{0,2}",
        @"\b(hom nay|ngay mai|toi nay|chieu nay|tuan nay|tuan sau|thang sau|quy \d)\b",
        @"\b(in|within|by|before|at) (about )?\d+ ?(:\d\d|minutes?|mins?|hours?|days?|weeks?|am|pm)?\b",
        @"\b(today|tonight|tomorrow|this (week|afternoon|evening)|next (week|month|quarter)|in q[1-4]|q[1-4])\b"
    );

    public static readonly IReadOnlyList<Wording> NotAPromise = Words(
        @"\b(chua (the|co the)|khong (the|dam)|khong hua|cap nhat|bao lai|bao tin|phan hoi|khi nao)\b",
        @"\b(cannot|can't|can not|not (yet|able)|no promise|update|write (again|back)|get back|be in touch|when)\b"
    );

    public static readonly IReadOnlyList<Wording> Jargon = Words(
        @"\b(sql|query|queries|database|db|pool|connection pool|endpoint|backend|server log|stack ?trace|exception|timeoutexception|rollback|deploy\w*|cache|cdn|gateway|index|latency|p95|api)\b",
        @"\bhttp ?[1-5]\d\d\b|\b(loi|error|code) ?(500|502|503|504|401|403)\b"
    );

    // A reference to a ticket or an address has digits and letters too, and is no secret.
    public static readonly IReadOnlyList<Wording> Secrets = Words(
        @"\b(mat khau|password|passwd|pass|pwd)\b( (tam|tam thoi|moi|la|is|cua (chi|anh|em)|new|temporary))* ?[:=] ?[^\s]{4,}",
        @"\b(mat khau|password)( (tam thoi|moi|new|temporary))* (la|is) [^\s]*\d[^\s]*",
        @"[?&](access_token|token|sig|key|code)=[\w%.-]{8,}",
        @"\b(authorization: ?bearer|x-api-key:) ?[\w.-]{8,}",
        @"\beyj[\w-]{10,}\.[\w-]{10,}"
    );

    public static readonly IReadOnlyList<Wording> Placeholders = Words(
        @"\[(so|ten|name|number|thoi gian|time|link|ngay|date|class|lop)[^\]]*\]",
        @"\bdd/mm(/yyyy)?\b|\bhh:mm\b|\btbd\b|\bxx+\b|\{\{?\w+\}?\}"
    );

    public static readonly IReadOnlyList<Wording> Attached = Words(
        @"\b(dinh kem|gui kem|file kem)\b",
        @"\b(attached|attachment|enclosed)\b"
    );

    static IReadOnlyList<Wording> Words(params IReadOnlyList<string> sources) =>
        [.. sources.Select(s => new Wording(s))];
}
