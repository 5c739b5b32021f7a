using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using nietras.SeparatedValues;
using Stepdesk.Core.History;
using Stepdesk.Core.Practice.Imports;

namespace Stepdesk.Web.Practice;

/// <summary>A ticket that was worked on elsewhere, out of the files that were handed in for it.</summary>
/// <param name="Scenario">The scenario the record names; empty where it names none.</param>
sealed record ImportedFile(Elsewhere Ticket, string Scenario, string? Branch)
{
    public const int Largest = 5 * 1024 * 1024;

    // A small file can be packed so that it fills any machine.
    const long LargestUnpacked = 20L * Largest;
    const int MostRows = 20_000;
    const int MostColumns = 200;

    /// <summary>Reads a record as JSON, or an Odoo list as CSV or XLSX.</summary>
    /// <param name="messages">Its messages, exported or copied; null where they are in the record, or there are none.</param>
    /// <param name="ticket">Which of several, by its number.</param>
    /// <param name="offset">By which clock people wrote down what they copied.</param>
    /// <param name="zone">By which clock exported lists are; null when nobody said, so that it is taken to be the same.</param>
    public static (ImportedFile? File, Refusal? Refusal) Read(
        byte[] file,
        byte[]? messages,
        string? ticket,
        TimeSpan offset,
        TimeZoneInfo? zone = null
    )
    {
        if (file.Length > Largest || messages?.Length > Largest)
            return (null, ImportRefusals.TooLarge);
        var there = TimeZoneInfo.CreateCustomTimeZone("there", offset, null, null);
        var (rows, text, unreadable) = Open(file);
        if (unreadable is not null)
            return (null, unreadable);
        if (text is not null && string.IsNullOrWhiteSpace(text))
            return (null, ImportRefusals.Empty);
        if (text?.TrimStart() is ['{' or '[', ..])
        {
            var (record, scenario, branch, why) = RecordReader.Read(text);
            return why is not null ? (null, why) : With(new(record!, scenario, branch), messages, there, there);
        }
        var (read, refusal) = OdooTickets.Read(rows ?? Csv(text!), ticket, zone ?? there);
        return refusal is not null
            ? (null, refusal)
            : With(new(read! with { IsClockKnown = zone is not null }, "", null), messages, there, zone ?? there);
    }

    static (ImportedFile?, Refusal?) With(ImportedFile read, byte[]? messages, TimeZoneInfo there, TimeZoneInfo listed)
    {
        if (messages is null || messages.Length == 0)
            return (read, null);
        var (rows, text, unreadable) = Open(messages);
        if (unreadable is not null)
            return (null, unreadable);
        // A list has its columns in the first row; whatever was copied has a time there.
        var (found, refusal) =
            rows is not null ? Messages.Read(rows, listed)
            : Csv(text!) is [{ Count: > 2 }, ..] list && Messages.Read(list, listed) is { Refusal: null } exported
                ? exported
            : Messages.Read(text!, there);
        return refusal is not null
            ? (null, refusal)
            : (read with { Ticket = read.Ticket with { Messages = found! } }, null);
    }

    static (IReadOnlyList<IReadOnlyList<string>>? Rows, string? Text, Refusal? Refusal) Open(byte[] file)
    {
        if (file is [(byte)'P', (byte)'K', ..])
            try
            {
                return (Workbook(file), null, null);
            }
            // Whatever is wrong inside, it is no workbook that anybody could read.
            catch (Exception e)
                when (e is InvalidDataException or OpenXmlPackageException or FormatException or System.Xml.XmlException
                )
            {
                return (null, null, ImportRefusals.Unreadable("XLSX"));
            }
        try
        {
            return (null, new UTF8Encoding(false, true).GetString(file).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, null, ImportRefusals.Unreadable("UTF-8"));
        }
    }

    static List<IReadOnlyList<string>> Workbook(byte[] file)
    {
        using (var packed = new ZipArchive(new MemoryStream(file)))
            if (packed.Entries.Sum(e => e.Length) > LargestUnpacked)
                throw new InvalidDataException();
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var part = book.WorkbookPart ?? throw new InvalidDataException();
        var shared = part.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().ToList() ?? [];
        var dates = DateStyles(part.WorkbookStylesPart?.Stylesheet);
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in FirstShown(part).Worksheet.Descendants<Row>().Take(MostRows))
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var place = PlaceOf(cell.CellReference?.Value) ?? cells.Count;
                if (place >= MostColumns)
                    break;
                while (cells.Count < place)
                    cells.Add("");
                cells.Add(TextOf(cell, shared, dates));
            }
            rows.Add(cells);
        }
        return rows;
    }

    // In whatever order they are stored, and whatever a book keeps out of sight.
    static WorksheetPart FirstShown(WorkbookPart book) =>
        (book.Workbook.Sheets?.Elements<Sheet>() ?? [])
            .Where(s => s.State is null || s.State.Value == SheetStateValues.Visible)
            .Select(s => s.Id?.Value is { } id && book.TryGetPartById(id, out var part) ? part as WorksheetPart : null)
            .FirstOrDefault(p => p is not null)
        ?? throw new InvalidDataException();

    static string TextOf(Cell cell, List<SharedStringItem> shared, HashSet<uint> dates)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count
                ? shared[at].InnerText
                : "";
        return
            cell.DataType is null
            && cell.StyleIndex?.Value is { } style
            && dates.Contains(style)
            && double.TryParse(value, CultureInfo.InvariantCulture, out var day)
            && day is > 0 and < 2_000_000
            ? DateTime.FromOADate(day).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : value;
    }

    // Dates are numbers, and only how they are to be shown says so.
    static HashSet<uint> DateStyles(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.FormatCode?.Value?.Contains("yy", StringComparison.OrdinalIgnoreCase) is true)
            .Select(f => f.NumberFormatId?.Value)
            .ToHashSet();
        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? [])
                .Index()
                .Where(f =>
                    f.Item.NumberFormatId?.Value is >= 14 and <= 22 || own.Contains(f.Item.NumberFormatId?.Value)
                )
                .Select(f => (uint)f.Index),
        ];
    }

    static int? PlaceOf(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).ToList();
        return letters.Count is > 0 and < 4 ? letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1 : null;
    }

    static List<IReadOnlyList<string>> Csv(string text)
    {
        var head = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? end : text.Length);
        var between = ',';
        foreach (var separator in (ReadOnlySpan<char>)[';', '\t'])
            if (head.Count(separator) > head.Count(between))
                between = separator;
        var rows = new List<IReadOnlyList<string>>();
        // Rows need not be equally long: whatever was copied is tried as a list too.
        using var read = new Sep(between)
            .Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text);
        while (rows.Count < MostRows && read.MoveNext())
            rows.Add([.. Enumerable.Range(0, read.Current.ColCount).Select(at => read.Current[at].ToString())]);
        return rows;
    }
}
