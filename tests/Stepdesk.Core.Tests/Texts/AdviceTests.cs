using Stepdesk.Core.Texts;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Texts;

/// <summary>What stands beside a letter while it is written.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("Chào chị Hà, mật khẩu mới của chị là Hoa@2026xy, chị đăng nhập lại nhé.", "secret")]
    [InlineData("Chào chị Hà, lớp [TÊN LỚP] đã vào lại được rồi ạ.", "placeholder")]
    [InlineData("Chào chị Hà, chúng tôi sẽ khắc phục trong 30 phút.", "fix-promise")]
    [InlineData("Chào chị Hà, connection pool đầy nên query timeout, em đang xem.", "jargon")]
    [InlineData("Chào chị Hà, về phiếu #00041 em đang kiểm tra ạ.", "ticket-number")]
    [InlineData("Chào chị Hà, em gửi đính kèm ảnh chụp màn hình để chị xem.", "attachment")]
    [InlineData("Em đang kiểm tra lỗi và sẽ cập nhật trong 15 phút nữa ạ.", "greeting")]
    [InlineData("Chào chị Hà, em đã nhận được tin và đang kiểm tra ngay ạ.", "next-contact")]
    public void A_letter_to_the_requester_is_read_over(string text, string expected) =>
        Assert.Contains(expected, Keys(To(Reader.Customer, text)));

    [Fact]
    public void Where_the_desk_greets_a_text_needs_no_greeting_and_one_for_several_has_none()
    {
        const string bare = "Em đang kiểm tra lỗi và sẽ cập nhật trong 15 phút nữa ạ.";
        var greeted = To(Reader.Customer, bare) with { IsGreetedBySender = true };

        Assert.DoesNotContain("greeting", Keys(greeted));
        Assert.Contains("greeting", Keys(greeted with { Text = $"Xin chào, {bare}", Names = ["Hà"] }));
        Assert.Contains("greets-one", Keys(greeted with { Text = $"Chào chị Hà, {bare}", IsForSeveral = true }));
        Assert.DoesNotContain("greets-one", Keys(greeted with { IsForSeveral = true }));
        Assert.DoesNotContain("greeting", Keys(To(Reader.Customer, bare) with { IsForSeveral = true }));
    }

    [Fact]
    public void A_good_letter_has_nothing_said_of_it() =>
        Assert.Empty(
            Keys(
                To(
                    Reader.Customer,
                    "Chào chị Hà, em rất tiếc vì 15 học viên phải chờ giữa giờ học. Em đang kiểm tra trang của lớp và sẽ cập nhật cho chị trong 15 phút nữa."
                )
            )
        );

    [Theory]
    [InlineData("Please tell me whether it works for your students now, so that I can close your report.")]
    [InlineData("Please check with your students and tell me that all can submit.")]
    [InlineData("Chị nhờ một bạn nộp thử giúp em.")]
    public void A_plain_request_to_try_needs_no_advice(string text) =>
        Assert.DoesNotContain("confirmation", Keys(To(Reader.Customer, text) with { IsResolution = true }));

    [Theory]
    [InlineData("I understand you are in the middle of teaching.")]
    [InlineData("Em hiểu việc phải trả lời từng phụ huynh làm chị mất rất nhiều thời gian mỗi tuần.")]
    public void Nor_does_a_plain_word_of_understanding(string text) =>
        Assert.DoesNotContain("empathy", Keys(To(Reader.Customer, text)));

    [Fact]
    public void What_is_only_begun_is_not_told_what_it_lacks()
    {
        Assert.Empty(Keys(To(Reader.Customer, "Chào")));
        Assert.Equal(["secret"], Keys(To(Reader.Customer, "mật khẩu: Hoa@2026xy")));
    }

    [Fact]
    public void Each_reader_is_told_otherwise()
    {
        const string Text =
            "Hi team, the connection pool is exhausted and the query timed out on node 3, please look at it.";

        Assert.Contains("jargon", Keys(To(Reader.Manager, Text)));
        Assert.DoesNotContain("jargon", Keys(To(Reader.Specialist, Text)));
        Assert.Contains(
            "impact",
            Keys(To(Reader.Manager, "Hi team, the classes cannot go on and we are looking into it now."))
        );
    }

    [Fact]
    public void A_solution_is_asked_about_and_promises_no_next_word()
    {
        var keys = Keys(
            To(Reader.Customer, "Chào chị Hà, trang của lớp đã mở bình thường trở lại rồi ạ.") with
            {
                IsResolution = true,
            }
        );

        Assert.Contains("confirmation", keys);
        Assert.DoesNotContain("next-contact", keys);
    }

    [Theory]
    [InlineData(Reader.Customer, 181, true)]
    [InlineData(Reader.Customer, 180, false)]
    [InlineData(Reader.Specialist, 500, false)]
    public void A_long_letter_is_called_so(Reader reader, int words, bool isLong) =>
        Assert.Equal(isLong, Keys(To(reader, string.Join(' ', Enumerable.Repeat("chữ", words)))).Contains("length"));

    [Fact]
    public void What_lets_somebody_in_is_not_said_again()
    {
        var advice = Advice.StopFor(To(Reader.Specialist, "mật khẩu: Hoa@2026xy"))!;

        Assert.Equal((Weight.Stop, null), (advice.Weight, advice.Words));
        Assert.DoesNotContain("Hoa@2026xy", advice.In(Language.Vi));
    }

    [Fact]
    public void Every_piece_of_advice_has_its_sentence_in_both_languages()
    {
        foreach (
            var key in (string[])
                [
                    "secret",
                    "placeholder",
                    "fix-promise",
                    "jargon",
                    "ticket-number",
                    "attachment",
                    "greeting",
                    "empathy",
                    "next-step",
                    "next-contact",
                    "confirmation",
                    "impact",
                    "length",
                ]
        )
        {
            Assert.NotEmpty(new Advice(key, Weight.Hint, "x").In(Language.En));
            Assert.NotEqual(
                new Advice(key, Weight.Hint, "x").In(Language.En),
                new Advice(key, Weight.Hint, "x").In(Language.Vi)
            );
        }
    }

    static Letter To(Reader reader, string text) =>
        new(text, reader, Language.Vi) { Ticket = "#00042", Names = ["Nguyễn Thu Hà"] };

    static IReadOnlyList<string> Keys(Letter letter) => [.. Advice.For(letter).Select(a => a.Key)];
}
