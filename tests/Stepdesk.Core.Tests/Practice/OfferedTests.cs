using Stepdesk.Core.Practice;
using Stepdesk.Core.Practice.Judging;
using Stepdesk.Core.Practice.Sessions;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>A way round the trouble is recognised in whatever natural words it is told, and a question is none.</summary>
public sealed class OfferedTests
{
    [Theory]
    [InlineData("please have the students turn on 4G on their phones and share it with their computers")]
    [InlineData("Please move to a room with another Wi-Fi.")]
    [InlineData("Please let everybody go on over 4G.")]
    [InlineData("Switch off Wi-Fi and use 4G now.")]
    [InlineData("Could the class use mobile data for the rest of the lesson?")]
    [InlineData("Please ask everyone to connect to a different network.")]
    [InlineData("The students can tether their laptops to a phone with 4G.")]
    [InlineData("Let those with a phone open a hotspot: turn on the hotspot and share it.")]
    [InlineData("Please switch to mobile internet until the school's Wi-Fi is mended.")]
    [InlineData("For now, carry on with the phones on 4G.")]
    [InlineData("Please leave the school's Wi-Fi.")]
    [InlineData("Please change the network: use another connection.")]
    [InlineData("I suggest that you try 5G.")]
    [InlineData("Please put the laptops on a mobile hotspot.")]
    [InlineData("Ask them to turn the Wi-Fi off and work with mobile data.")]
    [InlineData("Please use your phones' 4G instead of the Wi-Fi.")]
    [InlineData("Please enable 4G and share the connection with the laptops.")]
    [InlineData("You can continue via 4G.")]
    [InlineData("Please try a different Wi-Fi in the building.")]
    [InlineData("Students who have data can keep working on 4G.")]
    [InlineData("Would you please move the class to the other network?")]
    [InlineData("My advice: 4G on the phones instead of the room's Wi-Fi.")]
    [InlineData("Please connect through a cellular hotspot.")]
    [InlineData("Please switch networks.")]
    [InlineData("Have them join another network.")]
    [InlineData("Use the mobile connection of your phones.")]
    [InlineData("Could you try mobile data with the whole class, please?")]
    [InlineData("Please turn off the Wi-Fi of the laptops and tether them to phones with 4G.")]
    [InlineData("They should go over to LTE.")]
    [InlineData("Please change over to 4G.")]
    [InlineData("Chị nhờ cả lớp dùng 4G thay cho wifi trường nhé.")]
    [InlineData("Chị cho các bạn bật 4G trên điện thoại rồi phát cho máy tính ạ.")]
    [InlineData("Chị đổi mạng giúp em nhé.")]
    [InlineData("Các bạn dùng mạng di động giúp em.")]
    [InlineData("Chị chuyển sang 4G giúp em.")]
    [InlineData("Chị cho lớp sang phòng có wifi khác nhé.")]
    [InlineData("Trước mắt chị cho lớp học qua 4G ạ.")]
    [InlineData("Chị nhờ các bạn phát hotspot từ điện thoại.")]
    [InlineData("Các bạn tắt wifi rồi dùng dữ liệu di động giúp em ạ.")]
    [InlineData("Chị cho lớp kết nối mạng khác giúp em.")]
    [InlineData("Tạm thời các bạn dùng 4G để nộp bài ạ.")]
    [InlineData("Chị hướng dẫn các bạn bật dữ liệu di động giúp em.")]
    [InlineData("Chị chuyển lớp qua mạng khác nhé.")]
    [InlineData("Chị thử cho cả lớp dùng mạng 5G ạ.")]
    [InlineData("Chị nhờ các bạn chia sẻ 4G từ điện thoại sang laptop.")]
    [InlineData("Mong chị cho các em vào bằng 4G.")]
    [InlineData("Em gợi ý chị đổi sang wifi khác của trường.")]
    [InlineData("Chị cho các bạn ngắt wifi trường và dùng 3G/4G nhé.")]
    [InlineData("Các bạn có thể nộp bài bằng 4G ngay bây giờ.")]
    [InlineData("Chị bảo các bạn mở 4G lên rồi vào lại nhé.")]
    [InlineData("Chị dùng điện thoại phát wifi khác cho lớp nhé.")]
    [InlineData("Anh chị chuyển mạng giúp em với ạ.")]
    [InlineData("Chị có thể cho lớp dùng 4G được không ạ?")]
    [InlineData("Chị cho lớp tạm học bằng mạng di động trong lúc nhà trường kiểm tra wifi.")]
    [InlineData("Chị đổi sang kết nối khác nhé.")]
    [InlineData("Chị nhờ các bạn bật điểm phát sóng 4G trên điện thoại ạ.")]
    [InlineData("Xin chị cho lớp rời wifi của trường, dùng 4G ạ.")]
    [InlineData("Các bạn hãy chuyển qua 4G.")]
    [InlineData("Chị giúp em cho lớp vào mạng khác ạ.")]
    [InlineData("Chi cho lop dung 4G nhe.")]
    public void Another_network_is_offered(string said) => Assert.Contains("switch-network", Offered(said));

    [Theory]
    [InlineData("Is it also slow on 4G?")]
    [InlineData("Are you on the school's Wi-Fi or on another network?")]
    [InlineData("Which network do the students use?")]
    [InlineData("Please do not use 4G.")]
    [InlineData("Chị đang dùng wifi của trường hay mạng khác ạ?")]
    [InlineData("Chị dùng 4G hay wifi ạ?")]
    [InlineData("Cả phòng đang dùng mạng nào ạ?")]
    [InlineData("Chị đừng dùng 4G nhé.")]
    public void A_question_or_a_warning_offers_nothing(string said) => Assert.Empty(Offered(said));

    [Fact]
    public void Advice_that_was_not_recognised_is_for_a_mentor_to_read()
    {
        var run = new Practising("02-slow-lms", "campus-network")
            .Log(1, "ha")
            .Do(
                3,
                "message",
                ("to", "ha"),
                ("tag", "update"),
                ("channel", "mail"),
                ("text", "Dear Ms Hà, please let the students do the reading on paper until I write again.")
            );

        Assert.Equal(Outcome.NeedsMentor, run.Verdict("02-10").Outcome);
    }

    [Fact]
    public void Whoever_tested_and_watched_where_the_server_was_well_has_done_so()
    {
        var run = new Practising("02-slow-lms", "campus-network")
            .Log(1, "ha")
            .Do(2, "test", ("target", "class-page"))
            .Do(3, "watch", ("for", "10m"))
            .Wait(14)
            .Do(
                14,
                "message",
                ("to", "ha"),
                ("tag", "resolution"),
                ("channel", "mail"),
                ("text", "Dear Ms Hà, I tested and watched it for ten minutes, and the pages open well.")
            );

        var verdict = run.Verdict("02-11n");
        Assert.True(verdict.Outcome is Outcome.Met, verdict.Sentence.En);
    }

    [Fact]
    public void What_came_too_early_is_told_as_such()
    {
        var run = new Practising("02-slow-lms", "pool")
            .Log(1, "ha")
            .Do(2, "message", ("to", "ha"), ("tag", "resolution"), ("channel", "mail"), ("text", "It works now."));

        var never = new Never(new(EventTypes.MessageSent, [new("tag", ["resolution"])]))
        {
            Until = new("fix.live", []),
        };

        Assert.Equal("verdict-never-early", never.Judge(run.Session.Story, run.Session.Scenario).Sentence.Key);
    }

    static IEnumerable<string> Offered(string said) =>
        Shipped.Slow.Workarounds.Where(w => w.IsOfferedIn(FoldedText.Of(said))).Select(w => w.Id);
}
