using System.Text;
using System.Text.RegularExpressions;

namespace Stepdesk.Core.Practice;

/// <summary>
/// How words are meant that a pattern found: said to be so, denied, or neither, because somebody asks, intends, supposes or
/// wishes. Rules find words and do not understand; in doubt nothing was claimed, since a claim may fail a whole run.
/// </summary>
static partial class Stance
{
    // "khong duoc binh thuong": so far a negation reaches.
    const int Reach = 3;

    /// <summary>Whether the words are turned into their opposite, by a negation the pattern itself does not ask for.</summary>
    public static bool IsDenied(FoldedText text, Excerpt words, Wording wording)
    {
        var isNewLine =
            words.Text is [var first, ..] && char.IsUpper(first) && text.Source[..words.Offset].EndsWith('\n');
        if (!isNewLine && NegatedBefore().IsMatch(Plainly(text.Source[..words.Offset])))
            return true;
        var said = Plainly(words.Text);
        return Negation().Matches(said).LastOrDefault() is { } negation
            && Word().Count(said[(negation.Index + negation.Length)..]) is > 0 and <= Reach
            && wording.In(FoldedText.Of(said.Remove(negation.Index, negation.Length)));
    }

    /// <summary>Whether the words themselves tell somebody not to do it.</summary>
    public static bool IsWarned(Excerpt words) => Warning().IsMatch(Plainly(words.Text));

    /// <summary>Whether the words say for sure that something is so.</summary>
    /// <param name="isWhole">Their clause is understood as a whole, and is no question that lacks its mark.</param>
    public static bool IsStated(FoldedText text, Excerpt words, bool isWhole = false)
    {
        var (source, end) = (text.Source, words.Offset + words.Text.Length);
        var (from, to) = (Back(source, words.Offset, EndsSentence), On(source, end, EndsSentence));
        var before = Settled(source[from..words.Offset]);
        var clause = Settled(source[Back(source, words.Offset, EndsClause)..On(source, end, EndsClause)]);
        return !Ahead().IsMatch(before)
            && !Headings(source, words.Offset).Any(h => Ahead().IsMatch(Settled(h)))
            && !Open().IsMatch(clause)
            && (isWhole || !Asks().IsMatch(clause))
            // An hour may be that of the next contact.
            && !(
                !isWhole
                && Hour().IsMatch(FoldedText.Of(words.Text).Folded)
                && Contact().IsMatch(Settled(source[from..to]))
            );
    }

    /// <summary>Whether the words are no more than an hour of the day or a duration.</summary>
    public static bool IsTime(Excerpt words) => Time().IsMatch(FoldedText.Of(words.Text).Folded);

    /// <summary>Whether the words name something, and are neither asked about nor an example of it.</summary>
    public static bool IsNamed(FoldedText text, Excerpt words)
    {
        var (source, end) = (text.Source, words.Offset + words.Text.Length);
        var clause = source[Back(source, words.Offset, EndsClause)..On(source, end, EndsClause)];
        return !text.IsAsked(words)
            && !Asks().IsMatch(FoldedText.Of(clause).Folded)
            && !Example().IsMatch(Plainly(clause));
    }

    /// <summary>Whether the words are of something the reader has sent or is thanked for, and asked for no more.</summary>
    public static bool IsReceived(FoldedText text, Excerpt words)
    {
        var (source, end) = (text.Source, words.Offset + words.Text.Length);
        var clause = FoldedText.Of(source[Back(source, words.Offset, EndsClause)..On(source, end, EndsClause)]).Folded;
        return !text.IsAsked(words) && Received().IsMatch(clause) && !Requested().IsMatch(clause);
    }

    /// <summary>Whether somebody is told or asked to do something.</summary>
    public static bool IsAdvice(FoldedText text) => Advising().IsMatch(text.Folded);

    /// <summary>Whether the words stand in a question that asks somebody to do something.</summary>
    public static bool IsRequested(FoldedText text, Excerpt words)
    {
        var (source, end) = (text.Source, words.Offset + words.Text.Length);
        var sentence = source[Back(source, words.Offset, EndsSentence)..On(source, end, EndsSentence)];
        return Polite().IsMatch(FoldedText.Of(sentence).Folded) && !Choice().IsMatch(Plainly(sentence));
    }

    // What was looked at already is no intention to look, and how long a page takes to answer is no answer of ours.
    static string Settled(string text) => Looked().Replace(FoldedText.Of(text).Folded, " ");

    // A line breaks wherever it is full.
    static string Plainly(string text) =>
        text.Normalize(NormalizationForm.FormC).ToLowerInvariant().ReplaceLineEndings(" ");

    static bool EndsSentence(string text, int at) => text[at] is ';' || FoldedText.EndsSentence(text, at);

    static bool EndsClause(string text, int at) => text[at] is ',' or ':' or '(' or ')' || EndsSentence(text, at);

    // A list is hardly longer.
    const int Highest = 30;

    // What a line of a list stands under, such as "Here is what I propose:". A line of it has a mark, says what it is
    // first, or goes on from the one above. Under a short heading one looks further up, but never past what was found.
    static IEnumerable<string> Headings(string source, int at)
    {
        var end = at;
        var below = source[BeginOfLine(source, at)..at].Trim();
        for (var n = 0; n < Highest && BeginOfLine(source, end) is > 0 and var begin; n++)
        {
            end = begin - 1;
            var line = source[BeginOfLine(source, end)..end].Trim();
            if (line.Length > 0 && below.Length > 0 && !IsOfList(below))
                yield break;
            if (line.EndsWith(':'))
            {
                var heading = line[Back(line, line.Length - 1, EndsSentence)..];
                yield return heading;
                if (Found().IsMatch(FoldedText.Of(heading).Folded) || heading.Count(c => c is ' ') > MostSpaces)
                    yield break;
            }
            else if (line.Length > 0 && !IsOfList(line))
                yield break;
            if (line.Length > 0)
                below = line;
        }
    }

    static int BeginOfLine(string text, int at) => text.AsSpan(0, at).LastIndexOf('\n') + 1;

    // "Phải có:", "Figures and fields:": it says what a part is and not what the whole is.
    const int MostSpaces = 3;

    static bool IsOfList(string line) => Listed().IsMatch(line) || char.IsLower(line[0]);

    static int Back(string text, int at, Func<string, int, bool> ends)
    {
        while (at > 0 && !ends(text, at - 1))
            at--;
        return at;
    }

    static int On(string text, int at, Func<string, int, bool> ends)
    {
        while (at < text.Length && !ends(text, at))
            at++;
        return at;
    }

    const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // With their marks: without, "đừng" (do not) and "dùng" (use) are one word.
    [GeneratedRegex(
        @"\b(không|khong|chưa|chua|chẳng|đừng|no|not|never|without|\w+n['’]t)( (thấy|thay|có|co|còn|con|phải|phai|hề|he|bị|bi|gặp|gap|ghi nhận|phát hiện|see|seen|find|found|have|had|been|any|a|an|the|more|is|was))* $",
        Options
    )]
    private static partial Regex NegatedBefore();

    [GeneratedRegex(@"\b(không|khong|chưa|chua|chẳng|chang|not|never) ", Options)]
    private static partial Regex Negation();

    // With its mark: "dùng" is to use.
    [GeneratedRegex(@"\b(đừng|do not|don['’]t)\b", Options)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\w+", Options)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(em |minh )?xin (bao cao|thong bao|thong tin|bao)\b|\b(da|vua|moi|have|has|had|i|we) (kiem tra|hoi|xem|tra cuu|xac minh|xac nhan|theo doi|check|checked|asked|confirmed)\b|\b(kiem tra|xem)( lai)?( thi| va| roi)? thay\b|\b(ket qua|qua|theo) kiem tra\b|\bthoi gian phan hoi\b|\bresponse times?\b",
        Options
    )]
    private static partial Regex Looked();

    [GeneratedRegex(
        @"\b(se|de (em|minh|toi|ben em)|em xin|hen|du kien|dinh|neu|lo|gia su|truong hop|if|whether|will|shall|let me|let us|going to|suppose|de xuat|de nghi|kien nghi|xin (anh|chi|thay|co|phep|y kien|duyet|quyet dinh)|phuong an|lua chon|(mot|hai|ba) la|de (cac|moi|hoc|lop)|options?|propose|proposal|suggest|recommend|either)\b|\w[’']ll\b|\b(must[- ]haves?|nice[- ]to[- ]haves?|not included|phai co|nen co|bat buoc co|khong (bao )?gom)\b( \w+){0,3} ?:",
        Options
    )]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"\b(kiem tra|xem (co|thu|lai|giup|xet)|hoi|tim hieu|xac minh|tra cuu|lam ro|nghi|co the|co le|hinh nhu|chac la|giup|vui long|nho|bao (em|lai|cho|chi|anh|co|thay|minh)|cho (em|minh) biet|nhan (em|lai|minh)|muon|can biet|please|could|would|might|maybe|perhaps|probably|seems?|check|ask|confirm|find out|look into|tell me|let (me|us|you) know|want|need)\b",
        Options
    )]
    private static partial Regex Open();

    [GeneratedRegex(
        @"\b(hay|the nao|bao nhieu|khi nao|luc nao|o dau|tai sao|vi sao|co phai|may gio)\b|\bco (\w+ ){1,8}(khong|chua)\b|\b(khong|chua)( (a|vay|nhi|nhe|ha|the))* ?$",
        Options
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(cam on|da (nhan|xem|thay|mo|doc)|vua (nhan|xem)|nhan duoc|(chi|anh|thay|co|ban) (da|vua) gui|(chup|hinh|lien ket|duong dan|link) (chi|anh|thay|co|ban) gui|nho( \w+)+ ma|thanks?|thank you|received|have (seen|read)|you (sent|attached|gave)|got your|your (screenshot|picture|link))\b",
        Options
    )]
    private static partial Regex Received();

    [GeneratedRegex(
        @"\b(giup|xin|vui long|them|cho (em|minh) (xin|biet)|nho (chi|thay|co|ban) (gui|chup|cho|xem|bao)|nho anh (gui|cho|xem|bao)|gui (lai|cho|em)|chua|please|could|can you|would|send|another|again|need)\b|\?",
        Options
    )]
    private static partial Regex Requested();

    [GeneratedRegex(
        @"\b(dạng|ví dụ|vi du|chẳng hạn|kiểu như|mẫu|nếu|neu|giả sử|e\.g\.|for example|such as|format|looks? like|if)\b|xx|\.\.\.|…",
        Options
    )]
    private static partial Regex Example();

    [GeneratedRegex(
        @"\b((could|can|would|will) (you|they)( \w+){0,3} (try|open|use|ask)|(could|would) (you|(the )?(class|students|everybody|everyone))( \w+){0,3} (use|try|move|switch|change|connect|turn)|co the (cho|de|nho|bao|doi|chuyen|dung|bat|huong dan)|(have|has|did) (you|they)( \w+)? (tried|try)|please|(thay|co|chi|anh|ban|cac ban|cac em)( \w+){0,2} (thu|mo|dung|vao))\b",
        Options
    )]
    private static partial Regex Polite();

    [GeneratedRegex(
        @"^((tu|luc|khoang|since|from|at) )?\d{1,3}( ?(-|–|den|to) ?\d{1,3})?( ?(:|h|gio) ?(\d{2})?| ?[ap]m| ?(s|giay|sec|seconds?))?( (sang|chieu|toi))?$",
        Options
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\b(please|try|can you|could you|ask (them|the|your)|have (them|the|your)|let (them|the|everybody|everyone)|meanwhile|in the meantime|for now|instead|nho|giup|vui long|thu|tam thoi|trong luc (cho|nay|do)|huong dan|thay vi|(cho|bao) (ca |cac )?(lop|ban|em))\b",
        Options
    )]
    private static partial Regex Advising();

    [GeneratedRegex(@"^([-–*•+]|\d{1,2}[.)]|\w[^:.!?]{0,30}:( |$))", Options)]
    private static partial Regex Listed();

    [GeneratedRegex(
        @"\b(ket qua|kiem tra|nguyen nhan|hien trang|tinh hinh|ghi nhan|thay|biet|results?|found|findings?|status|causes?|check|checked|checks|seen|know|facts)\b",
        Options
    )]
    private static partial Regex Found();

    // With its marks: "hãy" asks for something, "hay" which of two.
    [GeneratedRegex(@"\b(hay|nào|or|which)\b", Options)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\d ?(:|h|gio)", Options)]
    private static partial Regex Hour();

    [GeneratedRegex(
        @"\b(bao|cap nhat|lien he|lien lac|goi|phan hoi|tra loi|gui|muon nhat|cham nhat|nhan tin|viet|hen|update|contact|call|write|reply|send|latest)\b",
        Options
    )]
    private static partial Regex Contact();
}
