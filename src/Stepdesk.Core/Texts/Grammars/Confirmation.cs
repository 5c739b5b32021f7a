namespace Stepdesk.Core.Texts.Grammars;

/// <summary>Whether the reader is asked to try it, or to say that it works.</summary>
static class Confirmation
{
    const string Kinds = """
        !other: anything else, questions, question, which, number, address, name of, your name, screenshot, phone, receipt, whatever,
            cần gì, gì thêm, có gì, thắc mắc, tên lớp, lớp nào, số điện thoại, tên, ảnh, ảnh chụp, email nào, địa chỉ, mã số, câu hỏi
        !done: đã xác nhận, đã kiểm tra, đã thử, has confirmed, have confirmed, đang chờ, sẽ thử, sẽ kiểm tra, thanks, thank you,
            cảm ơn, xin lỗi
        !paper: hướng dẫn, tài liệu hướng dẫn, đính kèm, tệp đính kèm, file đính kèm, attached, attachment, guide, guides, instructions, manual
        again: lại, again, once more, now, giờ, bây giờ, on your side
        ask: please, kindly, could you, can you, would you, would you have, would you mind, have your students, have one student, ask the class,
            ask your students, i would be glad if, glad if you, may i ask you, nhờ, vui lòng, cho em xin, cho mình xin, giúp em, giúp mình, giúp, xin chị, xin anh, xin thầy,
            xin cô, xin bạn, phiền
        try: trying, another try, coi, coi lại, vào thử, thử xem, try, try it, try again, tried, test, test it, tested, check, verify, log in, log in once, sign in once, reload,
            open the, open it, have a look, hand in, see if, see whether, thử, thử lại, kiểm tra, kiểm tra lại, đăng nhập lại,
            đăng nhập, vào lại, mở lại, mở trang, tải lại, nộp thử, nộp lại, vào thử, mở thử, xem thử, test lại, test, xem lại,
            xem giúp, hỏi lại, xem video, mở video, xem
        confirm: confirm, confirms, confirmation, a short yes, short word, short answer, xác nhận, xác nhận lại
        tell: tell me, tell us, let me know, let us know, write me, write to me, reply, answer me, say, hear from you, report back, phản hồi,
            báo em, báo lại em, nhắn em, cho em biết, cho mình biết, nói em biết, trả lời em, báo lại, báo giúp em, báo cho em,
            phản hồi lại, cho bên em biết
        result: whether, how it goes, how it went, result, the result, that all, that everybody, it works, it plays, kết quả, thế nào, thế nào rồi, sao rồi, ra sao, xem sao, sao,
            xem được hết, còn lỗi, còn ai
        works: gone, solved, fixed, you in, vô được, vô, được rồi, đã được, work, works, working, sign in, submit, open, opens, play, plays, watch, watch it, see it, see the,
            load, loads, back to normal, ok, okay, all right, fine, well, fast, quickly, look, normal, get in, use it, still see,
            vào, vào được, nộp, nộp được, nộp bài, xem được, chạy, chạy bình thường, ổn, đã ổn, dùng được, dùng, bình thường,
            mở được, mở, tải được, nghe được, hoạt động, bị lỗi, lỗi, nộp bài được, học được, đúng ý, đáp ứng, đạt, phù hợp
        yet: chưa, không, được không, được chưa, hết chưa, chưa ạ
        does: does, do, can, is, are, could, how, has, have, did, will
        still: still, vẫn, còn, vẫn còn
        fails: fails, fail, failing, not, error, errors, slow, stuck, problem, problems, see, chậm, bị, gặp
        once: once, when, as soon as, after, until, đợi, chờ, khi, khi nào
        if: if, nếu
        close: close your, close the ticket, close this, close it, can close, đóng phiếu, đóng yêu cầu, đóng ticket
        you: you, you'll, chị, anh, thầy, cô, bạn, anh chị, mọi người, chị và
        we: i, i'll, we, we'll, i've, we've, em, mình, tôi, bên em, chúng em, đội phát triển, developers, the developers, hr, nhân sự,
            đội vận hành
        class: your students, your class, students, everybody, everyone, all of them, all of you, class, they, it, the video,
            the page, lớp, cả lớp, lớp mình, các bạn, học viên, mọi thứ, bên chị, bên anh
        skip: dạ, ạ, nhé, nha, nhe, với, cả, hết, just, also, then, rồi, đã, em đã, của
        """;

    /// <summary>By what is asked of the reader, or by what they are told to do if it fails.</summary>
    public static readonly Grammar Grammar = new(
        Kinds,
        """
        - we .. try
        - we .. confirm
        - ask|you .. try paper
        - you does try again? $
        ask .. try
        ask .. confirm .. works|class|result
        ask .. confirm $
        ask .. result|if .. works
        ask ... tell .. result ... works|class|you|close
        ask ... tell .. if ... works|close
        confirm ask $
        confirm ask .. class|works|if
        you confirm ask ... works|close
        you .. try .. again|ask|tell
        you .. try ... tell|confirm
        you again? try|works|again ... ask
        you .. try .. yet|result
        ask .. works .. tell
        still .. yet|fails ... tell
        if .. works ... tell
        you .. tell .. result|yet
        tell .. result .. works|you
        tell .. if .. works
        tell .. result ... close
        try ... tell
        try ... if ... close
        if .. still .. fails|works
        once .. you|class .. confirm|tell|try|works
        confirm ... close
        tell ... close
        """
    );

    /// <summary>By a question whether it works.</summary>
    public static readonly Grammar Question = new(
        Kinds,
        """
        ^ does .. works
        ask .. works
        try|works|fails .. yet
        you .. result
        still .. works .. yet
        you .. works
        """
    );
}
