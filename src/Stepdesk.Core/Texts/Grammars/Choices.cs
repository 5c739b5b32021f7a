namespace Stepdesk.Core.Texts.Grammars;

/// <summary>What a manager is given to choose from, and that they are to decide.</summary>
static class Choices
{
    /// <summary>There are at least two ways.</summary>
    public static readonly Grammar Options = new(
        """
        skip: là, dạ, ạ, nhé, possible
        !not: no, not, không có, không còn
        two: two, 2, three, 3, hai, ba, several, mấy
        way: ways, options, possibilities, alternatives, choices, phương án, cách, hướng, hướng xử lý, lựa chọn, khả năng
        can: can, could, may, might, có thể
        choose: choose, pick, decide, chọn
        between: between, giữa
        and: and, và
        either: either
        or: or, hoặc
        we: we, i, you, mình, em, bên em, anh, chị, thầy, cô
        about: or earlier, or later, or sooner, or so, or less, or more, hoặc sớm hơn, hoặc muộn hơn
        cause: in two ways, in three ways, khả năng gây, khả năng gây lỗi, khả năng gây ra, hướng dẫn
        second: alternatively, another option, another way
        """,
        """
        either ... or
        or ... or
        we can ... or
        two way
        choose .. between ... and
        second
        """
    );

    /// <summary>Their word is asked for.</summary>
    public static readonly Grammar Decision = new(
        """
        skip: dạ, ạ, nhé, hãy, cứ, sẽ, có thể
        !not: no, not, don't, không, chưa
        !done: has, have, had, đã, vừa
        decide: decide, choose, pick, approve, agree, confirm, quyết định, quyết, chọn, duyệt, phê duyệt, chốt, đồng ý, cho phép,
            cho ý kiến, xác nhận
        word: decision, approval, go-ahead, consent, yes or no, opinion, ý kiến, chỉ đạo
        ask: please, kindly, ask for, ask you for, ask, xin, nhờ, vui lòng, mong
        need: need, needs, waiting for, wait for, cần, đợi, chờ
        needed: needed, required, wanted, necessary
        your: your, của anh, của chị
        you: you, anh, chị, thầy, cô, sếp
        tell: tell me, tell us, let me know, let us know, cho em biết, báo em
        which: which, which way, what you want, cách nào, phương án nào, hướng nào
        call: your call, up to you, tuỳ anh, tuỳ chị, tùy anh, tùy chị
        """,
        """
        - not word .. needed
        - not ask|need
        ask .. decide|word
        need you .. decide|word
        need .. word .. you|your
        your word
        word .. needed
        you decide
        tell .. which
        call
        """
    );
}
