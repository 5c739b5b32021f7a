using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Texts;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Data;
using Stepdesk.Web.Shared;

namespace Stepdesk.Web.Agents;

/// <summary>
/// Reads over what is about to be sent. While it is typed, advice stands beside it; what cannot be taken back is held once
/// when it is sent, with or without script.
/// </summary>
static class Advised
{
    public static readonly Refusal SecretInText = new("secret-in-text");
    public static readonly Refusal PlaceholderInText = new("placeholder-in-text");

    /// <summary>The fields of a message the advice is about, for the page's script.</summary>
    public static string FieldsOf(string act) =>
        act switch
        {
            "brief" => "Form.Act Form.Text Form.At Form.To Form.Reports files",
            "resolve" => "Form.Act Form.Text Form.Message",
            _ => "Form.Act Form.Text Form.At Form.Reports files",
        };

    public static string PathOf(int ticket) => $"tickets/{ticket}/advice";

    public static void MapAdvice(this IEndpointRouteBuilder site) =>
        site.MapPost("/tickets/{id:int}/advice", ShowAsync).RequireAuthorization().InPractice().Speaks();

    static async Task<IResult> ShowAsync(
        int id,
        [FromForm(Name = "Form.Act")] string? act,
        [FromForm(Name = "Form.Text")] string? text,
        [FromForm(Name = "Form.Message")] string? message,
        [FromForm(Name = "Form.To")] string? to,
        [FromForm(Name = "Form.At")] string? at,
        [FromForm(Name = "Form.Alone")] string? alone,
        [FromForm(Name = "files")] string? files,
        [FromForm(Name = "Form.Reports")] string? reports,
        IDbContextFactory<Db> databases,
        PolicyBook book,
        Here here,
        Visit visit,
        Words words
    )
    {
        var form = new TicketForm
        {
            Act = act,
            Text = text,
            Message = message,
            To = to,
            At = at,
            Alone = alone is "true",
        };
        await using var db = await databases.CreateDbContextAsync(visit.Stop);
        if (!visit.Me.IsStaff || await Sheet.ReadAsync(db, here.World.Id, id, visit.Me, visit.Stop) is not { } sheet)
            return TypedResults.NotFound();
        var policies = await book.UpToAsync(db, here.World.Id, sheet.Ticket.LatestPolicy, visit.Stop);
        return new RazorComponentResult<AdviceList>(
            new
            {
                // What a trainee writes is judged as they wrote it.
                Given = LetterOf(form, sheet, hasFile: Plain.Says(files) || Plain.Says(reports)) is { } letter
                    ? Advice.For(
                        letter with
                        {
                            IsGreetedBySender = here.Session is null,
                            LatestContact = LatestOf(form, sheet.Ticket, policies, words),
                        }
                    )
                    : [],
            }
        );
    }

    // Where an hour counts by a calendar the desk's own clock says it once it was promised.
    static string? LatestOf(TicketForm form, Ticket ticket, Policies policies, Words words)
    {
        var promises = policies(ticket.Treatment?.Policy ?? 0).Of(ticket.Class);
        var cadence = form switch
        {
            { Act: "reply" } => promises.Update,
            { Act: "brief", To: nameof(Audience.Stakeholders) } => promises.UpdateStakeholders,
            _ => null,
        };
        return
            ticket is { ResolutionToldAt: null, Carried: null }
            && cadence?.Target(ticket.Waiting is not null) is { Counting: Counting.Elapsed, Within: var every }
            && new Typed(words.Zone).Time(form.At) > words.Now + every
            ? words.Short(words.Now + every)
            : null;
    }

    /// <summary>Why the form is held until its writer says that they mean it; null when it may go, or when they said so.</summary>
    public static Refusal? Hold(TicketForm form, Sheet sheet) =>
        form.Anyway || LetterOf(form, sheet, hasFile: true) is not { } letter || Advice.StopFor(letter) is not { } stop
            ? null
        : stop.Words is { } words ? PlaceholderInText with { Detail = words }
        : SecretInText;

    /// <summary>Whether the form can be sent all the same.</summary>
    public static bool IsHeld(Refusal? refusal) =>
        refusal?.Code == SecretInText.Code || refusal?.Code == PlaceholderInText.Code;

    // What is only for colleagues is read for secrets all the same: it is exported and quoted like the rest.
    static Letter? LetterOf(TicketForm form, Sheet sheet, bool hasFile)
    {
        var (text, to) = form.Act switch
        {
            "reply" => (form.Text, Reader.Customer),
            "resolve" => (Plain.Says(form.Message) ? form.Message : form.Text, Reader.Customer),
            "brief" => (form.Text, form.To == $"{Audience.Specialists}" ? Reader.Specialist : Reader.Manager),
            "escalate" => (
                string.Join('\n', (string?[])[form.Summary, form.Text, form.Impact, form.Ask, form.Links]),
                Reader.Specialist
            ),
            "approval" => (string.Join('\n', (string?[])[form.Fields, form.Text]), Reader.Manager),
            "note" or "diagnose" or "trend" or "answer" => (form.Text, Reader.Specialist),
            _ => (null, Reader.Specialist),
        };
        if (!Plain.Says(text))
            return null;
        var requester = sheet.People.GetValueOrDefault(sheet.Ticket.Requester);
        return new(Plain.Text(text), to, requester?.Language ?? Language.Vi)
        {
            Ticket = $"#{sheet.Number}",
            Names = to is Reader.Customer && requester is not null ? [requester.Name] : [],
            HasAttachment = hasFile,
            PromisesContact = !string.IsNullOrEmpty(form.At),
            IsResolution = form.Act is "resolve",
            IsForSeveral = form is { Act: "reply" or "resolve", Alone: false } && sheet.Reporters.Count > 0,
        };
    }
}
