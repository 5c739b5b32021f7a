using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace Stepdesk.Engine.Mail;

/// <summary>Why a mailbox cannot be emptied.</summary>
/// <param name="Since">When it first failed, with no success since.</param>
/// <param name="Why">Why it failed last: the key of a sentence that says what to do.</param>
public sealed record MailboxTrouble(DateTimeOffset Since, string Why)
{
    internal static string WhyOf(Exception failure) =>
        failure switch
        {
            AuthenticationException => "mailbox-refuses",
            SslHandshakeException => "mailbox-is-not-secure",
            FolderNotFoundException => "mailbox-has-no-folder",
            SocketException or IOException or TimeoutException or ProtocolException or OperationCanceledException =>
                "mailbox-does-not-answer",
            _ => "mailbox-fails",
        };
}
