using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>Words about what the desk is asked to give or to prepare.</summary>
static class RequestWords
{
    static readonly Meanings Asked = (Meanings)Grant | Ask;

    public static readonly Phrase[] All =
    [
        .. En(
            Grant,
            "create, add, enroll, enrol, register, grant, assign, invite, allocate, sign up, onboard, provision"
        ),
        .. En(
            Grant,
            "activate, move, transfer, import, give, remove, unenroll, set up accounts for, open accounts for"
        ),
        // A wish begins so too.
        .. En(
            Asked,
            "please add, can you add, could you add, please provide, kindly provide, requesting, like to request"
        ),
        .. En(Arrange, "set up, prepare, arrange, book, reserve, install, schedule"),
        .. Vi(
            Grant,
            "tạo, cấp, thêm, đăng ký, ghi danh, bổ sung, kích hoạt, phân quyền, xếp lớp, chuyển, add, cấp quyền"
        ),
        .. Vi(Grant, "mở thêm, mở tài khoản, tạo thêm, cấp thêm, xếp, cấp mới, tạo mới"),
        .. Vi(Asked, "thêm giúp, xin cấp, đề nghị cấp, đề nghị thêm, đề nghị bổ sung, đề nghị tạo, yêu cầu cấp"),
        .. Vi(Arrange, "chuẩn bị, bố trí, sắp xếp, lắp, lắp đặt, cài, cài đặt, đặt"),
    ];

    static IEnumerable<Phrase> En(Meanings meanings, string texts) => Phrase.Several(Language.En, meanings, texts);

    static IEnumerable<Phrase> Vi(Meanings meanings, string texts) => Phrase.Several(Language.Vi, meanings, texts);
}
