using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Operations;

/// <summary>Conditions that are nobody's bug: one clear line, nothing lost.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StepdeskProgram program = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => program.DisposeAsync();

    string EmbeddedFile => Path.Combine(program.Folder, "stepdesk.db");
    string Embedded => $"Data Source={EmbeddedFile};Default Timeout=1;Pooling=false";

    [Fact]
    public async Task A_file_that_is_no_database_stays_as_it_is()
    {
        Directory.CreateDirectory(program.Folder);
        var letter = string.Concat(Enumerable.Repeat("Dear desk, this is a letter. ", 200));
        await File.WriteAllTextAsync(EmbeddedFile, letter, Stop);

        var said = await program.RunAsync("migrate", "--database", Embedded);

        Assert.Equal(
            new(1, "", "The database file is no database. Name another folder with --data, or restore a backup."),
            said
        );
        Assert.Equal(letter, await File.ReadAllTextAsync(EmbeddedFile, Stop));
    }

    [Fact]
    public async Task A_locked_database_is_said_to_be_locked()
    {
        Assert.Equal(0, (await program.RunAsync("migrate", "--database", Embedded)).Exit);
        await using var other = new SqliteConnection(Embedded);
        await other.OpenAsync(Stop);
        await using var held = other.BeginTransaction(deferred: false);

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

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("The database is locked by another program.", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_said_so()
    {
        await File.WriteAllTextAsync(program.Folder, "", Stop);
        try
        {
            var said = await program.RunAsync("migrate");

            Assert.Equal(1, said.Exit);
            Assert.Contains("Correct the path", Assert.Single(said.Errors.Split('\n')), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(program.Folder);
        }
    }

    [Fact]
    public async Task A_demo_whose_practice_cannot_be_played_says_so_at_once_and_stops_in_peace()
    {
        Assert.Equal(0, (await program.RunAsync("migrate", "--database", Embedded)).Exit);
        await using (var file = new SqliteConnection(Embedded))
        {
            await file.OpenAsync(Stop);
            await using var demo = file.CreateCommand();
            demo.CommandText = """
                INSERT INTO worlds (id, name, zone, language, is_demo) VALUES (1, 'Demo', 'Asia/Ho_Chi_Minh', 0, 1);
                INSERT INTO secrets (name, value) VALUES ('demo-practice', x'00');
                """;
            await demo.ExecuteNonQueryAsync(Stop);
        }

        var served = program.Start("serve", "--demo", "--urls", "http://127.0.0.1:0", "--database", Embedded);
        Assert.StartsWith("ready", await served.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
        var said = "";
        while (said?.StartsWith("The practice runs of the demo could not", StringComparison.Ordinal) is false)
            said = await served.StandardError.ReadLineAsync(Stop).AsTask().WaitAsync(TimeSpan.FromMinutes(3), Stop);
        Assert.Contains("the next start goes on", said, StringComparison.Ordinal);

        StepdeskProgram.Terminate(served);
        await served.WaitForExitAsync(Stop);
        Assert.Equal(0, served.ExitCode);
        await using var after = new SqliteConnection(Embedded);
        await after.OpenAsync(Stop);
        await using var owed = after.CreateCommand();
        owed.CommandText = "SELECT count(*) FROM secrets WHERE name = 'demo-practice'";
        Assert.Equal(1L, await owed.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_answer_is_said_so()
    {
        var said = await program.RunAsync(
            "migrate",
            "--database",
            $"Host=127.0.0.1;Port={PostgresServer.FreePort()};Username=app;Timeout=5"
        );

        Assert.Equal(new(1, "", "PostgreSQL does not answer. Start it, or correct Host and Port in --database."), said);
    }

    [Fact]
    public void A_refused_password_is_said_so() =>
        Assert.Equal(
            "PostgreSQL refused the user or the password. Correct Username and Password in --database.",
            Troubles.Say(new PostgresException("password authentication failed", "FATAL", "FATAL", "28P01"))
        );

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var app = await DeskApp.StartAsync();
        await using var db = app.Database();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ('99990101000000_Later', '99')""",
            Stop
        );

        var refused = await Assert.ThrowsAsync<TroubleException>(() => db.UpgradeAsync(Stop));

        Assert.StartsWith("This database was upgraded by a newer Stepdesk.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Schema.Newer, await db.SchemaAsync(Stop));
    }

    [Fact]
    public async Task The_lock_of_a_migration_that_died_keeps_nobody_out()
    {
        await using var app = await DeskApp.StartAsync();
        await using var db = app.Database();
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-01-01 00:00:00+00:00');
            """,
            Stop
        );

        await db.UpgradeAsync(Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        Assert.Equal(Schema.Current, await db.SchemaAsync(Stop));
    }

    [Fact]
    public async Task A_migration_killed_anywhere_is_finished_by_the_next_start()
    {
        foreach (var written in (long[])[0, 40_000, 200_000])
        {
            var migrating = program.Start("migrate", "--database", Embedded);
            while (!migrating.HasExited && Written() <= written)
                await Task.Yield();
            migrating.Kill();
            await migrating.WaitForExitAsync(Stop);
        }

        Assert.Equal(new(0, "", ""), await program.RunAsync("migrate", "--database", Embedded));
        var verified = await program.RunAsync("history", "verify", "--database", Embedded);
        Assert.Equal("""{"streams":0,"events":0,"firstBad":null}""", verified.Output);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_answered_and_work_goes_on_once_there_is_room()
    {
        var options = new DbContextOptionsBuilder<Engine.Data.Sqlite.SqliteDb>();
        Directory.CreateDirectory(program.Folder);
        Engine.Data.Sqlite.SqliteDb.Use(options, Embedded);
        await using var db = new Engine.Data.Sqlite.SqliteDb(options.Options);
        await db.UpgradeAsync(Stop);
        await db.Database.OpenConnectionAsync(Stop);
        db.Blobs.Add(new() { Sha256 = "kept", Content = [1] });
        await db.SaveChangesAsync(Stop);

        // The same answer the engine gives when the disk has no page left.
        var pages = await db
            .Database.SqlQuery<int>($"""SELECT page_count AS "Value" FROM pragma_page_count""")
            .SingleAsync(Stop);
        var full = $"PRAGMA max_page_count = {pages}";
        await db.Database.ExecuteSqlRawAsync(full, Stop);
        db.Blobs.Add(new() { Sha256 = "large", Content = new byte[1_000_000] });
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Stop));
        Assert.StartsWith("The disk is full.", Troubles.Say(failure), StringComparison.Ordinal);

        Assert.Equal("kept", await db.Blobs.Select(b => b.Sha256).SingleAsync(Stop));
        await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1000000", Stop);
        await db.SaveChangesAsync(Stop);
        Assert.Equal(2, await db.Blobs.CountAsync(Stop));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", null)]
    [InlineData("http://*:0", null)]
    [InlineData("http://127.0.0.1:0;http://[::]:0", null)]
    [InlineData("http://0.0.0.0:0", "http://desk.example")]
    public async Task A_desk_that_others_could_open_but_not_sign_in_to_does_not_start(string urls, string? known)
    {
        await using var open = new StepdeskProgram
        {
            Settings = known is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string> { ["STEPDESK_Mail__PublicUrl"] = known },
        };

        var said = await open.RunAsync("serve", "--urls", urls);

        Assert.Equal((1, ""), (said.Exit, said.Output));
        Assert.Contains("Mail:PublicUrl", Assert.Single(said.Errors.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_address_to_listen_on_is_said_to_be_none()
    {
        var said = await program.RunAsync("serve", "--urls", "nonsense");

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("'nonsense' is no address to listen on.", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_is_said_to_be_none()
    {
        await using var behind = new StepdeskProgram
        {
            Settings = new Dictionary<string, string> { ["STEPDESK_Proxies__0"] = "the proxy" },
        };

        var said = await behind.RunAsync("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, said.Exit);
        Assert.Contains("'the proxy' is no address", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_added_to_a_place_that_is_misspelt_makes_no_desk_there()
    {
        var said = await program.RunAsync(
            "user",
            "add",
            "--email",
            "an@desk.example",
            "--name",
            "An",
            "--role",
            "agent",
            "--database",
            Embedded
        );

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("There is no desk", said.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Folder));
    }

    [Fact]
    public async Task A_backup_that_is_not_there_makes_no_desk()
    {
        var said = await program.RunAsync("restore", "no-such-backup.zip", "--database", Embedded);

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("There is no file no-such-backup.zip.", said.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Folder));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Whatever_the_folder_lets_others_do_the_database_is_its_owners_alone()
    {
        Directory.CreateDirectory(program.Folder);
        File.SetUnixFileMode(program.Folder, (UnixFileMode)0b111_101_101);

        Assert.Equal(0, (await program.RunAsync("migrate", "--database", Embedded)).Exit);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(EmbeddedFile));
    }

    [Fact]
    public async Task While_the_database_is_locked_the_desk_is_not_ready_and_says_to_come_back()
    {
        Assert.Equal(0, (await program.RunAsync("migrate", "--database", Embedded)).Exit);
        await program.RunAsync(
            "user",
            "add",
            "--email",
            "an@desk.example",
            "--name",
            "An",
            "--role",
            "administrator",
            "--password",
            DeskApp.Password,
            "--database",
            Embedded
        );
        var token = (
            await program.RunAsync(
                "token",
                "create",
                "--user",
                "an@desk.example",
                "--name",
                "x",
                "--database",
                Embedded
            )
        ).Output;
        var served = program.Start("serve", "--urls", "http://127.0.0.1:0", "--database", Embedded);
        var address = new Uri((await served.StandardOutput.ReadLineAsync(Stop))!["ready ".Length..]);
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var surfer = new Web.Surfer(address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/people/me", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Stop)).StatusCode);

        await using var other = new SqliteConnection(Embedded);
        await other.OpenAsync(Stop);
        await using (other.BeginTransaction(deferred: false))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready", Stop)).StatusCode);
            using var ticket = new StringContent(
                """{"title":"x","requester":{"email":"lan@customer.example"}}""",
                System.Text.Encoding.UTF8,
                "application/json"
            );
            var refused = await client.PostAsync("/api/v1/tickets", ticket, Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains(
                "desk-is-hindered",
                await refused.Content.ReadAsStringAsync(Stop),
                StringComparison.Ordinal
            );
            var page = await surfer.SignInAsync("an@desk.example");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Equal(
                "The desk cannot write at the moment",
                (await Web.Surfer.ReadAsync(page)).QuerySelector("h1")?.TextContent
            );
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await surfer.SignInAsync("an@desk.example")).StatusCode);
    }

    long Written() =>
        ((string[])[EmbeddedFile, EmbeddedFile + "-wal"]).Where(File.Exists).Sum(f => new FileInfo(f).Length);
}
