using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stepdesk.Core.Mail;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Web.Cli;

/// <summary><c>mail read</c>: what the desk makes of mails that lie in files, one line of JSON for each.</summary>
public static class MailRead
{
    internal static Command Command()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Mails as they came, RFC 5322.",
            Arity = ArgumentArity.OneOrMore,
        };
        var lines = new Option<bool>("--jsonl")
        {
            Description = "One line of JSON for each file; there is no other form.",
        };
        var read = new Command("read", "Reads mails and prints what the desk makes of them.") { files, lines };
        read.SetAction(parsed =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return Run(parsed.GetRequiredValue(files), output);
        });
        return new Command("mail", "Mail as the desk sees it.") { read };
    }

    /// <summary>Writes one line for each file; 1 when any of them had an error, else 0.</summary>
    public static int Run(IEnumerable<string> files, TextWriter output)
    {
        var exit = 0;
        foreach (var file in files)
        {
            var mail = Read(file);
            output.WriteLine(Line(file, mail));
            if (mail.Error is not null)
                exit = 1;
        }
        return exit;
    }

    static ReadMail Read(string file)
    {
        try
        {
            return MailReader.Read(File.ReadAllBytes(file));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new ReadMail { Error = "file-unreadable" };
        }
    }

    static string Line(string file, ReadMail mail)
    {
        var line = JsonSerializer.Serialize(
            new
            {
                file,
                mail.Subject,
                mail.From,
                mail.To,
                mail.Cc,
                mail.ReplyTo,
                mail.Date,
                mail.MessageId,
                mail.InReplyTo,
                mail.References,
                mail.Text,
                mail.Html,
                Attachments = mail.Attachments.Select(a => new
                {
                    a.Name,
                    a.Type,
                    Size = a.Content.Length,
                    a.Sha256,
                }),
                Kind = mail.Kind.ToString().ToLowerInvariant(),
                mail.Bounced,
                mail.Error,
            },
            Form
        );
        // Valid inside JSON, but some readers of lines would end the line here.
        return line.Replace("\u2028", @"\u2028", Ordinal)
            .Replace("\u2029", @"\u2029", Ordinal)
            .Replace("\u0085", @"\u0085", Ordinal);
    }

    const StringComparison Ordinal = StringComparison.Ordinal;

    static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
