using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.Mail;

namespace Stepdesk.Core.Tests.Mail;

public class QuotesTests
{
    [Theory]
    [InlineData("Thanks!\n\nOn Mon, 2 Mar 2026 at 09:00, Help <help@desk.example> wrote:\n> Is it fixed?\n> Regards")]
    [InlineData(
        "Thanks!\n\nOn Mon, 2 Mar 2026 at 09:00, Help desk of the school\n<help@desk.example> wrote:\n\n> Is it fixed?"
    )]
    [InlineData(
        "Thanks!\n\nVào Th 2, 2 thg 3, 2026 vào lúc 09:00 Hỗ trợ <help@desk.example> đã viết:\n> Được chưa ạ?\n"
    )]
    [InlineData("Thanks!\n\nVào 2 thg 3, 2026, lúc 09:00, Hỗ trợ <help@desk.example> đã viết:\n\n> Được chưa ạ?\n\n")]
    [InlineData("Thanks!\r\n\r\nOn 2 Mar 2026, at 09:00, Help wrote:\r\n> Is it fixed?\r\n")]
    [InlineData(
        "Thanks!\n\n-----Original Message-----\nFrom: Help\nSent: Monday\nTo: An\nSubject: RE: Printer\n\nIs it fixed?"
    )]
    [InlineData(
        "Thanks!\n\n________________________________\nFrom: Help <help@desk.example>\nSent: Monday\nTo: An\n\nIs it fixed?"
    )]
    [InlineData("Thanks!\n\nFrom: Help\nSent: Monday\nTo: An\nSubject: Printer\n\nIs it fixed?")]
    [InlineData("Thanks!\n\n*From:* Help\n*Date:* Monday\n*To:* An\n*Subject:* Printer\n\nIs it fixed?")]
    [InlineData("Thanks!\n\nTừ: Hỗ trợ\nĐã gửi: Thứ Hai\nĐến: An\nChủ đề: Máy in\n\nĐược chưa ạ?")]
    [InlineData("Thanks!\n\n----- Tin nhắn gốc -----\nĐược chưa ạ?")]
    [InlineData("Thanks!\n\nAm 2.3.2026 um 09:00 schrieb Help:\n> Geht es?")]
    [InlineData("Thanks!\n> Is it fixed?\n> Regards")]
    public void The_mail_quoted_below_is_taken_off(string text) => Assert.Equal("Thanks!", Quotes.Strip(text));

    [Theory]
    [InlineData("No quote at all")]
    [InlineData("On Monday the printer broke and she wrote: help me")]
    [InlineData("> Is it fixed?\nYes, thank you.\n> And the scanner?\nThat too.")]
    [InlineData("Answers below.\n\nOn Mon, 2 Mar 2026 Help wrote:\n> Is it fixed?\nYes.\n> Bye")]
    [InlineData("> only a quote")]
    [InlineData(
        "Please look.\n\n---------- Forwarded message ---------\nFrom: Boss <boss@x.example>\nDate: Mon\nSubject: Broken\nTo: An\n\nIt broke"
    )]
    [InlineData(
        "Xem giúp em.\n\n---------- Thư được chuyển tiếp ---------\nTừ: Sếp\nNgày: T2\nTiêu đề: Hỏng\n\nHỏng rồi"
    )]
    [InlineData("From: the first floor, a smell.\nPlease come.")]
    public void What_may_be_new_stays(string text) => Assert.Equal(text, Quotes.Strip(text));

    [Fact]
    public void The_quote_is_kept_beside() =>
        Assert.Equal(("Thanks!", "> Is it fixed?"), Quotes.Split("Thanks!\n> Is it fixed?"));

    [Theory]
    [InlineData("> Is it fixed?\n\n> Regards", "")]
    [InlineData("On 2 Mar 2026, Help wrote:\n> Is it fixed?", "")]
    [InlineData("On 2 Mar 2026, Help\n<help@desk.example> wrote:\nIs it fixed?\nNo.", "Is it fixed?\nNo.")]
    [InlineData("From: Help\nSent: Monday\nTo: An\nSubject: Printer\n\nIs it fixed?\n> No.", "Is it fixed?\n> No.")]
    [InlineData("-----Original Message-----\nFrom: Help\nSent: Monday\nTo: An\n\nIs it fixed?", "Is it fixed?")]
    [InlineData("________________\n\nFrom: Help\nSent: Monday\nTo: An\n\nIs it fixed?", "Is it fixed?")]
    [InlineData("----- Tin nhắn gốc -----\nĐược chưa ạ?", "Được chưa ạ?")]
    public void What_no_mark_tells_to_be_quoted_may_be_anybodys(string quoted, string unmarked) =>
        Assert.Equal(unmarked, Quotes.Unmarked(quoted));

    [Property]
    public Property Nothing_is_lost_between_the_two() =>
        Prop.ForAll(
            Gen.Elements(Lines).ListOf().ToArbitrary(),
            lines =>
            {
                var (fresh, quoted) = Quotes.Split(string.Join('\n', lines));
                Assert.Equal(Written(lines), [.. Written(fresh.Split('\n')), .. Written(quoted.Split('\n'))]);
            }
        );

    static List<string> Written(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.TrimEnd()).Where(l => l.Length > 0)];

    static readonly string[] Lines =
    [
        "",
        "words",
        "> quoted",
        ">> twice",
        "On Mon, 2 Mar 2026 Help wrote:",
        "Vào 2 thg 3, 2026 Hỗ trợ đã viết:",
        "-----Original Message-----",
        "From: a",
        "Sent: b",
        "To: c",
        "Subject: d",
        "____________________",
        "-- ",
        "---------- Forwarded message ---------",
        "  indented",
    ];
}
