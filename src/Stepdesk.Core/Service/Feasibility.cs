using Stepdesk.Core.Tickets;

namespace Stepdesk.Core.Service;

/// <summary>Whether what is wanted can be made by the date.</summary>
public enum FeasibilityVerdict
{
    /// <summary>Too little is known to say.</summary>
    Unknown,
    Fits,

    /// <summary>What must be can be made, and not all that would be nice.</summary>
    FitsWithoutNice,
    DoesNotFit,
}

/// <summary>
/// What the calendar says about the work: the working time left before the date against what the scope takes. It says
/// what it does not know as plainly as what it does.
/// </summary>
/// <param name="Left">Working minutes left before the date, by the ticket's calendar.</param>
/// <param name="MustHave">What the must-haves take, as far as it is estimated.</param>
/// <param name="NiceToHave">What the rest takes, as far as it is estimated.</param>
/// <param name="Reasons">Why the verdict is what it is, and what could change it, by key: <c>feasible-{key}</c>.</param>
/// <param name="Calendar">The name of the calendar.</param>
public sealed record Feasibility(
    FeasibilityVerdict Verdict,
    int Left,
    int MustHave,
    int NiceToHave,
    IReadOnlyList<string> Reasons,
    string Calendar
)
{
    /// <summary>Null where the ticket has no fixed date.</summary>
    public static Feasibility? Of(Ticket ticket, ServicePolicy policy, DateTimeOffset now)
    {
        if (ticket is not { Class: ClassOfService.FixedDeadline, Deadline: { } deadline })
            return null;
        var working = policy.CalendarOf(ticket.Class, ticket.Team);
        var left = (int)Math.Min(working.Calendar.Elapsed(now, deadline, []).TotalMinutes, int.MaxValue);
        var (must, nice) = (Sum(Need.MustHave), Sum(Need.NiceToHave));
        var guesses = ticket.Work.Scope.Where(i => i.Minutes is null).ToList();
        var verdict =
            must > left ? FeasibilityVerdict.DoesNotFit
            // What nobody estimated may take any time: that much may be known not to fit, but never that it fits.
            : ticket.Work.Scope.Count == 0 || guesses.Exists(i => i.Need is Need.MustHave) ? FeasibilityVerdict.Unknown
            : must + (long)nice > left || guesses.Count > 0 ? FeasibilityVerdict.FitsWithoutNice
            : FeasibilityVerdict.Fits;
        var held = ticket.Approvals.Any(a => ticket.IsHeldBy(a, now));
        (string Reason, bool IsSo)[] reasons =
        [
            ("date-passed", deadline <= now),
            ("no-scope", ticket.Work.Scope.Count == 0),
            ("not-estimated", guesses.Count > 0),
            ("must-too-much", must > left),
            ("nice-too-much", must <= left && must + (long)nice > left),
            ("questions-open", ticket.Work.Questions.Any(q => q.Answer is null)),
            ("approval-open", held),
            ("waiting", ticket.Waiting is not null),
        ];
        return new(verdict, left, must, nice, [.. reasons.Where(r => r.IsSo).Select(r => r.Reason)], working.Name);

        int Sum(Need need) =>
            (int)Math.Min(ticket.Work.Scope.Where(i => i.Need == need).Sum(i => (long)(i.Minutes ?? 0)), int.MaxValue);
    }
}
