using Stepdesk.Core.Words;

namespace Stepdesk.Core.Practice.Claims;

/// <summary>
/// What the phrases of a clause are, each kind a letter; lower case, and without marks unless they are another word without
/// them. Words that stand in no list make a clause one that nobody judges, so a list holds only what changes nothing, or
/// what is counted on.
/// </summary>
static class ClaimWords
{
    // Says nothing about how much, whose, when or whether.
    const string Filler = """
        hien, hien tai, hien nay, hien gio, luc nay, bay gio, ngay luc nay, dang, da, vua, vua moi, mới, co, co den, co toi,
        len, len den, len toi, la, ca, tong cong, tong cong co, tong so, so, so luong, cac, những, a, o, tai, tren trang, tren he thong, cua,
        trong, duoc, da duoc, trang, video, noi dung, trang web, tat ca lop, toan bo lop, gay, gay ra, khien, lam, cho, ve, ghi nhan la, ro la, cho thay, theo so lieu, so lieu,
        theo telemetry, do duoc, ghi nhan duoc, quan sat duoc, ket qua, thuc te, thuc ra, that ra, dung la, trang thai, bai, bai tap, bai thi, lop, lop nay, lop hoc,
        ca lop, ca phong, rat, qua, kha, ngay, tiep tuc, van, van dang, boi, den nay, toi nay,
        den gio, toi gio, den hien tai, tu nay den gio, tu nay, nay gio, nhe, roi, anh a, chi a, thay a, co a, ban a, anh nhe,
        chi nhe, thay nhe, em a, anh chi a, trong gio hoc, ngay giua gio, giua gio hoc, giua buoi, mot luc, nhu nhau, giong nhau, luon,
        khi nop bai, khi vao bai, khi mo trang, khi hoc, khi xem, khi dang nhap, when submitting, when opening pages, nhu vay, dong loat, lien tuc, he thong, lms, tren lms, he thong lms, hoc,
        now, currently, right now, at the moment, at present, there, that, the, a, an, is, are, was, were, has, have, been,
        has been, have been, being, be, in total, altogether, total, a total of, of, who, which, that are, that is, class, this class, in class,
        in the class, the class, by, by this, by the, so far, still, already, very, really, in fact, actually, our, on,
        the lms, on the lms, in, to, number, number of, just, it, us, data, shows, show, telemetry, according to, up to now,
        until now, these, this, today, page, pages, lesson, exam, hom nay, going on, up, gone up, all of, system
        """;

    // Who speaks, and that they have seen it.
    const string Saying = """
        em, minh, tôi, ben em, ben minh, chung em, chung toi, em thay, em ghi nhan, em xac nhan, ghi nhan, thấy, thay rang,
        xac nhan, nhan thay, xin bao, bao, bao cao, xin bao cao, xin thong bao, thong bao, da kiem tra, kiem tra thay, qua kiem tra, theo kiem tra, we, i, see,
        we see, we know, know, found, confirmed, can see, can confirm
        """;

    // Who else speaks, which without its marks is "there are".
    const string Reporter = "cô";

    const string Also = "deu, cung, cung deu, too, also, as well, all";
    const string All = "toan bo, tat ca, all, every, every single, each, all the";
    const string AllOfThem =
        "tat ca cac, toan bo cac, mọi, toan the cac, all, every, all the, every single, all of the";
    const string Others = "khac, con lai, other, the other, all other, all the other";
    const string About = "khoang, tam, chung, xap xi, uoc chung, about, around, roughly, approximately, some";
    const string More = "hon, nhieu hon, it nhat, more than, over, at least";

    const string Affected = """
        bi anh huong, chiu anh huong, anh huong, anh huong den, anh huong toi, dang bi anh huong, affected, affects, affecting,
        affect, are affected, is affected, were affected, are impacted, hitting, hits, impacted, impacts, impacting
        """;

    const string Trouble = """
        bi, bi loi, gap loi, bao loi, tra ve loi, bi treo, bi gian doan, gap su co, bi su co, that bai,
        khong hoc duoc, khong the hoc, khong nop duoc, khong the nop, chua nop duoc, khong gui duoc, khong vao duoc,
        khong the vao, chua vao duoc, khong mo duoc, khong the mo, khong xem duoc, khong the xem, khong phat duoc,
        khong dang nhap duoc, khong the dang nhap, khong truy cap duoc, khong the truy cap, khong lam duoc, khong tai duoc,
        khong su dung duoc, khong dung duoc, khong chay, khong chay duoc, bi vuong, bi tu choi, treo, gian doan, mac loi, bi ket, bi vang,
        gap kho khan, gap truc trac, bi truc trac, khong thao tac duoc, khong lam bai duoc, khong lam duoc bai, dinh loi,
        gap van de, khong hoat dong, bi loi het, loi het
        """;
    const string Slow = """
        cham, bi cham, rat cham, qua cham, bi rat cham, cham nhieu, cham han, cham nhu vay, cham nhu the, ì ạch
        """;
    const string SlowEn =
        "slow, is slow, are slow, very slow, is very slow, are very slow, slow down, too slow, sluggish";

    const string TroubleEn = """
        are affected, is affected, are impacted, fail, fails, failing, is failing, are failing, down, are down, cannot submit, can't submit,
        cannot open, can't open, cannot watch, can't watch, cannot sign in, can't sign in, cannot log in, can't log in,
        cannot study, cannot work, could not submit, can no longer submit, are stuck, are locked out, are blocked, get errors,
        are getting errors, get an error, see errors, cannot learn, cannot use, cannot access, unable to submit, unable to open, unable to watch, hit, broken, do not play,
        don't play, do not work, don't work, does not work, time out, are timing out, return errors, returns an error
        """;

    const string Incident = """
        loi, su co, tinh trang, tinh trang nay, van de, hien tuong, tinh trang cham, tinh trang loi, do tre, loi nay,
        su co nay, hien tuong nay, hien tuong cham, vu viec, it, slowdown, incident, problem, issue, slowness, error, errors, outage, trouble
        """;

    const string Began = """
        bat dau, xuat hien, xay ra, dien ra, khoi phat, phat sinh, bat dau xuat hien, bat dau xay ra, lan ra, lan sang, lan den, lan rong, da lan ra, spread to, spreads to, has spread to, is on, is in, are on, began, started,
        start, starts, appeared, occurred, occurs, happens, happened
        """;

    // Until when, unless it says since.
    const string Lasting = "keo dai, lasting";
    const string Since = "tu, tu luc, ke tu, ke tu luc, tu khoang, since, from, vao tu, ngay tu";
    const string At = "luc, vao luc, vao, at, hoi";

    const string Takes = """
        mat, mat den, mat toi, mat hon, ton, can, het, phai cho, mat trung binh, dang mat, take, takes, took,
        taking, need, needs, are taking, is taking
        """;
    const string Latency = """
        thoi gian phan hoi, thoi gian tai, thoi gian tai trang, thoi gian cho, thoi gian mo trang, do tre, do tre hien tai,
        response time, response times, latency, load time, loading time
        """;
    const string Release = """
        ban, ban phat hanh, ban cap nhat, phien ban, ban moi, phien ban moi, ban phat hanh moi, release, version, update,
        build, new release, new version
        """;
    const string Deployed = """
        dua len, duoc dua len, da duoc dua len, trien khai, duoc trien khai, da duoc trien khai, phat hanh, duoc phat hanh,
        da duoc phat hanh, len, cap nhat, duoc cap nhat, went out, went live, was released, was deployed, deployed, released,
        has been deployed, been deployed, been released
        """;

    const string None = "khong co, khong, chua co, no, not a single, not one";
    const string Succeeding = """
        nao thanh cong, nao chay duoc, nao duoc tra loi, nao khong loi, nao khong bi loi, succeeds, succeed, gets through,
        get through, works
        """;
    const string Everywhere = """
        ca he thong, toan he thong, toan bo he thong, ca lms, toan bo lms, toan lms, ca nen tang, the whole system,
        the entire system, the whole lms, the entire lms, the whole platform, the entire platform
        """;

    /// <summary>Words that only some figures leave aside.</summary>
    public static readonly string[] Averages = WordList.Of(
        "trung binh, trung binh la, mỗi, mọi, moi, on average, average, each, every, all"
    );
    public static readonly string[] Everybody =
    [
        .. WordList.Of("toan bo, tat ca, all, all the"),
        .. WordList.Of(Incident),
        .. WordList.Of("do loi, boi su co, vi su co"),
    ];
    public static readonly string[] Opening = WordList.Of(
        """
        de mo, moi mo duoc, moi mo, moi tai xong, de tai, de tra loi, de phan hoi, de hien, de hien thi, moi hien,
        moi phan hoi, moi vao duoc, mo, mot, viec mo, viec tai, moi lan mo, khi mo, luot, lan, o muc, at, de vao, moi vao, moi len, moi chay,
        opening, loading, a, to load, to open, to answer, to respond, lau, toan trang, mot lan, dai
        """
    );
    public static readonly string[] Using = WordList.Of(
        """
        chi, chi moi, moi chi, chi con, con, only, now, da day, dung, dung het, da dung, da dung het, dang dung, su dung, da su dung, dang su dung, su dung het, day, o muc, dat,
        cham, chiem, len muc, bi chiem, muc su dung, ti le, ty le, used, in use, full, reached, at, usage, het, roi
        """
    );
    public static readonly string[] Hours = WordList.Of(
        "nay, chieu nay, trua nay, sang nay, toi nay, hom nay, this afternoon, this morning, today, this evening, nop bai, vao bai, tai trang, xem video"
    );
    public static readonly string[] Shares = WordList.Of("ti le, ty le, hang loat, rate, share");

    /// <summary>Who is counted.</summary>
    public static readonly string[] People = WordList.Of(
        """
        ban, nguoi, nguoi dung, nguoi hoc, em, hoc vien, hoc sinh, sinh vien, thi sinh, ban hoc vien, ban hoc sinh, ban sinh vien,
        tai khoan, so ban, so nguoi, so nguoi dung, so em, so hoc vien, so hoc sinh, so sinh vien, so thi sinh,
        number of students, number of users, number of people, student, students, user, users, people, learner, learners, person, pupils
        """
    );

    public static readonly IReadOnlyList<(char Kind, string[] Phrases)> Common =
    [
        ('.', WordList.Of(Filler)),
        (Phrases.Unknown, WordList.Of(Reporter)),
        ('e', WordList.Of(Saying)),
        ('w', WordList.Of(Also)),
        ('u', WordList.Of(All)),
        ('U', WordList.Of(AllOfThem)),
        ('o', WordList.Of(Others)),
        ('~', WordList.Of(About)),
        ('>', WordList.Of(More)),
        ('A', WordList.Of(Affected)),
        ('S', WordList.Of(Slow)),
        ('s', WordList.Of(SlowEn)),
        ('X', WordList.Of(Trouble)),
        ('E', WordList.Of(TroubleEn)),
        ('i', WordList.Of(Incident)),
        ('b', WordList.Of(Began)),
        ('l', WordList.Of(Lasting)),
        ('f', WordList.Of(Since)),
        ('@', WordList.Of(At)),
        ('t', WordList.Of(Takes)),
        ('L', WordList.Of(Latency)),
        ('r', WordList.Of(Release)),
        ('D', WordList.Of(Deployed)),
        ('0', WordList.Of(None)),
        ('y', WordList.Of(Succeeding)),
        ('W', WordList.Of(Everywhere)),
        ('p', People),
    ];
}
