using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>Words about who.</summary>
static class PeopleWords
{
    public static readonly Phrase[] All =
    [
        .. En(Person, "user, users, student, students, teacher, teachers, parent, parents, staff, staff members"),
        .. En(Person, "people, person, persons, learner, learners, member, members, colleague, colleagues, employee"),
        .. En(Person, "employees, kid, kids, children, child, pupil, pupils, customer, customers, client, clients"),
        .. En(Person, "instructor, instructors, tutor, tutors, lecturer, lecturers, participant, participants"),
        .. En(Person, "attendee, attendees, candidate, candidates, coordinator, coordinators, admin, admins, mentor"),
        .. En(Person, "mentors, guys, folks, trainee, trainees, agents, of us, of them, families, undergraduates"),
        .. En(Person, "team members, class members, assistants, administrators, managers, individuals, trainers"),
        .. En(
            Person,
            "account, accounts, logins, workers, coaches, contractors, volunteers, colleagues of mine, girls, boys"
        ),
        .. En(
            Person,
            "advisor, advisors, adviser, advisers, classmate, classmates, rep, reps, technicians, engineers, developers"
        ),
        .. En(
            Person,
            "designers, operators, consultants, interns, freelancers, subscribers, visitors, guests, applicants"
        ),
        .. En(
            Person,
            "graduates, professors, women, men, ppl, adults, teens, testers, editors, authors, readers, buyers, sellers"
        ),
        .. En(
            Person,
            "directors, principals, librarians, accountants, cashiers, receptionists, viewers, players, coworkers"
        ),
        .. En(
            Person,
            "co-workers, supervisors, assistants, beginners, seniors, juniors, freshmen, examinees, examiners, cases"
        ),
        .. En(Of(Person, Machine), "machine, machines, laptop, laptops, computer, computers, pcs, device, devices"),
        .. En(Of(Person, Machine), "workstation, workstations, desktops, tablets, phones"),
        .. En(Group, "class, classes, group, groups, room, rooms, campus, campuses, team, teams, cohort, cohorts"),
        .. En(
            Group,
            "section, sections, batch, batches, branch, branches, school, schools, centre, centres, center, centers"
        ),
        .. En(
            Label,
            "lesson, error, code, status, http, week, version, ticket, grade, level, tier, top, step, chapter"
        ),
        .. En(Label, "unit, phase, building, floor, port, module, no, no ., number, page, line, case, question, item"),
        .. En(
            Label,
            "session, part, section, exam, test, quiz, room, year, term, semester, quarter, id, ref, build, release"
        ),
        .. En(
            Label,
            "python, java, html, php, unity, ubuntu, macos, iphone, ipad, galaxy, sql, angular, vue, react, word"
        ),
        .. En(
            Label,
            "#, chrome, firefox, ios, android, windows, safari, exercise, day, option, round, slot, attempt, aged, age"
        ),
        .. En(
            Gap,
            "of, my, our, the, these, those, their, his, her, active, online, new, other, different, additional"
        ),
        .. En(
            Gap,
            "remote, enrolled, registered, paying, young, adult, junior, senior, vip, local, internal, external"
        ),
        .. En(Gap, "current, unique, individual, concurrent, licensed, english, maths, math, exam, evening, morning"),
        .. En(
            Gap,
            "weekend, first-year, final-year, full-time, part-time, trial, beginner, advanced, separate, student"
        ),
        .. En(
            Gap,
            "teacher, user, customer, staff, parent, more, further, confirmed, school, office, own, angry, upset"
        ),
        .. En(Gap, "frustrated, worried, support, sales, lms, programming, coding, logged-in, named, distinct"),
        .. En(Of(Gap, Fault), "affected, impacted"),
        .. En(Device, "web, mobile, phone, phones, desktop, browser, app, android, iphone, ipad, ios, chrome, safari"),
        .. En(Device, "firefox, edge, laptop, laptops, wifi, tablet, tablets, windows, mac, macbook"),
        .. En(Each, "each, every, per, apiece, in each, in every"),
        .. En(OutOf, "of, out of, among, amongst, / , of the, out of the, of our, out of our, out of a total of"),
        .. En(
            Including,
            "including, of which, of whom, among them, among whom, such as, namely, particularly, especially"
        ),
        .. En(WholeGroup, "whole class, entire class, full class, all the class, all my students, all our students"),
        .. En(WholeGroup, "all students in, the whole team, entire team, whole group, the whole campus, entire campus"),
        .. En(WholeGroup, "all of my students, all of our students, every student in, whole school, all students of"),
        .. En(WholeGroup, "my whole class, all the students"),
        .. En(
            Everyone,
            "everyone, everybody, all users, all of the users, all students, all the users, every user, all staff"
        ),
        .. En(
            Everyone,
            "all of us, all teachers, all our users, all classes, every class, every student, all accounts"
        ),
        .. En(Everyone, "all campuses, every campus, entire company, whole company, the entire system"),
        .. En(Alone, "just me, only me, only one user, only myself, just myself, it is me only, only affects me"),
        .. En(Alone, "only my account, just my account, me alone, only i"),
        .. En(
            OnlyMore,
            "not just me, not only me, not only my account, isn't just me, not just my account, isn't only me"
        ),
        .. En(Rest, "the other, the remaining, the rest of the, the rest"),
        .. En(Has, "has, have, with, having, contains, consists of, enrolled, had"),
        .. En(
            Of(Size, Has),
            "teach, teaches, i teach, we teach, manage, manages, look after, looks after, in charge of, responsible for"
        ),
        .. En(Size, "class size, class size of, group size, headcount"),
        .. En(Account, "account, accounts, logins, licences, licenses, new accounts"),
        .. En(Total, "total, in total, total of, altogether, all together, in all, overall, sum, totals"),
        .. Vi(
            Person,
            "học viên, học sinh, sinh viên, bạn, em, người, người dùng, giáo viên, thầy cô, thầy, cô, phụ huynh"
        ),
        .. Vi(Person, "nhân viên, tài khoản, khách hàng, giảng viên, trợ giảng, cháu, anh chị, thành viên, thí sinh"),
        .. Vi(
            Person,
            "hv, hs, sv, gv, nhân sự, cán bộ, đồng nghiệp, quản lý, học trò, bé, con, anh, chị, user, acc, nick"
        ),
        .. Vi(
            Person,
            "kế toán, chuyên viên, kỹ thuật viên, ứng viên, hội viên, khách, tình nguyện viên, thực tập sinh, bố mẹ"
        ),
        .. Vi(
            Person,
            "trẻ, gia đình, thành viên nhóm, member, admin, mod, lễ tân, giáo vụ, ông, bà, mẹ, sếp, chủ nhiệm, trường hợp"
        ),
        .. Vi(Person, "thầy, thầy giáo, cô giáo, giám thị, students, users, teachers, tk, ng"),
        .. Vi(Person, "người học, đứa, cộng tác viên, tư vấn viên, account"),
        .. Vi(Of(Person, Machine), "máy, máy tính, thiết bị, laptop, máy trạm, điện thoại"),
        .. Vi(Group, "lớp, nhóm, cơ sở, phòng, ca, khối, chi nhánh, trung tâm, lớp học, team, phòng học, campus"),
        .. Vi(Label, "bài, buổi, khối, tầng, tháng, ngày, năm, khóa, lần, mã, lỗi, số, câu, chương, tuần, học kỳ"),
        .. Vi(
            Label,
            "kỳ, quý, đợt, phiếu, phòng, thứ, phiên bản, bản, mục, trang, tiết, học phần, môn, đề, vòng, top, bước"
        ),
        .. Vi(Label, "lỗi số, mã lỗi, mã số, ticket, lúc, hồi, ca, phần, tập, dòng, cổng, mùng, mồng"),
        .. Vi(Gap, "cái, chiếc, tài khoản, con, đứa, nhân viên, tổng số, cựu, tân"),
        .. Vi(Of(Gap, Fault), "ảnh hưởng, bị ảnh hưởng"),
        .. Vi(Device, "điện thoại, máy tính, trình duyệt, ứng dụng, máy bàn, máy tính bảng, di động"),
        .. Vi(Each, "mỗi, từng, một lớp, mỗi một, mỗi lớp, một nhóm, mỗi nhóm"),
        .. Vi(OutOf, "trong, trên, trong số, trong tổng số, trên tổng số, trong tổng cộng, trên tổng cộng"),
        .. Vi(Including, "gồm, bao gồm, trong đó, trong đó có, ví dụ, cụ thể, như là, nhất là, đặc biệt là, kể cả"),
        .. Vi(
            WholeGroup,
            "cả lớp, toàn lớp, cả nhóm, toàn bộ lớp, toàn bộ học viên lớp, tất cả học viên lớp, nguyên lớp"
        ),
        .. Vi(
            WholeGroup,
            "hết lớp, cả phòng, toàn bộ học viên của lớp, cả team, tất cả các bạn trong lớp, cả khối, cả cơ sở"
        ),
        .. Vi(WholeGroup, "toàn bộ các bạn trong lớp, tất cả học viên trong lớp"),
        .. Vi(
            Everyone,
            "tất cả mọi người, mọi người, tất cả người dùng, toàn bộ người dùng, toàn bộ học viên, tất cả học viên"
        ),
        .. Vi(
            Everyone,
            "ai cũng, toàn hệ thống, cả hệ thống, toàn bộ hệ thống, toàn trung tâm, cả trung tâm, tất cả các lớp"
        ),
        .. Vi(
            Everyone,
            "toàn trường, cả trường, tất cả các cơ sở, mọi lớp, tất cả giáo viên, tất cả tài khoản, cả công ty"
        ),
        .. Vi(Alone, "chỉ mình em, chỉ có mình em, mỗi mình em, chỉ mình tôi, chỉ có mình tôi, mỗi em, chỉ mình mình"),
        .. Vi(
            Alone,
            "một mình em, chỉ mình chị, chỉ mình anh, chỉ mỗi em, chỉ mỗi mình em, chỉ có em, chỉ có tôi, chỉ riêng em"
        ),
        .. Vi(
            Alone,
            "chỉ riêng tôi, mỗi mình tôi, chỉ tài khoản của em, chỉ mình cô, chỉ mình thầy, mỗi mình chị, mỗi mình anh"
        ),
        .. Vi(OnlyMore, "không chỉ mình em, không chỉ em, không chỉ riêng em, không phải chỉ mình em, không riêng em"),
        .. Vi(
            OnlyMore,
            "không chỉ mình tôi, không phải mỗi em, không phải mỗi mình em, không phải một mình em, không riêng gì em"
        ),
        .. Vi(Rest, "còn lại"),
        .. Vi(Has, "có, gồm có, đang có, hiện có"),
        .. Vi(Of(Size, Has), "dạy, đang dạy, phụ trách, đang phụ trách, quản lý, đang quản lý, chủ nhiệm"),
        .. Vi(Size, "sĩ số, sĩ số lớp, sĩ số là"),
        .. Vi(Account, "tài khoản, account, acc, nick"),
        .. Vi(Total, "tổng, tổng cộng, tổng số, tất cả là, tổng là, tổng cộng là, tất cả, cả thảy, tổng cộng có"),
    ];

    static Meanings Of(Meanings one, Meanings other) => one | other;

    static IEnumerable<Phrase> En(Meanings meanings, string texts) => Phrase.Several(Language.En, meanings, texts);

    static IEnumerable<Phrase> Vi(Meanings meanings, string texts) => Phrase.Several(Language.Vi, meanings, texts);
}
