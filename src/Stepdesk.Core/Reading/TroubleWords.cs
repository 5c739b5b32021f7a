using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>Words about what is wrong, and what is wished for.</summary>
static class TroubleWords
{
    static readonly Meanings Faulty = (Meanings)Fault | Broken;
    static readonly Meanings StillHit = (Meanings)Now | Left;

    public static readonly Phrase[] All =
    [
        .. En(Not, "not, isn't, aren't, wasn't, weren't, rather than, instead of"),
        .. En(OnlyMore, "not only, not just"),
        .. En(But, "but, it's, but only, but rather, only, just"),
        .. En(Only, "only, just, but only, merely"),
        .. En(
            Correction,
            "correction, sorry, actually, i meant, to correct, my mistake, update, erratum, make that, in fact"
        ),
        .. En(
            Now,
            "now, currently, at present, has grown to, grew to, up to now, has risen to, risen to, so far, already"
        ),
        .. En(Now, "has increased to, increased to, has gone up to, it is now, it's now"),
        .. En(
            StillHit,
            "down to, is down to, are down to, now down to, reduced to, dropped to, fallen to, decreased to, has dropped to"
        ),
        .. En(StillHit, "gone down to, has gone down to, has fallen to, came down to"),
        .. En(
            Earlier,
            "initially, at first, at the start, at the beginning, in the beginning, originally, to begin with"
        ),
        .. En(
            Faulty,
            "cannot, can't, cant, unable, couldn't, could not, can not, fails, failed, failing, errors, slow, slower"
        ),
        .. En(Faulty, "blocked, locked, stuck, broken, crash, crashes, crashed, crashing, doesn't work, don't work"),
        .. En(
            Faulty,
            "not working, is down, are down, went down, times out, timed out, timeout, timeouts, kicked, refused"
        ),
        .. En(
            Faulty,
            "doesn't load, don't load, not loading, freezes, frozen, freezing, hangs, hanging, lost, bug, error"
        ),
        .. En(
            Faulty,
            "won't load, won't open, won't play, does not load, does not work, do not work, no longer, disconnected"
        ),
        .. En(Faulty, "stopped working, logged out, crashing, denied, rejected, outage, unavailable, not able"),
        .. En(Faulty, "doesn't, won't, does not, will not, isn't working, aren't working, wouldn't"),
        .. En(
            Fault,
            "issue, issues, problem, problems, trouble, missing, complain, complained, complaining, complaints"
        ),
        .. En(
            Fault,
            "report, reported, reporting, see, affected, impacted, affecting, impacting, receive, receiving, lose"
        ),
        .. En(Fault, "hit, hits, get, gets, getting, don't, didn't, never, no, not, without, losing, struggling"),
        .. En(
            Works,
            "are fine, is fine, fine, works, work fine, are ok, are okay, unaffected, not affected, no problem"
        ),
        .. En(
            Works,
            "no issues, works fine, working fine, normally, work normally, works normally, as usual, can still"
        ),
        .. En(
            Works,
            "not impacted, had no trouble, have no trouble, have no problem, without problems, without any problem, managed to"
        ),
        .. En(
            Works,
            "back online, back to normal, are back, online again, working again, successfully, works again, work again"
        ),
        .. En(Able, "can, could, able to"),
        .. En(
            Nobody,
            "nobody, no one, no user, no users, none of us, none of the students, no students, no student, none of my students"
        ),
        .. En(
            Nobody,
            "none of our students, none of the users, not a single student, not a single user, no teacher, no teachers, none of them"
        ),
        .. En(
            Outage | Faulty,
            "cannot log in at all, can't log in at all, completely down, totally down, complete outage"
        ),
        .. En(
            Outage | Faulty,
            "system-wide, systemwide, system wide, across the board, total outage, platform-wide, full outage, system - wide"
        ),
        .. En(Outage | Faulty, "down for everyone, platform - wide"),
        .. En(
            Machinery,
            "system, lms, server, servers, website, site, platform, portal, service, network, internet, internet connection, app"
        ),
        .. En(
            Down,
            "down, is down, are down, went down, crashed, outage, has crashed, has gone down, unavailable, unreachable"
        ),
        .. En(
            Work,
            "report, reports, data, list, file, slides, presentation, statistics, export, figures, spreadsheet"
        ),
        .. En(
            Work,
            "dashboard, certificates, summary, transcript, documents, analysis, numbers, extract, breakdown, pdf, excel"
        ),
        .. En(
            Work,
            "new accounts, invoice, contract, template, migration, setup, set up, schedule, proposal, quote, timetable"
        ),
        .. En(Feature, "feature, feature request, functionality, new option, enhancement, improvement, dark mode"),
        .. En(Wish, "it would be nice, would be nice, it would be great, would be great, would be helpful, would love"),
        .. En(
            Wish,
            "could you add, can you add, please add, suggestion, suggest, propose, feature request, wish, wishlist"
        ),
        .. En(
            Wish,
            "enhancement request, would be useful, be possible to have, would it be possible to add, idea, it'd be nice"
        ),
        .. En(Wish, "we'd like to have, i'd like to suggest, consider adding, would be amazing, would save"),
        .. En(
            Urgent,
            "urgent, urgently, asap, as soon as possible, emergency, critical, immediately, right away, hurry, top priority"
        ),
        .. En(Urgent, "high priority, highest priority"),
        .. Vi(Not, "không phải, không phải là, chứ không phải, chứ không phải là, chẳng phải, ko phải, chứ ko phải"),
        .. Vi(OnlyMore, "không chỉ, không chỉ có, không những"),
        .. Vi(But, "mà, mà là, nhưng, chỉ, mà chỉ, mà chỉ có, chỉ có, mà chỉ là, nhưng chỉ có, nhưng chỉ"),
        .. Vi(
            Only,
            "chỉ, mà chỉ, mà chỉ có, chỉ có, mà chỉ là, nhưng chỉ có, nhưng chỉ, mới chỉ, mới có, mà mới có, mới chỉ có, nhưng mới có, vỏn vẹn"
        ),
        .. Vi(But, "nhưng mới có, mà mới có"),
        .. Vi(
            Correction,
            "nhầm, đính chính, sửa lại, chính xác là, thực ra, xin lỗi, đếm lại, cập nhật, thật ra, nói lại, kiểm tra lại"
        ),
        .. Vi(Correction, "nhắn nhầm, ghi nhầm, viết nhầm, thực tế là, rà lại, thống kê lại"),
        .. Vi(
            Now,
            "giờ, bây giờ, hiện, hiện tại, đến nay, lên, tăng lên, đã lên, giờ đã lên, hiện giờ, lúc này, giờ đã, lên đến, lên tới"
        ),
        .. Vi(Now, "tăng lên thành, giờ là, hiện đã, đến giờ, bây giờ là, tới giờ"),
        .. Vi(
            StillHit,
            "chỉ còn, chỉ còn lại, giờ còn, giờ chỉ còn, nay còn, nay chỉ còn, hiện còn, hiện chỉ còn, hiện tại còn"
        ),
        .. Vi(
            StillHit,
            "hiện tại chỉ còn, hiện giờ còn, hiện giờ chỉ còn, bây giờ còn, bây giờ chỉ còn, giảm còn, xuống còn, giảm xuống còn"
        ),
        .. Vi(
            StillHit,
            "đã giảm còn, giảm xuống, giờ xuống, lúc này còn, lúc này chỉ còn, đến giờ còn, đến giờ chỉ còn"
        ),
        .. Vi(Earlier, "lúc đầu, ban đầu, hồi đầu, thoạt đầu, khi đầu, mới đầu, đầu tiên, lúc mới bị, lúc mới đầu"),
        .. Vi(Faulty, "bị, lỗi, chậm, treo, lag, đơ, mất, hỏng, sập, kẹt, văng, không vào được, nghẽn, không được"),
        .. Vi(
            Faulty,
            "không đăng nhập được, không nộp được, không xem được, không mở được, không truy cập được, không thể"
        ),
        .. Vi(
            Faulty,
            "không tải được, không hoạt động, ko vào được, ko được, ngừng hoạt động, quay mãi, xoay mãi, không nghe được"
        ),
        .. Vi(
            Faulty,
            "không lên được, không gửi được, không làm được, không nộp bài được, không load được, không dùng được, ngắt kết nối"
        ),
        .. Vi(
            Faulty,
            "không thấy, không hiện, không nhận được, quay vòng, đứng hình, giật, bị khóa, bị chậm, bị treo, bị văng, bị mất"
        ),
        .. Vi(
            Fault,
            "không, chưa, chẳng, ko, kh, chả, ảnh hưởng, gặp, phản ánh, kêu, than, phàn nàn, vướng, sự cố, vấn đề, cũng vậy"
        ),
        .. Vi(Fault, "báo, tương tự"),
        .. Vi(Faulty | Label, "báo lỗi, bị lỗi, gặp lỗi, hiện lỗi"),
        .. Vi(
            Works,
            "bình thường, vẫn ổn, không sao, không bị, vẫn vào được, vẫn xem được, không bị ảnh hưởng, vẫn nộp được, ổn cả"
        ),
        .. Vi(
            Works,
            "vẫn học được, vào được rồi, không bị gì, không ảnh hưởng, không bị lỗi, vẫn được, vẫn dùng được, ổn rồi, đã vào được"
        ),
        .. Vi(
            Works,
            "vẫn đăng nhập được, vẫn làm được, đã nộp được, xem được bình thường, đã nộp xong, không gặp lỗi, không gặp vấn đề, ok, oke, chạy tốt, thành công"
        ),
        .. Vi(
            (Meanings)Nobody | Fault,
            "không ai, không bạn nào, không học viên nào, không một ai, không em nào, không người nào, ko ai"
        ),
        .. Vi(
            (Meanings)Nobody | Fault,
            "chẳng ai, không một bạn nào, không một học viên nào, không giáo viên nào, chưa ai, chưa bạn nào"
        ),
        .. Vi(Outage | Faulty, "toàn hệ thống, sập toàn bộ"),
        .. Vi(
            Outage | Faulty,
            "mất kết nối cả lớp, sập hoàn toàn, tê liệt, sập hẳn, sập hết, cả hệ thống, ngừng hoàn toàn"
        ),
        .. Vi(Outage | Faulty, "toàn bộ hệ thống"),
        .. Vi(Machinery, "hệ thống, máy chủ, trang web, website, web, mạng, lms, cổng, server, nền tảng, trang"),
        .. Vi(Down, "sập, bị sập, ngừng hoạt động, chết, đã sập, die, tê liệt, sập rồi"),
        .. Vi(
            Work,
            "báo cáo, dữ liệu, danh sách, file, slide, bản trình bày, thống kê, số liệu, hồ sơ, chứng chỉ, bảng điểm, tổng hợp"
        ),
        .. Vi(
            Work,
            "xuất, bảng tính, tài liệu, hợp đồng, kế hoạch, bảng kê, hóa đơn, đề xuất ngân sách, danh mục, lịch học, trích xuất"
        ),
        .. Vi(
            Feature,
            "tính năng, chức năng mới, chức năng, tự động gửi, bổ sung tính năng, thêm tính năng, cải tiến, tính năng mới"
        ),
        .. Vi(
            Wish,
            "mong muốn, đề xuất, góp ý, bổ sung, giá mà, ước gì, nên có, thêm chức năng, thêm tính năng, mong có, đề nghị bổ sung"
        ),
        .. Vi(
            Wish,
            "sẽ rất tiện, có thể thêm, kiến nghị, ý tưởng, mong hệ thống có, mong team, nếu có thêm, thêm giúp, hi vọng có, hy vọng có"
        ),
        .. Vi(
            Urgent,
            "gấp, khẩn, khẩn cấp, ngay, ngay lập tức, càng sớm càng tốt, cấp bách, hỏa tốc, sớm nhất, gấp gấp, ưu tiên cao"
        ),
    ];

    static IEnumerable<Phrase> En(Meanings meanings, string texts) => Phrase.Several(Language.En, meanings, texts);

    static IEnumerable<Phrase> Vi(Meanings meanings, string texts) => Phrase.Several(Language.Vi, meanings, texts);
}
