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
    ];

    // As a record knows people: by the whole name and by its last parts.
    static readonly string[] Names =
    [
        .. Known.SelectMany(n =>
            n.Split(' ') is var parts ? (string[])[n, string.Join(' ', parts[^2..]), parts[^1]] : []
        ),
    ];

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
    public void An_ordinary_word_stays(string text) => Assert.Equal(text, new Redactor().Redact(text, Names).Text);

    [Fact]
    public void What_was_removed_is_counted_right()
    {
        var redacted = new Redactor().Redact("Chị Hân xếp hạng Hạn cố định, HAN-EDGE-02. Hân gửi.", Names);

        Assert.Equal("Chị [name-1] xếp hạng Hạn cố định, HAN-EDGE-02. [name-1] gửi.", redacted.Text);
        Assert.Equal([new(Sensitive.Name, 2)], redacted.Removed);
    }
}
