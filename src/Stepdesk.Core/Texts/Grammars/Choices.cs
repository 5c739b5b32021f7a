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
        second: alternatively, another option, another way
        """,
        """
        either ... or
        or ... or
        can ... or
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
        ask: please, kindly, need, needs, ask for, ask you for, ask, waiting for, xin, cần, nhờ, vui lòng, mong, đợi, chờ
        needed: needed, required, wanted, necessary
        your: your, của anh, của chị
        you: you, anh, chị, thầy, cô, sếp
        tell: tell me, tell us, let me know, let us know, cho em biết, báo em
        which: which, which way, what you want, cách nào, phương án nào, hướng nào
        call: your call, up to you, tuỳ anh, tuỳ chị, tùy anh, tùy chị
        """,
        """
        - not word .. needed
        - not ask
        ask .. decide|word
        your word
        word .. needed
        you decide
        tell .. which
        call
        """
    );
}
