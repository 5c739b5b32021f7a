using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Practice.Sessions;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Tests.Web;

/// <summary>One decision for each way a run could have gone and did not.</summary>
public sealed class DrillsTests : AtPractice
{
    [Fact]
    public async Task What_else_could_have_been_is_sealed_until_the_run_is_over_and_nobody_elses()
    {
        var session = await BeginAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/practice/{session}/drills"));

        await FinishAsync(session);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/practice/{session}/drills"));
        await App.PersonAsync(Core.People.Role.Trainee, "Bình", "binh@desk.example");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/practice/{session}/drills", "binh"));
    }

    [Fact]
    public async Task Each_decision_says_why_it_is_right_or_not_and_the_branch_that_was_drawn_is_not_asked_about()
    {
        var session = await BeginAsync();
        await FinishAsync(session);
        var path = $"/practice/{session}/drills";
        var scenario = App.Services.GetRequiredService<Library>().Find("s02-slow-lms")!;
        var drills = scenario.Drills.Where(d => d.Branch != "pool").ToList();
        var asked = await Surfer.PageAsync(path);
        Assert.Equal(drills.Select(d => d.Id), asked.QuerySelectorAll("[role=radiogroup]").Select(f => f.Id!));
        Assert.DoesNotContain(drills[0].Choices[0].Because.En, asked.Body!.TextContent, StringComparison.Ordinal);

        var wrong = drills[0].Choices.ToList().FindIndex(c => !c.Right);
        var right = drills[1].Choices.ToList().FindIndex(c => c.Right);
        var answered = await Surfer.ReadAsync(
            await Surfer.SubmitAsync(path, "drills", ("Form.Chosen[0]", $"{wrong}"), ("Form.Chosen[1]", $"{right}"))
        );

        var first = answered.QuerySelector($"#{drills[0].Id}")!.TextContent;
        Assert.Contains(drills[0].Choices[wrong].Because.En, first, StringComparison.Ordinal);
        Assert.Contains(drills[0].Choices.First(c => c.Right).Because.En, first, StringComparison.Ordinal);
        Assert.Contains(
            drills[1].Choices[right].Because.En,
            answered.QuerySelector($"#{drills[1].Id}")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"1 of {drills.Count}",
            answered.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Form.Chosen[0]", "99")]
    [InlineData("Form.Chosen[0]", "-1")]
    [InlineData("Form.Chosen[0]", "none")]
    [InlineData("Form.Chosen[7]", "0")]
    public async Task An_answer_there_is_none_of_is_no_answer(string field, string value)
    {
        var session = await BeginAsync();
        await FinishAsync(session);

        var answer = await Surfer.SubmitAsync($"/practice/{session}/drills", "drills", (field, value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    async Task FinishAsync(int session) =>
        Assert.Null(
            await App
                .Services.GetRequiredService<Sessions>()
                .MoveAsync(session, new("finish", Fields.None), Trainee.AsActor, Stop)
        );
}
