using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MimeKit;
using Stepdesk.Core.People;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;
using Stepdesk.Tests.Mail;
using Stepdesk.Web;
using DoorDesk = Stepdesk.Engine.Door.Desk;

namespace Stepdesk.Bench;

/// <summary>
/// One update on a ticket that many repeat, from the answer's commit until a real mail server has taken the mail of each
/// reporter and that is written on their ticket; and the same mails handed to that server by nothing but a mail program.
/// </summary>
static class Umbrella
{
    const int Reporters = 500;
    const int Updates = 3;
    const int AtOnce = 4;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    const string Text =
        "Cảm ơn bạn đã báo. Chúng tôi đang kiểm tra và sẽ báo lại trước 16:30 hôm nay, kể cả khi chưa có gì mới.";

    public static async Task MeasureAsync(Place place, Report report)
    {
        await using var servers = new MailServers();
        await servers.InitializeAsync();
        var options = new MailOptions
        {
            Address = "support@desk.test",
            PublicUrl = "https://desk.test",
            Smtp = servers.Options("support@desk.test").Smtp,
        };
        await using var site = Site.Build(
            new(place.NewFolder(), place.NewDatabase(), "http://127.0.0.1:0"),
            services =>
                services.AddLogging(logging => logging.ClearProviders()).Replace(ServiceDescriptor.Singleton(options))
        );
        await using var db = await site.Services.DbAsync();
        await db.UpgradeAsync(default);
        await site.StartAsync();
        var agent = await HireAsync(site.Services);
        var main = await ReportedAsync(site.Services, db, agent);
        // The mailboxes are made when the first mail comes, which is nothing a desk could do anything about.
        await UpdateAsync(site.Services, db, main, agent);

        for (var i = 0; i < Updates; i++)
        {
            var (answered, first, all) = await UpdateAsync(site.Services, db, main, agent);
            var alone = await Timing.OfAsync(() => HandOverAsync(options.Smtp!));
            report.Row(
                ("Database", place.Name),
                ("Reporters", Reporters),
                ("Answer", answered),
                ("First mail", first),
                ("All mails", all),
                ("Handed over by a mail program", alone),
                ("Ratio", all / alone)
            );
        }
        await site.StopAsync();
    }

    // From before the answer: its own commit is a part of how long everybody waits.
    static async Task<(TimeSpan Answered, TimeSpan First, TimeSpan All)> UpdateAsync(
        IServiceProvider services,
        Db db,
        int main,
        Actor agent
    )
    {
        var before = await DeliveredAsync(db);
        var began = Stopwatch.GetTimestamp();
        Must(await services.GetRequiredService<DoorDesk>().ActAsync(main, new Reply(Text), agent));
        var answered = Stopwatch.GetElapsedTime(began);
        TimeSpan? first = null;
        for (; ; )
        {
            var delivered = await DeliveredAsync(db) - before;
            if (delivered > 0)
                first ??= Stopwatch.GetElapsedTime(began);
            if (delivered == Reporters + 1)
                return (answered, first!.Value, Stopwatch.GetElapsedTime(began));
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"Only {delivered} mails left within {Patience}.");
            await Task.Delay(10);
        }
    }

    static Task<int> DeliveredAsync(Db db) => db.History.CountAsync(e => e.Kind == "delivered");

    static async Task HandOverAsync(MailServer server)
    {
        await using var way = new SmtpMail(server);
        await Parallel.ForAsync(
            0,
            Reporters + 1,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, stop) =>
            {
                using var mail = new MimeMessage
                {
                    Subject = "Video",
                    Body = new TextPart("plain") { Text = Text },
                };
                mail.From.Add(new MailboxAddress("Support", "support@desk.test"));
                mail.To.Add(new MailboxAddress("", EmailOf(i)));
                await way.SendAsync(mail, stop);
            }
        );
    }

    static async Task<Actor> HireAsync(IServiceProvider services)
    {
        var people = services.GetRequiredService<People>();
        var (person, refusal) = await people.AddAsync(
            new("An", "an@desk.test", Role.Agent, Language.Vi),
            Actor.System("bench")
        );
        return refusal is null ? person!.AsActor : throw new InvalidOperationException(refusal.Code);
    }

    static async Task<int> ReportedAsync(IServiceProvider services, Db db, Actor agent)
    {
        var (desk, people) = (services.GetRequiredService<DoorDesk>(), services.GetRequiredService<People>());
        int? main = null;
        for (var i = 0; i <= Reporters; i++)
        {
            var reporter = await people.CustomerAsync(
                $"Reporter {i}",
                EmailOf(i),
                i % 2 == 0 ? Language.Vi : Language.En,
                default
            );
            var log = new Log("Video bài 8 không phát", Text, reporter.Id, Channel.Mail);
            var ticket = Must(await desk.LogAsync(WorldRow.Live, log, agent));
            if (main is { } first)
                Must(await desk.ActAsync(ticket, new LinkTo(first, LinkKind.DuplicateOf), agent));
            main ??= ticket;
        }
        await db.Database.CloseConnectionAsync();
        return main!.Value;
    }

    static string EmailOf(int reporter) => $"reporter-{reporter}@customer.test";

    static int Must(Engine.Door.Outcome outcome) =>
        outcome.Refusal is { } refusal ? throw new InvalidOperationException(refusal.Code) : outcome.Ticket;
}
