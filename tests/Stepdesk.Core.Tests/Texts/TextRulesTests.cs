using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Texts;

/// <summary>What rules say of a mail before a person reads it, and what they leave to the person.</summary>
public sealed class TextRulesTests
{
    const string Good = """
        Chào chị Hà,

        Em cảm ơn chị đã báo. Em hiểu là 15 bạn lớp WEB101-HN-2024 đang không nộp được bài và rất sốt ruột.
        Bên em đang kiểm tra hệ thống (Ticket #00042).
        Em sẽ cập nhật cho chị trước 14:45, kể cả khi chưa có tin mới ạ.
        """;

    static readonly Fact[] Case =
    [
        new("WEB101-HN-2024"),
        new("15 học viên", [@"\b15 (ban|hoc vien|students)\b"]),
        new("không nộp được bài"),
    ];

    static Letter To(Reader reader, string text) => new(text, reader, Language.Vi) { Ticket = "#00042", Facts = Case };

    static TextOutcome? Of(TextRule rule, Letter letter) =>
        TextRules.Check(letter).SingleOrDefault(f => f.Rule == rule)?.Outcome;

    static TextOutcome? Of(TextRule rule, string text, Reader reader = Reader.Customer) => Of(rule, To(reader, text));

    [Fact]
    public void A_good_answer_meets_every_rule() =>
        Assert.All(
            TextRules.Check(To(Reader.Customer, Good)),
            f => Assert.True(f.Outcome is TextOutcome.Met, $"{f.Rule}: {f.Outcome} ({f.Span(Good)})")
        );

    [Fact]
    public void Typing_without_marks_costs_nothing() =>
        Assert.Equal(
            TextRules.Check(To(Reader.Customer, Good)).Select(f => (f.Rule, f.Outcome)),
            TextRules.Check(To(Reader.Customer, Bare(Good))).Select(f => (f.Rule, f.Outcome))
        );

    static string Bare(string text) =>
        string.Concat(text.Select(c => char.IsUpper(c) ? Fold.Of($"{c}").ToUpperInvariant() : Fold.Of($"{c}")));

    [Theory]
    [InlineData("Chào chị Hà,\nEm đã nhận được.", TextOutcome.Met)]
    [InlineData("Dear Ms Lan,\nThank you.", TextOutcome.Met)]
    [InlineData("Hi Minh,", TextOutcome.Met)]
    [InlineData("Kính gửi thầy Tuấn,", TextOutcome.Met)]
    [InlineData("Chào Anh/Chị,", TextOutcome.NotFound)]
    [InlineData("Dear Customer,", TextOutcome.NotFound)]
    [InlineData("Hi team,", TextOutcome.NotFound)]
    [InlineData("Hello! We are on it.", TextOutcome.NotFound)]
    [InlineData("Xin chào. Hệ thống đang chậm.", TextOutcome.NotFound)]
    [InlineData("Em đang kiểm tra lỗi của chị Hà.", TextOutcome.NotFound)]
    public void A_greeting_has_a_name(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.Greeting, text));

    [Fact]
    public void A_name_that_is_known_is_the_one_that_greets()
    {
        var letter = To(Reader.Customer, "Chào chị Lan,\nEm nhận được rồi ạ.") with { Names = ["Nguyễn Thu Hà"] };
        Assert.Equal(TextOutcome.NotFound, Of(TextRule.Greeting, letter));
        Assert.Equal(
            TextOutcome.Met,
            Of(TextRule.Greeting, letter with { Text = "Chao chi Ha,\nEm nhan duoc roi a." })
        );
    }

    [Theory]
    [InlineData("Chào anh, mình đang kiểm tra lỗi.", "Trần Quang Minh")]
    [InlineData("Chào anh mình đang kiểm tra lỗi.", "Trần Quang Minh")]
    [InlineData("Chào chị, mai em báo lại ạ.", "Lê Thị Mai")]
    [InlineData("Chào anh, dùng thử giúp em.", "Lê Dũng")]
    [InlineData("Hello! Minh is on it.", "Trần Quang Minh")]
    public void A_word_that_is_like_a_name_greets_nobody(string text, string name) =>
        Assert.Equal(TextOutcome.NotFound, Of(TextRule.Greeting, To(Reader.Customer, text) with { Names = [name] }));

    [Theory]
    [InlineData("Chào anh Hoà,", "Lê Văn Hòa")]
    [InlineData("Chao anh Hoa,", "Lê Văn Hòa")]
    [InlineData("Dear Director Phong,", "Vũ Hoàng Phong")]
    public void A_name_may_be_spelt_in_other_ways(string text, string name) =>
        Assert.Equal(TextOutcome.Met, Of(TextRule.Greeting, To(Reader.Customer, text) with { Names = [name] }));

    [Theory]
    [InlineData("Em sẽ cập nhật cho chị trong 15 phút.", TextOutcome.Met)]
    [InlineData("Em báo lại trước 14:00 ạ.", TextOutcome.Met)]
    [InlineData("Chúng tôi cập nhật mỗi 15 phút một lần.", TextOutcome.Met)]
    [InlineData("We will get back to you by 3 pm.", TextOutcome.Met)]
    [InlineData("You will hear from us tomorrow morning.", TextOutcome.Met)]
    [InlineData("Em sẽ cập nhật sớm nhất có thể.", TextOutcome.NotFound)]
    [InlineData("We will keep you posted.", TextOutcome.NotFound)]
    [InlineData("Lớp học lúc 14:00.", TextOutcome.NotFound)]
    public void The_next_contact_has_a_time(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.NextContact, text));

    [Fact]
    public void The_next_contact_may_stand_in_its_own_field() =>
        Assert.Equal(
            TextOutcome.Met,
            Of(TextRule.NextContact, To(Reader.Customer, "Em đang xem ạ.") with { PromisesContact = true })
        );

    [Theory]
    [InlineData("Ticket #00042 đã được ghi nhận", TextOutcome.Met)]
    [InlineData("Phiếu 42: đã ghi nhận", TextOutcome.Met)]
    [InlineData("Ticket#00009 đã được ghi nhận", TextOutcome.Violated)]
    [InlineData("Về #00042, xin xem thêm #00017", TextOutcome.Violated)]
    [InlineData("Đã ghi nhận", TextOutcome.NotFound)]
    public void A_mail_names_its_own_ticket(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.TicketNumber, text));

    [Theory]
    [InlineData("Truy vấn SQL chậm nên pool kết nối bị đầy.", TextOutcome.Violated)]
    [InlineData("Máy chủ đang quá tải chị ạ.", TextOutcome.Met)]
    [InlineData("Connection pool đã đầy nên query bị timeout.", TextOutcome.Violated)]
    [InlineData("Hệ thống trả về HTTP 504.", TextOutcome.Violated)]
    [InlineData("System.TimeoutException at Lms.Submit(Int32 id)", TextOutcome.Violated)]
    [InlineData("SELECT * FROM users", TextOutcome.Violated)]
    [InlineData("Database đang quá tải.", TextOutcome.Met)]
    [InlineData("Chị thử xoá cache trình duyệt rồi đăng nhập lại giúp em.", TextOutcome.Met)]
    public void A_customer_is_spared_jargon(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.Jargon, text));

    [Fact]
    public void A_developer_is_not_spared_it()
    {
        Assert.Null(Of(TextRule.Jargon, "Connection pool 85/100, HTTP 504 on query", Reader.Specialist));
        Assert.Null(Of(TextRule.FixPromise, "Please fix it by 15:00", Reader.Specialist));
    }

    [Theory]
    [InlineData("Your password is Summer2024", TextOutcome.Violated)]
    [InlineData("Chị đặt lại mật khẩu theo đường dẫn trong thư giúp em.", TextOutcome.Met)]
    [InlineData("Mật khẩu tạm: Abc@12345", TextOutcome.Violated)]
    [InlineData("Mở https://lms.test/reset?token=abcdef123", TextOutcome.Violated)]
    [InlineData("Ticket#00009: chị đặt lại mật khẩu qua trang đăng nhập nhé.", TextOutcome.Met)]
    [InlineData("Anh dùng Ctrl+F5 để vào lại trang giúp em.", TextOutcome.Met)]
    [InlineData("Thầy đăng nhập bằng Office365?", TextOutcome.Met)]
    [InlineData("Thầy đăng nhập bằng gv01@truong nhé.", TextOutcome.Met)]
    public void A_mail_holds_no_secret(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.Secret, text));

    [Theory]
    [InlineData("Chào chị [tên], ticket [SỐ]", TextOutcome.Violated)]
    [InlineData("Hạn: DD/MM", TextOutcome.Violated)]
    [InlineData("Next update: TBD", TextOutcome.Violated)]
    [InlineData("Chào {{ customer }}", TextOutcome.Violated)]
    [InlineData("[Khẩn] Lớp WEB101 ngày 12/03", TextOutcome.Met)]
    public void Nothing_is_left_to_be_filled_in(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.Placeholder, text));

    [Theory]
    [InlineData("Em gửi kèm hình ở dưới.", TextOutcome.Violated)]
    [InlineData("Em gửi báo cáo đính kèm ạ.", TextOutcome.Violated)]
    [InlineData("Please see the attached report.", TextOutcome.Violated)]
    [InlineData("Chị vui lòng gửi kèm ảnh chụp màn hình giúp em.", TextOutcome.Met)]
    [InlineData("Please attach a screenshot.", TextOutcome.Met)]
    public void What_is_announced_is_attached(string text, TextOutcome outcome)
    {
        Assert.Equal(outcome, Of(TextRule.AnnouncedAttachment, text));
        Assert.Equal(
            TextOutcome.Met,
            Of(TextRule.AnnouncedAttachment, To(Reader.Customer, text) with { HasAttachment = true })
        );
    }

    [Theory]
    [InlineData("Em đã khắc phục xong. Chị thử lại và xác nhận giúp em nhé.", TextOutcome.Met)]
    [InlineData("This is fixed now. Please let us know if it works for you.", TextOutcome.Met)]
    [InlineData("Lỗi đã xử lý xong. Cảm ơn chị.", TextOutcome.NotFound)]
    public void A_solution_asks_whether_it_works(string text, TextOutcome outcome) =>
        Assert.Equal(outcome, Of(TextRule.AsksForConfirmation, text));

    [Fact]
    public void No_fact_of_the_case_is_a_mail_that_fits_every_case()
    {
        Assert.Equal(TextOutcome.Violated, Of(TextRule.SpecificIssue, "Chào chị, em đã nhận được yêu cầu."));
        Assert.Equal(
            TextOutcome.NotFound,
            Of(TextRule.SpecificIssue, "Em đã nhận được yêu cầu của lớp web101-hn-2024.")
        );
    }

    [Fact]
    public void A_manager_gets_figures_options_and_a_question()
    {
        const string text = """
            Chào anh Tuấn,
            53 học viên của 3 lớp đang không vào được.
            1. Chuyển lớp sang dự phòng
            2. Dời lịch 30 phút
            Anh chọn phương án nào ạ?
            """;
        Assert.Equal(TextOutcome.Met, Of(TextRule.Impact, text, Reader.Manager));
        Assert.Equal(TextOutcome.Met, Of(TextRule.Options, text, Reader.Manager));
        Assert.Equal(TextOutcome.Met, Of(TextRule.Decision, text, Reader.Manager));
        Assert.Equal(TextOutcome.NotFound, Of(TextRule.Options, "Chào anh Tuấn, lớp vẫn lỗi.", Reader.Manager));
    }

    [Theory]
    [InlineData("Chào chị Hà,\nem nhận được rồi.", true)]
    [InlineData("Dạ em chào chị, em nhận được rồi.", true)]
    [InlineData("Dạ, em chào chị Hà, em nhận được rồi.", true)]
    [InlineData("Dạ, em đang kiểm tra, chào chị.", false)]
    [InlineData("\n Hi there! We are on it.", true)]
    [InlineData("Kính gửi quý thầy cô\n\nHệ thống đang chậm.", true)]
    [InlineData("Gửi chị danh sách lớp của tuần này và bảng điểm của tất cả các em trong khoa ạ.", false)]
    [InlineData("Em đang kiểm tra, chào chị.", false)]
    [InlineData("Gửi chị danh sách lớp đã kiểm tra, em vẫn đang xem tiếp.", false)]
    [InlineData("Kính gửi quý thầy cô và các bạn trong khoa,\n\nHệ thống đang chậm.", true)]
    [InlineData("Gửi chị danh sách lớp.", false)]
    [InlineData("Em gửi chị bảng điểm.", false)]
    [InlineData("> Hi Lan,\nWe are on it.", false)]
    [InlineData("Ms Lan, who teaches A1, cannot submit.", false)]
    [InlineData("Bạn Lan, học viên lớp 10A, không nộp được bài.", false)]
    [InlineData("Thầy An, cô Lan và chị My đều báo lỗi.", false)]
    [InlineData("Em Minh, bên hỗ trợ, đang kiểm tra.", false)]
    [InlineData("Mr Phong. We are on it.", true)]
    [InlineData("We are on it.", false)]
    [InlineData("", false)]
    public void A_text_that_greets_is_told_from_one_that_does_not(string text, bool greets) =>
        Assert.Equal(greets, Greeting.IsIn(text));

    [Theory]
    [InlineData("Hello Ms Lan,\nMy own test went through.", "My own test went through.")]
    [InlineData("Dear Mr. Phong, we are on it.", "We are on it.")]
    [InlineData("Dạ, em chào chị Hà,\n\nem nhận được rồi ạ.", "Em nhận được rồi ạ.")]
    [InlineData("Kính gửi quý thầy cô và các bạn trong khoa,\n\nHệ thống đang chậm.", "Hệ thống đang chậm.")]
    [InlineData("Kính gửi chị Lan, anh Dũng,\nHệ thống đang chậm.", "Hệ thống đang chậm.")]
    [InlineData("Chị Hà ơi, lớp vào lại được rồi ạ.", "Lớp vào lại được rồi ạ.")]
    [InlineData("Hello Ms Lan\n\nIt works again.", "It works again.")]
    [InlineData("Hi team. It works again.", "It works again.")]
    [InlineData("Chào chị Lan ạ! Em xem rồi.", "Em xem rồi.")]
    [InlineData("Hello Ms Lan,", "Hello Ms Lan,")]
    [InlineData("Hello Ms Lan it works again", "Hello Ms Lan it works again")]
    [InlineData("Gửi chị danh sách lớp:\n- 10A1", "Gửi chị danh sách lớp:\n- 10A1")]
    [InlineData("Chào chị em gửi danh sách lớp\nCảm ơn chị.", "Chào chị em gửi danh sách lớp\nCảm ơn chị.")]
    [InlineData("Bạn Lan, học viên lớp 10A, không nộp được.", "Bạn Lan, học viên lớp 10A, không nộp được.")]
    [InlineData("Hello Lan,\nMs Hoa, who teaches A1, wrote.", "Ms Hoa, who teaches A1, wrote.")]
    [InlineData("> Hi Lan,\nWe are on it.", "> Hi Lan,\nWe are on it.")]
    [InlineData("We are on it.", "We are on it.")]
    public void What_greets_one_reader_greets_no_other(string text, string passedOn) =>
        Assert.Equal(passedOn, Greeting.Without(text));

    [Fact]
    public void A_copy_is_shown_to_the_mentor()
    {
        var letter = To(Reader.Customer, Good) with { Others = [Good.Replace("Hà", "Lan", StringComparison.Ordinal)] };
        Assert.Equal(TextOutcome.NeedsMentor, Of(TextRule.Copy, letter));
        Assert.Equal(
            TextOutcome.Met,
            Of(TextRule.Copy, letter with { Others = ["Một thư khác hẳn về việc khác, không liên quan."] })
        );
    }

    [Fact]
    public void A_finding_shows_the_words_it_rests_on()
    {
        const string text = "Chào chị Hà,\nChúng tôi sẽ khắc phục trong 30 phút.";
        var promise = TextRules.Check(To(Reader.Customer, text)).Single(f => f.Rule is TextRule.FixPromise);
        Assert.Equal("Chúng tôi sẽ khắc phục trong 30 phút", promise.Span(text));
    }

    [Fact]
    public void A_line_of_nothing_but_joints_is_read_once() =>
        Assert.Equal(
            TextOutcome.Met,
            Of(TextRule.FixPromise, string.Concat(Enumerable.Repeat("em sẽ sửa và ", 50_000)) + "xong")
        );

    [Property]
    public void What_is_passed_on_is_never_empty(NonNull<string> text) =>
        Assert.Equal(text.Get.Length == 0, Greeting.Without(text.Get).Length == 0);

    [Property]
    public void Any_text_has_an_answer_and_every_span_lies_in_it(NonNull<string> text, bool isManager)
    {
        var letter = To(isManager ? Reader.Manager : Reader.Customer, text.Get);
        Assert.All(
            TextRules.Check(letter),
            f => Assert.True(f.Start is null || f.Start + f.Length <= text.Get.Length && f.Length > 0)
        );
    }
}
