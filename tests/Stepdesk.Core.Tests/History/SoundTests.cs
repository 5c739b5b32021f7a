using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.History;

/// <summary>What nobody could read again is not written down.</summary>
public sealed class SoundTests
{
    public static TheoryData<object, string> Unsound =>
        new()
        {
            { new SetPriority((Priority)42), "priority" },
            { new SetAffected(new(3, (AffectedSource)99)), "affected.source" },
            { new Log("Title", "", 7, (Channel)9), "channel" },
            {
                new Log("Title", "", 7, Channel.Web) { Class = new((ClassOfService)77, "Why") },
                "class.class"
            },
            { new SetTags(["one", null!]), "tags[1]" },
            { Shipped.Policy with { Classes = [.. Shipped.Policy.Classes, null!] }, "classes[4]" },
            { Shipped.Policy with { Alarms = [new(Level.Breach, [(Recipient)9], [Means.Mail])] }, "alarms[0].to[0]" },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_word_that_is_on_no_list_and_a_hole_in_a_list_are_named(object said, string name) =>
        Assert.Equal(Sound.Unknown with { Detail = name }, Sound.Check(said));

    [Fact]
    public void What_ships_is_sound()
    {
        Assert.Null(Sound.Check(Shipped.Policy));
        Assert.Null(
            Sound.Check(new Reply("Text") { NextUpdateAt = Story.Nine, Attachments = [new("a", "b", 1, "c")] })
        );
    }

    [Fact]
    public void An_event_that_could_not_be_read_is_not_written() =>
        Assert.ThrowsAny<Exception>(() => EventNames.Write(new PrioritySet((Priority)42)));
}
