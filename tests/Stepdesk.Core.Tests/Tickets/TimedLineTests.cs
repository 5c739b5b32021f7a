using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>One thing a line, with the working time it takes.</summary>
public sealed class TimedLineTests
{
    [Theory]
    [InlineData("Enrolment by course – 3h", "Enrolment by course", 180)]
    [InlineData("Query 45m", "Query", 45)]
    [InlineData("Query: 1h30m", "Query", 90)]
    [InlineData("Query, 1h 30", "Query", 90)]
    [InlineData("Số ghi danh theo khoá - 2 giờ", "Số ghi danh theo khoá", 120)]
    [InlineData("Kiểm tra 30 phút", "Kiểm tra", 30)]
    [InlineData("Kiểm tra 1 giờ 15 phút", "Kiểm tra", 75)]
    [InlineData("Report 2025", "Report 2025", null)]
    [InlineData("Room 3h floor", "Room 3h floor", null)]
    [InlineData("3h", "3h", null)]
    [InlineData("Query 0m", "Query 0m", null)]
    [InlineData("Query 999999999h", "Query 999999999h", null)]
    public void Its_end_says_how_long(string line, string text, int? minutes) =>
        Assert.Equal([new(text, minutes)], TimedLine.Read(line));

    [Theory]
    [InlineData("30m", 30)]
    [InlineData(" 1h30 ", 90)]
    [InlineData("soon", null)]
    [InlineData("in 3h", null)]
    [InlineData("", null)]
    public void A_time_alone_is_read_as_one(string text, int? minutes) =>
        Assert.Equal(minutes, TimedLine.ReadTime(text));

    [Property]
    public void What_is_written_is_read_again(PositiveInt minutes, bool isTimed)
    {
        var line = new TimedLine("Enrolment by course", isTimed ? minutes.Get : null);
        Assert.Equal([line], TimedLine.Read(TimedLine.Write([line])));
    }

    [Property]
    public void Whatever_is_typed_is_read_somehow(string? text) =>
        Assert.All(TimedLine.Read(text), line => Assert.True(line.Minutes is null or > 0 && line.Text.Length > 0));
}
