using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What a mentor is told about texts that are nearly somebody else's.</summary>
public sealed class LikenessesTests
{
    const string Own = "Tôi đã xem số liệu của lớp này trước rồi mới so với các lớp khác trong cùng buổi sáng.";
    const string Other = "Mười sáu học viên của một lớp không mở được trang, nên phiếu này thuộc hạng Ưu tiên.";

    [Fact]
    public void What_was_handed_in_is_held_against_other_runs_of_its_kind()
    {
        var run = Handing(("reflection", Own), ("justification", Other));

        Assert.Equal(
            new Likeness(run[0].Seq, 7),
            Assert.Single(Likenesses.Of(run, [], [new(9, "justification", Own), new(7, "reflection", Own)]))
        );
        Assert.Empty(Likenesses.Of(run, [], [new(7, "reflection", Other)]));
    }

    [Fact]
    public void What_was_written_over_is_no_copy_any_more()
    {
        var run = Handing(("reflection", Own), ("reflection", Other));

        Assert.Empty(Likenesses.Of(run, [], [new(7, "reflection", Own)]));
    }

    [Fact]
    public void The_authors_good_run_is_a_model_for_messages_too()
    {
        var model = Session.Begin(Shipped.Slow, 1, Language.Vi, "pool");
        Shipped.Run(Shipped.Slow.Tests.First(t => t.Branch == "pool").Run).Play(model);
        var messages = model.Events.Where(e => e.Type is EventTypes.MessageSent && e.Actor is SessionEvent.Trainee);

        var found = Likenesses.Of(model.Events, model.Events, []);

        Assert.Contains(found, like => like.Session is null && messages.Any(m => m.Seq == like.Seq));
        Assert.Empty(Likenesses.Of(model.Events, Handing(("reflection", Own)), []));
    }

    static IReadOnlyList<SessionEvent> Handing(params (string Kind, string Text)[] texts) =>
        [
            .. texts.Select(
                (text, at) =>
                    new SessionEvent(
                        at + 1,
                        DateTimeOffset.UnixEpoch,
                        EventTypes.Submitted,
                        SessionEvent.Trainee,
                        Fields.Of(("kind", text.Kind), ("text", text.Text)),
                        []
                    )
            ),
        ];
}
