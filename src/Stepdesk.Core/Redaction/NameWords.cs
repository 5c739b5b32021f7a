using Stepdesk.Core.Words;

namespace Stepdesk.Core.Redaction;

/// <summary>Names of families, and the words around names.</summary>
static class NameWords
{
    /// <summary>Family names; those that are words of English without marks are in <see cref="Bare"/>.</summary>
    public static readonly HashSet<string> Families =
    [
        .. WordList.Of(
            """
            Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh, Đoàn,
            Trương, Lương, Mai, Tô, Tạ, Cao, Đào, Lâm, Phùng, Vương, Thái, Hà, Châu, Tống, Quách, Kiều, Chu, Tăng, Nghiêm,
            Thân, Lưu, Lại, Doãn, Khổng, Nguyen, Tran, Pham, Hoang, Huynh, Phan, Dang, Bui, Ngo, Duong, Dinh, Trinh, Doan,
            Truong, Luong, Phung, Vuong, Quach, Vo
            """
        ),
    ];

    public static readonly string[] Labels = WordList.Of(
        """
        ho ten, ho va ten, ten hoc vien, hoc vien, giao vien, phu huynh, nguoi lien he, khach hang, full name, name,
        contact person, student, parent, toi la, em la, minh la, chi la, anh la, my name is, tran trong, than men,
        best regards, regards, kinh thu, nguoi gui, nguoi nhan, from, to, cc, chao, gui, dear, hi, hello
        """
    );

    public static readonly HashSet<string> Titles =
    [
        .. WordList.Of(
            """
            anh, chi, em, thay, co, ban, ong, ba, chu, bac, mr, ms, mrs, miss, dr
            """
        ),
    ];

    /// <summary>A street or a school is named like a person.</summary>
    public static readonly string[] Places = WordList.Of(
        """
        duong, pho, truong, campus, co so, street, st, toa nha, toa, thpt, thcs, benh vien, nga tu, cau, chi nhanh,
        quan, phuong
        """
    );

    public static readonly string[] Addresses = WordList.Of(
        """
        dia chi, noi o, thuong tru, tam tru, address, home address, ship to, giao den
        """
    );

    public static readonly HashSet<string> Bare =
    [
        .. WordList.Of(
            """
            Le, Do, Ho, Ly, Vu, Ha, Cao, To, Ta, Dao, Lam, Thai
            """
        ),
    ];

    public static readonly HashSet<string> Middle =
    [
        .. WordList.Of(
            """
            thi, van, thanh, minh, ngoc, thu, hong, duc, quang, huu, xuan, kim, anh, tuan, quoc, hoang, phuong
            """
        ),
    ];

    /// <summary>Before a name, where somebody is spoken to or of.</summary>
    public static readonly HashSet<string> Greetings =
    [
        .. WordList.Of(
            """
            chao, gui, thua, nho, bao, hoi, dear, hi, hello, hey, thanks, regards, trong, men, voi, cung, by, from
            """
        ),
    ];

    /// <summary>Titles in small letters as they are written with their marks.</summary>
    public static readonly HashSet<string> Spoken =
    [
        .. WordList.Of("anh, chị, em, thầy, cô, bạn, ông, bà, chú, bác, mr, ms, mrs, miss, dr"),
    ];

    /// <summary>The same without marks, when they are other words too.</summary>
    public static readonly HashSet<string> BareTitles = [.. WordList.Of("chi, thay, co, ban, ong, ba, chu, bac")];

    /// <summary>Before a title, where many are meant and none by name.</summary>
    public static readonly HashSet<string> Several = [.. WordList.Of("cac, nhung, may, hai, ba, bon, vai, nhieu")];

    /// <summary>Names that begin many a sentence as an ordinary word: tomorrow, a page.</summary>
    public static readonly HashSet<string> Ambiguous =
    [
        .. WordList.Of("an, my, mai, trang, thi, long, sang, giao, chi, thu, dung, nhung, phong, thanh"),
    ];

    /// <summary>A name that everybody says of others.</summary>
    public static readonly HashSet<string> Pronouns = [.. WordList.Of("anh")];

    /// <summary>Names that behind a title are more often what somebody does.</summary>
    public static readonly HashSet<string> Verbs = [.. WordList.Of("bảo, thu, thi, giao, sang, đạt, toàn, tin")];

    /// <summary>Behind "mai" when it is tomorrow: "chị mai mới vào được".</summary>
    public static readonly HashSet<string> BehindTomorrow =
    [
        .. WordList.Of("moi, se, hay, hang, la, em, anh, chi, co, thay, minh, thi"),
    ];

    /// <summary>What somebody does, behind a name that is an ordinary word too.</summary>
    public static readonly HashSet<string> Acts =
    [
        .. WordList.Of(
            """
            khong, chua, gui, thay, can, muon, nho, xin, nhan, van, cung, nhap, goi, nhan, vao, mo, thu, cannot, can,
            could, sees, sent, needs, wants, tried, got, submitted, uploaded
            """
        ),
    ];

    /// <summary>What only somebody does, behind a name that begins a sentence.</summary>
    public static readonly HashSet<string> Does =
    [
        .. WordList.Of(
            """
            oi, noi, bao, hoi, viet, da, vua, dang, xac, says, said, writes, wrote, asks, asked, tells, told, confirms,
            confirmed, called, calls, reports, reported, answered, answers, has, is, was, will
            """
        ),
    ];

    /// <summary>Two words that are one, of which either is a name too.</summary>
    static readonly string[] Together = WordList.Of(
        """
        hà nội, hà nam, hà tĩnh, hà giang, hà đông, việt nam, quảng nam, đông nam, tây nam, miền nam, phía nam, nam định,
        nam giới, nam kỳ, an bình, an giang, an toàn, an ninh, an tâm, hòa bình, hoà bình, thái bình, trung bình,
        bình thường, bình luận, bình dương, bình định, bình thuận, bình phước, hải phòng, hải dương, hải quan, phương án,
        phương pháp, phương tiện, phương hướng, phương thức, phương trình, địa phương, đối phương, khôi phục, thảo luận,
        hạnh phúc, linh hoạt, linh kiện, minh chứng, minh bạch, minh họa, minh hoạ, hằng ngày, hằng tuần, hằng tháng,
        hằng năm, trang web, trang chủ, trang này, trang lỗi, trang thiết, trang nộp, trang đăng, dũng cảm, tâm lý,
        trung tâm, quan tâm, thành công, thành viên, thành phần, thành phố, hoàn thành, thanh toán, thanh tra, kiên trì,
        kiên nhẫn, cường độ, tiến độ, tiến hành, tiến trình, công ty, công việc, công cụ, công nghệ, thắng lợi,
        hiền hòa, ngân hàng, ngân sách, chi tiết, chi nhánh, chi phí, vi phạm, lý do, lý thuyết, hương vị,
        my account, my courses, my learning, an error, long term, nam sinh, nam bộ, nam phi, nam châm, nam cực, nam mỹ,
        nam nữ, nam học, năm nay, năm ngoái, năm học, năm sau, năm trước, năm thứ, lan can, lan tỏa, lan toả, lan truyền,
        lan rộng, lan man, lan sang, lan ra, lần này, lần trước, lần sau, lần đầu, lần cuối, lần thứ, lần nào, linh động,
        linh tinh, khoa học, khoa công, khoa kinh, khoa toán, khoa luật, khoa ngoại, khoa cntt, khóa học, minh oan,
        an sinh, an cư, an ủi, an khang, thu hồi, thu học, thu thập, chi tiêu, chi trả, dung lượng, thanh lý, thanh niên,
        trang bị, trang trí, trang phục, mỹ thuật, mỹ phẩm, mỹ quan, hạn chế, hân hạnh, hân hoan, yên tâm, tiến bộ,
        hòa nhập, hoà nhập, thư ký, thư viện, hiển thị, duy trì, duy nhất, đăng nhập, đăng ký, đăng bài, đăng tải,
        quyết định, thuận tiện, chính xác, chính sách, chính thức, nghĩa là, phát hiện, phát sinh, phát video, phát lại,
        thông báo, thông tin, bảo mật, bảo vệ, bảo trì, bảo hiểm, bảo đảm, hoa hồng, vinh danh, quang cảnh, phong cách
        """
    );

    public static readonly HashSet<string> Compounds = [.. Together, .. Together.Select(Words.Fold.Of)];
}
