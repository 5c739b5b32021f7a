using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Mail;

/// <summary>
/// Empties the mailbox into the inbox: each mail is stored first and moved to the processed folder then. What lies in
/// the folder is not stored yet or was not moved yet, and storing twice is once; so nothing about the server's numbers
/// or flags need be remembered, and any number of nodes may fetch at once.
/// </summary>
public sealed class FetchMail(MailOptions options, Inbox inbox, TimeProvider time)
{
    static readonly TimeSpan Listens = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Polls = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LongestForOneMail = TimeSpan.FromMinutes(10);

    /// <summary>When the mailbox was last seen empty.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>What has kept the mailbox from being emptied since; null when nothing does.</summary>
    public MailboxTrouble? Trouble { get; private set; }

    /// <summary>Fetches what is there. How many mails were stored.</summary>
    public async Task<int> FetchAsync(CancellationToken stop)
    {
        using var client = await options.Imap!.OpenAsync(new ImapClient(), stop);
        var (folder, processed) = await OpenAsync(client, stop);
        var fetched = await FetchAsync(folder, processed, stop);
        await client.DisconnectAsync(quit: true, stop);
        return fetched;
    }

    /// <summary>Fetches, waits for the server to tell of more, and fetches again, until the connection fails.</summary>
    /// <param name="stored">Called when there is something to handle.</param>
    public async Task StayAsync(Action stored, CancellationToken stop)
    {
        try
        {
            await FetchAndListenAsync(stored, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            Trouble = new(Trouble?.Since ?? time.GetUtcNow().ToMicroseconds(), MailboxTrouble.WhyOf(failure));
            throw;
        }
    }

    async Task FetchAndListenAsync(Action stored, CancellationToken stop)
    {
        using var client = await options.Imap!.OpenAsync(new ImapClient(), stop);
        var (folder, processed) = await OpenAsync(client, stop);
        for (; ; )
        {
            using var more = new CancellationTokenSource(Listens, time);
            var count = folder.Count;
            void Arrived(object? sender, EventArgs e)
            {
                // Our own moves change the count as well, downwards.
                if (folder.Count > count)
                    more.Cancel();
                count = folder.Count;
            }
            // Heard from before the fetch on: a mail that comes while we move others would be missed else.
            folder.CountChanged += Arrived;
            try
            {
                if (await FetchAsync(folder, processed, stop) > 0)
                    stored();
                await ListenAsync(client, more, stop);
            }
            finally
            {
                folder.CountChanged -= Arrived;
            }
        }
    }

    async Task<(IMailFolder Folder, IMailFolder Processed)> OpenAsync(ImapClient client, CancellationToken stop)
    {
        var server = options.Imap!;
        var root = client.GetFolder(client.PersonalNamespaces[0]);
        var processed = await FindOrMakeAsync(root, server.Processed, stop);
        var folder = server.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
            ? client.Inbox!
            : await client.GetFolderAsync(server.Folder, stop);
        await folder.OpenAsync(FolderAccess.ReadWrite, stop);
        return (folder, processed);
    }

    static async Task<IMailFolder> FindOrMakeAsync(IMailFolder root, string name, CancellationToken stop)
    {
        try
        {
            return await root.GetSubfolderAsync(name, stop);
        }
        catch (FolderNotFoundException)
        {
            try
            {
                return (await root.CreateAsync(name, isMessageFolder: true, stop))!;
            }
            catch (ImapCommandException)
            {
                // Another node made it in the same moment.
                return await root.GetSubfolderAsync(name, stop);
            }
        }
    }

    async Task<int> FetchAsync(IMailFolder folder, IMailFolder processed, CancellationToken stop)
    {
        const MessageSummaryItems needed =
            MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate;
        var waiting = await folder.FetchAsync(0, -1, needed, stop);
        foreach (var mail in waiting)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(LongestForOneMail);
            try
            {
                await StoreAsync(folder, mail, patience.Token);
            }
            catch (MessageNotFoundException)
            {
                // Another node stored and moved it since we looked.
                continue;
            }
            await MoveAsync(folder, mail.UniqueId, processed, patience.Token);
        }
        FetchedAt = time.GetUtcNow().ToMicroseconds();
        Trouble = null;
        return waiting.Count;
    }

    async Task StoreAsync(IMailFolder folder, IMessageSummary mail, CancellationToken stop)
    {
        var isLarge = mail.Size > options.LargestMail;
        await using var stream = isLarge
            ? await folder.GetStreamAsync(mail.UniqueId, 0, MailRow.KeptOfLarge, stop)
            : await folder.GetStreamAsync(mail.UniqueId, stop);
        using var raw = new MemoryStream();
        await stream.CopyToAsync(raw, stop);
        await inbox.StoreAsync(raw.ToArray(), options.Address, mail.InternalDate, isLarge, stop);
    }

    static async Task MoveAsync(IMailFolder folder, UniqueId mail, IMailFolder processed, CancellationToken stop)
    {
        try
        {
            await folder.MoveToAsync(mail, processed, stop);
        }
        catch (ImapCommandException)
        {
            // Dovecot says no when another node moved the mail first; if it is still there, something else is wrong.
            if ((await folder.SearchAsync(SearchQuery.Uids([mail]), stop)).Count > 0)
                throw;
        }
    }

    async Task ListenAsync(ImapClient client, CancellationTokenSource more, CancellationToken stop)
    {
        if (client.Capabilities.HasFlag(ImapCapabilities.Idle))
            await client.IdleAsync(more.Token, stop);
        else if (!more.IsCancellationRequested)
            await Task.Delay(Polls, time, stop);
    }
}
