using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests.Mail;

public sealed class SignerTests : IAsyncLifetime
{
    const string Support = "support@desk.example";
    DeskApp app = null!;
    Signer signer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        signer = app.Services.GetRequiredService<Signer>();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void What_was_signed_is_read_again()
    {
        Assert.Equal((17, 9), signer.ReadLink(signer.LinkFor(17, 9)["/t/".Length..]));
        Assert.Equal((17, null), signer.ReadReplyAddress(signer.ReplyAddress(Support, 17)));
        Assert.Equal((17, 9), signer.ReadReplyAddress(signer.ReplyAddress(Support, 17, 9)));
        Assert.Equal(new(17, 4), signer.ReadMessageId(signer.MessageId(Support, 17, 4)));
        Assert.Equal(new(17, 4, 9), signer.ReadMessageId(signer.MessageId(Support, 17, 4, 9)));
    }

    [Fact]
    public void A_mail_server_may_fold_the_case_of_an_address()
    {
        Assert.Equal((17, null), signer.ReadReplyAddress(signer.ReplyAddress(Support, 17).ToUpperInvariant()));
        Assert.Equal((17, 9), signer.ReadReplyAddress(signer.ReplyAddress(Support, 17, 9).ToUpperInvariant()));
        Assert.Equal(new(17, 4), signer.ReadMessageId(signer.MessageId(Support, 17, 4).ToUpperInvariant()));
    }

    [Fact]
    public void The_longest_address_is_one_that_mail_servers_take()
    {
        var longest = $"{new string('s', 25)}@desk.example";
        foreach (var reader in (int?[])[null, int.MaxValue])
            Assert.InRange(signer.ReplyAddress(longest, int.MaxValue, reader).Split('@')[0].Length, 1, 64);
    }

    [Fact]
    public void Every_message_keeps_one_id()
    {
        Assert.Equal(signer.MessageId(Support, 17, 4), signer.MessageId(Support, 17, 4));
        Assert.NotEqual(signer.MessageId(Support, 17, 4), signer.MessageId(Support, 17, 5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("17.9")]
    [InlineData("17.9.")]
    [InlineData("17.9.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("17.9.AAAA.AAAA")]
    [InlineData("17.9.not base64!")]
    [InlineData("-17.9.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("99999999999.9.AAAAAAAAAAAAAAAAAAAAAA")]
    public void A_link_nobody_gave_opens_nothing(string token) => Assert.Null(signer.ReadLink(token));

    [Theory]
    [InlineData("support@desk.example")]
    [InlineData("support+t17@desk.example")]
    [InlineData("support+t17.@desk.example")]
    [InlineData("support+t17.aaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example")]
    [InlineData("support+t17.é@desk.example")]
    [InlineData("support+r@desk.example")]
    [InlineData("support+raaaaaaiqaaaaaeqaaaaaaaaaaaaaaaaaa@desk.example")]
    [InlineData("support+raaaaaaiqaaaaaeq@desk.example")]
    [InlineData("")]
    public void A_guessed_reply_address_belongs_to_no_ticket(string address) =>
        Assert.Null(signer.ReadReplyAddress(address));

    [Theory]
    [InlineData("17.4.aaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example")]
    [InlineData("t17.4.aaaaaaaaaaaaaaaaaaaaaaaaaa@desk.example")]
    [InlineData("t17.4@desk.example")]
    [InlineData("ticket-17@desk.example")]
    [InlineData("")]
    public void A_guessed_message_id_belongs_to_no_ticket(string id) => Assert.Null(signer.ReadMessageId(id));

    [Fact]
    public void A_signature_is_good_for_one_ticket_and_one_purpose_only()
    {
        var link = signer.LinkFor(17, 9)["/t/".Length..];
        var signature = link.Split('.')[2];
        Assert.Null(signer.ReadLink($"18.9.{signature}"));
        Assert.Null(signer.ReadLink($"17.10.{signature}"));

        var reply = signer.ReplyAddress(Support, 17);
        Assert.Null(signer.ReadReplyAddress(reply.Replace("+t17.", "+t18.", StringComparison.Ordinal)));
        var taken = reply.Split('@')[0].Split('.')[1];
        Assert.Null(signer.ReadMessageId($"t17.0.{taken}@desk.example"));
    }

    [Fact]
    public async Task Nodes_that_start_together_sign_with_one_key()
    {
        var databases = app.Services.GetRequiredService<IDbContextFactory<Db>>();

        var links = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Signer(databases).LinkFor(1, 1)))
        );

        Assert.Single(links.Distinct());
        await using var db = app.Database();
        Assert.Equal(1, await db.Secrets.CountAsync(s => s.Name == "signing", TestContext.Current.CancellationToken));
    }
}
