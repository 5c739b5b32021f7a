using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using Stepdesk.Tests.Mail;
using Stepdesk.Tests.Web;

namespace Stepdesk.Tests.Killed;

/// <summary>
/// One ticket from the customer's mail to the trend note: the agent at the API, the customer at their mail program and
/// behind the link in the mail. Told by people who try again; checked afterwards by what anybody can see.
/// </summary>
sealed partial class TicketStory(string word, Random chance, MailServers servers, string mailbox, PatientClient agent)
{
    const string Justification = "Twelve teachers cannot print their lists.";
    const string Trend = "The third time after an update.";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    static readonly string[] WhatHappens =
    [
        "logged",
        "classified",
        "replied",
        "delivered",
        "customer_wrote",
        "diagnosed",
        "resolved",
        "delivered",
        "confirmed",
        "closed",
        "trend_noted",
    ];

    readonly byte[] photo = Bytes(chance);
    readonly byte[] print = Bytes(chance);
    string ticket = "";

    string Customer => $"{word}@customer.test";

    public async Task TellAsync()
    {
        await servers.SendAsync(Report(), Stop);
        ticket = await Eventually.SeeAsync($"a ticket of {word}", FindAsync);
        await DoAsync("classification", new { @class = "priority", justification = Justification });
        await DoAsync("replies", new { text = "We have it and are looking." });
        var acknowledged = await ArrivedAsync("reply");
        await servers.SendAsync(AnswerTo(acknowledged), Stop);
        await SaidAsync("message", _ => true);
        await DoAsync("diagnosis", new { text = "The driver is too old." });
        await DoAsync(
            "resolution",
            new
            {
                kind = "fix",
                solution = "Installed the new driver.",
                cause = "Update",
            }
        );
        (await agent.PostAsync($"{ticket}/closure")).IsProblem(HttpStatusCode.Conflict, "close-before-confirmation");
        await ConfirmAsync(LinkIn(await ArrivedAsync("resolution")));
        await DoAsync("closure");
        await DoAsync("trend", new { text = Trend });
    }

    /// <summary>Everything is there, in order and once. How many copies too many the customer got.</summary>
    public async Task<int> CheckAsync()
    {
        Assert.Equal(1, (await agent.GetAsync($"tickets?view=all&q={word}"))["items"].GetArrayLength());
        Assert.Equal("closed", (await agent.GetAsync(ticket))["status"].GetString());
        var history = (await agent.GetAsync($"{ticket}/history"))["items"].EnumerateArray().ToList();
        Assert.Equal(WhatHappens, history.Select(KindOf));
        Assert.Equal(Justification, DataOf("classified").GetProperty("justification").GetString());
        Assert.Equal(Trend, DataOf("trend_noted").GetProperty("text").GetString());
        Assert.Equal(photo, await FileOfAsync("report"));
        Assert.Equal(print, await FileOfAsync("message"));

        var copies = (await servers.MailsAsync(Customer, Stop)).Select(m => m.MessageId).ToList();
        var sent = history.Where(e => KindOf(e) is "delivered").Select(e => e.GetProperty("data"));
        Assert.Equal(sent.Select(d => d.GetProperty("messageId").GetString()), copies.Distinct());
        return copies.Count - 2;

        JsonElement DataOf(string kind) => history.Single(e => KindOf(e) == kind).GetProperty("data");
    }

    async Task<string?> FindAsync()
    {
        var found = (await agent.GetAsync($"tickets?view=all&q={word}")).Is(HttpStatusCode.OK)["items"];
        return found.GetArrayLength() == 0 ? null : $"tickets/{found[0].GetProperty("id").GetInt32()}";
    }

    async Task DoAsync(string noun, object? body = null) =>
        (await agent.PostAsync($"{ticket}/{noun}", body)).Is(HttpStatusCode.OK);

    // Once the desk says that it was delivered, it must lie in the customer's mailbox.
    async Task<MimeMessage> ArrivedAsync(string kind)
    {
        var said = await SaidAsync(kind, m => m.GetProperty("deliveredAt").ValueKind is not JsonValueKind.Null);
        var text = said.Body.GetProperty("text").GetString()!;
        var mails = await servers.MailsAsync(Customer, Stop);
        return mails.First(m => m.TextBody!.Contains(text, StringComparison.Ordinal));
    }

    Task<Found> SaidAsync(string kind, Func<JsonElement, bool> isSo) =>
        Eventually.SeeAsync(
            $"a {kind} on {ticket}",
            async () =>
                (await agent.GetAsync($"{ticket}/messages"))
                    .Is(HttpStatusCode.OK)["items"]
                    .EnumerateArray()
                    .Where(m => KindOf(m) == kind && isSo(m))
                    .Select(m => new Found(m))
                    .FirstOrDefault()
        );

    // Without script, as a browser does whose desk died while the form was sent: look again, and send it if it is there.
    static async Task ConfirmAsync(string path, Uri desk)
    {
        using var surfer = new Surfer(desk);
        await Eventually.HoldsAsync(
            "the confirmation",
            async () =>
            {
                try
                {
                    var page = await surfer.PageAsync(path);
                    if (page.QuerySelector(".portal-state-confirmed") is not null)
                        return true;
                    using var answer = await surfer.SubmitAsync(path, "confirm", ("Form.Text", "Thank you"));
                    Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                    return false;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }
        );
    }

    static Task ConfirmAsync(Uri link) => ConfirmAsync(link.AbsolutePath, new(link.GetLeftPart(UriPartial.Authority)));

    async Task<byte[]> FileOfAsync(string kind)
    {
        var file = (await SaidAsync(kind, _ => true)).Body.GetProperty("files").EnumerateArray().Single();
        return (await agent.GetAsync(file.GetProperty("url").GetString()!)).Is(HttpStatusCode.OK).Content;
    }

    MimeMessage Report() => Mail(new(mailbox, mailbox), $"Printer {word} smokes", "Since this morning.", photo);

    MimeMessage AnswerTo(MimeMessage acknowledged)
    {
        var to = acknowledged.ReplyTo.Mailboxes.Single();
        var answer = Mail(to, $"Re: {acknowledged.Subject}", "Here is what it prints.", print);
        answer.InReplyTo = acknowledged.MessageId;
        return answer;
    }

    MimeMessage Mail(MailboxAddress to, string subject, string text, byte[] file)
    {
        var body = new BodyBuilder { TextBody = text };
        body.Attachments.Add("file.bin", file);
        var mail = new MimeMessage { Subject = subject, Body = body.ToMessageBody() };
        mail.From.Add(new MailboxAddress("Lan", Customer));
        mail.To.Add(to);
        return mail;
    }

    static Uri LinkIn(MimeMessage mail) => new(Link().Match(mail.TextBody!).Value);

    static string? KindOf(JsonElement happened) => happened.GetProperty("kind").GetString();

    static byte[] Bytes(Random chance)
    {
        var bytes = new byte[chance.Next(1_000, 100_000)];
        chance.NextBytes(bytes);
        return bytes;
    }

    [GeneratedRegex(@"http://\S+/t/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    sealed record Found(JsonElement Body);
}
