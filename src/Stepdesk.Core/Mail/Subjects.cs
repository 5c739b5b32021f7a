using System.Text.RegularExpressions;

namespace Stepdesk.Core.Mail;

/// <summary>Subjects with and without what mail programs put in front of them.</summary>
public static class Subjects
{
    /// <summary>"RE: Re[2]: Trả lời: Máy in" is "Máy in". A subject of nothing but such words is kept.</summary>
    public static string Clean(string subject)
    {
        var rest = subject.Trim();
        while (Prefix.Match(rest) is { Success: true, Length: > 0 } found)
            rest = rest[found.Length..];
        return rest.Length > 0 ? rest : subject.Trim();
    }

    /// <summary>A forward tells the desk about somebody's mail and follows nothing up, whatever ids it carries.</summary>
    public static bool IsForward(string subject) => Forward.IsMatch(subject.TrimStart());

    const string Replies = "re|aw|sv|vs|antw|antwort|res|odp|ynt|tl|trả lời|phản hồi|回复|答复|返信";
    const string Forwards = "fwd|fw|wg|tr|rv|enc|vb|doorst|chuyển tiếp|转发|転送";

    /// <summary>Outlook counts ("Re[2]"), some count otherwise ("Re (2)", "Re^2"), and wide colons are colons.</summary>
    const string Count = @"\s*(?:[\[(^]\s*\d{1,3}\s*[\])]?)?\s*[:：]\s*";

    static readonly Regex Prefix = Linear($"^(?:{Replies}|{Forwards}){Count}");
    static readonly Regex Forward = Linear($"^(?:{Forwards}){Count}");

    static Regex Linear(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
