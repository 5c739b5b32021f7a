using System.Globalization;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;

namespace Stepdesk.Engine.Demo;

/// <summary>One ticket from the report to the trend note: who does what and when, before any of it is done.</summary>
sealed class Tale
{
    static readonly Actor Post = Actor.System("mail");

    readonly Outline outline;
    readonly Random chance;
    readonly DateTimeOffset end;
    readonly Telling telling;
    readonly Phrases phrases;
    readonly Places places;
    readonly HashSet<string> said = [];
    readonly List<Scene> scenes = [];
    readonly ClassOfService serviceClass;
    readonly DateTimeOffset? deadline;
    DateTimeOffset at;
    DateTimeOffset updateDue;

    public Tale(Outline outline, Cast cast, Random chance, DateTimeOffset end)
    {
        (this.outline, this.chance, this.end) = (outline, chance, end);
        var customer = outline.Customer.Of;
        telling = outline.Story.In(customer.Language)!;
        phrases = Phrases.In(customer.Language);
        at = outline.ReportedAt;
        if (outline.Story.HasDeadline)
            deadline = new DateTimeOffset(at.ToOffset(Hours.Vietnam).Date, Hours.Vietnam)
                .AddDays(2)
                .AddHours(9)
                .ToUniversalTime();
        serviceClass = Shipped.Policy.Suggest(outline.Affected, deadline);
        places = new Places(customer.Language)
            .With("name", customer.CalledBy)
            .With("you", customer.You)
            .With("You", Capital(customer.You))
            .With("i", SelfOf(customer.Part))
            .With("I", Capital(SelfOf(customer.Part)))
            .With("agent", outline.Agent.Of.CalledBy)
            .With("director", $"{outline.Director.Of.You} {outline.Director.Of.CalledBy}".Trim())
            .With("class", Pick(cast.Classes))
            .With("campus", Pick(cast.Campuses))
            .With("student", Pick(cast.Students))
            .With("lesson", Text(chance.Next(2, 15)))
            .With("n", Text(outline.Affected))
            .With(
                "time",
                at.AddMinutes(-chance.Next(5, 40))
                    .ToOffset(Hours.Vietnam)
                    .ToString("HH:mm", CultureInfo.InvariantCulture)
            )
            .With("due", deadline ?? at);
    }

    /// <summary>When the solution was told; the end of time when it never is.</summary>
    public DateTimeOffset SolvedAt { get; private set; } = DateTimeOffset.MaxValue;

    public IReadOnlyList<Scene> Tell()
    {
        Report();
        if (outline.Fate is not Fate.Unseen)
            Receive();
        return scenes;
    }

    void Report()
    {
        var channel = Pick(
            (Channel[])[Channel.Mail, Channel.Mail, Channel.Mail, Channel.Web, Channel.Web, Channel.Phone, Channel.Chat]
        );
        var log = new Log(Fill(Pick(telling.Titles)), Fill(Pick(telling.Reports)), outline.Customer.Id, channel)
        {
            ReportedAt = channel is Channel.Web ? null : outline.ReportedAt,
            Category = outline.Story.Category,
            Tags = outline.Story.Tags,
        };
        var (who, slowest) = channel switch
        {
            Channel.Mail => (Post, 60),
            Channel.Web => (outline.Customer.Actor, 1),
            _ => (
                outline.Agent.Actor,
                IsEmergency ? 90
                : Chance(6) ? 1500
                : 600
            ),
        };
        // What was reported a minute ago is logged by now, or it would be no ticket.
        slowest = Math.Min(slowest, (int)(end - at).TotalSeconds);
        Then(TimeSpan.FromSeconds(chance.Next(slowest)), who, log);
    }

    void Receive()
    {
        at = Staffed(at);
        var seenAfter =
            IsEmergency ? Seconds(20, Chance(75) ? 90 : 400)
            : Chance(8) ? Minutes(25, 70)
            : Minutes(2, 18);
        Then(seenAfter, outline.Agent.Actor, Classification());
        Then(Seconds(5, 50), outline.Agent.Actor, new Assign(outline.Team, outline.Agent.Id));
        switch (outline.Fate)
        {
            case Fate.Spam or Fate.Mistake or Fate.Withdrawn:
                Cancel();
                break;
            case var _ when outline.DuplicateOf is { } main:
                FollowTheMainTicket(main.Tale, main.SolvedAt);
                break;
            default:
                Work();
                break;
        }
    }

    Classify Classification() =>
        new(serviceClass, Fill(Pick(phrases.Classes[serviceClass.ToString()])))
        {
            Affected = outline.Story.HasDeadline ? null : new(outline.Affected),
            Deadline = deadline,
        };

    void Cancel()
    {
        var reason = Enum.Parse<CancelReason>(outline.Fate.ToString());
        Then(Minutes(1, 30), outline.Agent.Actor, new Cancel(reason, Fill(Pick(phrases.Cancelled[reason.ToString()]))));
    }

    void FollowTheMainTicket(int main, DateTimeOffset solvedAt)
    {
        Reply(Minutes(1, 5), Fill(phrases.DuplicateAck), promise: false);
        Then(Minutes(1, 4), outline.Agent.Actor, stage => new LinkTo(stage.IdOf(main), LinkKind.DuplicateOf));
        Then(Minutes(1, 4), outline.Agent.Actor, new Diagnose(Fill(phrases.Duplicate)));
        if (solvedAt == DateTimeOffset.MaxValue)
            return;
        at = at > solvedAt ? at : solvedAt;
        Resolve(Minutes(4, 15), ResolutionKind.Duplicate, Fill(phrases.Duplicate), Fill(telling.Message));
        Confirm();
        Close();
    }

    void Work()
    {
        if (IsEmergency)
            Alert();
        Reply(IsEmergency ? Seconds(30, 80) : Minutes(1, 4), Fill(telling.Ack), promise: IsEmergency || Chance(60));
        Inform(phrases.Struck);
        if (telling.Answer is { } answer && outline.Fate is not Fate.Acknowledged)
            Write(Pace(Minutes(8, 25), Minutes(15, 150)), Fill(answer));
        if (Chance(5))
            Then(Seconds(20, 90), Post, new KeepAutomatic(Fill(Pick(phrases.Away)), null, null));
        if (outline.Fate is Fate.Acknowledged)
        {
            KeepInformed(end);
            return;
        }

        Diagnose();
        if (outline.Fate is Fate.Diagnosed)
        {
            KeepInformed(end);
            return;
        }

        var solvedAt = Staffed(at + Pace(Minutes(25, 120), Minutes(40, Chance(30) ? 2400 : 500)));
        KeepInformed(solvedAt);
        at = at > solvedAt ? at : solvedAt;
        Resolve(TimeSpan.Zero, outline.Story.Kind, Fill(telling.Solution), Fill(telling.Message));
        updateDue = at;
        Inform(phrases.Over);
        Follow();
    }

    // Somebody is on call for an emergency.
    DateTimeOffset Staffed(DateTimeOffset at) => IsEmergency ? at : Hours.Staffed(chance, at);

    bool IsEmergency => serviceClass is ClassOfService.Expedite;

    void Alert()
    {
        Then(Seconds(10, 40), outline.Agent.Actor, new Involve(outline.Colleague.Id, Audience.Specialists));
        Then(Seconds(20, 60), outline.Agent.Actor, new Brief(Audience.Specialists, Fill(phrases.Alert)));
        Then(Seconds(10, 40), outline.Agent.Actor, new Involve(outline.Director.Id, Audience.Stakeholders));
    }

    void Inform(string news)
    {
        if (IsEmergency)
            Then(
                Seconds(40, 150),
                outline.Agent.Actor,
                new Brief(Audience.Stakeholders, Fill(news)) { NextUpdateAt = updateDue > at ? updateDue : null }
            );
    }

    void Diagnose()
    {
        Then(
            Pace(Minutes(6, 20), Minutes(15, 240)),
            outline.Agent.Actor,
            new Diagnose(Fill(telling.Diagnosis)),
            staffed: true
        );
        if (telling.Note is { } note && Chance(70))
            Then(Minutes(2, 30), outline.Colleague.Actor, new Note(Fill(note)));
        if (Chance(25))
            Then(Minutes(2, 40), outline.Colleague.Actor, new Note(Fill(Pick(phrases.Notes))));
        if (serviceClass is ClassOfService.Standard && Chance(8))
        {
            Then(Minutes(1, 3), outline.Agent.Actor, new Note(Fill(phrases.Raised)));
            Then(Seconds(5, 20), outline.Agent.Actor, new SetPriority(Priority.High));
        }
        if (outline.DuplicatedBy.Count == 0)
            return;
        var count = outline.Affected + outline.DuplicatedBy.Count * 2;
        Then(Minutes(15, 30), outline.Agent.Actor, new SetAffected(new(count, AffectedSource.LinkedTickets)));
        Then(Minutes(1, 2), outline.Agent.Actor, new Note(Fill(phrases.MoreAffected)));
    }

    void Follow()
    {
        SolvedAt = at;
        switch (outline.Fate)
        {
            case Fate.Untold:
                Then(
                    Minutes(2, 6),
                    Post,
                    stage => new RecordBounce(stage.TicketOf(outline.Number).Outgoing[^1].Version, "5.2.2")
                );
                return;
            case Fate.Unconfirmed:
                return;
            case Fate.Disputed:
                Then(Minutes(20, 400), outline.Customer.Actor, new Dispute(Fill(Pick(phrases.Disputes))), awake: true);
                SolveAgain();
                break;
        }
        Confirm();
        if (outline.Fate is Fate.Confirmed)
            return;
        Close();
        if (outline.Fate is Fate.Returns)
        {
            Write(TimeSpan.FromHours(chance.Next(20, 140)), Fill(Pick(phrases.Returns)));
            SolveAgain();
            Confirm();
            Close();
        }
    }

    void SolveAgain()
    {
        Reply(Minutes(5, 24), Fill(Pick(phrases.Updates)), promise: true, staffed: true);
        Then(Minutes(15, 120), outline.Agent.Actor, new Diagnose(Fill(Pick(phrases.SecondDiagnoses))), staffed: true);
        Resolve(Minutes(20, 300), outline.Story.Kind, Fill(telling.Solution), Fill(Pick(phrases.SecondMessages)));
    }

    void Confirm()
    {
        var thanks = Fill(Pick(telling.Thanks));
        if (Chance(12))
            Then(Minutes(60, 900), outline.Agent.Actor, new Confirm(Fill(Pick(phrases.Confirming))), staffed: true);
        else
            Then(Minutes(10, 900), outline.Customer.Actor, new Confirm(Chance(80) ? thanks : null), awake: true);
    }

    void Close()
    {
        Then(Minutes(2, 90), outline.Agent.Actor, new Close(), staffed: true);
        if (outline.Fate is Fate.Unstudied)
            return;
        if (Chance(15))
            Then(Minutes(1, 5), outline.Agent.Actor, new SetTags([.. outline.Story.Tags, "knowledge"]));
        Then(
            Minutes(1, 240),
            outline.Agent.Actor,
            new NoteTrend(Fill(telling.Trend), NoPattern: Chance(15)),
            staffed: true
        );
    }

    // Most promises are kept, some are not: a desk on which nothing ever breaks would teach nothing.
    void KeepInformed(DateTimeOffset until)
    {
        var first = true;
        while (updateDue < until && updateDue < end)
        {
            var before = Chance(85) ? -Minutes(5, 25) : Minutes(20, 300);
            var next = Staffed(updateDue + before);
            if (Chance(20))
                Write(Minutes(10, 60), Fill(Say(phrases.Asking)));
            at = next > at ? next : at.AddMinutes(5);
            if (at >= until)
                return;
            Reply(
                TimeSpan.Zero,
                Fill(first ? telling.Update : Say(phrases.Updates)),
                promise: IsEmergency || Chance(50)
            );
            Inform(phrases.Continues);
            if (IsEmergency && first)
                Then(Minutes(1, 4), Post, new HearFrom(outline.Director.Id, Fill(phrases.DirectorAnswers)));
            first = false;
        }
    }

    void Reply(TimeSpan after, string text, bool promise, bool staffed = false)
    {
        at = staffed ? Staffed(at + after) : at + after;
        var next = promise ? HalfHour(Staffed(at + Pace(Minutes(20, 60), Minutes(120, 330)))) : (DateTimeOffset?)null;
        places.With("next", next ?? at);
        var parts = (string?[])
            [
                Fill(Pick(phrases.Greetings)),
                text,
                next is null ? null : Fill(Pick(phrases.Promises)),
                Fill(Pick(phrases.Closings)),
            ];
        Then(
            TimeSpan.Zero,
            outline.Agent.Actor,
            new Reply(string.Join("\n\n", parts.OfType<string>())) { NextUpdateAt = next }
        );
        updateDue = next ?? at.AddHours(24);
    }

    void Resolve(TimeSpan after, ResolutionKind kind, string solution, string message)
    {
        var text = string.Join("\n\n", Fill(Pick(phrases.Greetings)), message, Fill(Pick(phrases.Closings)));
        Then(
            after,
            outline.Agent.Actor,
            new Resolve(kind, solution)
            {
                Cause = Fill(telling.Cause),
                Message = text,
                ForwardedTo = telling.ForwardedTo,
            },
            staffed: true
        );
    }

    void Write(TimeSpan after, string text)
    {
        var channel = Chance(75) ? Channel.Mail : Channel.Web;
        Then(after, outline.Customer.Actor, new Write(text, channel), awake: true);
    }

    void Then(TimeSpan after, Actor who, TicketAction action, bool staffed = false, bool awake = false) =>
        Then(after, who, _ => action, staffed, awake);

    void Then(TimeSpan after, Actor who, Func<Stage, TicketAction> action, bool staffed = false, bool awake = false)
    {
        at += after;
        at =
            staffed ? Staffed(at)
            : awake ? Hours.Awake(chance, at)
            : at;
        scenes.Add(new(at, outline.Number, who, action));
    }

    // Tickets that strike many, or the day of an exam, are worked on at another pace.
    TimeSpan Pace(TimeSpan urgent, TimeSpan ordinary) =>
        serviceClass is ClassOfService.Priority or ClassOfService.Expedite ? urgent : ordinary;

    static DateTimeOffset HalfHour(DateTimeOffset at)
    {
        var half = TimeSpan.FromMinutes(30).Ticks;
        return new((at.UtcTicks / half + 1) * half, TimeSpan.Zero);
    }

    string Fill(string sentence) => places.Fill(sentence);

    // The same ticket does not hear the same sentence twice while there is another.
    string Say(IReadOnlyList<string> variants)
    {
        var fresh = variants.Where(v => !said.Contains(v)).ToList();
        var sentence = Pick(fresh.Count > 0 ? fresh : variants);
        said.Add(sentence);
        return sentence;
    }

    T Pick<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];

    bool Chance(int percent) => chance.Next(100) < percent;

    TimeSpan Minutes(int fewest, int most) => TimeSpan.FromSeconds(chance.Next(fewest * 60, most * 60));

    TimeSpan Seconds(int fewest, int most) => TimeSpan.FromSeconds(chance.Next(fewest, most));

    static string SelfOf(Part part) =>
        part switch
        {
            Part.Teacher => "mình",
            Part.ClassAdministrator => "em",
            _ => "tôi",
        };

    static string Capital(string word) =>
        word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
