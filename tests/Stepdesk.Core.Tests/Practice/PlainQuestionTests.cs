using System.Collections.Concurrent;
using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Scenarios;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What anybody would ask in their own words is understood.</summary>
public sealed class PlainQuestionTests
{
    [Theory]
    [InlineData(
        "01-login",
        "an",
        "ask-class",
        "Thầy ơi hôm nay mấy giờ thầy có tiết ạ?",
        "Tiết đầu của thầy bắt đầu khi nào ạ?",
        "Sáng nay thầy có lớp không ạ?",
        "What time is your class today?",
        "When do you teach today?",
        "Do you have a class this morning?"
    )]
    [InlineData(
        "01-login",
        "an",
        "ask-address",
        "Thầy vào bằng đường dẫn nào ạ?",
        "Thầy gửi giúp em địa chỉ trang đang mở với ạ?",
        "Thầy đang mở trang gì ạ?",
        "Which page do you use to sign in?",
        "Could you copy the address from your browser to me?",
        "What web address are you using?"
    )]
    [InlineData(
        "01-login",
        "an",
        "ask-since",
        "Thầy bị lỗi này từ lúc mấy giờ ạ?",
        "Thầy không đăng nhập được từ bao giờ ạ?",
        "Lỗi xuất hiện từ khi nào ạ?",
        "When did this start?",
        "Since when have you been unable to sign in?",
        "How long has this been going on?"
    )]
    [InlineData(
        "01-login",
        "an",
        "ask-works",
        "Thầy đăng nhập lại được chưa ạ?",
        "Thầy thử vào lại giúp em với ạ.",
        "Thầy xác nhận giúp em đã vào được chưa nhé?",
        "Please tell me whether you can sign in now.",
        "Can you log in now?",
        "Does it work again?"
    )]
    [InlineData(
        "01-login",
        "huy",
        "ask-approval",
        "As his direct manager, do you agree that I reactivate it?",
        "Is Mr An still teaching with you, and may I reopen his account?",
        "Can we unlock his account?",
        "Anh xác nhận giúp em thầy An còn công tác ở mình không ạ?",
        "Em mở lại tài khoản cho thầy An được không anh?",
        "Anh đồng ý cho em mở lại tài khoản của thầy chứ ạ?"
    )]
    [InlineData(
        "01-login",
        "mai",
        "ask-approval",
        "Does Mr An still work here?",
        "Is he still employed, and do you approve reopening the account?",
        "Has Mr An left the company?",
        "Thầy An đã nghỉ việc chưa chị?",
        "Thầy An vẫn đang dạy ở trường mình phải không chị?",
        "Chị duyệt cho em kích hoạt lại tài khoản thầy An nhé?"
    )]
    [InlineData(
        "02-slow-lms",
        "ha",
        "ask-pages",
        "Chị cho em biết các bạn chậm ở trang nào ạ?",
        "Các em chậm khi mở phần nào ạ?",
        "Chức năng nào chậm nhất hả chị?",
        "Which pages are slow?",
        "Where exactly is it slow?",
        "What part of the LMS is slowest?"
    )]
    [InlineData(
        "02-slow-lms",
        "ha",
        "ask-since",
        "Các bạn chậm từ lúc mấy giờ ạ?",
        "Lớp mình bị chậm từ khoảng mấy giờ hả chị?",
        "Tình trạng này xuất hiện từ bao giờ ạ?",
        "Since what time has it been slow?",
        "When did it begin?",
        "How long has this been happening?"
    )]
    [InlineData(
        "02-slow-lms",
        "ha",
        "ask-others",
        "Lớp bên cạnh có bị không chị?",
        "Các lớp khác có bị chậm như vậy không ạ?",
        "Chỉ lớp mình bị hay các lớp khác cũng bị hả chị, lớp bên cạnh thế nào ạ?",
        "Are other classes affected too?",
        "Is it only your class?",
        "Is anybody else slow?"
    )]
    [InlineData(
        "02-slow-lms",
        "ha",
        "ask-network",
        "Cả lớp đang dùng mạng nào ạ?",
        "Chị thử qua 4G xem có nhanh hơn không giúp em nhé?",
        "Wifi của trường có ổn không chị?",
        "Which network are they on?",
        "Could you try it on mobile data?",
        "Is the Wi-Fi working fine otherwise?"
    )]
    [InlineData(
        "02-slow-lms",
        "ha",
        "ask-works",
        "Lớp mình vào lại bình thường chưa chị?",
        "Chị kiểm tra lại giúp em với ạ.",
        "Còn chậm không chị?",
        "Is everything working for your class now?",
        "Please confirm that it works again.",
        "Can your students get in now?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-window",
        "Mấy giờ thì hết giờ nộp bài hả chị?",
        "Các lớp được nộp đến mấy giờ ạ?",
        "Còn bao lâu nữa thì hết giờ ạ?",
        "When does the submission window close?",
        "What time does the exam end?",
        "How much time is left?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-since",
        "Các bạn không nộp được từ lúc nào ạ?",
        "Lỗi bắt đầu từ mấy giờ hả chị?",
        "Các lớp bị lỗi từ khoảng mấy giờ ạ?",
        "When did it start?",
        "Since when can nobody submit?",
        "From what time did they see the error?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-message",
        "Màn hình báo lỗi gì ạ?",
        "Thông báo lỗi cụ thể là gì hả chị?",
        "Chị chụp màn hình giúp em với ạ?",
        "What does the screen show?",
        "What exactly is the error message?",
        "Could you send a screenshot?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-collected",
        "Chị nhận được bao nhiêu bài qua thư ạ?",
        "Số bài thu qua email đã đưa lên đủ chưa chị?",
        "Chị đã đối chiếu đủ các bài chưa ạ?",
        "How many exams did you get by mail?",
        "What is the number of exams you collected?",
        "Are they all uploaded by now?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "lan",
        "ask-works",
        "Các lớp nộp được chưa chị?",
        "Chị nhờ các lớp thử nộp lại giúp em nhé.",
        "Các bạn còn lỗi không chị?",
        "Can everybody submit now?",
        "Please check with your students and tell me that all can submit.",
        "Does it work in all three classes?"
    )]
    [InlineData(
        "03-nobody-can-submit",
        "phong",
        "ask-decision",
        "Your decision is needed: option A or option B. Which do you want?",
        "Which do you want?",
        "Do you approve the extension?",
        "Please confirm option A.",
        "Anh chọn phương án nào ạ?",
        "Em xin ý kiến của anh, anh chốt giúp em nhé."
    )]
    [InlineData(
        "04-feature-request",
        "nhung",
        "ask-value",
        "Mỗi tuần chị mất khoảng mấy tiếng để làm ạ?",
        "Chị làm tay như vậy hết bao nhiêu thời gian ạ?",
        "Bao lâu thì chị làm xong các báo cáo một tuần ạ?",
        "How many hours does it take you each week?",
        "How long does it take by hand?",
        "How much time would it save you?"
    )]
    [InlineData(
        "04-feature-request",
        "nhung",
        "ask-how-many",
        "Có bao nhiêu gia đình sẽ nhận ạ?",
        "Bên chị có mấy lớp ạ?",
        "Số lượng phụ huynh khoảng bao nhiêu chị?",
        "How many families would get it?",
        "To how many parents do you send them?",
        "What is the number of families?"
    )]
    [InlineData(
        "04-feature-request",
        "nhung",
        "ask-why",
        "Chị cần gửi báo cáo này để phụ huynh theo dõi điều gì ạ?",
        "Phụ huynh hiện gặp khó khăn gì ạ?",
        "Lý do chính là gì hả chị?",
        "What do you need the reports for?",
        "Why do the parents need it?",
        "What is the purpose of the report?"
    )]
    [InlineData(
        "05-video",
        "hanh",
        "ask-lesson",
        "Chị gửi giúp em link bài học với ạ?",
        "Đó là bài nào ạ?",
        "Em xin chị link bài học.",
        "Chị cho em xin đường dẫn nhé?",
        "Could you send me the link of the lesson?",
        "Which lesson is it?",
        "What is the address of the video?"
    )]
    [InlineData(
        "05-video",
        "hanh",
        "ask-screenshot",
        "Chị chụp lại màn hình lỗi giúp em nhé?",
        "Chị chụp màn hình lỗi giúp em nhé.",
        "Please send us a screenshot.",
        "Chị cho em xin ảnh chụp lỗi ạ?",
        "Chị gửi em hình chụp với ạ?",
        "Could you send me a screenshot?",
        "A picture of the error would help, could you send one?",
        "Do you have a screen shot?"
    )]
    [InlineData(
        "05-video",
        "hanh",
        "ask-device",
        "Các bạn dùng thiết bị gì, trình duyệt gì ạ?",
        "Các bạn xem trên máy tính hay điện thoại ạ?",
        "Chị cho em biết thêm về thiết bị, trình duyệt, mạng và giờ các bạn thử ạ?",
        "Could you send, for two or three students, the device, the browser, the network and the time they tried?",
        "Do they use phones or computers?",
        "What are they watching it on?"
    )]
    [InlineData(
        "05-video",
        "hanh",
        "ask-works",
        "Các bạn xem lại được chưa chị?",
        "Chị nhờ các bạn xem lại giúp em nhé.",
        "Video phát bình thường chưa ạ?",
        "Can your students watch it now?",
        "Does the video play now?",
        "Is it working again?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-period",
        "Anh cần số liệu kỳ nào ạ?",
        "Báo cáo lấy từ tháng nào đến tháng nào ạ?",
        "Khoảng thời gian nào anh cần ạ?",
        "Which months should it cover?",
        "What period do you need?",
        "From when to when?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-fields",
        "Anh cần những cột nào ạ?",
        "Anh có cần tên học viên không ạ?",
        "Anh chỉ cần tổng hợp thôi hay cả danh tính ạ?",
        "Which columns do you need?",
        "Do you need names of students?",
        "Do you want totals or single students?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-priority",
        "Phần nào quan trọng nhất với anh ạ?",
        "Nếu không kịp thì mình ưu tiên phần nào trước ạ?",
        "Chỉ số nào anh cần trước ạ?",
        "Which part matters most?",
        "What should come first?",
        "Which figures are most important to you?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-format",
        "Anh muốn nhận dạng tệp nào ạ?",
        "Em gửi bằng Excel hay PDF ạ?",
        "Anh cần định dạng gì ạ?",
        "Which format would you like?",
        "Do you want it in Excel?",
        "What type of file suits you?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-scope",
        "Anh đồng ý với phạm vi này không ạ?",
        "Phạm vi như vậy ổn chưa ạ?",
        "Anh chốt phạm vi giúp em nhé.",
        "Do you agree with this scope?",
        "Please confirm the scope.",
        "Is this scope fine for you?"
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-decision",
        "Anh chọn cách nào ạ?",
        "Nhờ anh quyết định giúp em.",
        "Phương án nào anh thấy hợp hơn ạ?",
        "Which option do you prefer?",
        "Please decide.",
        "I need your decision on this."
    )]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-known",
        "Khi nào anh trình bày ạ?",
        "Anh cần trước mấy giờ ạ?",
        "Hạn nộp là khi nào ạ?",
        "When do you need it?",
        "By when do you want it?",
        "What time is the meeting?"
    )]
    public void A_question_is_understood_however_it_is_asked(
        string name,
        string who,
        string intent,
        params string[] said
    ) => Assert.All(said, text => Assert.Contains(intent, Understood(name, who, text)));

    // There are many sentences, and reading a scenario takes longer than all of them.
    static readonly ConcurrentDictionary<string, Scenario> Read = new(StringComparer.Ordinal);

    internal static IEnumerable<string> Understood(string name, string who, string text)
    {
        var words = FoldedText.Of(text);
        return Read.GetOrAdd(name, of => Shipped.Read(of).Scenario)
            .Person(who)!
            .Intents.Where(i => i.IsAskedIn(words))
            .Select(i => i.Id);
    }
}
