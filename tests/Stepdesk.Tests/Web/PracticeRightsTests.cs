using System.Net;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Web;

/// <summary>Who comes in to the desk of a practice session, what is there, and that nothing leads out of it.</summary>
public sealed class PracticeRightsTests : AtPractice
{
    [Theory]
    [InlineData("people")]
    [InlineData("profile")]
    [InlineData("drawer")]
    [InlineData("admin/policy")]
    [InlineData("admin/templates")]
    [InlineData("reports/overrides")]
    [InlineData("board/stages")]
    [InlineData("practice")]
    [InlineData("sign-in")]
    [InlineData("api/v1/tickets")]
    [InlineData("nowhere")]
    public async Task What_is_of_the_live_desk_only_is_not_there(string path)
    {
        var session = await BeginAsync();
        var answer = await Surfer.GetAsync($"/practice/{session}/desk/{path}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_ticket_of_one_world_is_found_in_no_other()
    {
        var live = await App.LoggedAsync("Of the live desk");
        var (session, other) = (await BeginAsync(), await BeginAsync());
        var inside = await LogAsync(session);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/practice/{session}/desk/tickets/{inside}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/tickets/{live}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/tickets/{inside}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/practice/{session}/desk/tickets/{live}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/practice/{other}/desk/tickets/{inside}"));
        Assert.DoesNotContain(
            "Of the live desk",
            (await Surfer.PageAsync($"/practice/{session}/desk/?view=all")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_that_names_a_ticket_of_another_world_changes_nothing()
    {
        var live = await App.LoggedAsync();
        var session = await BeginAsync();
        await LogAsync(session);

        var moved = await Surfer.SubmitAsync(
            $"/practice/{session}/desk/board?team=0",
            "move",
            ("Form.To", $"{live}:1")
        );

        Assert.NotNull((await Web.Surfer.ReadAsync(moved)).QuerySelector(".refusal"));
        await using var db = App.Database();
        Assert.Equal(1, await db.History.CountAsync(h => h.Stream == Streams.Ticket(live), Stop));
    }

    [Fact]
    public async Task Nobody_else_finds_a_session_but_who_may_read_them_all()
    {
        var session = await BeginAsync();
        await App.PersonAsync(Role.Trainee, "Minh");
        await App.PersonAsync(Role.Agent, "Khoi");
        await App.PersonAsync(Role.Mentor, "Chau");
        foreach (
            var path in (string[])
                [$"/practice/{session}/desk/", $"/practice/{session}", $"/practice/{session}/desk/live"]
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, "minh"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path, "khoi"));
        }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/practice/{session}/desk/", "chau"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/practice/{session}/desk/", "boss"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/practice/{session}/hand-in", "chau"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/practice/4711/desk/"));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back()
    {
        var session = await BeginAsync();
        using var guest = new Surfer(App);
        var answer = await guest.GetAsync($"/practice/{session}/desk/board");
        Assert.Equal(
            $"/sign-in?returnUrl={Uri.EscapeDataString($"/practice/{session}/desk/board")}",
            answer.Headers.Location!.PathAndQuery
        );
    }

    [Fact]
    public async Task A_mentor_looks_on_and_changes_nothing()
    {
        var session = await BeginAsync();
        var ticket = await LogAsync(session);
        await App.PersonAsync(Role.Mentor, "Chau");
        using var mentor = new Surfer(App);
        await mentor.SignInAsync("chau@desk.example");
        var desk = $"/practice/{session}/desk";

        var page = await mentor.PageAsync($"{desk}/tickets/{ticket}");
        Assert.Null(page.QuerySelector(".composer"));
        Assert.Null(page.QuerySelector(".practice-pace"));
        Assert.Null(page.QuerySelector(".practice-move"));
        foreach (var path in (string[])[$"{desk}/tickets/{ticket}", $"{desk}/board", $"{desk}/preferences"])
            Assert.Equal(HttpStatusCode.Forbidden, (await mentor.PostAsync(path, [("Panel.Verb", "look")])).StatusCode);
    }

    [Fact]
    public async Task A_cookie_renewed_inside_is_the_one_of_the_whole_desk()
    {
        var session = await BeginAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = await Surfer.GetAsync($"/practice/{session}/desk/");

        var set = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(set, c => c.StartsWith("stepdesk=", StringComparison.Ordinal));
        Assert.All(set, c => Assert.Contains("path=/;", $"{c};", StringComparison.OrdinalIgnoreCase));
    }
}
