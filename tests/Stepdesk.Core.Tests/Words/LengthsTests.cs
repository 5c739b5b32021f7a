using FsCheck.Xunit;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Words;

public sealed class LengthsTests
{
    [Theory]
    [InlineData("30 min", "00:30:00")]
    [InlineData("90 phút", "01:30:00")]
    [InlineData("1 h 30 min", "01:30:00")]
    [InlineData("1h30p", "01:30:00")]
    [InlineData("1,5 giờ", "01:30:00")]
    [InlineData(" 2 D ", "2.00:00:00")]
    [InlineData("2 ngày", "2.00:00:00")]
    [InlineData("45 giây", "00:00:45")]
    [InlineData("0 min", "00:00:00")]
    public void A_length_is_read_in_both_languages(string written, string length) =>
        Assert.Equal(TimeSpan.Parse(length), Lengths.Read(written));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("soon")]
    [InlineData("-5 min")]
    [InlineData("5 weeks")]
    [InlineData("30 min or so")]
    [InlineData("1 h 1 h 1 h 1 h 1 h")]
    public void What_has_no_number_or_no_unit_is_no_length(string written) => Assert.Null(Lengths.Read(written));

    [Theory]
    [InlineData("00:15:00", "15 min", "15 phút")]
    [InlineData("01:30:00", "1 h 30 min", "1 giờ 30 phút")]
    [InlineData("1.00:00:00", "24 h", "24 giờ")]
    [InlineData("2.00:00:00", "2 d", "2 ngày")]
    [InlineData("2.01:00:00", "49 h", "49 giờ")]
    [InlineData("00:00:00.5", "0.5 s", "0.5 giây")]
    [InlineData("00:00:00", "0 s", "0 giây")]
    public void A_length_is_written_as_people_say_it(string length, string english, string vietnamese)
    {
        Assert.Equal(english, Lengths.Write(TimeSpan.Parse(length), Language.En));
        Assert.Equal(vietnamese, Lengths.Write(TimeSpan.Parse(length), Language.Vi));
    }

    [Property(MaxTest = 500)]
    public void What_is_written_is_read_back_to_the_tick(uint ticks, ushort minutes, bool vietnamese)
    {
        var length = TimeSpan.FromTicks(ticks) + TimeSpan.FromMinutes(minutes);

        Assert.Equal(length, Lengths.Read(Lengths.Write(length, vietnamese ? Language.Vi : Language.En)));
    }
}
