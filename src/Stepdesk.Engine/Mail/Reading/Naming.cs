using System.Text.RegularExpressions;
using MimeKit;
using Stepdesk.Core.Mail;

namespace Stepdesk.Engine.Mail.Reading;

/// <summary>Names for files that came without one, and types that are safe to repeat.</summary>
static class Naming
{
    public static string Of(string type, byte[] content) =>
        type switch
        {
            "message/rfc822" or "message/global" => $"{SubjectOf(content)}.eml",
            "message/delivery-status" => "delivery-status.txt",
            "message/disposition-notification" => "receipt.txt",
            "text/rfc822-headers" => "headers.txt",
            "text/calendar" => "invite.ics",
            "application/ms-tnef" => "winmail.dat",
            "application/pgp-signature" => "signature.asc",
            "application/pkcs7-signature" or "application/x-pkcs7-signature" => "smime.p7s",
            _ => $"{Kind(type)}{Ending(type)}",
        };

    /// <summary>Nonsense in a type, line ends above all, must never reach a response header.</summary>
    public static string SafeType(string type) => Type.IsMatch(type) ? type : "application/octet-stream";

    static string SubjectOf(byte[] mail)
    {
        var subject = Fields.Read(mail, new Budget(), out _).Text("Subject");
        return FileNames.Clean(subject?.Replace('/', '-').Replace('\\', '-')) is { Length: > 0 } name
            ? name
            : "message";
    }

    static string Kind(string type) =>
        type.Split('/')[0] is ("image" or "audio" or "video" or "text" or "message") and var kind ? kind : "file";

    static string Ending(string type) => MimeTypes.TryGetExtension(type, out var ending) ? ending : ".bin";

    static readonly Regex Type = new(
        @"\A[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\z",
        RegexOptions.NonBacktracking
    );
}
