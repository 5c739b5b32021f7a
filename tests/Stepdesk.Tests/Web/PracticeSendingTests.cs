using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>A mentor sends something into a run that goes on, on its page.</summary>
public sealed class PracticeSendingTests : AtPractice
{
    [Fact]
    public async Task A_mentor_sends_something_in_and_the_trainee_sees_only_what_comes_of_it_until_the_debrief()
    {
        var session = await BeginAsync();
        using var mentor = await MentorAsync();
        var address = $"/practice/{session}";

        Assert.Null((await Surfer.PageAsync(address)).QuerySelector("[name='Sent.Injection']"));
        var sent = await mentor.SubmitAsync(
            address,
            "send-in",
            ("Sent.Injection", "second-class"),
            ("Sent.Reason", "To see whether the class is raised")
        );

        Assert.Equal(address, PathOf(sent));
        var page = await mentor.PageAsync(address);
        Assert.Contains(
            "A mentor sent in: A second class is slow too",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.QuerySelector("[name='Sent.Injection'][value='second-class']"));
        var inbox = await Surfer.PageAsync($"{address}/desk/");
        Assert.Contains("WEB102", inbox.Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in (string[])["", "/desk/", "/hand-in"])
            Assert.DoesNotContain(
                "raised",
                (await Surfer.PageAsync(address + path)).Body!.TextContent,
                StringComparison.Ordinal
            );

        await App
            .Services.GetRequiredService<Sessions>()
            .MoveAsync(session, new("finish", Fields.None), Trainee.AsActor, Stop);

        var debrief = await Surfer.PageAsync(address);
        Assert.Contains("To see whether the class is raised", debrief.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "only because of what a mentor sent in",
            debrief.QuerySelector("#line-02-13")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_typed_stays_where_it_was_refused_and_into_an_assessed_run_nothing_is_offered()
    {
        var session = await BeginAsync();
        using var mentor = await MentorAsync();

        var refused = await Surfer.ReadAsync(
            await mentor.SubmitAsync(
                $"/practice/{session}",
                "send-in",
                ("Sent.Injection", "asks-when"),
                ("Sent.Reason", " ")
            )
        );

        Assert.NotNull(refused.QuerySelector(".refusal"));
        Assert.True(refused.QuerySelector("[value='asks-when']")!.HasAttribute("checked"));

        var assessed = await mentor.PageAsync($"/practice/{await BeginAsync(PracticeMode.Assessed)}");
        Assert.Null(assessed.QuerySelector("[name='Sent.Injection']"));
        Assert.Contains("everybody gets the same", assessed.Body!.TextContent, StringComparison.Ordinal);
    }

    async Task<Surfer> MentorAsync()
    {
        await App.PersonAsync(Role.Mentor, "Chau");
        var mentor = new Surfer(App);
        await mentor.SignInAsync("chau@desk.example");
        return mentor;
    }
}
