using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>Words about how many.</summary>
static class NumberWords
{
    public static readonly Phrase[] All =
    [
        .. En(Count, "zero=0, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10"),
        .. En(Count, "eleven=11, twelve=12, thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17"),
        .. En(Count, "eighteen=18, nineteen=19, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70"),
        .. En(Count, "eighty=80, ninety=90, a hundred=100, a thousand=1000, a dozen=12, half a dozen=6, a couple=2"),
        .. En(Count, "a couple of=2, a dozen of=12, a single=1, a pair of=2, both=2"),
        .. En(Scale, "hundred=100, thousand=1000, dozen=12"),
        // More than any desk has.
        .. En(Scale, "million=1000001, millions=1000001, billion=1000001"),
        .. En(Few, "a few, several, a handful of, few, a handful, a small number of"),
        .. En(Many, "dozens=24, dozens of=24, tens of=20, hundreds=200, hundreds of=200, thousands of=2000"),
        .. En(Many, "scores of=40"),
        .. En(Over, "more than, over, above, upwards of, in excess of, >"),
        .. En(AtLeast, "at least, a minimum of, no fewer than, no less than, not fewer than, not less than, ≥"),
        .. En(Under, "fewer than, less than, under, below, <"),
        .. En(AtMost, "at most, up to, no more than, not more than, a maximum of, as many as, maximum, ≤"),
        .. En(About, "about, around, approximately, approx, approx ., roughly, nearly, almost, some, circa, ~, ≈"),
        .. En(Upward, "or more, and more, and counting, and above, plus"),
        // Ten times the part, and the whole.
        .. En(Share, "half=12, a half=12, one half=12, a third=13, one third=13, two thirds=23, two-thirds=23"),
        .. En(Share, "a quarter=14, one quarter=14, three quarters=34, a fifth=15, one fifth=15"),
        .. En(From, "between, from"),
        .. En(To, "to, through, -, –, —"),
        .. En(Or, "or"),
        .. En(And, "and, as well as, along with, together with, but also, &"),
        new(Language.En, ",", (Meanings)Comma | At),
        .. En(Plus, "+"),
        .. En(Times, "x, ×, *, times"),
        .. En(Equal, "=, totalling, totaling, makes, is, are, equals"),
        .. En(Colon, ":"),
        .. En(Opens, "(, ["),
        .. En(Closes, "), ]"),
        .. En(Stop, "., !, ?, ;, …"),
        .. Vi(Count, "một=1, mốt=1, hai=2, ba=3, bốn=4, tư=4, năm=5, lăm=5, nhăm=5, sáu=6, bảy=7, bẩy=7, tám=8"),
        .. Vi(Count, "chín=9, mười=10, nửa chục=5"),
        .. Vi(Scale, "mươi=10, chục=10, trăm=100, nghìn=1000, ngàn=1000, tá=12"),
        .. Vi(Scale, "triệu=1000001, tỷ=1000001, tỉ=1000001"),
        .. Vi(Few, "vài, mấy, một vài, dăm, dăm ba, đôi ba"),
        .. Vi(Many, "hàng chục=20, hàng trăm=200, hàng nghìn=2000, hàng ngàn=2000, mấy chục=20, vài chục=20"),
        .. Vi(Many, "mấy trăm=200, vài trăm=200"),
        .. Vi(Over, "hơn, trên, nhiều hơn, quá"),
        .. Vi(AtLeast, "ít nhất, ít nhất là, tối thiểu, không dưới, không ít hơn"),
        .. Vi(Under, "dưới, chưa tới, chưa đến, ít hơn, không đến, không tới, chưa đầy"),
        .. Vi(AtMost, "tối đa, nhiều nhất, không quá, không hơn"),
        .. Vi(
            About,
            "khoảng, tầm, chừng, gần, ước chừng, cỡ khoảng, khoảng chừng, tầm khoảng, trên dưới, xấp xỉ, ngót"
        ),
        .. Vi(Upward, "trở lên, hoặc hơn"),
        .. Vi(Share, "nửa=12, một nửa=12, phân nửa=12, một phần ba=13, hai phần ba=23, một phần tư=14"),
        .. Vi(Share, "ba phần tư=34, một phần năm=15"),
        .. Vi(From, "từ"),
        .. Vi(To, "đến, tới"),
        .. Vi(Or, "hoặc, hay"),
        .. Vi(And, "và, cùng, cùng với, với, lẫn, mà cả, mà còn, mà còn cả, cộng thêm, linh, lẻ"),
        .. Vi(Plus, "cộng"),
        .. Vi(Times, "nhân"),
        .. Vi(Equal, "là"),
        // A number of things, not the number one.
        .. Vi(Gap, "một số, một phần, một cách, một chút, một lần, một lúc, một mình, số"),
    ];

    static IEnumerable<Phrase> En(Meanings meanings, string texts) => Phrase.Several(Language.En, meanings, texts);

    static IEnumerable<Phrase> Vi(Meanings meanings, string texts) => Phrase.Several(Language.Vi, meanings, texts);
}
