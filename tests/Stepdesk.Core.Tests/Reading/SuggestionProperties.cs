using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.Reading;
using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tests.Reading;

/// <summary>What holds for every text, whatever somebody wrote.</summary>
[Properties(Arbitrary = [typeof(Scribbles)], MaxTest = 1000)]
public sealed class SuggestionProperties
{
    static readonly string[] Zones =
    [
        "Asia/Ho_Chi_Minh",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "UTC",
    ];

    static readonly DateTimeOffset Morning = new(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(7));

    [Property]
    public void Whatever_is_written_is_read_without_harm(string? anything, Scribble scribble, DateTimeOffset received)
    {
        foreach (var text in (string[])[anything ?? "", scribble.Text])
        foreach (var zone in Zones)
        {
            var read = Suggestion.From(scribble.Subject, text, received, zone);

            if (read.Affected is { } affected)
            {
                Assert.InRange(affected.Low, 1, 1_000_000);
                Assert.True(affected.High is null || affected.High >= affected.Low);
                Stands(affected.Span, scribble.Subject, text);
            }
            if (read.Deadline is { } deadline)
            {
                Assert.True(deadline.At > received);
                Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(deadline.At), deadline.At.Offset);
                Stands(deadline.Span, scribble.Subject, text);
            }
        }
    }

    [Property]
    public void The_same_mail_is_read_the_same(Scribble scribble, DateTimeOffset received)
    {
        var (one, other) = (Read(scribble.Text), Read(scribble.Text));

        Assert.Equal((one.Affected, one.Deadline, one.Class), (other.Affected, other.Deadline, other.Class));

        Suggestion Read(string text) => Suggestion.From(scribble.Subject, text, received, "Asia/Ho_Chi_Minh");
    }

    [Property]
    public void What_holds_now_goes_before_what_was_at_first(PositiveInt first, PositiveInt now)
    {
        var (was, left) = (first.Get % 500 + 1, now.Get % 500 + 1);

        foreach (
            var text in (string[])
                [
                    $"Lúc đầu {was} bạn bị lỗi, giờ chỉ còn {left} bạn.",
                    $"Hiện còn {left} bạn không vào được. Ban đầu {was} bạn không vào được.",
                    $"At first {was} students could not log in, now we are down to {left} students.",
                ]
        )
            Assert.Equal(left, Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected?.Low);
    }

    [Property]
    public void Nobody_counts_fewer_than_none(PositiveInt count)
    {
        foreach (var text in (string[])[$"-{count} students cannot log in.", $"Có -{count} học viên bị lỗi."])
            Assert.Null(Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected);
    }

    [Property]
    public void An_hour_that_no_day_has_is_no_deadline(byte hour, byte minute)
    {
        var (h, m) = (hour % 100, minute % 100);
        var isOne = h < 24 && m < 60 || (h, m) is (24, 0);

        foreach (
            var text in (string[])[$"I need it by {h:00}:{m:00} tomorrow.", $"Em cần trước {h:00}h{m:00} ngày mai."]
        )
        {
            var read = Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Deadline;
            Assert.Equal(
                isOne ? new(new DateTime(2026, 3, 5).AddHours(h).AddMinutes(m), Morning.Offset) : null,
                read?.At
            );
        }
    }

    [Property]
    public void A_time_is_of_the_clock_it_names(byte hour, byte minute, sbyte ahead)
    {
        var (h, m, offset) = (hour % 24, minute % 60, ahead % 13);
        var at = new DateTimeOffset(2026, 3, 6, h, m, 0, TimeSpan.FromHours(offset));
        var signed = $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset):00}";

        foreach (
            var said in (string[])
                [
                    $"2026-03-06T{h:00}:{m:00}{signed}:00",
                    $"{h:00}:{m:00} UTC{signed} on 6 March",
                    $"{h:00}:{m:00} (GMT{signed}:00) ngày 6/3",
                ]
        )
            Assert.Equal(at, Suggestion.From("", $"Deadline: {said}.", Morning, "Asia/Ho_Chi_Minh").Deadline?.At);
    }

    [Property]
    public void A_part_is_counted_of_the_whole(PositiveInt percent, PositiveInt whole)
    {
        var (part, all) = (percent.Get % 100 + 1, whole.Get % 1000 + 1);
        var count = Math.Max(1, (int)Math.Round(part * all / 100.0, MidpointRounding.AwayFromZero));

        foreach (
            var text in (string[])
                [$"{part}% of our {all} students cannot log in.", $"{part}% trong {all} học viên không vào được."]
        )
            Assert.Equal(count, Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected?.Low);
    }

    [Property]
    public void Of_those_who_can_the_others_are_counted(PositiveInt can, PositiveInt others)
    {
        var (able, unable) = (can.Get % 400 + 13, others.Get % 400 + 1);
        var all = able + unable;

        foreach (
            var text in (string[])
                [
                    $"Only {able} of {all} students can log in.",
                    $"We have {all} students, but only {able} students can log in.",
                    $"I have {all} students. Only {able} can log in.",
                    $"{able} of my {all} students can log in.",
                    $"Chỉ có {able}/{all} em vào được bài thi.",
                    $"Chi co {able}/{all} em vao duoc bai thi.",
                    $"Lớp sĩ số {all} nhưng chỉ {able} bạn nộp được bài.",
                    $"Lop si so {all} nhung chi {able} ban nop duoc bai.",
                    $"Lớp {all} em, {able} em vào được.",
                ]
        )
            Assert.Equal(unable, Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected?.Low);
    }

    [Property]
    public void Who_can_is_not_added_to_who_cannot(PositiveInt can, PositiveInt cannot)
    {
        var (able, unable) = (can.Get % 400 + 13, cannot.Get % 400 + 13);

        foreach (
            var text in (string[])
                [
                    $"{able} students can log in, {unable} students cannot.",
                    $"{able} students can log in, {unable} cannot.",
                    $"{unable} students cannot log in, {able} students can.",
                    $"{able} bạn vào được, {unable} bạn không vào được.",
                    $"{able} ban vao duoc, {unable} ban khong vao duoc.",
                    $"{able} bạn đã nộp bài thành công, {unable} bạn bị lỗi.",
                ]
        )
            Assert.Equal(unable, Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected?.Low);
    }

    [Property]
    public void When_all_can_nobody_is_counted(PositiveInt count)
    {
        var all = count.Get % 500 + 1;

        foreach (
            var text in (string[])
                [
                    $"All {all} of {all} students can log in.",
                    $"{all}/{all} em vào được.",
                    $"Cả {all} bạn đã vào được lớp.",
                ]
        )
            Assert.Null(Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh").Affected);
    }

    [Property]
    public void What_is_asked_for_is_never_urgent(PositiveInt count)
    {
        var number = count.Get % 500 + 2;

        foreach (
            var text in (string[])
                [
                    $"Please create accounts for {number} new students.",
                    $"Please enroll {number} students in the course.",
                    $"Xin cấp {number} tài khoản mới.",
                    $"Nho them {number} ban vao lop WEB101.",
                ]
        )
        {
            var read = Suggestion.From("", text, Morning, "Asia/Ho_Chi_Minh");
            Assert.Equal((number, ClassOfService.Standard), (read.Affected?.Low, read.Class));
        }
    }

    [Property]
    public void What_is_quoted_is_not_read(Scribble scribble, DateTimeOffset received)
    {
        var quoted = string.Join('\n', scribble.Text.Split('\n').Select(line => $"> {line}"));

        var read = Suggestion.From("", $"Em cảm ơn.\n{quoted}", received, "Asia/Ho_Chi_Minh");

        Assert.Null(read.Affected);
        Assert.Null(read.Deadline);
    }

    [Theory]
    [InlineData("trong ")]
    [InlineData("trước 9h thứ 6 ")]
    [InlineData("15 học viên, ")]
    [InlineData("15 bạn ")]
    [InlineData("3 lớp 5 bạn mỗi lớp ")]
    [InlineData("Lớp A1 có 5 bạn. ")]
    [InlineData("1-")]
    [InlineData("a-")]
    [InlineData("1+")]
    [InlineData("1 of ")]
    [InlineData("hundred ")]
    [InlineData("UTC ")]
    [InlineData("giờ Hà Nội ")]
    [InlineData("9:00 UTC ")]
    [InlineData("mốt ")]
    [InlineData("half of ")]
    [InlineData("9:00 + ")]
    [InlineData("em và ")]
    [InlineData("15 bạn vào được ")]
    [InlineData("30 em, 28 em vào được, ")]
    [InlineData("nhờ thêm 30 bạn ")]
    [InlineData("30 students can log in ")]
    [InlineData("only 5 of 40 can ")]
    [InlineData("3 classes of 20; one class ")]
    [InlineData("trong tuần này ")]
    [InlineData("before 9.30 ")]
    [InlineData("9h ngày mai trước ")]
    [InlineData("không ")]
    [InlineData("(")]
    [InlineData("a@")]
    [InlineData("on 1 wrote:\n")]
    [InlineData("\r\n")]
    public void Hostile_repetition_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        var read = Suggestion.From("", $"{text} Em cần báo cáo.", DateTimeOffset.UnixEpoch, "UTC");

        Assert.NotEmpty(read.Reasons);
    }

    static void Stands(Span span, string subject, string text) =>
        Assert.Equal(span.Text, (span.Part is Part.Subject ? subject : text).Substring(span.Offset, span.Length));
}

/// <summary>A mail made of the pieces readers look for, in any order.</summary>
public sealed record Scribble(string Subject, string Text);

public static class Scribbles
{
    static readonly string[] Pieces =
    [
        .. """
            15 3/20 10-15 50+ 1.200 0912 345 678 31/02 29/02 15/12/2026 2026-12-01 09:00 24:00 9h 9h30 48 99999999999
            học viên students users lớp WEB101-HN K15 mỗi each x + - , . : ( ) > < ~ ; of trong of them
            không phải mà not but nhầm correction giờ now tổng total cả lớp everyone nobody chỉ mình em
            trước by before hạn deadline cần need thứ 6 Friday next tuần sau mai kia tomorrow sáng pm chiều nay
            tháng 2 February trong vòng 2 ngày tới within hours nữa ago từ since cuối tuần end of month noon midnight
            hai mươi lăm twenty-five vài a few dozens hàng chục hơn more than dưới under khoảng to đến hoặc or
            UTC +07:00 EST Z GMT+7 giờ Hà Nội mốt kém quarter half % lunch yesterday hôm qua em me I khác others một nửa
            only chỉ can could able vào nộp được sĩ số teach please add create thêm cấp class successfully vẫn back online
            0000-01-01T00:00 15/12/9999 bị lỗi cannot không được bình thường fine còn lại gồm including 😀 \ud800 \u0301 \u200b
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        "\n",
        "\n\n",
        "\n- ",
    ];

    public static Arbitrary<Scribble> Scribble() =>
        (from subject in Words(6) from text in Words(40) select new Scribble(subject, text)).ToArbitrary();

    static Gen<string> Words(int most) =>
        from count in Gen.Choose(0, most)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        from spaces in Gen.ArrayOf(Gen.Frequency((6, Gen.Constant(" ")), (1, Gen.Constant(""))), count)
        select string.Concat(pieces.Zip(spaces, (piece, space) => piece + space));
}
