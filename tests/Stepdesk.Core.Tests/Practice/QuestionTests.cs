using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>People of a scenario understand what anybody would ask them, in the words in which it is asked.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData("01-login", "an", "ask-class", "Thầy An ơi, lớp của thầy bắt đầu lúc mấy giờ ạ?")]
    [InlineData("01-login", "an", "ask-class", "Hôm nay thầy dạy lúc mấy giờ ạ?")]
    [InlineData("01-login", "an", "ask-class", "Khi nào thầy vào lớp ạ?")]
    [InlineData("01-login", "an", "ask-class", "Giờ học của thầy là mấy giờ ạ?")]
    [InlineData("01-login", "an", "ask-class", "Mấy giờ thầy có lớp ạ?")]
    [InlineData("01-login", "an", "ask-class", "When does your class begin?")]
    [InlineData("01-login", "an", "ask-address", "Thầy đang mở địa chỉ nào, và lớp của thầy bắt đầu lúc mấy giờ ạ?")]
    [InlineData("01-login", "an", "ask-since", "Thầy không vào được từ khi nào ạ?")]
    [InlineData(
        "06-deadline-report",
        "khai",
        "ask-fields",
        "2. Which figures (fields) do you need: enrolments, revenue?"
    )]
    [InlineData("06-deadline-report", "khai", "ask-fields", "What information should the report contain?")]
    [InlineData("06-deadline-report", "khai", "ask-fields", "Anh cần những số liệu nào ạ?")]
    [InlineData("06-deadline-report", "khai", "ask-fields", "Báo cáo cần thể hiện chỉ số gì ạ?")]
    [InlineData("06-deadline-report", "khai", "ask-decision", "Which option do you prefer?")]
    [InlineData("06-deadline-report", "khai", "ask-decision", "Which would you prefer?")]
    public void What_is_asked_is_understood(string name, string who, string intent, string said)
    {
        var scenario = Shipped.Read(name).Scenario;
        var session = Session.Begin(scenario, 3, Language.Vi);

        Assert.Null(
            Trainee.Act(
                session,
                new("message", Fields.Of(("to", who), ("tag", "question"), ("channel", "mail"), ("text", said))),
                scenario.Start.AddMinutes(5)
            )
        );

        var sent = session.Events.Single(e => e.Type is EventTypes.MessageSent);
        Assert.Contains($"{who}.{intent}", sent.Data.All("understood"));
    }
}
