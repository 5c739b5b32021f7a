using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>Whatever the bytes, a mail is read; the net below the reader stays unused.</summary>
public class MailReaderProperties
{
    [Property(MaxTest = 500)]
    public void Any_bytes_read(byte[] bytes) => Holds(bytes ?? []);

    [Property(MaxTest = 500)]
    public void Any_bytes_below_a_header_read(byte[] bytes) =>
        Holds([.. "From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"u8, .. bytes ?? []]);

    [Property(MaxTest = 500)]
    public void Any_value_of_any_field_reads(byte[] value, NonNegativeInt field) =>
        Holds([
            .. Encoding.ASCII.GetBytes($"{FieldNames[field.Get % FieldNames.Length]}: "),
            .. value ?? [],
            .. "\r\n\r\nx"u8,
        ]);

    [Property(MaxTest = 1_000)]
    public void A_corpus_mail_cut_off_anywhere_reads(NonNegativeInt mail, NonNegativeInt at)
    {
        var whole = Mail(mail);
        Holds(whole[..(at.Get % (whole.Length + 1))]);
    }

    [Property(MaxTest = 1_000)]
    public void A_corpus_mail_with_bytes_changed_or_put_in_reads(
        NonNegativeInt mail,
        NonNegativeInt at,
        byte value,
        byte[] more
    )
    {
        var whole = Mail(mail);
        var place = at.Get % (whole.Length + 1);
        Holds([.. whole[..place], value, .. more ?? [], .. whole.Skip(place + 1)]);
    }

    [Property]
    public Property Pieces_of_markup_in_any_order_read() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ListOf().ToArbitrary(),
            pieces => Holds(Encoding.UTF8.GetBytes($"From: a@x.example\r\n{string.Concat(pieces)}"))
        );

    static void Holds(byte[] bytes)
    {
        var mail = MailReader.Read(bytes);
        Assert.NotEqual("mail-unreadable", mail.Error);
        Assert.Equal(mail.Kind is MailKind.Bounce, mail.Bounced is not null);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.All([mail.From, .. mail.To, .. mail.Cc], a => Assert.DoesNotContain('\n', a?.Name + a?.Address));
        Assert.All(mail.Attachments, f => Assert.NotEmpty(f.Name));
        Assert.All(mail.Attachments, f => Assert.Equal(f.Name, FileNames.Clean(f.Name)));
    }

    static byte[] Mail(NonNegativeInt number) =>
        File.ReadAllBytes(Corpus.Mail(Corpus.Names[number.Get % Corpus.Names.Count]));

    static readonly string[] FieldNames =
    [
        "From",
        "To",
        "Cc",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "References",
        "Content-Type",
        "Content-Disposition",
        "Content-Transfer-Encoding",
        "Return-Path",
        "Precedence",
    ];

    static readonly string[] Pieces =
    [
        "\r\n",
        "\n",
        "\r",
        " ",
        "--b",
        "--",
        "b",
        "Content-Type: multipart/mixed; boundary=b",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename*0*=",
        "''",
        "=?utf-8?B?",
        "?=",
        "%",
        "\0",
        "<",
        ">",
        "<p>",
        "</blockquote>",
        "&#x",
        ";",
        ":",
        ",",
        "(",
        "\"",
        "Subject: ",
        "To: ",
        "message/rfc822",
        "é",
    ];
}
