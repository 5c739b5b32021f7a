using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Stepdesk.Web.Practice;

namespace Stepdesk.Tests.Practice;

/// <summary>Lists of tickets as Odoo and people save them: grouped, without numbers, on any sheet of a workbook.</summary>
public sealed class ImportedListTests
{
    [Theory]
    [InlineData(
        "Subject,Number,Customer,Rating\nIn Progress (1),,,0.00\nOther,324,Hà,0\nClosed (1),,,0\nSlow,325,Hà,0",
        true
    )]
    [InlineData(
        "Subject,Number,Customer,Rating\nClosed (1),,,0\nOther,324,Hà,0\nIn Progress (1),,,0\nSlow,325,Hà,0",
        false
    )]
    [InlineData("Chủ đề,Số phiếu,Khách hàng\nĐóng (2),,\n    1 (2),,\nOther,324,Hà\nSlow,325,Hà", true)]
    [InlineData(
        "Chủ đề,Số phiếu,Khách hàng\nĐóng (1),,\n    1 (1),,\nOther,324,Hà\nMới (1),,\n    1 (1),,\nSlow,325,Hà",
        false
    )]
    [InlineData("Active,Subject,Number\nĐóng (1),,\nTRUE,Slow,325", true)]
    [InlineData("Number,Subject\nĐã đóng (1),\n325,Slow", true)]
    public void A_grouped_list_says_in_which_stage_a_ticket_is_whichever_column_comes_first(string list, bool isClosed)
    {
        var (read, refusal) = Read(list, "325");

        Assert.Null(refusal);
        Assert.Equal(("Slow", isClosed), (read!.Ticket.Title, read.Ticket.IsClosed));
    }

    [Theory]
    [InlineData("Subject,Number\nError (504),325\n")]
    [InlineData("Subject,Customer\nError (504),Hà\n")]
    public void A_subject_that_ends_like_a_group_is_still_a_ticket(string list) =>
        Assert.Equal("Error (504)", Read(list).File!.Ticket.Title);

    [Fact]
    public void Tickets_without_numbers_are_told_apart_by_their_subjects()
    {
        const string list = "Subject,Customer\nSlow,Hà\nBroken,Nam\n";

        Assert.Equal("Slow, Broken", Read(list).Refusal!.Detail);
        Assert.Equal("Nam", Read(list, "Broken").File!.Ticket.Requester);
    }

    [Fact]
    public void Of_a_workbook_the_sheet_that_is_shown_first_is_read()
    {
        var book = Book(("Notes", false, "hello"), ("Tickets", true, "Subject\nSlow"), ("More", true, "hello"));

        Assert.Equal("Slow", ImportedFile.Read(book, null, null, TimeSpan.Zero).File!.Ticket.Title);
    }

    [Fact]
    public void A_workbook_that_shows_no_sheet_cannot_be_read()
    {
        foreach (var book in (byte[][])[Book(), Book(("Notes", false, "Subject\nSlow"))])
            Assert.Equal("import-unreadable", ImportedFile.Read(book, null, null, TimeSpan.Zero).Refusal!.Code);
    }

    static (ImportedFile? File, Core.History.Refusal? Refusal) Read(string list, string? ticket = null) =>
        ImportedFile.Read(Encoding.UTF8.GetBytes(list), null, ticket, TimeSpan.Zero);

    // Stored the other way round than they are shown.
    static byte[] Book(params (string Name, bool IsShown, string Lines)[] sheets)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var shown = new Sheets();
            workbook.Workbook = new Workbook(shown);
            foreach (var (at, (name, isShown, lines)) in sheets.Index().Reverse())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(
                    new SheetData(
                        lines
                            .Split('\n')
                            .Select(line => new Row(
                                new Cell { DataType = CellValues.InlineString, InlineString = new(new Text(line)) }
                            ))
                    )
                );
                shown.PrependChild(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(part),
                        SheetId = (uint)at + 1,
                        Name = name,
                        State = isShown ? SheetStateValues.Visible : SheetStateValues.Hidden,
                    }
                );
            }
        }
        return file.ToArray();
    }
}
