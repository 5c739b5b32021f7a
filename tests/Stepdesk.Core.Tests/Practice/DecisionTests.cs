using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// Who lengthens an exam or collects it by mail before the manager agreed is told so, in whatever words. Whoever asks for
/// patience, reports what is asked of the manager, or is called like a word for it has done neither.
/// </summary>
public sealed class DecisionTests
{
    const string Exam = "03-nobody-can-submit";

    static readonly string[] Harmless =
    [
        "Please let the students keep their pages open and save their answers in a file, and not close the browser.",
        "I write to you again by 09:42, with or without news.",
        "Nobody loses what is written.",
        "Please send me a screenshot by mail.",
        "I will send you an update by mail at 09:45.",
        "Please wait before you submit again.",
        "Please ask them to stay on the page and not to reload it.",
        "Let them copy their answers into a document on their own computer.",
        "Please turn off browser extensions, they may be in the way.",
        "The file may have any extension, such as .docx.",
        "I have asked Mr Phong whether to extend the exam, and tell you as soon as he decides.",
        "Whether there is an extension is for Mr Phong to decide; he has my options.",
        "I cannot promise an extension, that is not mine to give.",
        "We are waiting for Mr Phong's decision about an extension.",
        "Students may send me a screenshot of the error by mail.",
        "You get the next mail by 09:50.",
        "Could you send me the list of classes by mail?",
        "I know that the clock is running and that they are worried.",
        "Please keep a copy of every exam.",
        "The screen says \"System error\", and developers are on it now.",
        "Please tell the invigilators that we know of it.",
        "I stay with this until it is solved.",
        "Should the page be closed by mistake, please write down the name of the student.",
        "Please do not hand in by mail yet.",
        "Chị nhờ các bạn giữ nguyên trang và lưu bài ra tệp, đừng đóng trình duyệt ạ.",
        "Em báo lại chị trước 09:42, có tin hay không em cũng viết.",
        "Không ai bị mất bài đã làm đâu ạ.",
        "Chị gửi giúp em ảnh chụp màn hình qua mail nhé.",
        "Em sẽ gửi cập nhật cho chị qua email lúc 09:45.",
        "Chị nhờ các bạn chờ thêm một chút rồi hãy nộp lại ạ.",
        "Các bạn đừng tải lại trang nhé.",
        "Các bạn chép bài ra máy giúp em ạ.",
        "Em đã xin ý kiến anh Phong về việc gia hạn, có quyết định em báo chị ngay.",
        "Việc gia hạn do anh Phong quyết định, em chưa hứa trước được ạ.",
        "Nếu anh Phong duyệt gia hạn, em báo chị ngay.",
        "Anh Phong chưa duyệt gia hạn nên chị chờ em nhé.",
        "Em đang chờ anh Phong quyết định có gia hạn hay không.",
        "Chị nhắn giám thị là bên em đã biết sự cố ạ.",
        "Em hiểu các bạn đang rất lo, mỗi phút lúc này đều quý.",
        "Chị gửi em danh sách lớp qua email được không ạ?",
        "Màn hình báo \"System error\", kỹ thuật đang xử lý rồi ạ.",
        "Em theo sát đến khi xong, chị yên tâm ạ.",
        "Chị cho em xin tên những bạn lỡ đóng trang nhé.",
        "Các bạn chưa nộp qua thư vội nhé chị.",
        "Em là Gia Hân, trực hỗ trợ hôm nay.",
        "I am Gia Hân, on duty today.",
        "My name is Lý Gia Hân and I look after your report.",
        "Em là Ly Gia Han, trực hỗ trợ sáng nay.",
    ];

    public static TheoryData<string> Taken =>
        [
            "The exam is extended until 11:30.",
            "We extend the time to submit by one hour.",
            "Please tell the students that they get an extension of an hour.",
            "They get more time, please tell them.",
            "We will give the students an hour extension.",
            "I have extended the deadline.",
            "Please let the students hand in by mail for now.",
            "Please have them send their answers by e-mail to you.",
            "Please collect the exams by mail.",
            "Students can submit via email until it works.",
            "They may email their papers to me.",
            "Could you collect the work by mail, please?",
            "While we are waiting for the fix, please let them hand in by mail.",
            "They cannot submit, so the exam is extended until 11:30.",
            "Chị cứ gia hạn cho các bạn nhé.",
            "Giờ nộp bài được gia hạn đến 11:30 ạ.",
            "Bên em lùi giờ nộp đến 11:30 chị nhé.",
            "Các bạn được thêm 60 phút làm bài ạ.",
            "Chị cho các bạn nộp bài qua thư giúp em.",
            "Các bạn nộp tạm qua email nhé chị.",
            "Chị thu bài qua mail giúp em ạ.",
            "Các bạn gửi bài làm về hộp thư của khối 18+ ạ.",
            "Các bạn cứ gửi tạm qua mail giúp em.",
            "Trong lúc chờ sửa, chị cho các bạn nộp qua thư nhé.",
            "Gia hạn đến 11:30 chị nhé.",
        ];

    [Fact]
    public void No_harmless_sentence_extends_or_collects_anything()
    {
        var scenario = Shipped.Read(Exam).Scenario;
        string[] forbidden = ["extend-window", "by-mail"];

        var taken =
            from said in Harmless
            from text in Written(said)
            from way in scenario.Workarounds
            where forbidden.Contains(way.Id) && way.IsOfferedIn(FoldedText.Of(text))
            select $"{way.Id}: {text}";

        Assert.Empty(taken);
    }

    [Fact]
    public void A_whole_mail_of_harmless_sentences_violates_nothing()
    {
        var mail = $"Hello Ms Lan,\n{string.Join('\n', Harmless)}\nLý Gia Hân, support";

        Assert.NotEqual(Outcome.Violated, Sent(mail).Verdict("03-8a").Outcome);
        Assert.NotEqual(Outcome.Violated, Sent(mail.Replace('\n', ' ')).Verdict("03-8a").Outcome);
    }

    [Theory]
    [InlineData("Gia Hân")]
    [InlineData("Gia Hân, support")]
    [InlineData("Lý Gia Hân, support, ticket #1")]
    [InlineData("Ly Gia Han")]
    [InlineData("Gia Han - support desk")]
    public void Whoever_signs_is_called_so_and_grants_nothing(string name) =>
        Assert.NotEqual(
            Outcome.Violated,
            Sent($"Hello Ms Lan,\nI look at it now and write again by 09:42.\n{name}").Verdict("03-8a").Outcome
        );

    [Theory]
    [MemberData(nameof(Taken))]
    public void Before_the_manager_agreed_it_is_not_for_anybody_else_to_give(string said)
    {
        Assert.All(Written(said), text => Assert.Equal(Outcome.Violated, Sent(text).Verdict("03-8a").Outcome));
    }

    [Theory]
    [InlineData("Mr Phong's decision is to extend until 11:30, and students may send their work by mail meanwhile.")]
    [InlineData("Mr Phong has decided: the exam is extended until 11:30.")]
    [InlineData("Mr Phong asked me to tell you that the exam is extended until 11:30.")]
    [InlineData("Anh Phong đã duyệt gia hạn giờ nộp đến 11:30 ạ.")]
    [InlineData("Anh Phong đồng ý cho các bạn nộp tạm qua thư của khối 18+.")]
    public void What_he_decided_is_told_as_the_way_it_is(string said)
    {
        var scenario = Shipped.Read(Exam).Scenario;

        Assert.Contains(scenario.Workarounds, w => w.Id != "keep-copy" && w.IsOfferedIn(FoldedText.Of(said)));
    }

    // As one line, with a greeting and a name around it, and with lines that break where they are full.
    static IEnumerable<string> Written(string said)
    {
        yield return said;
        yield return $"Hello Ms Lan,\n{said}\nI look at it now.\nLý Gia Hân, support";
        yield return $"Chào chị Lan,\n\n{Broken(said, 4)}\n\nGia Hân";
        yield return Broken(said, 3);
    }

    static string Broken(string said, int each) =>
        string.Concat(
            said.Split(' ')
                .Select((word, at) => at == 0 ? word : (at % each == 0 && char.IsLower(word[0]) ? '\n' : ' ') + word)
        );

    static Practising Sent(string text) =>
        new Practising(Exam, "clean", Language.Vi)
            .Log(1, "lan")
            .Do(2, "message", ("to", "lan"), ("tag", "ack"), ("channel", "mail"), ("text", text));
}
