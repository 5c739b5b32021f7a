using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Door;

/// <summary>
/// The live desk or one practice session: a clock and an outside. The engine never asks which; a practice world is
/// built from simulated parts only, so that nothing can leave it.
/// </summary>
public sealed record World(int Id, TimeProvider Clock, IMailOut Mail)
{
    public DateTimeOffset Now => Clock.GetUtcNow().ToMicroseconds();
}

/// <summary>The worlds of this installation.</summary>
public sealed class Worlds(TimeProvider clock, IMailOut mail)
{
    public World Live { get; } = new(WorldRow.Live, clock, mail);

    public World Of(int id) =>
        id == WorldRow.Live ? Live : throw new InvalidOperationException($"There is no world {id}.");
}

/// <summary>Where a world's mail goes: an SMTP server, or a drawer.</summary>
public interface IMailOut
{
    /// <summary>Hands the mail over. Returning means it was accepted for delivery; else it throws.</summary>
    Task SendAsync(MimeKit.MimeMessage mail, CancellationToken stop);

    /// <summary>Whether there is a way out at all. While there is none, mail waits and no attempt is made.</summary>
    Task<bool> IsSetAsync(CancellationToken stop) => Task.FromResult(true);
}
