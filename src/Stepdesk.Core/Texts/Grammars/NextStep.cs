namespace Stepdesk.Core.Texts.Grammars;

/// <summary>What is being done: who does it, and what, or whom they call in.</summary>
static class NextStep
{
    public static readonly Grammar Grammar = new(
        """
        !ask: please, kindly, could you, can you, would you, vui lòng, mong chị, mong anh
        !if: if, unless, nếu
        doing: checking, looking into, looking at, investigating, comparing, verifying, testing, collecting, gathering, going through,
            working on, calling, calling in, đang kiểm tra, đang xử lý, đang xem, đang tra, đang tìm, đang liên hệ
        told: first step is, next step is, has been contacted, have been contacted, has been informed, have been informed, have been alerted,
            has been alerted, have been called, have been called in, has been escalated, has been forwarded, has been passed on,
            đã được chuyển, đã được báo, được chuyển cho
        work: check, checked, investigate, look at, look into,
            look for, looking for, look which, look what, look whether, look up, looking up, find out, finding out, compare,
            trace, tracing, verify, examine, examining, go through, read through, read,
            reading, open the, opening the, test, try to, trying to, reproduce, reproducing, collect,
            gather, draft, drafting, prepare, preparing, analyse, analyze, analysing, analyzing, monitor,
            monitoring, watch, watching, review, reviewing, follow up, work on, work with, working with, on it, on my way, first step, pull, pulling, in touch with, raise, raise this, raising, raised it, raised this, on their desk, on our desk, on my desk, escalate this, escalate it,
            escalating this, put your request, helping, going to the room,
            on this, on the phone, at it, started to look, have a look, having a look, taking a look, take a look, fix,
            fixing, repair, repairing, get to the bottom, dig into, digging into, take care of, taking care of, take over,
            taking over, taken it over, taken this over, taken over, on board, handle, handling, roll back, rolling back,
            restore, restoring, reset, resetting, reopen, reopening, reactivate, set up, setting up, send, sending,
            kiểm tra, xử lý, tra, tra lại, tra cứu, tìm hiểu, tìm nguyên nhân, xác minh, xác định, phân tích, theo dõi, rà soát,
            rà lại, thử, thử lại, tái hiện, điều tra, phối hợp, làm việc với, khắc phục, so sánh, đối chiếu, dò, dò lại, dò từng,
            tổng hợp, thu thập, soạn, chuẩn bị, mở, mở số liệu, mở telemetry, xem, xem lại, vào xem, vào cuộc, vào việc, nắm lại,
            ghi lại, cho so sánh, cho kiểm tra, lọc, trích xuất, khoanh vùng, đang vào, sửa, coi, coi lại, rà, rà log, lấy, lấy số liệu, lùi bản, lùi lại, làm rõ, check, đang check, gom,
            cử người, cử, trên đường, mở cuộc gọi
        call: ask, asking, asked, call, call in, called, called in, contact, contacting, contacted, alert,
            alerting, alerted, inform, informing, informed, notify, notifying, notified, tell, telling, told, bring in,
            bringing in, brought in, get, getting, involve, involving, involved, escalate, escalated, escalating,
            pass, passed, passing, pass it on, passed this on, passed it on, forward, forwarded, forwarding, hand, handed,
            handing, take this, take it, taking this, taking it, talk to, talking to, talked to, speak to, speaking to, page,
            paged, write to, wrote to, writing to, reach out, pulled in, pull in, pulling in, joined by, send it, sent it,
            gọi, báo, báo gấp, báo ngay, mời, nhờ, hỏi, chuyển, chuyển cho, gửi, liên hệ, nhắn, trao đổi, huy động, kéo, đẩy,
            báo cho, hỏi lại, chuyển tiếp, xin ý kiến, trình
        open: open from, open until, trực đến, trực từ, làm việc từ, làm việc đến
        theirs: you sent, you wrote, xem video, read your message, read your mail, read your email, read your report, trang mở, link mở, video mở,
            mở chậm, mở rất chậm, mở lâu
        exam: the check, the test, the tests, your test, your tests, a test, this test, bài kiểm tra, giờ kiểm tra, buổi kiểm tra, lớp đang kiểm tra,
            lớp mình đang kiểm tra, đang kiểm tra giữa kỳ, đang kiểm tra cuối kỳ, đang kiểm tra một tiết, kiểm tra giữa kỳ,
            kiểm tra cuối kỳ, kiểm tra một tiết
        wait: chờ, đợi, waiting
        """,
        """
        - open
        we ~ work|doing
        ^ doing
        told
        we ~ call ~ crew
        crew ~ work|doing
        we ~ call ~ we
        ^ work .. crew
        ^ call .. crew
        """,
        People.Words
    );
}
