using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Stepdesk.Tests.Operations;

/// <summary>A disk that lied, a copy taken while writing: the file is there and no longer whole.</summary>
public sealed class SoundnessTests : IAsyncDisposable
{
    const string Damaged = "The database file is damaged. Keep a copy of it and restore the latest backup.";
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StepdeskProgram program = new();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    string EmbeddedFile => Path.Combine(program.Folder, "stepdesk.db");
    string Embedded => $"Data Source={EmbeddedFile};Pooling=false";

    [Fact]
    public async Task Neither_verified_nor_backed_up_as_if_nothing_were_wrong()
    {
        await DamagedAsync();
        var backup = Path.Combine(program.Folder, "backup.zip");

        Assert.Equal(new(1, "", Damaged), await program.RunAsync("history", "verify", "--database", Embedded));
        Assert.Equal(new(1, "", Damaged), await program.RunAsync("backup", backup, "--database", Embedded));
        Assert.False(File.Exists(backup));
    }

    [Fact]
    public async Task A_desk_on_it_is_not_ready_and_says_why()
    {
        await DamagedAsync();
        var served = program.Start("serve", "--urls", "http://127.0.0.1:0", "--database", Embedded);
        var address = new Uri((await served.StandardOutput.ReadLineAsync(Stop))!["ready ".Length..]);
        using var client = new HttpClient { BaseAddress = address };

        // It is looked at beside the first requests.
        var answer = await Eventually.SeeAsync(
            "damage",
            async () =>
                await client.GetAsync("/health/ready", Stop) is { StatusCode: HttpStatusCode.ServiceUnavailable } no
                    ? no
                    : null
        );

        Assert.Contains("database is damaged", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_second_desk_on_the_same_folder_is_said_to_be_the_second()
    {
        var first = program.Start("serve", "--urls", "http://127.0.0.1:0", "--database", Embedded);
        Assert.StartsWith("ready", await first.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);

        var second = program.Start("serve", "--urls", "http://127.0.0.1:0", "--database", Embedded);

        Assert.StartsWith(
            "Another desk runs on this data folder already.",
            await second.StandardError.ReadLineAsync(Stop),
            StringComparison.Ordinal
        );
        Assert.StartsWith("ready", await second.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_a_killed_desk_was_sending_leaves_at_the_next_start()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var served = new StepdeskProgram
        {
            Settings = new Dictionary<string, string>
            {
                ["STEPDESK_Mail__Address"] = "support@desk.test",
                ["STEPDESK_Mail__PublicUrl"] = "https://desk.test",
                ["STEPDESK_Mail__Smtp__Host"] = "127.0.0.1",
                ["STEPDESK_Mail__Smtp__Port"] = Port(silent),
                ["STEPDESK_Mail__Smtp__Security"] = "none",
                ["STEPDESK_Mail__Smtp__Patience"] = "00:10:00",
            },
        };
        string[] place = ["--database", $"Data Source={Path.Combine(served.Folder, "stepdesk.db")};Pooling=false"];
        string[] an = ["user", "add", "--email", "an@desk.test", "--name", "An", "--role", "administrator"];
        Assert.Equal(0, (await served.RunAsync([.. an, .. place])).Exit);
        var token = await served.RunAsync(["token", "create", "--user", "an@desk.test", "--name", "tests", .. place]);
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", .. place];
        var first = served.Start(serve);
        var address = new Uri((await first.StandardOutput.ReadLineAsync(Stop))!["ready ".Length..]);
        using (var client = new Api.Client(address, token.Output))
        {
            var ticket = await client.PostAsync(
                "tickets",
                new { title = "Printer", requester = new { email = "lan@customer.test" } }
            );
            (await client.PostAsync($"tickets/{ticket.Id}/replies", new { text = "Looking" })).Is(HttpStatusCode.OK);
        }
        using (await silent.AcceptTcpClientAsync(Stop))
            await served.KillAsync(first);

        served.Start(serve);

        // Its lease would last forty minutes.
        using var again = await silent.AcceptTcpClientAsync(Stop);
        Assert.True(again.Connected);
    }

    static string Port(TcpListener listener) => $"{((IPEndPoint)listener.LocalEndpoint).Port}";

    [Fact]
    public async Task A_database_that_is_gone_is_not_taken_for_a_new_desk()
    {
        await HiredAsync(0);
        Assert.Equal(0, (await program.RunAsync("history", "checkpoint", "--database", Embedded)).Exit);
        foreach (var file in Directory.GetFiles(program.Folder, "stepdesk.db*"))
            File.Delete(file);

        Assert.StartsWith(Lost, (await program.RunAsync("history", "verify", "--database", Embedded)).Errors);
        Assert.StartsWith(
            Lost,
            (await program.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--database", Embedded)).Errors
        );
        // Now there is an empty one.
        Assert.StartsWith(Lost, await HiredAsync(1));
    }

    [Fact]
    public async Task A_history_that_was_tampered_with_is_not_backed_up_as_if_nothing_were_wrong()
    {
        await HiredAsync(0);
        await using (var connection = new SqliteConnection(Embedded))
        {
            await connection.OpenAsync(Stop);
            await using var tamper = connection.CreateCommand();
            tamper.CommandText =
                "DROP TRIGGER history_keeps_facts; UPDATE history SET actor = '{}' WHERE stream LIKE 'person/%'";
            Assert.True(await tamper.ExecuteNonQueryAsync(Stop) > 0);
        }
        var backup = Path.Combine(program.Folder, "backup.zip");

        var said = await program.RunAsync("backup", backup, "--database", Embedded);

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("The history does not verify (person/1, version 1:", said.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(backup));
    }

    const string Lost = "The database is empty or gone, and ";

    async Task<string> HiredAsync(int exit)
    {
        var said = await program.RunAsync(
            "user",
            "add",
            "--email",
            "an@desk.example",
            "--name",
            "An",
            "--role",
            "administrator",
            "--database",
            Embedded
        );
        Assert.Equal(exit, said.Exit);
        return said.Errors;
    }

    // Half a page of an index no start reads is overwritten; all else stays as it was.
    async Task DamagedAsync()
    {
        Assert.Equal(0, (await program.RunAsync("migrate", "--database", Embedded)).Exit);
        await using var connection = new SqliteConnection(Embedded);
        await connection.OpenAsync(Stop);
        var page = await AskAsync("SELECT rootpage FROM sqlite_schema WHERE name = 'threads'");
        var size = await AskAsync("PRAGMA page_size");
        await AskAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await connection.CloseAsync();
        await using var file = new FileStream(EmbeddedFile, FileMode.Open, FileAccess.Write);
        file.Position = (page - 1) * size;
        await file.WriteAsync(Enumerable.Repeat((byte)0xff, (int)size / 2).ToArray(), Stop);

        async Task<long> AskAsync(string question)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = question;
            return (long)(await command.ExecuteScalarAsync(Stop))!;
        }
    }
}
