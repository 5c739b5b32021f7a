using Stepdesk.Core.Reading;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Reading;

/// <summary>What a person is told about a suggestion.</summary>
public sealed class SuggestionTests
{
    const string Desk = "Asia/Ho_Chi_Minh";
    static readonly DateTimeOffset Wednesday = new(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void The_page_can_mark_what_was_read()
    {
        var read = From("Báo cáo 40 học viên", "Chị cần báo cáo\r\ntrước 9h sáng mai.");

        Assert.Equal(
            (Part.Subject, 8, 11),
            (read.Affected!.Span.Part, read.Affected.Span.Offset, read.Affected.Span.Length)
        );
        Assert.Equal(
            (Part.Text, 23, 11),
            (read.Deadline!.Span.Part, read.Deadline.Span.Offset, read.Deadline.Span.Length)
        );
    }

    [Theory]
    [InlineData("< một em không vào được")]
    [InlineData("Fewer than one student cannot log in.")]
    public void Fewer_than_one_is_no_range_that_runs_backwards(string text)
    {
        if (From("", text).Affected is { } affected)
            Assert.Equal((1, 1), (affected.Low, affected.High));
    }

    [Theory]
    [InlineData("3 students cannot log in.", "3 users < 5")]
    [InlineData("5 students cannot log in.", "5 users, from 5 to 25")]
    [InlineData("25 students cannot log in.", "25 users, from 5 to 25")]
    [InlineData("26 students cannot log in.", "26 users > 25")]
    [InlineData(
        "20 students in class A, 18 students in class B and 15 in class C cannot submit.",
        "53 users, added up from 3 numbers, > 25"
    )]
    [InlineData(
        "20-30 students cannot log in.",
        "20–30 users, from 5 to 25|The count is 20–30: Expedite if it is more than 25"
    )]
    [InlineData(
        "4-5 bạn bị lỗi.",
        "4–5 người bị ảnh hưởng, dưới 5|Số người là 4–5: chuyển sang Ưu tiên nếu từ 5 trở lên"
    )]
    [InlineData(
        "URGENT! I forgot my password.",
        "No number of affected users was said|“URGENT” alone does not decide the class"
    )]
    [InlineData(
        "My whole class cannot log in.",
        "“My whole class” is said to be affected; please ask how many people that is"
    )]
    [InlineData(
        "Only 5 of 40 students can log in.",
        "35 users > 25|“5 of 40 students”: those who can work are not counted; 35 cannot"
    )]
    [InlineData(
        "Lớp sĩ số 30 nhưng chỉ 10 bạn nộp được bài.",
        "20 người bị ảnh hưởng, trong khoảng 5 đến 25|“30 nhưng chỉ 10 bạn”: không tính những người dùng được; 20 người không dùng được"
    )]
    [InlineData(
        "Please create accounts for 30 new students.",
        "“Please create”: something is asked for, nothing is broken|The count is recorded: 30"
    )]
    [InlineData(
        "Xin cấp 30 tài khoản mới.",
        "“Xin cấp 30 tài khoản”: yêu cầu được cấp hoặc thêm, không phải sự cố|Số người vẫn được ghi nhận: 30"
    )]
    [InlineData("100% học viên bị lỗi.", "Thư viết “100% học viên” bị ảnh hưởng; xin hỏi lại là bao nhiêu người")]
    [InlineData("Thanks, all 35 students are back online.", "No number of affected users was said")]
    [InlineData("LMS sập rồi!", "“sập rồi”: sự cố trên diện rộng, chưa có con số cụ thể")]
    [InlineData(
        "18 students per class cannot log in.",
        "18+ users, from 5 to 25|The count is 18+: Expedite if it is more than 25|18 is the number of one group; how many groups was not said"
    )]
    [InlineData(
        "I cannot log in and my class starts at 2pm.",
        "No number of affected users was said|“2pm” is when something starts, not a deadline: Wednesday 4 Mar 2026, 14:00"
    )]
    [InlineData(
        "15 học viên không nộp được bài, nhờ xử lý trước 17h.",
        "15 người bị ảnh hưởng, trong khoảng 5 đến 25|Cần trước 17:00 thứ Tư 04/03/2026; sự cố được xếp hạng theo số người bị ảnh hưởng"
    )]
    [InlineData(
        "Chị cần báo cáo của 40 học viên trước 9h sáng ngày kia.",
        "Có việc cần xong đúng hạn: 09:00 thứ Sáu 06/03/2026|Số người vẫn được ghi nhận: 40"
    )]
    public void The_reasons_say_what_decided_and_what_to_look_at(string text, string reasons)
    {
        var read = From("", text);

        Assert.Equal(reasons, string.Join('|', read.Reasons.Select(r => r.In(read.Language))));
    }

    [Fact]
    public void Reasons_are_in_the_language_asked_for()
    {
        var read = Suggestion.From("", "3 students cannot log in.", Wednesday, Desk, Language.Vi);

        Assert.Equal("3 người bị ảnh hưởng, dưới 5", read.Reasons[0].In(read.Language));
    }

    [Fact]
    public void A_name_with_marks_does_not_make_a_mail_vietnamese() =>
        Assert.Equal(Language.En, From("", "The printer in our room does not work.\n\nNguyễn Đức Phương").Language);

    [Fact]
    public void An_empty_mail_is_standard_without_a_guess()
    {
        var read = From("", "");

        Assert.Equal((null, null, ClassOfService.Standard), (read.Affected, read.Deadline, read.Class));
    }

    static Suggestion From(string subject, string text) => Suggestion.From(subject, text, Wednesday, Desk);
}
