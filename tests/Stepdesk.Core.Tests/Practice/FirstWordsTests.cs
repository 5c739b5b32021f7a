using Outcome = Stepdesk.Core.Practice.Judging.Outcome;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>What is said in a first word: it counts, it asks the mentor, and only what is not there at all is missing.</summary>
public sealed class FirstWordsTests
{
    const string Case =
        "Hello Mr Phong, the final exam of three classes cannot be submitted, 53 students are affected.";

    static Outcome Of(string text) =>
        new Practising("03-nobody-can-submit", "clean")
            .Log(1, "lan")
            .Do(2, "message", ("to", "phong"), ("channel", "chat"), ("text", text))
            .Verdict("G3m")
            .Outcome;

    [Theory]
    [InlineData("I am calling developers and operations and report to you again in 10 minutes.")]
    [InlineData("I have alerted the developers. My next report comes at 09:40.")]
    [InlineData("I am calling in the engineers now. I will be back to you by 09:40.")]
    [InlineData("I am calling in the engineers and operations at once, and I will write to you again in 10\nminutes.")]
    [InlineData("I am calling in the engineers now. I will  get back to you in 10  minutes.")]
    public void A_plain_sentence_counts(string text) => Assert.Equal(Outcome.Met, Of($"{Case} {text}"));

    [Theory]
    [InlineData("I am calling in the engineers now. Around 09:40 we sit together.")]
    [InlineData("The engineers have been woken; ten minutes from now you know more.")]
    [InlineData("Em báo lại anh lúc 9g30 ạ.")]
    [InlineData("Em báo lại anh sau 15' nữa.")]
    [InlineData("Lúc chín giờ em báo lại.")]
    [InlineData("Trong giờ ra chơi em gọi anh.")]
    [InlineData("I write again in a couple of moments.")]
    [InlineData("I know more by lunchtime.")]
    [InlineData("Expect me at nine-thirty.")]
    [InlineData("News from me at 0940.")]
    [InlineData("I know more when the bell rings.")]
    public void A_time_that_is_not_understood_asks_the_mentor(string text) =>
        Assert.Equal(Outcome.NeedsMentor, Of($"{Case} {text}"));

    [Theory]
    [InlineData("I am calling in the engineers now.")]
    [InlineData("I am calling in the engineers now and keep you posted.")]
    public void Without_any_time_the_next_contact_is_missing(string text) =>
        Assert.Equal(Outcome.NotMet, Of($"{Case} {text}"));

    [Theory]
    [InlineData(
        "Good morning Mr Phong, the final exam of three classes cannot be submitted, 53 students are affected."
    )]
    [InlineData("Mr Phong, the final exam of three classes cannot be submitted, 53 students are affected.")]
    public void Whoever_is_greeted_by_name_is_greeted(string text) =>
        Assert.Equal(Outcome.Met, Of($"{text} I have alerted the developers and write again at 09:40."));
}
