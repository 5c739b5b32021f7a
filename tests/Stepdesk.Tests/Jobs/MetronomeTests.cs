using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Jobs;

namespace Stepdesk.Tests.Jobs;

/// <summary>What the desk does by itself goes on whatever it meets.</summary>
public sealed class MetronomeTests : IAsyncDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly Waits clock = new();
    readonly Soundness soundness = new(databases: null!);
    Func<Exception> meets = () => new IOException("away");
    Metronome? metronome;

    public async ValueTask DisposeAsync()
    {
        await metronome!.StopAsync(CancellationToken.None);
        metronome.Dispose();
    }

    [Fact]
    public async Task A_server_that_is_away_is_left_alone_for_longer_each_time_and_three_minutes_at_most()
    {
        double[] most = [15, 30, 60, 120, 180, 180, 180];

        foreach (var seconds in most)
            Assert.InRange(await BeatAsync(), TimeSpan.FromSeconds(seconds * 0.8), TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_connection_that_held_for_hours_and_broke_is_tried_again_soon()
    {
        for (var i = 0; i < 5; i++)
            await BeatAsync();
        meets = () =>
        {
            clock.Advance(TimeSpan.FromHours(2));
            return new IOException("it broke");
        };

        Assert.InRange(await BeatAsync(), TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_damaged_file_that_a_job_met_is_known_from_then_on()
    {
        meets = () => new SqliteException("database disk image is malformed", 11);

        await BeatAsync();

        Assert.True(soundness.IsDamaged);
    }

    // Lets it fail once; how long it means to wait then.
    async Task<TimeSpan> BeatAsync()
    {
        if (metronome is null)
        {
            metronome = new(
                "tests",
                TimeSpan.FromHours(1),
                _ => Task.FromException(meets()),
                clock,
                soundness,
                NullLogger<Metronome>.Instance,
                meetsServers: true
            );
            await metronome.StartAsync(Stop);
        }
        else
            clock.Advance(TimeSpan.FromMinutes(3));
        return await clock.Begun.ReadAsync(Stop);
    }

    sealed class Waits : FakeTimeProvider
    {
        readonly Channel<TimeSpan> begun = Channel.CreateUnbounded<TimeSpan>();

        public ChannelReader<TimeSpan> Begun => begun.Reader;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            begun.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}
