using System.Buffers;
using System.Text;

namespace Stepdesk.Core.Mail;

/// <summary>
/// What an approver decides in a mail, where that cannot be mistaken. A yes is one of few words alone: whoever adds a
/// condition agreed to something else than what was asked. A no may say more, since more of a no is its reason.
/// </summary>
/// <param name="Reason">What was said beside the word; empty with a yes.</param>
public sealed record MailedDecision(bool Agrees, string Reason)
{
    static readonly string[] Yes =
    [
        "approved",
        "i approve",
        "i agree",
        "agreed",
        "granted",
        "đồng ý",
        "phê duyệt",
        "duyệt",
        "chấp thuận",
        "dong y",
        "phe duyet",
        "chap thuan",
    ];

    static readonly string[] No =
    [
        "denied",
        "rejected",
        "not approved",
        "i do not approve",
        "i don't approve",
        "i do not agree",
        "i don't agree",
        "không đồng ý",
        "không phê duyệt",
        "không duyệt",
        "không chấp thuận",
        "từ chối",
        "khong dong y",
        "khong phe duyet",
        "khong duyet",
        "tu choi",
    ];

    // How somebody says "I" to whom they write.
    static readonly string[] Selves = ["", "tôi ", "em ", "anh ", "chị ", "thầy ", "cô ", "toi "];

    static readonly string[] Farewells =
    [
        "regards",
        "best regards",
        "kind regards",
        "best",
        "thanks",
        "thank you",
        "many thanks",
        "trân trọng",
        "thân mến",
        "cảm ơn",
        "xin cảm ơn",
    ];

    static readonly string[] Devices = ["sent from my ", "gửi từ ", "đã gửi từ "];
    static readonly SearchValues<char> Marks = SearchValues.Create(":,.;–-");
    static readonly string[] Because = [" because ", " vì "];

    /// <summary>Null where it is no decision, or not without doubt.</summary>
    /// <param name="text">What they wrote, without what they quote.</param>
    /// <param name="name">The sender's, as they may sign.</param>
    public static MailedDecision? Read(string text, string name)
    {
        var lines = text.Normalize(NormalizationForm.FormC)
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim())
            .TakeWhile(line => line is not "--")
            .Where(line => line.Length > 0)
            .ToList();
        if (lines is not [var first, .. var others])
            return null;
        var rest = others.Where(line => !IsFarewell(line, name)).ToList();
        if (Is(Bare(first), Yes))
            return rest.Count == 0 ? new(Agrees: true, "") : null;
        // "Denied: the phone numbers are not needed", or the reason below it.
        var (word, why) = Parted(first);
        return Is(Bare(word), No)
            ? new(Agrees: false, string.Join('\n', rest.Prepend(why).Where(line => line.Length > 0)))
            : null;
    }

    static (string Word, string Why) Parted(string line)
    {
        var end = line.AsSpan().IndexOfAny(Marks);
        foreach (var because in Because)
            if (line.IndexOf(because, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (end < 0 || at < end))
                end = at;
        return end < 0 ? (line, "") : (line[..end].TrimEnd(), line[end..].TrimStart(':', ',', '.', ';', '–', '-', ' '));
    }

    static bool Is(string said, string[] words) =>
        Array.Exists(Selves, self => Begins(said, self) && words.Contains(said[self.Length..], StringComparer.Ordinal));

    // "Đồng ý ạ." says no more than "Đồng ý".
    static string Bare(string line)
    {
        var bare = line.TrimEnd('.', '!', ' ').ToLowerInvariant();
        return bare.EndsWith(" ạ", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    static bool IsFarewell(string line, string name) =>
        line.TrimEnd(',', '.', '!', ' ') is var said
        && (
            said.Equals(name.Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase)
            || Farewells.Contains(said, StringComparer.OrdinalIgnoreCase)
            || Devices.Any(device => Begins(said, device))
        );

    static bool Begins(string line, string with) => line.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
