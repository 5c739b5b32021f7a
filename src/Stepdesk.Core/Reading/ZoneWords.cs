using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>
/// Words for whose clock a time is of. A value from 0 to 28 is an offset in hours from UTC with 14 added. Zones that
/// share their name, or have two times a year, are <see cref="Unclear"/>.
/// </summary>
static class ZoneWords
{
    public const int Utc = 14;

    /// <summary>Of the desk, whatever its zone is.</summary>
    public const int Own = 98;

    /// <summary>EST is of New York and of Sydney, and "Eastern time" is in summer another than in winter.</summary>
    public const int Unclear = 99;

    public static readonly Phrase[] All =
    [
        .. En("utc=14, gmt=14, utc time=14, gmt time=14, ict=21, indochina time=21, jst=23, kst=23, sgt=22, hkt=22"),
        .. En("hanoi time=21, ha noi time=21, vietnam time=21, viet nam time=21, vn time=21, saigon time=21"),
        .. En("vietnamese time=21, ho chi minh time=21, ho chi minh city time=21, hcmc time=21, bangkok time=21"),
        .. En("singapore time=22, beijing time=22, tokyo time=23, japan time=23, seoul time=23, korea time=23"),
        .. En("local time=98, our time=98, my time=98"),
        .. En("est=99, edt=99, et=99, cst=99, cdt=99, ct=99, mst=99, mdt=99, pst=99, pdt=99, pt=99, ist=99, bst=99"),
        .. En("cet=99, cest=99, eet=99, eest=99, aest=99, aedt=99, acst=99, awst=99, nzst=99"),
        .. En("nzdt=99, eastern time=99, central time=99, mountain time=99, pacific time=99, us time=99, uk time=99"),
        .. En("eastern=99, pacific=99, london time=99, new york time=99, sydney time=99, paris time=99, your time=99"),
        .. En("berlin time=99, australian time=99, american time=99, european time=99, their time=99"),
        // "9 giờ Hà Nội" says the hour with it.
        .. Vi("giờ hà nội=21, giờ việt nam=21, giờ vn=21, giờ sài gòn=21, giờ hcm=21, giờ đông dương=21"),
        .. Vi("giờ tp hcm=21, giờ tp . hcm=21, giờ hồ chí minh=21, giờ thái lan=21, giờ bangkok=21"),
        .. Vi("giờ singapore=22, giờ sing=22, giờ bắc kinh=22, giờ trung quốc=22, giờ nhật=23, giờ nhật bản=23"),
        .. Vi("giờ tokyo=23, giờ hàn=23, giờ hàn quốc=23, giờ seoul=23, giờ utc=14, giờ gmt=14"),
        .. Vi("giờ địa phương=98, giờ bên em=98"),
        .. Vi("giờ mỹ=99, giờ úc=99, giờ new york=99, giờ london=99, giờ sydney=99, giờ paris=99, giờ canada=99"),
        .. Vi("giờ california=99, giờ miền đông=99, giờ châu âu=99"),
    ];

    static IEnumerable<Phrase> En(string texts) => Phrase.Several(Language.En, Zone, texts);

    static IEnumerable<Phrase> Vi(string texts) => Phrase.Several(Language.Vi, (Meanings)Zone | Hour, texts);
}
