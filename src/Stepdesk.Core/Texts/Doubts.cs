using System.Text.RegularExpressions;

namespace Stepdesk.Core.Texts;

/// <summary>
/// Whether somebody says that a thing is not so, or is not sure of it: over clauses in lower case and without marks. In
/// doubt they are not.
/// </summary>
static partial class Doubts
{
    /// <summary>What is said in the clause is denied, doubted, or only the least it will take.</summary>
    public static bool In(string said) => Denial().IsMatch(WithoutIdioms(said));

    /// <summary>Nothing in the whole sentence is sure, wherever it says so.</summary>
    public static bool OfAllOf(string sentence) => Unsure().IsMatch(WithoutIdioms(sentence));

    /// <summary>Without what holds a no and means a yes.</summary>
    public static string WithoutIdioms(string said) => Idiom().Replace(said, " ");

    const RegexOptions Quick =
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // With a no in it, and a yes all the same; and what looks like a no without its marks.
    [GeneratedRegex(
        @"\b((khong|chang|dung)( phai| can| co gi)? (lo|ngai|ban khoan|ban tam)|khong sao|khong van de gi"
            + @"|khong (qua|den|toi) [0-9]+|khong lau( nua)?|khong con (bi )?(loi|cham|giat|treo|gian doan|van de)"
            + @"|khong bi( \w+){1,3} nua|sua chua|kho khan"
            + @"|kho (kien thuc|hoc lieu|tai lieu|du lieu|bai|video|luu tru)|som nhat co the)\b"
            + @"|\b((no|not) (later|longer|more) than|without fail|no (doubt|problem|worries|need)"
            + @"|(don't|do not|won't|will not) (worry|be long)|not only)\b",
        Quick
    )]
    private static partial Regex Idiom();

    [GeneratedRegex(
        @"\b(khong|ko|chua|chang|kho|it kha nang|it co kha nang|it co co hoi"
            + @"|kha nang( \w+){1,8} (thap|nho|mong manh)|e (la|rang)|so (la|rang)|lo la|hay chua)\b"
            // Only the least that it will take.
            + @"|\b(it nhat|toi thieu|som nhat|lau hon|phai (sau|den|toi|cho|qua)"
            + @"|hon( \w+)? (phut|tieng|gio|ngay|tuan|thang)"
            + @"|co (the|khi|le) (se )?(lau|mat|phai|can|keo dai|den|toi|sau|khong|chua|trong|[0-9]))\b"
            + @"|\b(not|\w+n't|cannot|never|nor|neither|nobody|none|nothing|hardly|scarcely|barely|unlikely"
            + @"|doubt(s|ed|ful)?|impossible|slim|little (chance|hope)|small chance|afraid|fear|surprised|perhaps"
            + @"|maybe|might|uncertain|uncertainty|too early|far from|at least|earliest|(longer|more|later) than"
            + @"|over (an?|one|two|three|half|[0-9]+)"
            + @"|no (chance|way|guarantee|promise|hope|certainty|such|time|date|word|sign|fix|eta|idea|one|release"
            + @"|feature)"
            + @"|may (take|be|need|not|well|last|still|have|also|even|run|go|come|work|get)"
            + @"|could (take|be|need|well|last|still))\b",
        Quick
    )]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\bhay (khong|chua)\b|\b(chua|khong) (biet|ro|dam|chac|hua|the hua|the noi|hen|tra loi)\b"
            + @"|\bdieu (do|nay) (thi )?(chua|khong|kho)\b"
            + @"|\b(not|n't|cannot) (yet )?(know|known|promise|say|sure|certain|confident|tell)\b"
            + @"|n't (promise|say|know|tell|think|believe|expect)\b|\bstill (open|unknown|unclear)\b"
            + @"|\bnobody (knows|should|can)\b|\bunlikely\b|\bmore than (i|we|anybody|anyone) can\b",
        Quick
    )]
    private static partial Regex Unsure();
}
