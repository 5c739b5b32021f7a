using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Scenarios;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// Whatever hour, number, id or greeting stands in an ordinary sentence of somebody's work, no fact of any scenario is
/// claimed by it before anything came to light: such a claim fails a run.
/// </summary>
public sealed class HarmlessTests
{
    public static TheoryData<string> Names => [.. Shipped.Folders.Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_hour_of_a_run_is_a_claim(string name)
    {
        var start = Shipped.Read(name).Scenario.Start;
        // One looks back to half an hour before it begins.
        var hours = Enumerable.Range(-10, 65).Select(m => start.AddMinutes(3 * m + (m % 3)));

        Assert.Empty(Claimed(name, hours.SelectMany(At)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_number_is_a_claim(string name) =>
        Assert.Empty(Claimed(name, Enumerable.Range(1, 70).SelectMany(n => Counts(n).Concat(Durations(n)))));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_ordinary_sentence_is_a_claim(string name) => Assert.Empty(Claimed(name, Sentences));

    // Each as a note of its own, and who read along cites every one that states what had not come to light.
    static List<string> Claimed(string name, IEnumerable<string> sentences)
    {
        var scenario = Shipped.Read(name).Scenario;
        var claims = scenario.Rubric.Single(l => l.Check is Supported);
        return
        [
            .. scenario
                .Branches.Take(1)
                .SelectMany(branch =>
                {
                    var before = new Practising(name, branch.Id).Wait(1).Session.Events;
                    List<SessionEvent> notes = [.. sentences.Select((s, i) => Note(scenario, before, i, s))];
                    return
                        Judge.Of(scenario, [.. before, .. notes]).Of(claims.Id).Ruling
                            is { Outcome: Outcome.Violated } ruling
                        ? ruling
                            .Evidence.Where(c => c.Words is not null)
                            .Select(c => $"{c.Words!.Text}: {notes[(int)c.Seq - before.Count - 1].Data.One("text")}")
                        : [];
                }),
        ];
    }

    static SessionEvent Note(Scenario scenario, IReadOnlyList<SessionEvent> before, int at, string text)
    {
        var words = FoldedText.Of(text);
        var mentions = scenario.Facts.Where(f => f.SaidIn(words).Any()).Select(f => f.Id);
        return new(
            before.Count + 1 + at,
            before[^1].At.AddMinutes(1),
            EventTypes.NoteAdded,
            SessionEvent.Trainee,
            Fields.Of(("text", text)).With("mentions", [.. mentions]),
            []
        );
    }

    static IEnumerable<string> At(DateTimeOffset at)
    {
        var (hour, later) = ($"{at:HH:mm}", $"{at.AddMinutes(20):HH:mm}");
        return
        [
            $"Khách nhắn lúc {hour} rằng vẫn chờ.",
            $"Em đã gọi lại lúc {hour}.",
            $"Em xem số liệu từ {hour} đến {later}.",
            $"Lúc {at.Hour} giờ {at:mm} em nhận phiếu.",
            $"Lúc {at.Hour}h{at:mm} em nhận phiếu.",
            $"{hour}: đã gửi thư xác nhận.",
            $"Em hẹn liên lạc lại lúc {hour}.",
            $"At {hour} I told the customer what we know.",
            $"I looked at the time from {hour} to {later}.",
            $"It looks the same as before {hour}.",
            $"Wrote back at {hour}, and again since {hour}.",
            $"[{hour}] took the ticket",
            $"I write again by {hour}.",
            $"Between {hour} and {later} nothing changed.",
        ];
    }

    static IEnumerable<string> Counts(int n) =>
        [
            $"Em đã gửi {n} tin nhắn.",
            $"Phiếu #{n} là của khách này.",
            $"I have answered {n} messages so far.",
            $"Ticket #{n} is linked to this one.",
            $"This is update number {n}.",
            $"Đây là lần cập nhật thứ {n}.",
            $"Bảng có {n} dòng.",
            $"The table has {n} rows.",
        ];

    static IEnumerable<string> Durations(int n) =>
        [
            $"Em mất {n} phút để trả lời.",
            $"Cập nhật tiếp theo sau {n} phút.",
            $"Em chờ {n} giây rồi thử lại.",
            $"I waited {n} seconds and tried again.",
            $"I watched for {n} minutes.",
            $"The next update comes in {n} minutes.",
            $"My note took {n} seconds to save.",
        ];

    static readonly string[] Sentences =
    [
        "Chào chị, em đã nhận được thư của chị.",
        "Chào anh, em là nhân viên trực hỗ trợ hôm nay.",
        "Kính gửi thầy, em đang xem phiếu của thầy.",
        "Em cảm ơn chị đã chờ.",
        "Em sẽ cập nhật cho chị trong vòng 15 phút.",
        "Em đã ghi phiếu và chọn hạng dịch vụ.",
        "Em chuyển phiếu cho đội kỹ thuật kèm số liệu.",
        "Chúc chị một ngày tốt lành.",
        "Hello, I have received your message and I am looking into it.",
        "Good morning, thank you for your patience.",
        "I have logged your report and set its class.",
        "I have escalated this with the figures I have so far.",
        "I keep watching it and write again as promised.",
        "We know no cause yet.",
        "Chưa rõ nguyên nhân, em đang tìm hiểu.",
        "Ticket 00009 is the main one, the others are linked to it.",
        "Phiếu 00012 là phiếu chính, các phiếu khác được gắn vào.",
        "I am sorry for the trouble.",
        "Em xin lỗi vì sự bất tiện này.",
        "Best regards, support desk",
    ];
}
