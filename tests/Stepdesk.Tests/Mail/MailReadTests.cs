using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Web.Cli;

namespace Stepdesk.Tests.Mail;

/// <summary>What <c>mail read</c> prints.</summary>
public class MailReadTests
{
    public static TheoryData<string> Mails => new(Corpus.Names);

    [Theory, MemberData(nameof(Mails))]
    public void A_mail_reads_as_written_down_beside_it(string name)
    {
        var (lines, _) = Run(Corpus.Mail(name));
        var line = JsonNode.Parse(Assert.Single(lines))!.AsObject();
        Assert.Equal(Corpus.Mail(name), (string?)line["file"]);
        line.Remove("file");
        var expected = JsonNode.Parse(File.ReadAllText(Corpus.Expected(name)))!;
        Assert.Equal(expected.ToJsonString(Readable), line.ToJsonString(Readable));
    }

    [Fact]
    public void One_line_per_file_and_1_when_any_had_an_error()
    {
        var missing = Path.Combine(Corpus.Folder, "no-such-file.eml");
        var (lines, exit) = Run(Corpus.Mail("plain"), missing, Corpus.Mail("alternative"));
        Assert.Equal(3, lines.Length);
        Assert.Equal("file-unreadable", (string?)JsonNode.Parse(lines[1])!["error"]);
        Assert.Equal(1, exit);
    }

    [Fact]
    public void Nothing_wrong_is_0() => Assert.Equal(0, Run(Corpus.Mail("plain"), Corpus.Mail("bounce-standard")).Exit);

    [Fact]
    public void Vietnamese_stays_readable_in_the_line() =>
        Assert.Contains(
            "Nguyễn Văn An",
            Run(Corpus.Mail("vietnamese-encoded-words")).Lines[0],
            StringComparison.Ordinal
        );

    static (string[] Lines, int Exit) Run(params string[] files)
    {
        using var output = new StringWriter();
        var exit = MailRead.Run(files, output);
        return (output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), exit);
    }

    static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
