using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Stepdesk.Engine.Mail;

/// <summary>Why a mail did not leave, and whether trying again can help.</summary>
/// <param name="ForGood">The receiving side refused this mail; asking again would get the same answer.</param>
/// <param name="IsServerAway">It is the server that fails, not this mail: others need not try now.</param>
/// <param name="Status">An SMTP status, or the kind of failure; never an address or a text.</param>
readonly partial record struct Undelivered(bool ForGood, bool IsServerAway, string Status)
{
    public static Undelivered Of(Exception failure) =>
        failure switch
        {
            ParseException => new(true, false, "5.1.3"),
            SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
            } no => new((int)no.StatusCode >= 500, false, StatusOf(no)),
            // Too large for its server, which says so before it has seen anything else of the mail.
            SmtpCommandException { StatusCode: SmtpStatusCode.ExceededStorageAllocation } no => new(
                true,
                false,
                StatusOf(no)
            ),
            // Not let in, or not as this sender: our settings are wrong, and the mail is not.
            SmtpCommandException no => new(false, true, StatusOf(no)),
            ProtocolException
            or AuthenticationException
            or SslHandshakeException
            or ServiceNotConnectedException
            or IOException
            or SocketException
            or TimeoutException
            or OperationCanceledException => new(false, true, failure.GetType().Name),
            _ => new(false, false, failure.GetType().Name),
        };

    static string StatusOf(SmtpCommandException no) =>
        Enhanced.Match(no.Message) is { Success: true } found ? found.Value : $"{(int)no.StatusCode}";

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.None, 1000)]
    private static partial Regex Enhanced { get; }
}
