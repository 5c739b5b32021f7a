using Stepdesk.Core.Words;
using static Stepdesk.Core.Reading.Meaning;

namespace Stepdesk.Core.Reading;

/// <summary>
/// Words about when. Days are counted from today, weekdays from Sunday, parts of the day by their end; what has passed
/// is 1 when it names the time.
/// </summary>
static class TimeWords
{
    public static readonly Phrase[] All =
    [
        .. En(At, "at, on, of, the, @, this, in the, at the, on the, in"),
        .. En(Hour, "h, hour, hours, hrs, hr, o'clock"),
        .. En(Minute, "minute, minutes, min, mins"),
        .. En(Day, "day, days"),
        .. En(Week, "week, weeks"),
        .. En(AmPm, "am=1, a . m=1, a . m .=1, pm=2, p . m=2, p . m .=2"),
        .. En(
            DayPart,
            "morning=1, in the morning=1, lunchtime=2, lunch time=2, lunch=2, the lunch break=2, afternoon=3, in the afternoon=3, evening=4, in the evening=4"
        ),
        .. En(DayPart, "night=5, at night=5"),
        .. En((Meanings)DayRef | DayPart, "tonight=4"),
        .. En(DayRef, "today=0, tomorrow=1, day after tomorrow=2, the day after tomorrow=2, tmr=1, tmrw=1"),
        .. En(
            Weekday,
            "sunday=0, monday=1, tuesday=2, wednesday=3, thursday=4, friday=5, saturday=6, sun=0, mon=1, tue=2"
        ),
        .. En(Weekday, "tues=2, wed=3, thu=4, thur=4, thurs=4, fri=5, sat=6"),
        .. En(
            MonthName,
            "january=1, february=2, march=3, april=4, may=5, june=6, july=7, august=8, september=9, october=10"
        ),
        .. En(
            MonthName,
            "november=11, december=12, jan=1, feb=2, mar=3, apr=4, jun=6, jul=7, aug=8, sep=9, sept=9, oct=10"
        ),
        .. En(MonthName, "nov=11, dec=12"),
        .. En(DateWord, "st, nd, rd, th"),
        .. En(NextWeek, "next week, of next week, the following week"),
        .. En(ThisWeek, "this week, of this week"),
        .. En(Next, "next"),
        .. En(This, "this, coming, this coming, upcoming"),
        .. En(EndOf, "end of, end of the, the end of, the end of the, within"),
        .. En(
            EndOfDay,
            "end of day, eod, cob, close of business, end of business, end of the day, close of play, the end of the day"
        ),
        .. En(EndOfDay, "end of the working day, end of business day"),
        .. En(Noon, "noon, midday"),
        .. En(Midnight, "midnight"),
        .. En(Within, "within, in, in the next, within the next, in under, in less than, over the next, no later than"),
        .. En(Ahead, "from now, time"),
        .. En(Ago, "ago, earlier, back, before that, already"),
        .. En(Before, "by, before, ahead of, prior to, in time for"),
        .. En(
            Due,
            "due, deadline, due date, due by, due on, no later than, latest, at the latest, not later than, needed by"
        ),
        .. En(
            Due,
            "need it, needed for, need them, need this, the latest, required by, required for, cut-off, target date"
        ),
        .. En(
            Moved,
            "moved to, postponed to, extended to, changed to, rescheduled to, pushed to, brought forward to, pushed back to"
        ),
        .. En(
            Since,
            "since, from, starting, started at, began at, started, began, happened, occurred, beginning, as of, after, last, ever since"
        ),
        .. En(
            Past,
            "yesterday=1, last night=1, last week=1, last month=1, this morning we, previously, last time, past, last monday=1, last tuesday=1"
        ),
        .. En(
            Past,
            "last wednesday=1, last thursday=1, last friday=1, last saturday=1, last sunday=1, last year=1, last semester"
        ),
        .. En(Need, "have to, has to, need to, needs to, we'd need, i'd need, need it, is needed, are needed"),
        .. En(
            Need,
            "need, needs, needed, must, want, wants, require, required, requires, has to be, have to be, should be, finish"
        ),
        .. En(
            Need,
            "finished, complete, completed, deliver, delivered, ready, submit it, would like, expect, expects, have it, wants it"
        ),
        .. En(
            NoNeed,
            "no need, not needed, don't need, do not need, doesn't need, no deadline, no rush, not due, no longer need, needn't"
        ),
        .. En(
            Ask,
            "please, could you, can you, would you, can we get, could we get, can i get, could i get, kindly, help, send, fix, resolve, provide, prepare, reply, answer"
        ),
        .. En(
            Promise,
            "promised, promise, said they, you said, told us, will be back, expected to be back, estimated, you told"
        ),
        .. En(
            Schedule,
            "class starts, class begins, lesson starts, session starts, starts, begins, start, class is, class at, lesson at"
        ),
        .. En(
            Schedule,
            "session at, exam starts, class on, lesson is, we have class, has class, have a class, meeting at, meeting is"
        ),
        .. En(
            Schedule,
            "meeting starts, next class, next lesson, next session, exam is, exam at, teaching at, i teach, exam on, opens"
        ),
        .. Vi(At, "lúc, vào, vào lúc, của, ngày, hồi, trong"),
        .. Vi(Hour, "giờ, g, tiếng, giờ đồng hồ, tiếng đồng hồ, h"),
        .. Vi(Minute, "phút, p, ph"),
        .. Vi(Day, "ngày, hôm"),
        .. Vi(Week, "tuần"),
        .. Vi(HalfHour, "rưỡi"),
        .. Vi(
            DayPart,
            "sáng=1, buổi sáng=1, sáng sớm=1, trưa=2, buổi trưa=2, chiều=3, buổi chiều=3, tối=4, buổi tối=4, đêm=5, khuya=5"
        ),
        .. Vi(DayPart, "giờ trưa=2, bữa trưa=2, ăn trưa=2, giờ ăn trưa=2, nghỉ trưa=2, giờ nghỉ trưa=2"),
        .. Vi(
            DayRef,
            "hôm nay=0, ngày hôm nay=0, nay=0, bữa nay=0, mai=1, ngày mai=1, hôm sau=1, sớm mai=1, ngày kia=2, ngày mốt=2"
        ),
        .. Vi(DayRef, "ngày kìa=3"),
        .. Vi(
            Weekday,
            "chủ nhật=0, chủ nhựt=0, cn=0, thứ hai=1, thứ 2=1, thứ ba=2, thứ 3=2, thứ tư=3, thứ 4=3, thứ năm=4, thứ 5=4"
        ),
        .. Vi(Weekday, "thứ sáu=5, thứ 6=5, thứ bảy=6, thứ bẩy=6, thứ 7=6, t2=1, t3=2, t4=3, t5=4, t6=5, t7=6"),
        .. Vi(MonthWord, "tháng, thg"),
        .. Vi(YearWord, "năm"),
        .. Vi(DateWord, "ngày, mùng, mồng, hôm"),
        .. Vi(NextWeek, "trong tuần sau, trong tuần tới, tuần sau, tuần tới, của tuần sau, tuần kế tiếp"),
        .. Vi(ThisWeek, "tuần này, trong tuần này, trong tuần"),
        .. Vi(Next, "tới, sau"),
        .. Vi(This, "này"),
        .. Vi(EndOf, "cuối, hết, trong"),
        .. Vi(
            EndOfDay,
            "cuối ngày, hết ngày, cuối giờ, hết giờ làm, cuối giờ làm, cuối giờ chiều, hết giờ hành chính, trong ngày, cuối buổi"
        ),
        .. Vi(Noon, "giữa trưa"),
        .. Vi(Midnight, "nửa đêm"),
        .. Vi(Within, "trong, trong vòng, trong khoảng, trong ngày, trong tuần này, trong tuần sau, trong tuần tới"),
        .. Vi(Ahead, "tới, nữa, kể từ bây giờ, tiếp theo, kể từ lúc này"),
        .. Vi(Ago, "trước, qua, vừa qua, vừa rồi, nay, rồi, trước đó"),
        .. Vi(Before, "trước, trước lúc, trước khi, kịp, kịp trước, cho kịp, để kịp, chậm nhất trước"),
        .. Vi(
            Due,
            "hạn, hạn chót, deadline, chậm nhất, muộn nhất, trễ nhất, đến hạn, hạn cuối, hạn nộp, chậm nhất là, muộn nhất là"
        ),
        .. Vi(
            Due,
            "trễ nhất là, hạn là, thời hạn, hạn đến, từ nay đến, từ giờ đến, từ nay tới, từ giờ tới, dl, deadline là"
        ),
        .. Vi(
            Moved,
            "dời sang, lùi sang, chuyển sang, đổi thành, dời đến, lùi đến, gia hạn đến, gia hạn tới, dời lên, đẩy lên, lùi tới"
        ),
        .. Vi(Since, "từ, kể từ, bắt đầu từ, xảy ra, từ lúc, bắt đầu bị, từ hồi, sau, từ khoảng, xảy ra lúc, sau khi"),
        .. Vi(
            Past,
            "hôm qua=1, tối qua=1, sáng qua=1, chiều qua=1, đêm qua=1, hôm kia=1, tuần trước=1, hôm trước=1, lần trước, tháng trước=1, trước đây"
        ),
        .. Vi(
            Past,
            "trước kia, như trước, năm trước=1, ngày trước, hôm nọ=1, cách đây, vừa rồi, lúc trước, hồi trước, năm ngoái=1, khi trước, trước nay, xưa nay, lâu nay, hiện nay, từ trước đến nay"
        ),
        .. Vi(
            Need,
            "cần, phải có, phải xong, phải, muốn, mong muốn, hoàn thành, xong, yêu cầu, cần có, hoàn tất, bàn giao, cần gấp, nộp cho"
        ),
        .. Vi(
            NoNeed,
            "không cần, chưa cần, khỏi cần, không gấp, không có hạn, không yêu cầu, không cần phải, chưa gấp, ko cần"
        ),
        .. Vi(
            Ask,
            "nhờ, xin, vui lòng, giúp, gửi, xử lý, hỗ trợ, khắc phục, sửa, làm ơn, phản hồi, trả lời, nghe máy, bắt máy, mở khóa, cho em, cho chị, cho anh"
        ),
        .. Vi(Promise, "hẹn, hứa, báo là sẽ, nói sẽ, dự kiến, đã báo sẽ, bảo sẽ"),
        .. Vi(
            Schedule,
            "bắt đầu, bắt đầu lúc, có lớp, lớp học lúc, vào lớp, có tiết, có ca, ca dạy, giờ dạy, giờ học, buổi học, lớp lúc"
        ),
        .. Vi(
            Schedule,
            "lên lớp, khai giảng, vào dạy, có buổi, lịch học, học lúc, thi lúc, họp lúc, có cuộc họp, vào học, tan lớp, lớp vào lúc"
        ),
        .. Vi(Schedule, "dạy lúc, dạy, vào tiết, diễn ra, có giờ"),
    ];

    static IEnumerable<Phrase> En(Meanings meanings, string texts) => Phrase.Several(Language.En, meanings, texts);

    static IEnumerable<Phrase> Vi(Meanings meanings, string texts) => Phrase.Several(Language.Vi, meanings, texts);
}
