using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Redaction;

namespace Stepdesk.Core.Tests.Redaction;

/// <summary>What leaves the desk holds nothing that leads to a person or lets somebody in, and is still of use.</summary>
public sealed class RedactorTests
{
    [Theory]
    [InlineData("Gọi em số 0912345678 nhé", "0912345678", Sensitive.Phone)]
    [InlineData("SĐT: 0912 345 678", "0912 345 678", Sensitive.Phone)]
    [InlineData("Call +84 (0)912-345-678 today", "+84 (0)912-345-678", Sensitive.Phone)]
    [InlineData("0084.912.345.678", "0084.912.345.678", Sensitive.Phone)]
    [InlineData("0 9 1 2 3 4 5 6 7 8", "0 9 1 2 3 4 5 6 7 8", Sensitive.Phone)]
    [InlineData("０９１２３４５６７８", "０９１２３４５６７８", Sensitive.Phone)]
    [InlineData("09\u200b12345\u200b678", "09\u200b12345\u200b678", Sensitive.Phone)]
    [InlineData("0912<b>345</b>678", "0912<b>345</b>678", Sensitive.Phone)]
    [InlineData("máy bàn 024 3826 1234", "024 3826 1234", Sensitive.Phone)]
    [InlineData("from abroad +1 415 555 2671", "+1 415 555 2671", Sensitive.Phone)]
    [InlineData("Tel-0912345678", "0912345678", Sensitive.Phone)]
    [InlineData("Thư gửi lan.nguyen@student.example ạ", "lan.nguyen@student.example", Sensitive.Email)]
    [InlineData("lan%40student.example", "lan%40student.example", Sensitive.Email)]
    [InlineData("lan [at] student [dot] example", "lan [at] student [dot] example", Sensitive.Email)]
    [InlineData("lan&#64;student&period;example", "lan&#64;student&period;example", Sensitive.Email)]
    [InlineData("""{"to":"lan\u0040student.example"}""", """lan\u0040student.example""", Sensitive.Email)]
    [InlineData("lan=40student.example", "lan=40student.example", Sensitive.Email)]
    [InlineData("thẻ 4111 1111 1111 1111 hết hạn", "4111 1111 1111 1111", Sensitive.Card)]
    [InlineData("thẻ 9704 1234 5678 9012", "9704 1234 5678 9012", Sensitive.Card)]
    [InlineData("CCCD 001093012345", "001093012345", Sensitive.CitizenId)]
    [InlineData("căn cước: 079 203 012345", "079 203 012345", Sensitive.CitizenId)]
    [InlineData("CMND 123456789", "123456789", Sensitive.CitizenId)]
    [InlineData("Hộ chiếu C1234567", "C1234567", Sensitive.Passport)]
    [InlineData("MST 0101234567", "0101234567", Sensitive.TaxCode)]
    [InlineData("Sổ BHXH: 0123456789", "0123456789", Sensitive.SocialInsurance)]
    [InlineData("STK 19033456789012 Techcombank", "19033456789012", Sensitive.BankAccount)]
    [InlineData("xe 29A-123.45 đỗ ở cổng", "29A-123.45", Sensitive.LicensePlate)]
    [InlineData("biển số 30F 12345", "30F 12345", Sensitive.LicensePlate)]
    [InlineData("client 203.0.113.7 timed out", "203.0.113.7", Sensitive.IpAddress)]
    [InlineData("from 2001:db8:0:1::42 at 09:30", "2001:db8:0:1::42", Sensitive.IpAddress)]
    [InlineData("Ngày sinh: 12/05/1999", "12/05/1999", Sensitive.BirthDate)]
    [InlineData("mật khẩu tạm của em là Abc@12345 ạ", "Abc@12345", Sensitive.Password)]
    [InlineData("mat khau: hoa-mai9", "hoa-mai9", Sensitive.Password)]
    [InlineData("mật khẩu: Lop#2024", "Lop#2024", Sensitive.Password)]
    [InlineData("Mật khẩu tạm: [campus-2026]", "campus-2026", Sensitive.Password)]
    [InlineData("mật khẩu là 88h88", "88h88", Sensitive.Password)]
    [InlineData("mật khẩu: 12:34:56", "12:34:56", Sensitive.Password)]
    [InlineData("Password: sunflower", "sunflower", Sensitive.Password)]
    [InlineData("your temporary password is Welcome2026!", "Welcome2026!", Sensitive.Password)]
    [InlineData("mk \"trời xanh\"", "trời xanh", Sensitive.Password)]
    [InlineData("OTP 482913", "482913", Sensitive.Password)]
    [InlineData("mã xác thực của bạn là 482913", "482913", Sensitive.Password)]
    [InlineData("Server=db.test;User Id=lms;Password=p@ss;", "p@ss", Sensitive.Password)]
    [InlineData("postgres://lms:s3cret@db.test/lms", "lms:s3cret", Sensitive.Password)]
    [InlineData("Authorization: Bearer abcdef123456", "abcdef123456", Sensitive.Token)]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJzdWIiOiIxIn0", Sensitive.Token)]
    [InlineData("key AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE", Sensitive.Token)]
    [InlineData("Cookie: sid=42; theme=dark", "sid=42; theme=dark", Sensitive.Token)]
    [InlineData("https://lms.test/file?sv=2024&sig=abc%2Fdef", "sig=abc%2Fdef", Sensitive.AccessLink)]
    [InlineData("https://lms.test/reset/aB3dE5fG7hJ9kL1mN3pQ5r", "aB3dE5fG7hJ9kL1mN3pQ5r", Sensitive.AccessLink)]
    [InlineData("Em là Nguyễn Thị Mai Lan ạ", "Nguyễn Thị Mai Lan", Sensitive.Name)]
    [InlineData("chị Trần Hà vừa báo", "Trần Hà", Sensitive.Name)]
    [InlineData("Ho ten: Pham Van Minh", "Pham Van Minh", Sensitive.Name)]
    [InlineData("Địa chỉ: 12 ngõ 5 Láng Hạ, Hà Nội", "12 ngõ 5 Láng Hạ, Hà Nội", Sensitive.PostalAddress)]
    [InlineData("gặp em Le Thi Hong", "Le Thi Hong", Sensitive.Name)]
    [InlineData("chủ TK NGUYEN VAN AN", "NGUYEN VAN AN", Sensitive.Name)]
    [InlineData("em ở 25 Nguyễn Trãi, Thanh Xuân", "25 Nguyễn Trãi, Thanh Xuân", Sensitive.PostalAddress)]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG", "wJalrXUtnFEMI/K7MDENG", Sensitive.Password)]
    [InlineData("""{"password": "hoa mai", "x": 1}""", "hoa mai", Sensitive.Password)]
    [InlineData("mã OTP là 483 920, đừng gửi ai", "483 920", Sensitive.Password)]
    [InlineData("lan.nguyen @ mail.example", "lan.nguyen @ mail.example", Sensitive.Email)]
    [InlineData("nhà em: 12 Lê Lợi, Quận 1", "12 Lê Lợi, Quận 1", Sensitive.PostalAddress)]
    [InlineData(
        "gửi 45/2B Nguyễn Thị Minh Khai, P. Bến Nghé, TP.HCM nhé",
        "45/2B Nguyễn Thị Minh Khai, P. Bến Nghé",
        Sensitive.PostalAddress
    )]
    [InlineData("Your login: ha / pw: hanoi2026", "hanoi2026", Sensitive.Password)]
    [InlineData("pw=Hoa#Mai", "Hoa#Mai", Sensitive.Password)]
    [InlineData("giao đến số 15/3 đường Hoa Sữa, phường Tân Lập", "đường Hoa Sữa", Sensitive.PostalAddress)]
    [InlineData("Use Summer!2026 as your password.", "Summer!2026", Sensitive.Password)]
    [InlineData("Thầy dùng Teacher@99 để đăng nhập nhé.", "Teacher@99", Sensitive.Password)]
    [InlineData("Chị đăng nhập vào trang bằng Hoa#Mai9 nhé.", "Hoa#Mai9", Sensitive.Password)]
    [InlineData("You can log in with Spring#2026.", "Spring#2026", Sensitive.Password)]
    [InlineData("Em đặt Lop12!abc làm mật khẩu cho thầy rồi ạ", "Lop12!abc", Sensitive.Password)]
    [InlineData("Thầy đăng nhập bằng Hoa#Mai9? Em vừa thử", "Hoa#Mai9", Sensitive.Password)]
    [InlineData("Use Welcome2026! to sign in.", "Welcome2026!", Sensitive.Password)]
    [InlineData(
        "https://lms.example/s/3f9a7c1e-4b2d-4a8e-9c11-d2e5f6a7b8c9",
        "3f9a7c1e-4b2d-4a8e-9c11-d2e5f6a7b8c9",
        Sensitive.AccessLink
    )]
    [InlineData(
        "vào https://lms.example/invite/4bf92f3577b34da6a3ce929d0e0e4736 nhé",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        Sensitive.AccessLink
    )]
    [InlineData(
        "https://files.example/550e8400-e29b-41d4-a716-446655440000?x=1",
        "550e8400-e29b-41d4-a716-446655440000",
        Sensitive.AccessLink
    )]
    public void What_leads_to_somebody_is_taken_out(string text, string secret, Sensitive kind)
    {
        var redacted = new Redactor().Redact(text);

        Assert.DoesNotContain(secret, redacted.Text);
        Assert.Equal(kind, Assert.Single(redacted.Removed).Kind);
    }

    [Theory]
    [InlineData("Lớp WEB101-HN-2024 có 15 bạn không nộp được bài")]
    [InlineData("Lỗi 504 sau 35,2 giây, pool 85/100")]
    [InlineData("Ticket#00009 và #1234 vẫn mở")]
    [InlineData("Học phí 1.250.000.000 đ, còn 12.500.000 VND")]
    [InlineData("version 2.10.0.4 đã lên lúc 14:20:35")]
    [InlineData("operation_Id 4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("Ngày 09-03-2026 14:20 tới 2026-03-09T15:00:00+07:00")]
    [InlineData("Mã đơn 0912345678 đã giao, đơn #0987654321")]
    [InlineData("Do Not Reply To This Mail")]
    [InlineData("order 4111111111111112 failed")]
    [InlineData("Mật khẩu của em không đúng, em đã quên mật khẩu")]
    [InlineData("The password is wrong and the token expired")]
    [InlineData("Lớp 12 Anh Văn, phòng 301 và 15 bạn Anh Văn, quản lý đã biết")]
    [InlineData("Đặt lại pw: sai, em thử lại pw mới")]
    [InlineData("LMS báo \"Invalid username or password\" dù em gõ đúng, tức là \"sai\"")]
    [InlineData("password reset link was sent; mật khẩu: sai")]
    [InlineData("Đếm được 1, cần 1: gửi liên kết đặt lại mật khẩu (08:13).")]
    [InlineData("a link to reset the password (08:13:24), and another (09:02).")]
    [InlineData("mật khẩu: [password-1]. x")]
    [InlineData("mật khẩu: [postal-address-1]")]
    [InlineData("Hotline 1900 1234, đường dây 1800 6789")]
    [InlineData("https://lms.test/classes/web101?tab=homework&page=2")]
    [InlineData("System.TimeoutException: Timeout expired at Stepdesk.Lms.SubmitAssignment(Int32 id)")]
    [InlineData("SQLSTATE 08006, exit code 137, HTTP/1.1 503")]
    [InlineData("127.0.0.1:5432 refused")]
    [InlineData("Cơ sở Nguyễn Chí Thanh vẫn vào bình thường")]
    [InlineData("Học viên lớp JS-ADV-HN-2412 lúc 09:00 sáng ngày kia")]
    [InlineData("https://lms.test/api/submissions/550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("https://lms.test/class/550e8400-e29b-41d4-a716-446655440000/lesson/3")]
    [InlineData("Thầy dùng Chrome 120 để đăng nhập nhé, lớp WEB101-HN-2024")]
    [InlineData("Chị dùng WEB101-HN-2024 để vào lớp, đăng nhập bằng tài khoản Google")]
    [InlineData("Please use Edge/120.0 to sign in, and log in with Microsoft365")]
    [InlineData("Please choose at least 8 characters as your password")]
    [InlineData("Anh dùng Ctrl+F5 để vào lại trang")]
    [InlineData("Chị nhập Ctrl+Shift+F5 để mở lại trang, hoặc vào bằng 4G+wifi")]
    [InlineData("Please use Chrome120+ to sign in")]
    [InlineData("Thầy đăng nhập bằng Office365? Em thử được rồi")]
    [InlineData("Em đăng nhập được bằng Microsoft365! Cảm ơn anh")]
    [InlineData("Chị đăng nhập bằng lms.example/x?class=web101 nhé")]
    [InlineData("Chị đăng nhập bằng lms.example?class=web101 nhé")]
    [InlineData("Thầy dùng **WEB101** để vào lớp, nhập #SD-2026-00012 để mở phiếu")]
    [InlineData("Use link#2 to sign in, or log in with Option#12")]
    public void What_a_diagnosis_needs_stays(string text) => Assert.Equal(text, new Redactor().Redact(text).Text);

    [Fact]
    public void The_same_value_has_the_same_stand_in_in_one_export()
    {
        var redactor = new Redactor();

        Assert.Equal("Gửi [email-1] và [email-2]", redactor.Redact("Gửi lan@a.example và minh@a.example").Text);
        Assert.Equal("[email-2]", redactor.Redact("MINH@a.example").Text);
        Assert.Equal("[phone-1] = [phone-1]", redactor.Redact("0912345678 = 0912.345.678").Text);
    }

    [Fact]
    public void What_was_removed_is_counted_by_kind()
    {
        var redacted = new Redactor().Redact("0912345678, lan@a.example, 0987654321");

        Assert.Equal([new(Sensitive.Email, 1), new(Sensitive.Phone, 2)], redacted.Removed);
    }

    [Fact]
    public void A_known_name_goes_with_or_without_marks() =>
        Assert.Equal(
            "Chào chị [name-1], [name-1] gọi lại",
            new Redactor().Redact("Chào chị Hà, Ha gọi lại", ["Hà"]).Text
        );

    [Fact]
    public void Only_what_lets_somebody_in_goes_where_that_is_asked() =>
        Assert.Equal(
            "lan@a.example: [password-1]",
            new Redactor(RedactionProfile.Secrets)
                .Redact("lan@a.example: mật khẩu Abc@12345")
                .Text.Replace("mật khẩu ", "", StringComparison.Ordinal)
        );

    [Fact]
    public void What_is_encoded_is_looked_into()
    {
        var inner = Convert.ToBase64String(Encoding.UTF8.GetBytes("Gọi 0912345678 nhé"));
        var twice = Convert.ToBase64String(Encoding.UTF8.GetBytes(inner));

        Assert.Equal("[phone-1]", new Redactor().Redact(inner).Text);
        Assert.Equal("[phone-1]", new Redactor().Redact(twice).Text);
    }

    [Fact]
    public void A_private_key_goes_whole()
    {
        const string Key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----";
        Assert.Equal("a\n[private-key-1]\nb", new Redactor().Redact($"a\n{Key}\nb").Text);
        Assert.Equal("a\n[private-key-1]", new Redactor().Redact($"a\n{Key[..50]}").Text);
    }

    [Property]
    public void Whatever_is_written_around_it_a_number_never_stays(
        NonNull<string> before,
        NonNull<string> after,
        PositiveInt seed
    )
    {
        var number = $"09{seed.Get % 100_000_000:D8}";
        var redacted = new Redactor().Redact($"{before.Get} SĐT: {number} {after.Get}").Text;
        Assert.DoesNotContain(number, redacted, StringComparison.Ordinal);
    }

    [Property]
    public void What_was_redacted_once_has_nothing_more_to_give(NonNull<string> text)
    {
        var once = new Redactor().Redact($"{text.Get} lan@a.example 0912345678").Text;
        Assert.DoesNotContain("0912345678", new Redactor().Redact(once).Text, StringComparison.Ordinal);
        Assert.True(once.Length < 10_000 || text.Get.Length > 1000, once.Length.ToString(CultureInfo.InvariantCulture));
    }
}
