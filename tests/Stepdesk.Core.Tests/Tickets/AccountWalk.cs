using FsCheck;
using FsCheck.Fluent;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Tests.Tickets;

/// <summary>Acts on accounts, and what came of them, for tickets' lives made of chance.</summary>
static class AccountWalk
{
    public static Gen<TicketAction> Any(Gen<string> texts) =>
        from ends in Gen.Elements(true, false)
        from approved in Gen.Elements(true, false)
        from act in Gen.Choose(1, 20)
        from ending in Gen.Elements(Enum.GetValues<AccountEnding>())
        from text in texts
        select ends
            ? (TicketAction)new EndAccountAct(act, ending, "text")
            : new ActOnAccount("s", new(text, text), "n", new(text, text), [], text)
            {
                IsConfirmed = true,
                NeedsApproval = approved,
            };
}
