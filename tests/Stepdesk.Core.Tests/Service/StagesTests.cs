using Stepdesk.Core.Service;

namespace Stepdesk.Core.Tests.Service;

public sealed class StagesTests
{
    [Fact]
    public void Two_stages_cannot_have_one_id_and_new_ones_have_none_yet()
    {
        Assert.Equal(
            Stages.IdTaken,
            Stages.Check([.. Stages.Shipped, new(Stages.Shipped[^1].Id, "Written up", Stages.Shipped[^1].Step)])
        );
        Assert.Null(Stages.Check([.. Stages.Shipped, new(0, "Written up", Stages.Shipped[^1].Step)]));
        Assert.Null(
            Stages.Check([
                .. Stages.Shipped,
                new(0, "Written up", Stages.Shipped[^1].Step),
                new(0, "Shared", Stages.Shipped[^1].Step),
            ])
        );
    }
}
