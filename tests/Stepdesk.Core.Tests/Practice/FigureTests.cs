using FsCheck;
using FsCheck.Xunit;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;
using Outcome = Stepdesk.Core.Practice.Judging.Outcome;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>Numbers that somebody states: compared with what had come to light, and with nothing else.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("affected", "Hiện có 25 học viên bị ảnh hưởng ạ.", "25 học viên bị ảnh hưởng")]
    [InlineData("affected", "Sự cố ảnh hưởng 150 học viên.", "ảnh hưởng 150 học viên")]
    [InlineData("affected", "We see that 12 students are affected.", "12 students are affected")]
    [InlineData("onset", "Sự cố bắt đầu từ 13:20.", "Sự cố bắt đầu từ 13:20")]
    [InlineData("onset", "It started at 15:00.", "It started at 15:00")]
    [InlineData("release", "Bản 3.17.2 vừa được đưa lên.", "Bản 3.17.2 vừa được đưa lên")]
    [InlineData("latency", "Trang của lớp mất 90 giây.", "Trang của lớp mất 90 giây")]
    public void Another_number_than_what_is_so_is_found_with_its_words(string figure, string said, string words) =>
        Assert.Equal([words], Wrong(figure, said));

    [Theory]
    [InlineData("affected", "Hiện có 15 học viên bị ảnh hưởng ạ.")]
    [InlineData("affected", "16 người bị ảnh hưởng, tính cả chị.")]
    [InlineData("affected", "Giờ đã 41 học viên bị ảnh hưởng.")]
    [InlineData("onset", "Sự cố bắt đầu từ 14h00.")]
    [InlineData("onset", "Lỗi xuất hiện lúc 14:03.")]
    [InlineData("release", "Bản 3.18.0 được đưa lên.")]
    [InlineData("latency", "Yêu cầu của lớp mất 33 giây.")]
    // Who asks, supposes, denies, or says about how many, states no number.
    [InlineData("affected", "Có phải 25 học viên bị ảnh hưởng không ạ?")]
    [InlineData("affected", "Nếu 50 học viên bị ảnh hưởng thì em sẽ nâng cấp.")]
    [InlineData("affected", "Có thể 25 học viên bị ảnh hưởng.")]
    [InlineData("affected", "Không có 25 học viên bị ảnh hưởng như tin đồn.")]
    [InlineData("affected", "Hơn 10 học viên bị ảnh hưởng nên là Ưu tiên.")]
    [InlineData("affected", "Mức này là từ 10 đến 49 người bị ảnh hưởng.")]
    [InlineData("affected", "Khoảng 20 học viên bị ảnh hưởng.")]
    [InlineData("affected", "At least 12 students are affected.")]
    // Another number of something else is nobody's mistake.
    [InlineData("affected", "3 học viên đã nộp được bài.")]
    [InlineData("affected", "Phiếu 25 học viên WEB101.")]
    [InlineData("affected", "25 phút nữa em báo lại, học viên vẫn đang bị ảnh hưởng.")]
    [InlineData("onset", "Em bắt đầu kiểm tra từ 14:25.")]
    [InlineData("onset", "Em nhận báo lỗi lúc 14:20 ạ.")]
    [InlineData("onset", "Đội kỹ thuật sửa xong lỗi lúc 14:50.")]
    [InlineData("release", "Đội phát triển quay lại bản 3.17.2.")]
    [InlineData("latency", "Em xem lại sau 90 giây.")]
    [InlineData("affected", "999999999999999999999 học viên bị ảnh hưởng")]
    public void What_is_so_and_what_states_no_such_number_is_left_alone(string figure, string said) =>
        Assert.Empty(Wrong(figure, said));

    [Fact]
    public void A_contradiction_cites_what_was_said_and_what_had_come_to_light()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml");

        var verdict = Judge.Of(Shipped.Slow, events).Of("02-8");

        Assert.Equal(Outcome.Violated, verdict.Outcome);
        Assert.Equal(
            ["25 học viên bị ảnh hưởng", "Sự cố bắt đầu từ 13:20"],
            verdict.Ruling.Evidence.Select(c => c.Words!.Text)
        );
        Assert.Equal(
            ["affected", "onset"],
            verdict.Ruling.Counter.Select(c => events[c.Seq - 1].Data.One("fact")!).Order(StringComparer.Ordinal)
        );
        Assert.Contains("15 students are affected", verdict.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("15 học viên bị ảnh hưởng", verdict.Sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anything_came_to_light_there_is_nothing_to_compare_with()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml");
        List<SessionEvent> unseen =
        [
            .. events.Where(e =>
                e.Type is not EventTypes.FactRevealed || e.Data.One("fact") is not ("affected" or "onset")
            ),
        ];

        Assert.Equal(Outcome.Met, Judge.Of(Shipped.Slow, unseen).Of("02-8").Outcome);
    }

    [Fact]
    public void The_right_number_in_its_place_makes_it_good()
    {
        var events = Played("25 học viên bị ảnh hưởng", "bad/figures.yaml")
            .Select(e =>
                e.Data.One("text") is { } text
                    ? e with
                    {
                        Data = e.Data.With(
                            "text",
                            text.Replace("25 học viên", "15 học viên", StringComparison.Ordinal)
                                .Replace("13:20", "14:00", StringComparison.Ordinal)
                        ),
                    }
                    : e
            )
            .ToList();

        Assert.Equal(Outcome.Met, Judge.Of(Shipped.Slow, events).Of("02-8").Outcome);
    }

    [Property]
    public void A_number_is_the_same_however_it_is_written(byte one, byte other)
    {
        var time = $"{one}:{other:00}";
        Assert.True(Amounts.Read(time)!.Hold(Amounts.Read($"{one:00} giờ {other}")!.From));
        Assert.Equal(other == 0, Amounts.Read($"{one}")!.Hold(Amounts.Read(time)!.From));
        Assert.True(Amounts.Read($"{Math.Min(one, other)}..{Math.Max(one, other)}")!.Hold([one]));
    }

    [Property]
    public void No_text_at_all_makes_it_fail(NonNull<string> text)
    {
        foreach (var figure in Shipped.Slow.Figures)
            Assert.All(
                figure.WrongIn(FoldedText.Of(text.Get)),
                words => Assert.Contains(words.Text, text.Get, StringComparison.Ordinal)
            );
    }

    static IReadOnlyList<SessionEvent> Played(string holds, string run)
    {
        var test = Shipped.Slow.Tests.First(t => t.Run == run);
        var events = Rehearsal.Play(Shipped.Slow, test, Shipped.Run(run), 7).Events;
        Assert.Contains(events, e => e.Data.One("text")?.Contains(holds, StringComparison.Ordinal) is true);
        return events;
    }

    static IEnumerable<string> Wrong(string figure, string said) =>
        Shipped.Slow.Figures.Single(f => f.Id == figure).WrongIn(FoldedText.Of(said)).Select(w => w.Text);
}
