using FsCheck.Xunit;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Who is meant by a name after an @.</summary>
public sealed class MentionsTests
{
    static readonly Colleague[] Desk =
    [
        new(1, "Trần Minh An", "an.tran@desk.example"),
        new(2, "Lê Minh Anh", "anh@desk.example"),
        new(3, "Phạm Đức Bình", "binh@desk.example"),
        new(4, "Bình", "binh.le@desk.example"),
        new(5, "O'Neil Sean", "sean@desk.example"),
        new(6, "Nguyễn Thị Hoa", "hoa1@desk.example"),
        new(7, "Nguyễn Thị Hoa", "hoa2@desk.example"),
    ];

    [Theory]
    [InlineData("@an.tran please", 1)]
    [InlineData("@an.tran@desk.example please", 1)]
    [InlineData("See @An.Tran.", 1)]
    [InlineData("@Trần Minh An xem giúp", 1)]
    [InlineData("@tran minh an xem giup", 1)]
    [InlineData("@An xem", 1)] // no address begins so; the name An is a word of one name only
    [InlineData("@Minh Anh, xem nhé", 2)]
    [InlineData("(@Anh)", 2)]
    [InlineData("@anh", 2)]
    [InlineData("@Bình", 4)] // of two whose name it is in, the one whose whole name it is
    [InlineData("@binh", 3)] // but an address goes first
    [InlineData("@binh.le", 4)]
    [InlineData("@Đức", 3)]
    [InlineData("@duc binh", 3)]
    [InlineData("@hoa1", 6)]
    [InlineData("@hoa2@desk.example", 7)]
    [InlineData("@sean", 5)]
    [InlineData("@Bi\u0300nh xem", 4)] // typed letter by letter, the address does not fit; one name is all of it
    public void One_is_meant(string text, int who) => Assert.Equal([who], Read(text).People);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("@ An")]
    [InlineData("@@")]
    [InlineData("@Override public void run()")]
    [InlineData("write to an.tran@desk.example")]
    [InlineData("a.@an.tran")] // goes on from an address
    [InlineData("@Antony")]
    [InlineData("@media print")]
    public void Nobody_is_meant(string text)
    {
        Assert.Empty(Read(text).People);
        Assert.Null(Read(text).Unclear);
    }

    [Theory]
    [InlineData("@Minh xem", "@Minh", new[] { 1, 2 })]
    [InlineData("@Nguyễn Thị Hoa xem", "@Nguyễn", new[] { 6, 7 })]
    public void Several_could_be(string text, string unclear, int[] could)
    {
        var read = Read(text);
        Assert.Equal(unclear, read.Unclear);
        Assert.Equal(could, read.Could.Select(c => c.Id));
    }

    [Fact]
    public void Each_is_meant_once_in_the_order_of_the_text() =>
        Assert.Equal([3, 1], Read("@binh and @an.tran, and @binh again").People);

    [Property]
    public void Whatever_is_written_is_read_and_only_colleagues_are_meant(string[] parts)
    {
        var text = string.Join("@", parts.Select(p => p ?? ""));
        var read = Mentions.Read(text, Desk);

        Assert.All(read.People, id => Assert.Contains(Desk, c => c.Id == id));
        Assert.Equal(read.People.Distinct(), read.People);
        Assert.Equal(read.Unclear is null, read.Could.Count == 0);
    }

    [Property]
    public void The_whole_address_is_never_unclear(int who, string before, string after)
    {
        var one = Desk[(who & int.MaxValue) % Desk.Length];
        var text = $"{before?.Replace('@', ' ')} @{one.Email} {after?.Replace('@', ' ')}";

        Assert.Equal([one.Id], Mentions.Read(text, Desk).People);
    }

    static Mentions Read(string text) => Mentions.Read(text, Desk);
}
