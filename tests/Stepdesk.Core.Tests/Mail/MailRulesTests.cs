using FsCheck.Xunit;
using Stepdesk.Core.Mail;

namespace Stepdesk.Core.Tests.Mail;

public class MailRulesTests
{
    [Theory]
    [InlineData("Re: Printer", "Printer")]
    [InlineData("RE: Re[2]: Fwd: Printer", "Printer")]
    [InlineData("Trả lời: Máy in", "Máy in")]
    [InlineData("Chuyển tiếp: TL: Máy in", "Máy in")]
    [InlineData("AW: WG: Drucker", "Drucker")]
    [InlineData("Re：宽", "宽")]
    [InlineData("  Printer  ", "Printer")]
    [InlineData("Re:", "Re:")]
    [InlineData("Report: monthly", "Report: monthly")]
    [InlineData("Reminder: Re: Printer", "Reminder: Re: Printer")]
    public void A_subject_loses_what_programs_put_before_it(string subject, string clean) =>
        Assert.Equal(clean, Subjects.Clean(subject));

    [Theory]
    [InlineData("Fwd: Printer", true)]
    [InlineData("FW: RE: Printer", true)]
    [InlineData("Chuyển tiếp: Máy in", true)]
    [InlineData("Re: Fwd: Printer", false)]
    [InlineData("Forward planning", false)]
    public void A_forward_is_one_by_its_outermost_word(string subject, bool forward) =>
        Assert.Equal(forward, Subjects.IsForward(subject));

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\temp\a.txt", "a.txt")]
    [InlineData("ảnh.png", "ảnh.png")]
    [InlineData("a\u0309nh.png", "ảnh.png")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.tar.gz", "_nul.tar.gz")]
    [InlineData("com¹.txt", "_com¹.txt")]
    [InlineData("console.log", "console.log")]
    [InlineData("\u200B.htaccess", "htaccess")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    [InlineData("trailing. . .", "trailing")]
    [InlineData("what?<is>this|\"", "what__is_this__")]
    [InlineData("...", "")]
    [InlineData("dir/", "")]
    [InlineData(null, "")]
    public void A_file_name_is_made_safe(string? name, string safe) => Assert.Equal(safe, FileNames.Clean(name));

    [Fact]
    public void A_long_file_name_keeps_its_ending() =>
        Assert.Equal(new string('x', 116) + ".pdf", FileNames.Clean(new string('x', 300) + ".pdf"));

    [Property(MaxTest = 500)]
    public void A_safe_file_name_stays_as_it_is(string name)
    {
        var safe = FileNames.Clean(name);
        Assert.Equal(safe, FileNames.Clean(safe));
        Assert.Equal(-1, safe.AsSpan().IndexOfAny("/\\\0\r\n"));
        Assert.InRange(safe.Length, 0, 120);
    }

    [Theory]
    [InlineData("<a@x> <b@x>", "a@x b@x")]
    [InlineData("<a@x><b@x>", "a@x b@x")]
    [InlineData("a@x b@x", "a@x b@x")]
    [InlineData("Your mail <a@x> of Monday", "a@x")]
    [InlineData("<<a@x>>", "a@x")]
    [InlineData("<un closed", "")]
    [InlineData("<>", "")]
    public void Ids_are_found_with_and_without_brackets(string field, string ids) =>
        Assert.Equal(ids, string.Join(' ', MessageIds.All(field)));

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", true)]
    [InlineData("auto-submitted: Auto-Generated (rejected)", true)]
    [InlineData("Auto-Submitted: no", false)]
    [InlineData("Auto-Submitted: No; owner=an", false)]
    [InlineData("X-Autoreply: yes", true)]
    [InlineData("Precedence: list", true)]
    [InlineData("Precedence: normal", false)]
    [InlineData("List-Unsubscribe: <mailto:a@x>", true)]
    [InlineData("X-Auto-Response-Suppress: All", true)]
    [InlineData("X-Auto-Response-Suppress: None", false)]
    [InlineData("Return-Path: < >", true)]
    [InlineData("Return-Path: <an@x.example>", false)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status", true)]
    [InlineData("Subject: Automatic for the people", false)]
    [InlineData("X-Stepdesk-Loop: 1", false)]
    public void A_machine_is_known_by_its_header(string header, bool automatic) =>
        Assert.Equal(automatic, Automatic.Is(MailHeaders.Parse(header)));

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("a\u202Eb\u2066c", "a‹U+202E›b‹U+2066›c")]
    [InlineData("Việt 👩‍💻", "Việt 👩‍💻")]
    public void Marks_that_turn_text_around_are_written_out(string text, string shown) =>
        Assert.Equal(shown, UnseenMarks.Show(text));
}
