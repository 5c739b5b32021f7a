using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Stepdesk.Web.Practice;

/// <summary>
/// Cells of a workbook. Text is always text: it stands in the cell itself and never as a formula, and what a program
/// might read as one when somebody edits it or saves it as another kind of file is marked as text besides.
/// </summary>
static class Cells
{
    public const uint Bold = 1;
    public const uint Grey = 2;
    public const uint GreyAmount = 3;
    public const uint Wrapped = 4;
    public const uint Amount = 5;
    const uint Quoted = 6;

    /// <summary>A cell holds no more, and a file with a longer one does not open.</summary>
    const int Longest = 32_767;

    public static Row Row(IEnumerable<Cell> cells) => new(cells);

    public static Cell Text(string text, uint style = Wrapped) =>
        new(new InlineString(new Text(Cut(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = LooksLikeFormula(text) ? Quoted : style,
        };

    public static Cell Number(double number, uint style = Wrapped) =>
        new(new CellValue(number)) { DataType = CellValues.Number, StyleIndex = style };

    public static Cell Truth(bool truth) =>
        new(new CellValue(truth ? "1" : "0")) { DataType = CellValues.Boolean, StyleIndex = Wrapped };

    public static Cell Blank(uint style = Wrapped) => new() { StyleIndex = style };

    /// <summary>The styles the numbers above name, in their order.</summary>
    public static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FFE9ECEF" }) { PatternType = PatternValues.Solid }
                )
            ),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                Wrap(font: 1, fill: 2),
                Wrap(font: 1, fill: 2, number: TwoDigits),
                Wrap(),
                Wrap(number: TwoDigits),
                Quote()
            )
        );

    // The built-in format #,##0.00.
    const uint TwoDigits = 4;

    static CellFormat Quote()
    {
        var format = Wrap();
        format.QuotePrefix = true;
        return format;
    }

    static CellFormat Wrap(uint font = 0, uint fill = 0, uint number = 0) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            FontId = font,
            FillId = fill,
            NumberFormatId = number,
            ApplyFont = font > 0,
            ApplyFill = fill > 0,
            ApplyNumberFormat = number > 0,
            ApplyAlignment = true,
        };

    // In any width they can be written in; what stands before them unseen has been spelled out by now.
    static bool LooksLikeFormula(string text) =>
        text.TrimStart().FirstOrDefault() is '=' or '+' or '-' or '@' or '|' or '＝' or '＋' or '－' or '＠';

    static string Cut(string text) => text.Length <= Longest ? text : Core.Words.Plain.Cut(text, Longest);
}
