using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Tests.Redaction;

/// <summary>A name that is known never stays, and an ordinary word that looks like it does.</summary>
public sealed class KnownNameTests
{
    static readonly string[] Known =
    [
        "Lý Gia Hân",
        "Nguyễn Thu Hà",
        "Lê Thị Mai",
        "Nguyễn Văn An",
        "Đỗ Ngọc Lan",
        "Lê Quốc Dũng",
        "Hoàng Trà My",
        "Nguyễn Thuý Hạnh",
        "Trần Quang Minh",
        "Phạm Minh Khôi",
        "Vũ Hoàng Phương",
        "Trần Đức Nam",
        "Lê Thanh Bình",
        "Ngô Thuỳ Trang",
        "Võ Mỹ Linh",
        "Bùi Đăng Khoa",
        "Phan Thu Thu",
        "Trịnh Gia Bảo",
        "Đoàn Hải Đăng",
        "Lưu Ngọc Anh",
    ];

    // As a record knows people: by the whole name and by its last parts.
    static readonly string[] Names =
    [
        .. Known.SelectMany(n =>
            n.Split(' ') is var parts ? (string[])[n, string.Join(' ', parts[^2..]), parts[^1]] : []
        ),
    ];

    [Theory]
    [InlineData("Lê Quốc Dũng viết: việc này anh Dũng làm tiếp.", "[name-1] viết: việc này anh [name-1] làm tiếp.")]
    [InlineData("Anh Dũng xong rồi. Quốc Dũng, 14:20", "Anh [name-1] xong rồi. [name-1], 14:20")]
    [InlineData("Vũ Hoàng Phương hỏi chị Hân.", "[name-1] hỏi chị [name-2].")]
    [InlineData("Phan Thu Thu, chị Thu Hà, Nguyễn Thu Hà", "[name-1], chị [name-2], [name-2]")]
    public void One_person_has_one_stand_in_however_they_are_called(string text, string without) =>
        Assert.Equal(without, new Redactor().Redact(text, Names).Text);

    [Theory]
    // A student who is only spoken of, and a trainee whose name ends so.
    [InlineData("Nguyễn Thảo Vy viết cho bạn Vy.", "[name-1] viết cho bạn [name-2].", "Nguyễn Thảo Vy", "Vy", "Vy")]
    [InlineData("Lê Lan Hà và chị An Hà.", "[name-1] và chị [name-2].", "Lê Lan Hà", "Lan Hà", "An Hà")]
    [InlineData("Nguyễn Minh Thu và chị Thư.", "[name-1] và chị [name-2].", "Nguyễn Minh Thu", "Thư")]
    public void Two_people_have_two(string text, string without, params string[] known) =>
        Assert.Equal(without, new Redactor().Redact(text, known).Text);

    [Fact]
    public void Of_two_who_are_called_alike_neither_is_said_to_be_meant() =>
        Assert.Equal(
            "[name-1] và [name-2]: chị [name-3] gọi.",
            new Redactor().Redact("Lê Thu Hà và Ngô Bảo Hà: chị Hà gọi.", ["Lê Thu Hà", "Ngô Bảo Hà", "Hà"]).Text
        );

    [Theory]
    [InlineData("Phiếu của Lý Gia Hân.", "Hân")]
    [InlineData("LÝ GIA HÂN đã nhận", "HÂN")]
    [InlineData("lý gia hân", "hân")]
    [InlineData("Ly Gia Han will look at it", "Han")]
    [InlineData("account ly.gia.han was locked", "han")]
    [InlineData("user lygiahan signed in", "lygiahan")]
    [InlineData("ly_gia_han và ly-gia-han", "han")]
    [InlineData("Gia Hân gửi chị", "Hân")]
    [InlineData("Hân", "Hân")]
    [InlineData("Em cảm ơn chị.\nHân", "Hân")]
    [InlineData("chị Hân ơi", "Hân")]
    [InlineData("Chào Han, mình nhận rồi", "Han")]
    [InlineData("chi Han oi", "Han")]
    [InlineData("CHÀO CHỊ HÂN", "HÂN")]
    [InlineData("Việc này Hân làm tiếp", "Hân")]
    [InlineData("Hân gọi lại lúc 9 giờ", "Hân")]
    [InlineData("Hân's ticket", "Hân")]
    [InlineData("Chào chị Hà, Ha gọi lại", "Ha")]
    [InlineData("Anh/Chị Hà", "Hà")]
    [InlineData("Hà đã xác nhận", "Hà")]
    [InlineData("Sáng nay Hà báo lỗi", "Hà")]
    [InlineData("Thu Hà nhắn tin", "Hà")]
    [InlineData("nguyen.thu.ha@campus.example", "nguyen.thu.ha")]
    [InlineData("chị Mai gửi ảnh", "Mai")]
    [InlineData("Mai nói là ổn", "Mai")]
    [InlineData("em hỏi Mai rồi", "Mai")]
    [InlineData("Dear An,", "An")]
    [InlineData("thầy An vào được rồi", "An")]
    [InlineData("Mr. An can sign in", "An")]
    [InlineData("An said that it works", "An")]
    [InlineData("chị Lan gom bài qua thư", "Lan")]
    [InlineData("Lan confirmed at 10:05", "Lan")]
    [InlineData("CHỊ LAN BÁO", "LAN")]
    [InlineData("anh Dũng và chị My", "Dũng")]
    [InlineData("anh Dũng và chị My", "My")]
    [InlineData("Hi My, it is fixed", "My")]
    [InlineData("chị Thúy Hạnh", "Hạnh")]
    [InlineData("Nguyễn Thúy Hạnh", "Thúy")]
    [InlineData("Chào anh Minh", "Minh")]
    [InlineData("anh Bình thường vào lúc 9 giờ", "Bình")]
    [InlineData("**Hân** làm tiếp", "Hân")]
    [InlineData("Người báo: Hà", "Hà")]
    [InlineData("Hân có việc bận", "Hân")]
    [InlineData("Thư của Han, chưa trả lời", "Han")]
    [InlineData("Ms. My confirmed", "My")]
    [InlineData("Nguyen Thuy Hanh", "Hanh")]
    [InlineData("Mai đã thử lại", "Mai")]
    [InlineData("Lan không nộp được bài", "Lan")]
    [InlineData("Lan gửi ảnh", "Lan")]
    [InlineData("Nam thấy lỗi", "Nam")]
    [InlineData("Người báo: Lan (WEB102)", "Lan")]
    [InlineData("Người báo: Lan - WEB102", "Lan")]
    [InlineData("Nam: lỗi 500 khi nộp", "Nam")]
    [InlineData("- Khoa nhận lớp WEB102", "Khoa")]
    [InlineData("Linh cần cấp lại mật khẩu", "Linh")]
    [InlineData("My không vào được lớp", "My")]
    [InlineData("An chưa thấy điểm", "An")]
    [InlineData("Mai không nộp được bài", "Mai")]
    [InlineData("Trang gửi ảnh lỗi", "Trang")]
    [InlineData("Em chào chị. Lan vẫn bị lỗi", "Lan")]
    [InlineData("Minh vào lại được rồi", "Minh")]
    [InlineData("Lan cannot sign in", "Lan")]
    [InlineData("My cannot open the lesson", "My")]
    [InlineData("Nam khong vao duoc lop", "Nam")]
    [InlineData("Lan va Khoa cung bi loi", "Lan")]
    [InlineData("Đăng gửi lại tệp", "Đăng")]
    [InlineData("Thu gửi ảnh lúc 9 giờ", "Thu")]
    [InlineData("Khoa (lớp WEB102) báo lại", "Khoa")]
    [InlineData("Linh – WEB102", "Linh")]
    [InlineData("nhờ chị lan xem giúp", "lan")]
    [InlineData("anh hà báo lỗi", "hà")]
    [InlineData("thầy an vào được rồi", "an")]
    [InlineData("cô trang đã nhận", "trang")]
    [InlineData("bạn linh ơi", "linh")]
    [InlineData("em khoa không vào được", "khoa")]
    [InlineData("ms my confirmed", "my")]
    [InlineData("mr. nam cannot sign in", "nam cannot")]
    [InlineData("chào chi lan", "lan")]
    [InlineData("thay an noi la on", "an")]
    [InlineData("chị mai gửi ảnh", "mai")]
    [InlineData("bạn nam gửi ảnh", "nam gửi")]
    [InlineData("Chị lan gom bài", "lan")]
    [InlineData("anh minh và cô hạnh", "minh")]
    [InlineData("anh minh và cô hạnh", "hạnh")]
    [InlineData("em gia hân hỏi lại", "hân")]
    public void A_name_goes(string text, string name) =>
        Assert.DoesNotContain(name, new Redactor().Redact(text, Names).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Hạn cố định trong 10 phút")]
    [InlineData("nên là Hạn cố định")]
    [InlineData("Hạng Hạn cố định, không phải Ưu tiên")]
    [InlineData("HẠN CỐ ĐỊNH")]
    [InlineData("hạn nộp là 17:00, có hân hạnh gì đâu")]
    [InlineData("HAN-EDGE-02 shows red")]
    [InlineData("Điểm phát HAN-EDGE-02 báo đỏ")]
    [InlineData("Lớp JS-HAN-2412 và LAN-01, MY_APP, AN-12")]
    [InlineData("Hân_01")]
    [InlineData("Han nop bai la 17 gio")]
    [InlineData("Hạ tầng báo lỗi; Hạ mức ưu tiên")]
    [InlineData("Cơ sở Hà Nội và Hà Đông")]
    [InlineData("ở Hà Nội, miền Nam và Việt Nam")]
    [InlineData("hà, mai, an, lan, my, minh, nam")]
    [InlineData("Mai em gửi chị bản mới")]
    [InlineData("Chiều nay chưa xong thì mai em làm")]
    [InlineData("Em chào chị. Mai em báo lại")]
    [InlineData("Mái nhà, Mãi mãi")]
    [InlineData("An toàn dữ liệu")]
    [InlineData("An error has occurred")]
    [InlineData("Cơ sở An Bình")]
    [InlineData("Ẩn danh, Ăn trưa, Ấn vào nút")]
    [InlineData("My account is locked")]
    [InlineData("mở My Learning")]
    [InlineData("Mỹ thuật")]
    [InlineData("cổng LAN và WLAN, mạng LAN lỗi")]
    [InlineData("Lần 2, Làn sóng")]
    [InlineData("Dùng Chrome; Dung lượng 2 GB; Đúng rồi; Dừng lại")]
    [InlineData("Phương án A: gia hạn")]
    [InlineData("Khôi phục xong lúc 10:02")]
    [InlineData("Bình thường trở lại")]
    [InlineData("Minh chứng kèm theo")]
    [InlineData("Trang web trả lời; Trang nộp bài quay mãi")]
    [InlineData("Năm 2026; Nắm thông tin")]
    [InlineData("Hành động tiếp theo: Hãnh diện")]
    [InlineData("Phuong an A, Ha Noi")]
    [InlineData("AN TOÀN; MAI; LAN")]
    [InlineData("Lan can bị hỏng")]
    [InlineData("Lan truyền lỗi sang lớp khác")]
    [InlineData("Lan 2 van loi; Lan nay em van khong vao duoc")]
    [InlineData("Nam giới: 12 người")]
    [InlineData("Nam sinh lớp WEB102")]
    [InlineData("Nam nay em hoc lop WEB102")]
    [InlineData("Miền Nam")]
    [InlineData("Hà Nội báo lỗi")]
    [InlineData("Khoa học dữ liệu")]
    [InlineData("Khoa Công nghệ báo lỗi")]
    [InlineData("Linh hoạt giờ học")]
    [InlineData("My teacher is here")]
    [InlineData("An update is needed")]
    [InlineData("Mai thi cuối kỳ")]
    [InlineData("Mai lớp em thi")]
    [InlineData("Trang này lỗi; Trang tải mãi")]
    [InlineData("LAN lỗi; NAM-01")]
    [InlineData("Thu học phí kỳ 2")]
    [InlineData("Đăng nhập không được")]
    [InlineData("Đăng ký lớp mới")]
    [InlineData("Bảo mật hai lớp")]
    [InlineData("Anh gửi lại giúp em")]
    [InlineData("Anh không thấy bài")]
    [InlineData("anh an tâm nhé")]
    [InlineData("em hạn chế")]
    [InlineData("em han che vao")]
    [InlineData("em khôi phục được rồi")]
    [InlineData("em bình thường vào được")]
    [InlineData("chị mai mới vào được")]
    [InlineData("em mai sẽ nộp lại")]
    [InlineData("các bạn nam")]
    [InlineData("hai em nam lớp WEB102")]
    [InlineData("thầy bảo em nộp lại")]
    [InlineData("cô thu bài lúc 9 giờ")]
    [InlineData("em đăng nhập không được")]
    [InlineData("em hân hạnh")]
    [InlineData("thầy minh họa rồi")]
    [InlineData("có an toàn không")]
    [InlineData("chỉ mai là xong")]
    [InlineData("thấy minh chứng")]
    [InlineData("em linh hoạt")]
    [InlineData("chi mai moi xong")]
    [InlineData("co an toan khong")]
    [InlineData("thay minh chung")]
    [InlineData("cơ sở có Hà Nội và Đà Nẵng")]
    [InlineData("em thấy Trang chủ mở chậm")]
    [InlineData("áp dụng với Hà Nội")]
    public void An_ordinary_word_stays(string text) => Assert.Equal(text, new Redactor().Redact(text, Names).Text);

    [Fact]
    public void Of_a_name_without_marks_no_marked_words_are_the_name()
    {
        string[] names = ["Lan Anh"];
        Assert.Equal("mỗi lần anh vào lớp", new Redactor().Redact("mỗi lần anh vào lớp", names).Text);
        Assert.DoesNotContain(
            "Lan",
            new Redactor().Redact("chị Lan Anh báo lỗi", names).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_removed_is_counted_right()
    {
        var redacted = new Redactor().Redact("Chị Hân xếp hạng Hạn cố định, HAN-EDGE-02. Hân gửi.", Names);

        Assert.Equal("Chị [name-1] xếp hạng Hạn cố định, HAN-EDGE-02. [name-1] gửi.", redacted.Text);
        Assert.Equal([new(Sensitive.Name, 2)], redacted.Removed);
    }
}
