using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Practice;

/// <summary>What is handed in as a file: made from the log, without what must not leave, and harmless wherever it is opened.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    const string Formula = "=HYPERLINK(\"http://evil.example\";\"x\")";
    const string Hostile = Script + "\n" + Formula + "\n\u202Eexe.gnp\u0007";
    const string Secrets = "Gọi chị Hà 0912 345 678 hoặc ha.nguyen@campus.example, mật khẩu: Tr0ub4dor&3";

    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    DeskApp app = null!;
    Trying me = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss", "boss@desk.example");
        me = await Trying.BeginAsync(app, seed: 1);
        var ha = await me.PersonAsync("thu.ha@campus.example");
        var logged = await me.LogAsync(
            new Log(Formula, Hostile, ha.Id, Channel.Mail)
            {
                MailId = (await me.WaitingAsync())[0].Id,
                Class = new Classify(ClassOfService.Priority, "15 học viên"),
                Affected = new(15),
                Tags = ["performance", "lms", "web101"],
            }
        );
        Assert.Null(logged.Refusal);
        Assert.Null((await me.ActAsync(new Note(Secrets))).Refusal);
        Assert.Null(await me.MoveAsync("submit", ("kind", "justification"), ("text", Hostile)));
        Assert.Null(await me.MoveAsync("submit", ("kind", "reflection"), ("text", Secrets)));
        Assert.Null(await me.MoveAsync("finish"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_page_shows_hostile_text_as_text()
    {
        var html = await TextAsync("html");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        Assert.Contains("⟨U+202E⟩", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_opens_with_text_where_text_is_and_the_list_as_odoo_has_it()
    {
        using var file = new MemoryStream(await BytesAsync("xlsx"));
        using (var book = SpreadsheetDocument.Open(file, isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(book, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToList();
            Assert.DoesNotContain(cells, c => c.CellFormula is not null);
            Assert.DoesNotContain(book.WorkbookPart.WorksheetParts, p => p.HyperlinkRelationships.Any());
            var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
            var dangerous = cells.FindAll(c => c.InnerText.StartsWith('='));
            Assert.NotEmpty(dangerous);
            Assert.All(
                dangerous,
                c =>
                {
                    Assert.Equal(CellValues.InlineString, c.DataType!.Value);
                    Assert.True(styles[(int)c.StyleIndex!.Value].QuotePrefix!.Value);
                }
            );

            var first = book.WorkbookPart.Workbook!.Descendants<Sheet>().First();
            Assert.Equal("Sheet1", first.Name!.Value);
            var sheet = ((WorksheetPart)book.WorkbookPart.GetPartById(first.Id!.Value!)).Worksheet!;
            var rows = sheet
                .Descendants<Row>()
                .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())
                .ToList();
            Assert.Equal(24, rows[0].Count);
            Assert.Equal(("Active", "Subject", "Kanban State"), (rows[0][0], rows[0][10], rows[0][23]));
            Assert.Equal("New (1)", rows[1][0]);
            Assert.Equal(("1", Formula, "lms"), (rows[2][0], rows[2][10], rows[2][13]));
            // Further tags stand on rows of their own.
            Assert.Equal(["performance", "web101"], rows.Skip(3).Select(r => r.Single(c => c.Length > 0)).Order());
        }
        file.Position = 0;
        using var zip = new ZipArchive(file);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("external", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("xlsx")]
    public async Task Names_telephones_addresses_and_secrets_are_in_none_of_them_and_what_was_removed_is(string form)
    {
        var text = form is "xlsx" ? Unzipped(await BytesAsync(form)) : WebUtility.HtmlDecode(await TextAsync(form));

        foreach (var gone in (string[])["0912", "ha.nguyen", "Tr0ub4dor", "Thu Hà", "chị Hà", "Thảo", "campus.example"])
            Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
        foreach (var standIn in (string[])["[name-1]", "[phone-1]", "[email-1]", "[password-1]"])
            Assert.Contains(standIn, text, StringComparison.Ordinal);
        if (form is "json")
        {
            using var read = JsonDocument.Parse(text);
            var removed = read.RootElement.GetProperty("record").GetProperty("removed").EnumerateArray().ToList();
            Assert.Contains(
                removed,
                r => r.GetProperty("kind").GetString() is "phone" && r.GetProperty("count").GetInt32() >= 2
            );
        }
    }

    [Fact]
    public async Task It_is_there_for_its_trainee_and_for_mentors_and_for_nobody_else()
    {
        foreach (
            var (role, status) in ((Role, HttpStatusCode)[])
                [
                    (Role.Mentor, HttpStatusCode.OK),
                    (Role.Trainee, HttpStatusCode.NotFound),
                    (Role.Agent, HttpStatusCode.NotFound),
                ]
        )
        {
            var other = await app.PersonAsync(role, "Khoa", $"{role}@desk.example");
            using var http = await Surfer.OfAsync(app, other);
            foreach (var form in (string[])["html", "json", "xlsx"])
                Assert.Equal(status, (await http.GetAsync($"/practice/{me.Id}/record.{form}")).StatusCode);
            Assert.Equal(status, (await http.GetAsync($"/practice/{me.Id}/record")).StatusCode);
        }
        using var mine = await Surfer.OfAsync(app, me.Me);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/practice/{me.Id}/record.exe")).StatusCode);
        var answer = await mine.GetAsync($"/practice/{me.Id}/record.html");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Theory]
    [InlineData("vi", "Phiên số")]
    [InlineData("en", "Session")]
    public async Task Its_files_speak_the_language_of_who_fetches_them(string language, string said)
    {
        using var mine = await Surfer.OfAsync(app, me.Me);
        mine.Cookies.Add(app.Address, new Cookie("stepdesk-language", language));

        var page = await Surfer.ReadAsync(await mine.GetAsync($"/practice/{me.Id}/record.html"));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(said, page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_whoever_practises_takes_no_word_and_no_machine_out_of_the_record()
    {
        me = await Trying.BeginAsync(app, seed: 1, name: "Lý Gia Hân");
        Assert.Null(
            await me.MoveAsync("submit", ("kind", "reflection"), ("text", "Hạn cố định, HAN-EDGE-02. Hân đã xem."))
        );
        Assert.Null(await me.MoveAsync("finish"));

        var text = await TextAsync("json");
        Assert.Contains("Hạn cố định, HAN-EDGE-02. [name-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hân", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_only_spoken_of_is_not_named_in_a_record()
    {
        var run = await Trying.BeginAsync(app, "s05-video", seed: 1, name: "Uyên");
        var hanh = (await run.LookAsync()).Scenario.Person("hanh")!;
        var person = await run.PersonAsync(hanh.Email!);
        Assert.Null((await run.LogAsync(new Log("Video", "Không xem được", person.Id, Channel.Mail))).Refusal);
        Assert.Null(
            (
                await run.ActAsync(new Reply("Chị Hạnh ơi, các bạn dùng máy tính hay điện thoại, trình duyệt nào ạ?"))
            ).Refusal
        );
        Assert.True(await run.UntilAsync(new Pattern(EventTypes.MailReceived, [new("key", ["hanh.ask-device"])])));
        Assert.Null(await run.MoveAsync("finish"));

        using var http = await Surfer.OfAsync(app, run.Me);
        var answer = await http.GetAsync($"/practice/{run.Id}/record.html");
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

        Assert.DoesNotContain("Khôi", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bVy\b", text);
        Assert.Contains("[name-", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_run_goes_on_there_is_no_record_of_it()
    {
        var running = await Trying.BeginAsync(app, seed: 1, name: "Uyên");
        using var http = await Surfer.OfAsync(app, running.Me);

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/practice/{running.Id}/record.json")).StatusCode);
    }

    [Fact]
    public async Task What_to_look_at_again_is_shown_once_before_the_end_and_blocks_nothing()
    {
        var run = await Trying.BeginAsync(app, seed: 1, name: "Uyên");
        using var http = await Surfer.OfAsync(app, run.Me);
        var path = $"/practice/{run.Id}/hand-in";
        var typed = ((string, string)[])[("Form.Justification", "Lúc 9h05 tôi nhận thư."), ("Form.Finish", "true")];

        var noted = await Surfer.ReadAsync(await http.SubmitAsync(path, "hand-in", typed));
        Assert.Contains("9h05", noted.QuerySelector(".lint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Why this class",
            noted.QuerySelector(".hand-in-gaps:not(.lint)")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.False((await run.LookAsync()).IsOver);

        await http.SubmitAsync(path, "hand-in", [.. typed, ("Form.Answer", "Tôi gõ nhầm.")]);
        Assert.True((await run.LookAsync()).IsOver);
        Assert.Contains(
            await run.EventsAsync(),
            e => e.Data.One("kind") is "answer" && e.Data.One("text") is "Tôi gõ nhầm."
        );
    }

    async Task<string> TextAsync(string form) => Encoding.UTF8.GetString(await BytesAsync(form));

    async Task<byte[]> BytesAsync(string form)
    {
        using var http = await Surfer.OfAsync(app, me.Me);
        var answer = await http.GetAsync($"/practice/{me.Id}/record.{form}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    static string Unzipped(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return string.Concat(
            zip.Entries.Select(e =>
            {
                using var read = new StreamReader(e.Open());
                return WebUtility.HtmlDecode(read.ReadToEnd());
            })
        );
    }
}
