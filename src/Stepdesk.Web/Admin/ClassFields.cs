using System.Text.Json;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Web.Admin;

/// <summary>What one class of service promises, in fields.</summary>
sealed class ClassFields(ClassOfService of)
{
    readonly string at = JsonNamingPolicy.SnakeCaseLower.ConvertName(of.ToString());

    public string Priority => $"{at}.priority";
    public string Log => $"{at}.log";
    public string Acknowledge => $"{at}.acknowledge";
    public string Resolve => $"{at}.resolve";
    public string Alert => $"{at}.alert";
    public string Package => $"{at}.package";
    public string Return => $"{at}.return";
    public CadenceFields Update => new($"{at}.update");
    public CadenceFields UpdateStakeholders => new($"{at}.update-stakeholders");
    public string Reminders => $"{at}.reminders";
    public string Close => $"{at}.close";
    public string Calendar => $"{at}.calendar";

    public void Fill(Typed typed, ServicePolicy policy, Language language)
    {
        var promises = policy.Of(of);
        typed.Set(Priority, promises.Priority);
        typed.Fill(Log, promises.Log.Within, promises.Log.Counting, language);
        typed.Fill(Acknowledge, promises.Acknowledge.Within, promises.Acknowledge.Counting, language);
        typed.Fill(Resolve, promises.Resolve?.Within, promises.Resolve?.Counting ?? Counting.Working, language);
        typed.Fill(Alert, promises.Alert?.Within, promises.Alert?.Counting ?? Counting.Working, language);
        typed.Fill(Package, promises.Package?.Within, promises.Package?.Counting ?? Counting.Working, language);
        typed.Fill(Return, promises.Return?.Within, promises.Return?.Counting ?? Counting.Working, language);
        Update.Fill(typed, promises.Update, language);
        UpdateStakeholders.Fill(typed, promises.UpdateStakeholders, language);
        var follow = promises.FollowUp;
        typed[Reminders] = string.Join(", ", follow?.Reminders.Select(r => Lengths.Write(r, language)) ?? []);
        typed.Fill(Close, follow?.Close, follow?.Counting ?? Counting.Elapsed, language);
        typed[Calendar] = promises.Calendar ?? "";
    }

    public ClassPolicy Read(Typed typed, ServicePolicy policy) =>
        policy.Of(of) with
        {
            Priority = typed.Choice<Priority>(Priority),
            Log = typed.NeededTarget(Log),
            Acknowledge = typed.NeededTarget(Acknowledge),
            Resolve = typed.Target(Resolve),
            Alert = typed.Target(Alert),
            Package = typed.Target(Package),
            Return = typed.Target(Return),
            Update = Update.Read(typed),
            UpdateStakeholders = UpdateStakeholders.Read(typed),
            FollowUp = ReadFollowUp(typed),
            Calendar = typed.CalendarName(Calendar, policy),
        };

    // Reminders alone promise no close, and nobody would know when it comes.
    FollowUp? ReadFollowUp(Typed typed) =>
        typed.Times(Reminders) is { Count: > 0 } reminders
            ? new(reminders, typed.NeededTime(Close), typed.Choice<Counting>(TimeFields.CountingOf(Close)))
        : typed.Time(Close) is { } close ? new([], close, typed.Choice<Counting>(TimeFields.CountingOf(Close)))
        : null;
}

/// <summary>How often somebody hears from the desk, in fields.</summary>
sealed record CadenceFields(string Every)
{
    public string WhileWaiting => $"{Every}.waiting";

    public void Fill(Typed typed, Cadence? cadence, Language language)
    {
        typed.Fill(Every, cadence?.Every, cadence?.Counting ?? Counting.Elapsed, language);
        typed[WhileWaiting] = cadence is null ? "" : Lengths.Write(cadence.WhileWaiting, language);
    }

    /// <summary>An empty slower pace is the usual one; without a usual one there is none to be slower than.</summary>
    public Cadence? Read(Typed typed)
    {
        var waiting = typed.Time(WhileWaiting);
        if (typed[Every].Trim() is "" && typed[WhileWaiting].Trim() is "")
            return null;
        var every = typed.NeededTime(Every);
        return new(every, waiting ?? every, typed.Choice<Counting>(TimeFields.CountingOf(Every)));
    }
}
