using Microsoft.Playwright;
using Stepdesk.Core.People;
using Stepdesk.Engine.Data;
using static Microsoft.Playwright.Assertions;

namespace Stepdesk.Tests;

/// <summary>A run of scenario 02 between its trainee and a mentor, in the browser of each.</summary>
public sealed class ReviewTests(Chromium chromium) : IAsyncLifetime
{
    DeskApp app = null!;
    PersonRow trainee = null!;
    IPage mentors = null!;
    IPage trainees = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        await app.PersonAsync(Role.Administrator, "Boss");
        await app.PersonAsync(Role.Mentor, "Mai", "mai@desk.example");
        trainee = await app.PersonAsync(Role.Trainee, "Hân", "han@desk.example");
        mentors = await SignedInAsync("mai@desk.example");
        trainees = await SignedInAsync("han@desk.example");
    }

    public async ValueTask DisposeAsync()
    {
        await mentors.Context.DisposeAsync();
        await trainees.Context.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mentor_asks_for_a_revision_the_trainee_revises_and_the_mentor_confirms(bool script)
    {
        if (!script)
            (mentors, trainees) = (
                await SignedInAsync("mai@desk.example", script),
                await SignedInAsync("han@desk.example", script)
            );
        var (session, _) = await PracticeStory.HandInAsync(app, trainee.AsActor);

        // The mentor finds the run, opens what a line rests on beside it, and asks for something better.
        await mentors.GotoAsync("/practice/reviews");
        await mentors.Locator(".runs a").ClickAsync();
        await mentors.IsAtAsync($"/practice/{session}/review$");
        await Line(mentors, "M2").Locator(".cited a").First.ClickAsync();
        await Expect(mentors.Locator(".course details[open]")).ToContainTextAsync("Lần sau tôi hỏi sớm hơn.");
        await Expect(mentors.Locator("#confirm .banner")).ToContainTextAsync("M2");
        await Line(mentors, "M2").GetByText("Ask for a revision").ClickAsync();
        await Line(mentors, "M2").GetByLabel("What should be better").FillAsync("Nêu một việc <b>cụ thể</b>.");
        await Line(mentors, "M2").GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).ClickAsync();
        await Expect(Line(mentors, "M2").Locator(".thread")).ToContainTextAsync("not handed in again yet");

        // The trainee reads it, writes only that piece again, and sees another line differently.
        await trainees.GotoAsync($"/practice/{session}");
        await trainees.GetByRole(AriaRole.Link, new() { Name = "Revise", Exact = true }).ClickAsync();
        await Expect(trainees.Locator(".revision")).ToHaveCountAsync(1);
        await Expect(trainees.Locator(".revision")).ToContainTextAsync("Nêu một việc <b>cụ thể</b>.");
        await trainees.GetByRole(AriaRole.Button, new() { Name = "Hand in again" }).ClickAsync();
        await Expect(trainees.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write these first: M2");
        await trainees.GetByLabel("Your new text").FillAsync("Tôi so với các lớp khác trước khi hỏi.");
        await trainees.GetByRole(AriaRole.Button, new() { Name = "Hand in again" }).ClickAsync();
        await trainees.IsAtAsync($"/practice/{session}$");
        await Expect(Line(trainees, "M2").Locator(".beside")).ToContainTextAsync("Lần sau tôi hỏi sớm hơn.");
        await Line(trainees, "02-9").GetByText("I see this differently").ClickAsync();
        await Line(trainees, "02-9").GetByLabel("What was overlooked?").FillAsync("Chị Hà không hỏi thêm.");
        await Line(trainees, "02-9").GetByRole(AriaRole.Button, new() { Name = "Send to a mentor" }).ClickAsync();
        await Expect(Line(trainees, "02-9").Locator(".thread-contest")).ToContainTextAsync("Chị Hà không hỏi thêm.");

        // The mentor answers, decides what is left, and confirms.
        await mentors.GotoAsync("/practice/reviews");
        await Expect(mentors.Locator(".runs tbody tr")).ToContainTextAsync("1 contested");
        await mentors.Locator(".runs a").ClickAsync();
        await Line(mentors, "02-9").GetByLabel("Your answer").FillAsync("Hẹn 15 phút thì phải giữ.");
        await Line(mentors, "02-9").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(Line(mentors, "02-9").Locator(".thread-contest")).ToContainTextAsync("Mai answered");
        while (await mentors.Locator("li.verdict-needs_mentor").CountAsync() is > 0 and var left)
        {
            await GradeAsync(mentors.Locator("li.verdict-needs_mentor").First);
            await Expect(mentors.Locator("li.verdict-needs_mentor")).ToHaveCountAsync(left - 1);
        }
        await mentors.GetByLabel("A word to the trainee").FillAsync("Lần tới giữ lời hẹn.");
        await mentors.GetByRole(AriaRole.Button, new() { Name = "Confirm as not passed" }).ClickAsync();
        await Expect(mentors.Locator(".debrief-sum")).ToContainTextAsync("Confirmed by Mai");

        await trainees.GotoAsync($"/practice/{session}");
        await Expect(trainees.Locator(".debrief-sum")).ToContainTextAsync("Lần tới giữ lời hẹn.");
        await mentors.GotoAsync("/practice/reviews");
        await Expect(mentors.Locator(".empty")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_trainee_finds_no_review_and_a_mentor_none_of_their_own_run()
    {
        var (session, _) = await PracticeStory.HandInAsync(app, trainee.AsActor);

        Assert.Equal(404, (await trainees.GotoAsync($"/practice/{session}/review"))!.Status);
        Assert.Equal(404, (await trainees.GotoAsync("/practice/reviews"))!.Status);
        Assert.Equal(404, (await mentors.GotoAsync($"/practice/{session}/revision"))!.Status);
    }

    // The best there is, which needs no reason.
    static async Task GradeAsync(ILocator line)
    {
        await line.Locator(".levels label").Last.ClickAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "Save level" }).ClickAsync();
    }

    static ILocator Line(IPage page, string id) => page.Locator($"[id='line-{id}']");

    async Task<IPage> SignedInAsync(string email, bool script = true)
    {
        var context = await chromium.Browser.ContextAsync(app.Address, script: script);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("[name='Form.Email']").FillAsync(email);
        await page.Locator("[name='Form.Password']").FillAsync(DeskApp.Password);
        await page.Locator("main button.primary").ClickAsync();
        await page.IsAtAsync("^(?!.*sign-in)");
        return page;
    }
}
