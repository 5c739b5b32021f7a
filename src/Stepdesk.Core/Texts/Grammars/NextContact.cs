namespace Stepdesk.Core.Texts.Grammars;

/// <summary>When the reader hears next: who tells, to whom, and by when.</summary>
static class NextContact
{
    public static readonly Grammar Grammar = new(
        """
        !ask: please, kindly, could you, can you, would you, nhờ, vui lòng, giúp em, giúp mình, giúp tôi, mong
        !me: let me know, tell me, call me, write to me, write me, inform me, answer me, report to me, update me, tell us,
            let us know, call us, ask me, report back to me, báo em, báo cho em, báo lại em, báo lại cho em, nhắn em, nhắn cho em, nhắn lại em,
            gọi em, gọi cho em, gọi lại em, gọi lại cho em, phản hồi em, phản hồi cho em, trả lời em, liên hệ em, báo mình,
            báo bên em, cho em biết, hẹn báo em
        !done: đã, vừa, vừa mới, mới vừa, was, were, had, sent, wrote, told, called, gave, có gọi, có báo, có nhắn
        theirs: your message, your messages, your mail, your mails, your email, your report, your call, your note, your answer, your reply,
            your request, your update, a message, the message, error message, tin nhắn của chị, tin nhắn của anh, tin nhắn của thầy,
            tin nhắn của cô, tin nhắn của bạn, tin của chị, tin của anh, tin của thầy, tin của cô, tin của bạn, thư của chị,
            báo lỗi, thông báo lỗi, báo cáo lỗi
        to: to, với
        the: the, a, an
        will: will, shall, going to, sẽ
        promise: hẹn, xin hẹn, hứa
        again: again, once more
        !if: if, unless, whether, nếu, lỡ
        tell: report, write, update, updating, inform, message, messaging, notify, text, brief, ping, answer, reply,
            reporting, writing, informing, get back, be back, come back, be in touch, keep you informed, keep you updated,
            let you know, tell you, call you, ring you, phone you, ping you, message you, write you, send you, email you,
            mail you, drop you a line, drop you, contact you, contact, call back, call you back, give you an update,
            give you a call, give you, speak to you, talk to you, touch base, return to you, reach out, follow up with you, confirm to you, talk again, speak again,
            báo, báo lại, báo tin, báo cáo, báo cáo lại, báo cho, cập nhật, cập nhật lại, thông báo,
            thông báo lại, thông tin, thông tin lại, phản hồi, phản hồi lại, trả lời, liên hệ, liên hệ lại, liên lạc,
            liên lạc lại, gọi lại, gọi chị, gọi anh, gọi thầy, gọi cô, gọi bạn, gọi cho, nhắn, nhắn lại, nhắn tin,
            viết lại, viết cho, gửi tin, gửi anh, gửi chị, gửi thầy, gửi cô, gửi bạn, gửi mail, gửi email, email lại, mail lại, email cho, mail cho, gửi lại,
            trao đổi lại, hồi âm, nói lại, nói rõ, quay lại
        news: updates, word, checkpoint, check-in, tin nhắn, news, mail, email, status, status update, call, information, from us,
            from me, from our side, tin, tin mới, tin tiếp, tin tiếp theo, bản tin, tin của em, tin từ em, lần báo, lần cập nhật
        next: next, another, following, follows, follow, further, tiếp theo, kế tiếp, lần tới, tiếp, lần sau
        hear: hear, get, receive, will have, shall have, should have, nhận được, có, nhận
        have: have
        own: i'll have, we'll have
        bid: ask, remind, urge, yêu cầu, đề nghị, giục, nhắc
        them: them, him, her
        expect: expect, wait for, look out for, chờ, đợi
        until: give me until, give us until, give me, give us, cho em đến, cho em tới, cho em, chờ em, đợi em, chờ em tới, đợi em tới,
            đợi em đến
        since: since, from, as of, từ, từ lúc, kể từ, tính từ, lasts, mất, kéo dài
        over: rồi, ago, earlier, already, trước
        event: starts, start, begins, begin, started, began, ends, end, ended, closes, opens, goes on, runs, takes place, takes, bắt đầu, kết thúc, diễn ra, đóng, hết hạn
        at: at, until, till, on, no later than, not later than, at the latest, lúc, vào, đến, vào lúc
        every: every, each, mỗi, cứ
        """,
        """
        - since at? when
        - event at? when
        - when over
        - tell to? the? they|crew
        - expect the? they|crew to? tell
        - bid the? they|crew|them|we to? tell
        - bid the? they|crew|them|we ~ to tell
        we ~ tell .. when
        we .. when ~ tell
        when ~ we ~ tell
        ^ at? every? when ,? we ~ tell
        ^ at? when tell
        until when ,? ~ we ~ tell
        ^ tell you|next|again .. when
        ^ tell .. you .. when
        ^ will tell .. when
        ^ we? promise .. when .. hear|tell|news
        next .. news|tell .. when
        news|tell .. next .. when
        news|tell every when
        every when ~ tell
        you ~ hear|have .. news|tell|we .. when
        when .. you ~ hear|have .. news|tell|we
        own .. news|tell .. when
        when own .. news|tell
        expect .. news|tell .. when
        we ~ hear .. news .. when
        when .. we ~ hear .. news
        """,
        People.Words,
        ("when", Times.OfContact)
    );
}
