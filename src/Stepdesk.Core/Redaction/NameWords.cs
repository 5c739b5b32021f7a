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
}
