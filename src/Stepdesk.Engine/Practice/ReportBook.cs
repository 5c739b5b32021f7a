using System.IO.Compression;
using System.Security;
using System.Text;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Redaction;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Engine.Practice;

/// <summary>
/// A report of a session as a workbook. The same report is the same bytes on machines of one kind, so that whether a file is
/// one is told by its hash; that is why it is put together here, unpacked and as of no day.
/// </summary>
public static class ReportBook
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The reports of a session whose files these are, by their names.</summary>
    public static IEnumerable<string> Among(IReadOnlyList<Attachment> files, Session session) =>
        session.Scenario.Report is null || files.Count == 0
            ? []
            : Drawing
                .All(session)
                .Where(r => Files.HashOf(Write(r, session.Language)) is var hash && files.Any(f => f.Sha256 == hash))
                .Select(r => r.File);

    public static (Attachment File, byte[] Content) Attached(DrawnReport report, Language language)
    {
        var content = Write(report, language);
        return (new(report.File, Type, content.Length, Files.HashOf(content)), content);
    }

    public static byte[] Write(DrawnReport report, Language language)
    {
        using var bytes = new MemoryStream();
        using (var book = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(book, "[Content_Types].xml", Types);
            Add(book, "_rels/.rels", Relations($"{Office}/officeDocument", "xl/workbook.xml"));
            Add(book, "xl/workbook.xml", Book);
            Add(
                book,
                "xl/_rels/workbook.xml.rels",
                Relations($"{Office}/worksheet", "worksheets/sheet1.xml", $"{Office}/styles", "styles.xml")
            );
            Add(book, "xl/styles.xml", Styles);
            Add(book, "xl/worksheets/sheet1.xml", Sheet(report, language));
        }
        return bytes.ToArray();
    }

    static void Add(ZipArchive book, string name, string text)
    {
        var entry = book.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = NoDay;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}"""));
    }

    static string Sheet(DrawnReport report, Language language)
    {
        var rows = new StringBuilder();
        Row(rows, report.Columns.Select(c => Text(c.Title.In(language), style: Bold)));
        foreach (var row in report.Rows)
            Row(rows, row.Zip(report.Columns, (text, column) => column.IsNumber ? Number(text) : Text(text)));
        var filter = report.Drawn.Data.All("filter");
        if (filter.Count > 0)
        {
            Row(rows, []);
            Row(
                rows,
                [Text(Core.Words.Text.Of("report-narrowed", language), style: Bold), .. filter.Select(f => Text(f))]
            );
        }
        return $"""<worksheet xmlns="{Main}"><cols><col min="1" max="12" width="22" customWidth="1"/></cols><sheetData>{rows}</sheetData></worksheet>""";
    }

    static void Row(StringBuilder rows, IEnumerable<string> cells) =>
        rows.Append("<row>").AppendJoin("", cells).Append("</row>");

    // Text is never a formula: it stands in the cell itself, marked as text for whoever edits it or saves it otherwise.
    static string Text(string text, int style = Plain) =>
        $"""<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(Visible.Of(text))}</t></is></c>""";

    const int Plain = 0;
    const int Bold = 1;

    static string Number(string number) => $"<c><v>{number}</v></c>";

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    static string Relations(params ReadOnlySpan<string> typesAndTargets)
    {
        var all = new StringBuilder();
        for (var at = 0; at < typesAndTargets.Length; at += 2)
            all.Append(
                $"""<Relationship Id="r{(at / 2) + 1}" Type="{typesAndTargets[at]}" Target="{typesAndTargets[at + 1]}"/>"""
            );
        return $"""<Relationships xmlns="{Package}/relationships">{all}</Relationships>""";
    }

    const string Types =
        $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>""";

    const string Book =
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>""";

    const string Styles =
        $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0" quotePrefix="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>""";
}
