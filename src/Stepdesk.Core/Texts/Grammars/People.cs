namespace Stepdesk.Core.Texts.Grammars;

/// <summary>Words that every grammar knows: who writes, who reads, who helps, and what turns a sentence round.</summary>
static class People
{
    public const string Words = """
        skip: dạ, vâng, ạ, nhé, nha, nhe, nghe, luôn, then, so, just, also, thì, với ạ, hi, hello, thưa
        !not: not, cannot, can't, don't, won't, never, no, nobody, didn't, haven't, isn't, aren't, unable, no one, without,
            do not, can not, could not, không, ko, chưa, chẳng, đừng, chưa có ai, không có
        *we: i, i'm, i'll, i've, we, we're, we'll, we've, our team, our support, our engineers, our developers, my colleagues, our colleagues, let me, team, support,
            em, e, mình, tôi, tui, bên em, bên mình, chúng em, chúng tôi, chúng mình, bọn em, tụi em, team em, đội kỹ thuật,
            bộ phận kỹ thuật, bên kỹ thuật, phòng kỹ thuật, đội hỗ trợ, bộ phận hỗ trợ
        *you: you, you'll, your class, your students, chị, anh, thầy, cô, bạn, anh chị, quý khách, thầy cô, you and
        *they: other teachers, the other teachers, teachers, other classes, the other classes, giảng viên, các giảng viên,
            các lớp khác, lớp khác, he, she, they, mr, ms, mrs, họ, students, the students, class, the class, học viên, các bạn, các em,
            các bạn học viên
        crew: developers, the developers, engineers, the engineers, operations, infrastructure, operations engineers,
            the operations engineers, the infrastructure team, the product team, product, hr, human resources,
            đội phát triển, đội vận hành, đội hạ tầng, phát triển, vận hành, hạ tầng, kỹ sư, kỹ sư vận hành, nhân sự,
            phòng nhân sự, bộ phận nhân sự, bộ phận sản phẩm, đội sản phẩm, anh em phát triển, anh em vận hành,
            bên phát triển, bên vận hành, bên hạ tầng, bên nhân sự, bên sản phẩm, your manager, quản lý,
            the manager, specialists, chuyên gia, devs, dev, ops
        """;
}
