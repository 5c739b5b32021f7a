using System.Text;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// Mails made to be expensive. Each is answered with as much as the budget allows and says what was left out; a reader
/// without the budget runs for minutes here, which the test run's own limit turns red.
/// </summary>
public class MailBombTests
{
    [Fact]
    public void Ten_thousand_nested_multiparts_stop_at_the_deepest_part()
    {
        var mail = Read(
            "From: a@x.example\n"
                + string.Concat(
                    Enumerable.Range(0, 10_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")
                )
        );
        Assert.Equal("mail-too-deep", mail.Error);
        Assert.Equal("a@x.example", mail.From?.Address);
    }

    [Fact]
    public void Ten_thousand_nested_mails_are_one_file()
    {
        var mail = Read("From: a@x.example\n" + Many("Content-Type: message/rfc822\n\n", 10_000));
        Assert.Single(mail.Attachments);
    }

    [Fact]
    public void A_hundred_thousand_references_fields_keep_the_sender_and_some_ids()
    {
        var mail = Read(Many("References: <a@x.example>\n", 100_000) + "From: a@x.example\n\nhi");
        Assert.Equal("mail-too-many-headers", mail.Error);
        Assert.Equal(("a@x.example", "hi"), (mail.From?.Address, mail.Text));
        Assert.InRange(mail.References.Count, 1, 200);
    }

    [Fact]
    public void A_hundred_thousand_ids_in_one_field_are_cut()
    {
        var mail = Read($"From: a@x.example\nReferences: {Many("<a@x.example> ", 100_000)}\n\nhi");
        Assert.Equal("mail-too-many-headers", mail.Error);
        Assert.InRange(mail.References.Count, 1, 200);
    }

    [Fact]
    public void A_hundred_thousand_headers_do_not_hide_who_wrote()
    {
        var mail = Read(Many("X-Noise: b\n", 100_000) + "From: a@x.example\nSubject: found\n\nhi");
        Assert.Equal(("mail-too-many-headers", "found", "hi"), (mail.Error, mail.Subject, mail.Text));
        Assert.Equal("a@x.example", mail.From?.Address);
    }

    [Fact]
    public void Twenty_thousand_recipients_are_listed_up_to_a_point()
    {
        var all = string.Join(",\n ", Enumerable.Range(0, 20_000).Select(i => $"u{i}@x.example"));
        var mail = Read($"From: a@x.example\nTo: {all}\n\nhi");
        Assert.NotNull(mail.Error);
        Assert.Equal(500, mail.To.Count);
    }

    [Fact]
    public void Two_hundred_thousand_parts_are_read_up_to_a_point()
    {
        var mail = Read(
            "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n" + Many("--b\n\nx\n", 200_000)
        );
        Assert.Equal("mail-too-many-parts", mail.Error);
        Assert.Equal(500, mail.Text.Count(c => c is 'x'));
    }

    [Fact]
    public void One_huge_line_is_cut()
    {
        var mail = Read("From: a@x.example\n\n" + new string('x', 20_000_000));
        Assert.Equal(("mail-text-too-long", 1_000_000), (mail.Error, mail.Text.Length));
    }

    [Fact]
    public void A_mail_over_the_limit_still_says_who_wrote_and_what()
    {
        var mail = Read(
            "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee the film\n--b\n"
                + "Content-Type: video/mp4\n\n"
                + new string('x', 60_000_000)
        );
        Assert.Equal(("mail-too-large", "See the film"), (mail.Error, mail.Text));
    }

    [Fact]
    public void Fifty_thousand_nested_divs_become_their_words()
    {
        var mail = Read($"From: a@x.example\nContent-Type: text/html\n\n{Many("<div>", 50_000)}deep");
        Assert.Equal("deep", mail.Text);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("a:")]
    [InlineData("=?utf-8?q?a?= ")]
    [InlineData("=?")]
    [InlineData("@")]
    [InlineData("[")]
    [InlineData("\\")]
    [InlineData("a.")]
    [InlineData("*0*=%")]
    public void A_field_of_one_repeated_mark_is_read_or_left(string mark)
    {
        var value = Many(mark, 100_000 / mark.Length);
        var mail = Read(
            $"From: {value}\nTo: {value}\nSubject: {value}\nDate: {value}\nReferences: {value}\n"
                + $"Content-Type: text/plain; {value}\n\nhi"
        );
        Assert.Equal("mail-too-many-headers", mail.Error);
    }

    static ReadMail Read(string mail) => MailReader.Read(Encoding.UTF8.GetBytes(mail));

    static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));
}
