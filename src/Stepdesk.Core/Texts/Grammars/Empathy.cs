namespace Stepdesk.Core.Texts.Grammars;

/// <summary>That whoever writes sees what it means for the reader: kind words, and a burden that is theirs.</summary>
static class Empathy
{
    public static readonly Grammar Grammar = new(
        """
        not: not, no, cannot, can't, không, chưa, không có, do not, don't
        !blind: not urgent, not important, không gấp, chưa gấp, do not understand, don't understand, cannot understand, don't know, do not know, không hiểu, chưa hiểu, không biết,
            chưa biết, chưa rõ, không rõ
        !own: i need, we need, em cần, mình cần, tôi cần, bên em cần, don't see, do not see, không thấy, khó tìm, khó tái hiện, hard to find,
            difficult to find, hard to reproduce, difficult to reproduce
        know: understand, understands, know, see, can see, realise, realize, imagine, can imagine, appreciate, feel for, aware,
            must be, hiểu, hiểu là, hiểu rằng, hiểu việc, biết, biết là, thấy, thông cảm, chia sẻ, cảm thông, chắc
        sorry: thông cảm với, sorry, apologise, apologize, apologies, regret, excuse, xin lỗi, rất tiếc, tiếc là, tiếc vì, đáng tiếc, lấy làm tiếc,
            cáo lỗi
        feel: that is, that's, this is, it is, it's, it must be, this must be, that must be, thật, thật là, quả là, quả thật
        hard: hard, difficult, not easy, annoying, unpleasant, frustrating, stressful, upsetting, exhausting, tiring, awkward,
            disappointing, inconvenient, troublesome, a nuisance, bad timing, khó chịu, khó khăn, khó, rất khó, phiền, phiền phức,
            vất vả, mệt, bực, căng thẳng, sốt ruột, nóng ruột, bất tiện, lo, lo lắng, áp lực, tệ, gấp, gấp rút, thiệt
        to: cho
        burden: in the middle of, waiting, wait, have to wait, have a class, urgent, stress, stressed, how important, important,
            time, lose, loses, losing, lost, hours, need, needs, needed, depend, depends, worst moment, hurts, costs, cost,
            pressure, worried, worry, anxious, upset, cannot prepare, cannot teach, cannot submit, cannot hand in,
            cannot watch, cannot work, cannot go on, can't submit, can't prepare, can't teach, can't watch, could not prepare,
            unable to, locked out, interrupted, interruption, disturbed, disturbance, trouble, inconvenience, disrupted,
            disruption, stuck, exam is running, exam goes on, about to start, running late, teach in, in front of, nervous, a lot of work, much work, nothing to show, by hand,
            phải chờ, phải ngồi, phải trả lời, đang chờ, chờ, giữa giờ, giữa buổi, đang thi, đang học, đang dạy, đang cần, rất cần, cần,
            gián đoạn, mất thời gian, mất nhiều thời gian, mất rất nhiều thời gian, mất thêm, không chuẩn bị, không có tài liệu, không có bài, không có video, không nộp được,
            không vào được, không xem được, không học được, không dạy được, không mở được, dừng lại, phải dừng, ảnh hưởng, quan trọng,
            sắp hết giờ, sắp đến giờ, đã có lớp, có lớp, thiệt thòi, cảm giác, lên lớp, mất công, mất nhiều công, rất mất công, bằng tay, hoang mang, khó xử, gây khó, trục trặc, sự gián đoạn
        whose: your class, your classes, your students, your lesson, your lessons, your exam, your teaching, students, class,
            classes, lesson, exam, parents, meeting, the exam, lớp, cả lớp, các bạn, các em, học viên, buổi học, buổi dạy, buổi thi,
            phụ huynh, giờ học, giờ thi, giờ dạy, cuộc họp, lớp chị, lớp của chị
        late: late reply, late answer, late response, delay in answering, trả lời chậm, trả lời muộn, phản hồi chậm, phản hồi muộn,
            in order to, need to know, the time of, điều em cần
        to: for you, for your, cho chị, cho anh, cho thầy, cho cô, cho các, cho lớp, cho cả
        """,
        """
        know ... burden|hard
        sorry .. burden|hard|whose
        feel .. hard|burden .. whose|you|to|burden
        feel .. burden
        hard .. to
        hard to .. whose|you
        ^ .. hard .. whose .. burden
        """,
        People.Words
    );
}
