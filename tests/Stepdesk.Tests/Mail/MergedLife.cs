using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Door;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

/// <summary>
/// A handful of tickets of three people, tied, merged, parted, split, answered and written on by chance. What each act must come
/// to for people is worked out beside the desk, from what was tied when it was done.
/// </summary>
sealed class MergedLife(DeskApp app, MergingDesk desk, UnreliableMail server, int seed)
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    static readonly string[] People = ["Mai", "Mai", "Hoa", "Hoa", "Kim", "Mai"];

#pragma warning disable CA5394 // What is tried is no secret; the seed makes a failure come again.
    readonly Random random = new(seed);
    readonly List<int> tickets = [];
    readonly Dictionary<int, string> names = [];

    // By the words: who must have got them, each as often as named.
    readonly Dictionary<string, List<string>> expected = [];

    // By the words: on which ticket they must stand, and on which they must be heard.
    readonly Dictionary<string, (int On, int? HeardOn)> written = [];

    // Mails that may be split off or answered, by their words.
    readonly List<(string Words, string Mail)> mails = [];

    // By the words: the ticket that began with them.
    readonly Dictionary<string, int> parts = [];

    public async Task PlayAsync(int steps)
    {
        foreach (var name in People)
            Add(await desk.ReportAsync(name), name);
        for (var step = 0; step < steps; step++)
        {
            await StepAsync($"word{step}word");
            await desk.PayAsync();
            await CheckTiesAsync();
        }
        CheckMails();
        await CheckWordsAsync();
        foreach (var ticket in tickets)
            if ((await desk.TicketAsync(ticket)).MergedInto is { } into)
                await desk.ActAsync(ticket, new Unmerge(into));
        foreach (var ticket in tickets)
            Assert.True((await desk.TicketAsync(ticket)).IsOpen);
    }

    async Task StepAsync(string words)
    {
        var (one, other) = (Any(), Any());
        var before = await desk.TicketAsync(one);
        switch (random.Next(11))
        {
            case 0:
                await desk.RefusedAsync(one, new LinkTo(other, LinkKinds.ByName[random.Next(LinkKinds.ByName.Count)]));
                break;
            case 1:
                await desk.RefusedAsync(one, new Unlink(other));
                break;
            case 2 or 3:
                if (await desk.RefusedAsync(one, new Merge(other, words)) is null && before.MergedInto is null)
                    expected[words] = [NameOf(one)];
                break;
            case 4:
                await desk.RefusedAsync(one, new Unmerge(other));
                break;
            case 5 or 6:
                if (await desk.RefusedAsync(one, new Reply(words)) is null)
                    expected[words] = [NameOf(one), .. await OthersAsync(one, before)];
                break;
            case 7 when mails.Count > 0:
                await PartAsync(mails[random.Next(mails.Count)].Words);
                break;
            case 8 when mails.Count > 0:
                await AnswerAsync(mails[random.Next(mails.Count)], words);
                break;
            default:
                await desk.MailAsync(one, NameOf(one), words);
                written[words] = (one, before.MergedInto);
                mails.Add((words, desk.LastMail));
                break;
        }
    }

    async Task PartAsync(string words)
    {
        var on = written[words].On;
        var message = (await desk.HistoryAsync(on)).Single(r => r.What is CustomerWrote w && w.Text.Trim() == words);
        var outcome = await app
            .Services.GetRequiredService<Parting>()
            .SplitAsync(
                on,
                new Split([message.Version], $"About {words}", "Another matter"),
                email: null,
                name: null,
                desk.An,
                Language.En,
                Terms.None,
                Stop
            );
        if (outcome.Refusal is not null)
            return;
        Add(outcome.Ticket, NameOf(on));
        parts.Add(words, outcome.Ticket);
    }

    // Sent to the address of the ticket it was written on, it belongs where that mail goes on.
    async Task AnswerAsync((string Words, string Mail) mail, string words)
    {
        var on = written[mail.Words].On;
        var belongs = parts.GetValueOrDefault(mail.Words, on);
        var before = await desk.TicketAsync(belongs);
        await desk.MailAsync(on, NameOf(on), words, answers: mail.Mail);
        written[words] = (belongs, before.MergedInto);
    }

    void Add(int ticket, string name)
    {
        tickets.Add(ticket);
        names.Add(ticket, name);
    }

    // Each open duplicate, and of those who reported a merged ticket each person once who is not the requester.
    async Task<List<string>> OthersAsync(int ticket, Ticket before)
    {
        var others = new List<string>();
        foreach (var link in before.Links)
            if (link.Kind is LinkKind.HasDuplicate && (await desk.TicketAsync(link.Ticket)).IsOpen)
                others.Add(NameOf(link.Ticket));
        var merged = tickets.Where(t => before.Links.Any(l => l.Ticket == t && l.Kind is LinkKind.HasMerged));
        others.AddRange(merged.Select(NameOf).Distinct().Where(name => name != NameOf(ticket)));
        return others;
    }

    void CheckMails()
    {
        foreach (var (words, people) in expected)
            Assert.Equal(
                people.Select(AddressOf).Order(StringComparer.Ordinal),
                server
                    .Accepted.Where(m => m.TextBody!.Contains(words, StringComparison.Ordinal))
                    .Select(m => m.To.Mailboxes.Single().Address)
                    .Order(StringComparer.Ordinal)
            );
        Assert.Equal(expected.Values.Sum(people => people.Count), server.Accepted.Count);
    }

    async Task CheckWordsAsync()
    {
        var heard = new List<(int On, ReporterWrote What)>();
        var said = new List<(int On, int Version, string Text)>();
        foreach (var ticket in tickets)
        foreach (var recorded in await desk.HistoryAsync(ticket))
            if (recorded.What is ReporterWrote wrote)
                heard.Add((ticket, wrote));
            else if (recorded.What is CustomerWrote words)
                said.Add((ticket, recorded.Version, words.Text.Trim()));
        Assert.Equal(written.Count, said.Count);
        foreach (var (words, (on, heardOn)) in written)
        {
            var found = Assert.Single(said, s => s.Text == words);
            Assert.Equal(on, found.On);
            var echoes = heard.Where(h => h.What.Ticket == on && h.What.Message == found.Version).ToList();
            Assert.Equal(heardOn is { } there ? [there] : [], echoes.Select(e => e.On));
        }
        Assert.Equal(written.Values.Count(w => w.HeardOn is not null), heard.Count);
        foreach (var (words, part) in parts)
        {
            var begun = await desk.HistoryAsync(part);
            Assert.Equal(words, Assert.IsType<Logged>(begun[0].What).Description.Trim());
            Assert.Equal(written[words].On, Assert.Single(begun.Select(r => r.What).OfType<SplitFrom>()).Ticket);
        }
        Assert.Equal(People.Length + parts.Count, tickets.Count);
        await using var db = app.Database();
        Assert.Equal(written.Count, db.Mails.Count(m => m.State == Engine.Data.MailState.Handled && m.Ticket != null));
    }

    // Both ends say the same, nobody goes on in what goes on elsewhere, and all people count once.
    async Task CheckTiesAsync()
    {
        var all = new Dictionary<int, Ticket>();
        foreach (var ticket in tickets)
            all.Add(ticket, await desk.TicketAsync(ticket));
        foreach (var (id, ticket) in all)
        {
            foreach (var link in ticket.Links)
                Assert.Equal(link.Kind.FarEnd(), all[link.Ticket].Links.Single(l => l.Ticket == id).Kind);
            if (ticket.MergedInto is { } into)
                Assert.Null(all[into].MergedInto);
        }
    }

    int Any() => tickets[random.Next(tickets.Count)];
#pragma warning restore CA5394

    string NameOf(int ticket) => names[ticket];

    static string AddressOf(string name) => $"{name.ToLowerInvariant()}@customer.example";
}
