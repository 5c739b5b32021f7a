using Stepdesk.Core.History;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Telemetry;

namespace Stepdesk.Engine.Practice;

/// <summary>Asks the session's platform, and tells the session what was looked at.</summary>
sealed class Looking(Sessions sessions, SessionTelemetry telemetry, PracticeSession of, Actor me) : ITelemetrySource
{
    public string Name => Text.Of("practice-telemetry", of.Row.Language);

    public TelemetryKind Kind => TelemetryKind.Simulated;

    public bool IsSensitive => false;

    public async Task<TelemetryAnswer> AskAsync(TelemetryQuestion question, CancellationToken stop)
    {
        await sessions.AdvanceAsync(of.Row.Id, stop);
        if (await sessions.FindAsync(of.Row.Id, me, stop) is not { } now)
            return new(Name, of.World.Now) { Refusal = Onlooker.TextGone };
        var source = telemetry.At(Name, now.Row.Id, now.Session, new Standing(now.World.Clock.GetUtcNow()));
        var answer = await source.AskAsync(question, stop);
        return
            answer is { HasRows: true }
            && (me.PersonId == of.Row.Trainee || me.PersonId == of.Row.Inside)
            && await LookedAsync(question, answer, stop) is { } refusal
            ? new(Name, answer.AsOf) { Refusal = refusal }
            : answer;
    }

    public Task<IReadOnlyList<TelemetryTableSeen>> DescribeAsync(CancellationToken stop) =>
        Task.FromResult(StandardTables.Seen);

    Task<Refusal?> LookedAsync(TelemetryQuestion question, TelemetryAnswer answer, CancellationToken stop)
    {
        var looks = Shown.Looks(
            of.Session,
            question,
            answer,
            telemetry.Narrowed(of.Row.Id, of.Session, question, answer.AsOf)
        );
        return looks.Count == 0
            ? Task.FromResult<Refusal?>(null)
            : sessions.ChangeAsync(
                of.Row.Id,
                me,
                held =>
                    held.Row.State is SessionState.Over ? null
                    : held.Row.State is SessionState.Paused ? Onlooker.IsPaused
                    : looks
                        .Select(look => Trainee.Act(held.Session, look, held.Now))
                        .FirstOrDefault(r => r is not null),
                stop
            );
    }
}

/// <summary>One instant of a clock, so that what is asked, shown and kept is as of the same.</summary>
sealed class Standing(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
