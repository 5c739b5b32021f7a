using System.Net;
using System.Text.Json;

namespace Stepdesk.Tests.Operations;

/// <summary>The command line as people script it: the real program, its answers and its exit codes.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    readonly StepdeskProgram program = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task The_first_user_opens_the_desk_gets_a_token_and_everything_verifies()
    {
        var added = await AddAsync("an@desk.example");
        var again = await AddAsync("An@desk.example");
        var token = await program.RunAsync("token", "create", "--user", "an@desk.example", "--name", "scripts");
        var verified = await program.RunAsync("history", "verify");

        Assert.Equal(new(0, """{"id":1,"email":"an@desk.example"}""", ""), added);
        Assert.Equal(new(1, "", "Somebody already has this address."), again);
        Assert.StartsWith("sd_", token.Output, StringComparison.Ordinal);
        Assert.Equal(new(0, """{"streams":3,"events":4,"firstBad":null}""", ""), verified);
    }

    [Fact]
    public async Task The_first_says_the_desks_zone_and_language_and_nobody_after()
    {
        string[] an = ["user", "add", "--email", "an@desk.example", "--name", "An", "--role", "administrator"];
        string[] vn = ["--desk", "Trường", "--zone", "Asia/Ho_Chi_Minh", "--language", "vi"];

        var nowhere = await program.RunAsync([.. an, "--zone", "Asia/Nowhere"]);
        var first = await program.RunAsync([.. an, .. vn]);
        var second = await program.RunAsync([.. an[..2], "--email", "binh@desk.example", .. an[4..], .. vn]);

        Assert.Equal(1, nowhere.Exit);
        Assert.Equal(0, first.Exit);
        Assert.StartsWith("The desk is open already and keeps its name", second.Errors, StringComparison.Ordinal);
        var me = await program.RunAsync("token", "create", "--user", "an@desk.example", "--name", "tests");
        var desk = program.Start("serve", "--urls", "http://127.0.0.1:0");
        var address = new Uri((await desk.StandardOutput.ReadLineAsync(Stop))!["ready ".Length..]);
        using var client = new Api.Client(address, me.Output);
        Assert.Equal("vi", (await client.GetAsync("people/me"))["language"].GetString());
        Assert.Contains("Asia/Ho_Chi_Minh", (await client.GetAsync("policies/latest")).Text);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_opens_a_desk()
    {
        string[] an = ["user", "add", "--email", "an@desk.example", "--name", "An", "--role"];
        await program.RunAsync("migrate");

        var agent = await program.RunAsync([.. an, "agent"]);
        var administrator = await program.RunAsync([.. an, "administrator"]);

        Assert.Equal(1, agent.Exit);
        Assert.StartsWith("Nobody has opened this desk yet.", agent.Errors, StringComparison.Ordinal);
        Assert.Equal(0, administrator.Exit);
    }

    [Theory]
    [InlineData("frob")]
    [InlineData("user add --email an@desk.example")]
    [InlineData("user add --email an@desk.example --name An --role owner")]
    [InlineData("serve --demo --empty")]
    [InlineData("history verify --database nonsense")]
    [InlineData("history verify --database=")]
    public async Task Wrong_usage_is_two_and_one_line(string line)
    {
        var said = await program.RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (said.Exit, said.Output));
        Assert.Contains("--help", Assert.Single(said.Errors.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_desk_is_ready_takes_new_people_backs_up_and_stops_in_order_when_asked()
    {
        var desk = program.Start("serve", "--urls", "http://127.0.0.1:0");
        var ready = await desk.StandardOutput.ReadLineAsync(Stop);
        Assert.StartsWith("ready http://127.0.0.1:", ready, StringComparison.Ordinal);
        using var http = new HttpClient { BaseAddress = new(ready!["ready ".Length..]) };

        Assert.Equal("""{"status":"live"}""", await http.GetStringAsync("/health/live", Stop));
        var health = JsonDocument.Parse(await http.GetStringAsync("/health/ready", Stop)).RootElement;
        Assert.Equal("ready", health.GetProperty("status").GetString());
        Assert.Equal(0, health.GetProperty("outbox").GetProperty("owed").GetInt32());

        Assert.Equal(0, (await AddAsync("an@desk.example")).Exit);
        var backup = Path.Combine(program.Folder, "one.zip");
        Assert.Equal(0, (await program.RunAsync("backup", backup)).Exit);
        var restored = await program.RunAsync("restore", "--replace", backup);
        Assert.Equal(
            (1, "The desk is running and would not notice. Stop it, then restore."),
            (restored.Exit, restored.Errors)
        );

        StepdeskProgram.Terminate(desk);
        await desk.WaitForExitAsync(Stop);
        Assert.Equal(0, desk.ExitCode);
        Assert.Equal("", await desk.StandardOutput.ReadToEndAsync(Stop));
        Assert.Single(Directory.GetFiles(Path.Combine(program.Folder, "checkpoints"), "*.json"));
        var said = (await desk.StandardError.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // On a slow machine it says first that the database is still being made.
        foreach (var line in said.SkipWhile(l => l.StartsWith("The database is brought", StringComparison.Ordinal)))
            Assert.StartsWith(
                "Stepdesk.",
                JsonDocument.Parse(line).RootElement.GetProperty("Category").GetString(),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var said = await program.RunAsync("serve", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal((1, ""), (said.Exit, said.Output));
        // On a slow machine it says first that the database is still being made.
        Assert.Equal(
            "Another program listens on this address already. Stop it, or choose another with --urls.",
            said.Errors.Split('\n')[^1]
        );
    }

    [Fact]
    public async Task Looking_at_a_desk_that_is_not_there_makes_none()
    {
        var said = await program.RunAsync(
            "history",
            "verify",
            "--data",
            program.Folder,
            "--database",
            $"Data Source={program.Folder}/stepdesk.db"
        );

        Assert.Equal(1, said.Exit);
        Assert.StartsWith("There is no desk in", said.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(program.Folder));
    }

    Task<Said> AddAsync(string email) =>
        program.RunAsync(
            "user",
            "add",
            "--email",
            email,
            "--name",
            "An",
            "--role",
            "administrator",
            "--password",
            DeskApp.Password
        );
}
