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

    /// <summary>Names that begin many a sentence as an ordinary word: tomorrow, a page.</summary>
    public static readonly HashSet<string> Ambiguous = [.. WordList.Of("an, my, mai, nam, trang")];

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
        my account, my courses, my learning, an error, long term
        """
    );

    public static readonly HashSet<string> Compounds = [.. Together, .. Together.Select(Words.Fold.Of)];
}
