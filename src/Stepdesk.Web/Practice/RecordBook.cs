using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Words = Stepdesk.Web.Shared.Words;

namespace Stepdesk.Web.Practice;

/// <summary>The record as a workbook: its first sheet is the ticket as an Odoo helpdesk exports its list.</summary>
static class RecordBook
{
    const double Wide = 30.7109375;

    public static byte[] Write(Record record, Words words)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Cells.Styles();
            // An importer reads the first sheet, whatever else there is.
            Add(
                workbook,
                "Sheet1",
                24,
                OdooList.Rows([
                    .. record.Ticket is { } ticket ? [ticket] : Array.Empty<RecordTicket>(),
                    .. record.Others,
                ])
            );
            Add(
                workbook,
                words["record-mails"],
                4,
                Table(
                    [words["record-when"], words["record-from"], words["record-to"], words["record-text"]],
                    record.Mails.Select(m => Texts(Time(m.At), m.From, m.To, m.Text))
                )
            );
            Add(
                workbook,
                words["record-timeline"],
                4,
                Table(
                    ["#", words["record-when"], words["record-what"], words["record-text"]],
                    record.Timeline.Select(m => Texts(Number(m.Seq), Time(m.At), m.What, m.Text))
                )
            );
            Add(
                workbook,
                words["record-evidence"],
                3,
                Table(
                    ["#", words["record-when"], words["record-what"]],
                    record.Evidence.Select(m => Texts(Number(m.Seq), Time(m.At), m.What))
                )
            );
            Add(
                workbook,
                words["record-written"],
                3,
                Table(
                    [words["record-what"], words["record-when"], words["record-text"]],
                    record.Written.Select(t => Texts(t.Kind, Time(t.At), t.Text))
                )
            );
            Add(
                workbook,
                words["record-lines"],
                8,
                Table(
                    [
                        "#",
                        words["record-asks"],
                        words["record-rules"],
                        words["record-because"],
                        words["record-outcome"],
                        words["record-points"],
                        words["record-most"],
                        words["record-mentor"],
                    ],
                    record.Lines.Select(l =>
                        (IEnumerable<Cell>)
                            [
                                .. Texts(l.Id, l.Asks, l.RulesSay, l.Because, l.Says),
                                Points(l.Points),
                                Points(l.OutOf),
                                Cells.Text(l.Mentor),
                            ]
                    )
                )
            );
            Add(
                workbook,
                words["record-removed"],
                2,
                Table(
                    [words["record-what"], words["record-count"]],
                    record.Removed.Select(r =>
                        (IEnumerable<Cell>)[Cells.Text(words.Of("sensitive", r.Kind)), Cells.Number(r.Count)]
                    )
                )
            );
        }
        return file.ToArray();
    }

    static void Add(WorkbookPart workbook, string name, uint columns, IEnumerable<Row> rows)
    {
        var sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = columns,
                    Width = Wide,
                    CustomWidth = true,
                }
            ),
            new SheetData(rows)
        );
        var sheets = workbook.Workbook!.GetFirstChild<Sheets>()!;
        sheets.Append(
            new Sheet
            {
                Id = workbook.GetIdOfPart(sheet),
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Name = name,
            }
        );
    }

    static IEnumerable<Row> Table(IEnumerable<string> heads, IEnumerable<IEnumerable<Cell>> rows) =>
        rows.Select(Cells.Row).Prepend(Cells.Row(heads.Select(h => Cells.Text(h, Cells.Bold))));

    static IEnumerable<Cell> Texts(params IEnumerable<string> texts) => texts.Select(t => Cells.Text(t));

    static Cell Points(double? points) => points is { } some ? Cells.Number(some, Cells.Amount) : Cells.Blank();

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
