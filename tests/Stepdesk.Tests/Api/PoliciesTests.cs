using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Engine.Data;

namespace Stepdesk.Tests.Api;

public sealed class PoliciesTests : IAsyncLifetime
{
    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    DeskApp app = null!;
    Client admin = null!;

    /// <summary>The shipped policy as an edit of some version.</summary>
    public static JsonNode EditOf(int version) =>
        new JsonObject { ["version"] = version, ["policy"] = JsonSerializer.SerializeToNode(Shipped.Policy, Written) };

    public async ValueTask InitializeAsync()
    {
        app = await DeskApp.StartAsync();
        admin = await Client.OfAsync(app, Role.Administrator, "Admin");
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_is_a_new_version_that_rules_new_tickets_and_running_ones_once_applied()
    {
        var old = await app.LoggedAsync("Logged before");
        var latest = await LatestAsync();
        var from = latest["version"]!.GetValue<int>();
        Acknowledge(latest, "00:10:00");
        var edited = (await admin.PostAsync("policies", latest)).Is(HttpStatusCode.Created);
        var version = edited["version"].GetInt32();
        var young = await app.LoggedAsync("Logged after");

        Assert.Equal(from + 1, version);
        Assert.Equal((30, from), await PromiseAsync(old));
        Assert.Equal((10, version), await PromiseAsync(young));

        var effect = Assert.Single((await admin.GetAsync($"policies/{version}/effects")).Body.EnumerateArray());
        Assert.Equal(old, effect.GetProperty("ticket").GetInt32());
        Assert.Equal("acknowledgement", effect.GetProperty("clocks")[0].GetProperty("name").GetString());

        var applied = (await admin.PostAsync($"policies/{version}/application")).Is(HttpStatusCode.OK);
        Assert.Equal(1, applied["applied"].GetInt32());
        Assert.Equal((10, version), await PromiseAsync(old));
        Assert.Empty((await admin.GetAsync($"policies/{version}/effects")).Body.EnumerateArray());
    }

    [Fact]
    public async Task The_first_policy_of_a_desk_can_still_be_read_after_an_edit()
    {
        var latest = await LatestAsync();
        var from = latest["version"]!.GetValue<int>();
        Acknowledge(latest, "00:10:00");
        (await admin.PostAsync("policies", latest)).Is(HttpStatusCode.Created);

        var first = (await admin.GetAsync($"policies/{from}")).Is(HttpStatusCode.OK);

        Assert.Equal("00:30:00", Acknowledge(JsonNode.Parse(first.Text)!));
        (await admin.GetAsync("policies/99")).IsProblem(HttpStatusCode.NotFound, "no-such-policy");
    }

    [Fact]
    public async Task Two_who_edit_the_same_version_do_not_overwrite_each_other()
    {
        var latest = await LatestAsync();
        (await admin.PostAsync("policies", latest)).Is(HttpStatusCode.Created);

        (await admin.PostAsync("policies", latest)).IsProblem(HttpStatusCode.Conflict, "policy-has-changed");
    }

    [Theory]
    [InlineData("policy-time-is-impossible", "classes", 0, "acknowledge", "within", "00:00:00")]
    [InlineData("policy-time-is-impossible", "classes", 2, "update", "every", "400.00:00:00")]
    [InlineData("policy-time-is-impossible", "classes", 2, "update", "every", "00:00:00.0000001")]
    [InlineData("policy-time-is-impossible", "classes", 0, "acknowledge", "within", "00:00:59")]
    [InlineData("policy-time-is-impossible", "classes", 0, "log", "within", "00:01:00.5")]
    [InlineData("policy-calendar-is-unknown", "classes", 2, "calendar", null, "moon")]
    [InlineData("calendar-zone-is-unknown", "calendars", 0, "calendar", "zone", "Mars/Olympus")]
    [InlineData("policy-calendar-needs-one-name", "calendars", 1, "name", null, "24x7")]
    public async Task What_cannot_be_promised_is_refused_and_nothing_is_written(
        string code,
        string list,
        int index,
        string name,
        string? part,
        string value
    )
    {
        var latest = await LatestAsync();
        var entry = latest["policy"]![list]![index]!;
        if (part is null)
            entry[name] = value;
        else
            entry[name]![part] = value;

        (await admin.PostAsync("policies", latest)).IsProblem(HttpStatusCode.Conflict, code);

        Assert.Equal(latest["version"]!.GetValue<int>(), (await LatestAsync())["version"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("08:00:00", "08:00:00.0000001", "calendar-window-is-not-in-seconds")]
    [InlineData("08:00:00.5", "09:00:00", "calendar-window-is-not-in-seconds")]
    [InlineData("08:00:00", "08:00:59", "calendar-window-is-too-short")]
    [InlineData("08:00:00", "08:01:00", null)]
    public async Task A_window_lasts_a_minute_at_least_in_whole_seconds(string opens, string closes, string? code)
    {
        var latest = await LatestAsync();
        var calendar = latest["policy"]!["calendars"]!.AsArray().Single(c => (string)c!["name"]! == "office")!;
        var window = calendar["calendar"]!["windows"]![0]!;
        (window["opens"], window["closes"]) = (opens, closes);

        var answer = await admin.PostAsync("policies", latest);

        if (code is null)
            answer.Is(HttpStatusCode.Created);
        else
            answer.IsProblem(HttpStatusCode.Conflict, code);
    }

    [Theory]
    [InlineData("vi", "Lịch \"office\": Không có múi giờ \"Asia/Saigonn\".")]
    [InlineData("en", "Calendar \"office\": There is no time zone \"Asia/Saigonn\".")]
    public async Task What_is_wrong_in_a_calendar_is_said_with_its_name(string language, string expected)
    {
        var latest = await LatestAsync();
        latest["policy"]!["calendars"]!.AsArray().Single(c => (string)c!["name"]! == "office")!["calendar"]!["zone"] =
            "Asia/Saigonn";

        var problem = await admin.PostAsync("policies", latest, ("Accept-Language", language));

        Assert.StartsWith(expected, problem["detail"].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "fixed_deadline.followUp.reminders")]
    public async Task Whoever_was_reminded_ten_times_is_reminded_no_more(int reminders, string? place)
    {
        var latest = await LatestAsync();
        var of = latest["policy"]!["classes"]!.AsArray().Single(c => (string)c!["class"]! == "fixed_deadline")!;
        of["followUp"]!["reminders"] = new JsonArray([
            .. Enumerable.Range(0, reminders).Select(_ => (JsonNode)"1.00:00:00"),
        ]);

        var answer = await admin.PostAsync("policies", latest);

        if (place is null)
            answer.Is(HttpStatusCode.Created);
        else
            Assert.Contains(
                place,
                answer.IsProblem(HttpStatusCode.Conflict, "policy-has-too-many-reminders")["detail"].GetString()!
            );
    }

    [Fact]
    public async Task A_calendar_is_named_once_for_each_team_there_is()
    {
        int team;
        await using (var db = app.Database())
        {
            var row = db
                .Teams.Add(
                    new()
                    {
                        Id = 1,
                        World = WorldRow.Live,
                        Name = "Support",
                    }
                )
                .Entity;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            team = row.Id;
        }
        var latest = await LatestAsync();
        latest["policy"]!["teams"] = Teams(team, team);
        (await admin.PostAsync("policies", latest)).IsProblem(HttpStatusCode.Conflict, "policy-team-has-two-calendars");
        latest["policy"]!["teams"] = Teams(team, 999);
        (await admin.PostAsync("policies", latest)).IsProblem(HttpStatusCode.Conflict, "no-such-team");

        latest["policy"]!["teams"] = Teams(team);
        (await admin.PostAsync("policies", latest)).Is(HttpStatusCode.Created);

        static JsonArray Teams(params int[] teams) =>
            [.. teams.Select(t => new JsonObject { ["team"] = t, ["calendar"] = "24x7" })];
    }

    [Fact]
    public async Task Holidays_of_a_file_are_told_without_being_kept()
    {
        const string File =
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Day off\r\nDTSTART;VALUE=DATE:20260430\r\nEND:VEVENT\r\n"
            + "BEGIN:VEVENT\r\nSUMMARY:Meeting\r\nDTSTART:20260501T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR";

        var preview = (await HolidaysAsync(File)).Is(HttpStatusCode.OK);

        Assert.Equal("2026-04-30", preview["holidays"][0].GetProperty("date").GetString());
        Assert.Equal("timed", preview["skipped"][0].GetProperty("why").GetString());
        (await HolidaysAsync("no calendar")).IsProblem(HttpStatusCode.Conflict, "holiday-file-is-no-calendar");
        (await HolidaysAsync(new('x', 1_100_000))).IsProblem(HttpStatusCode.Conflict, "holiday-file-is-too-large");

        async Task<Answer> HolidaysAsync(string file)
        {
            using var content = new StringContent(file, null, "text/calendar");
            return await admin.SendAsync(HttpMethod.Post, "policies/holidays/preview?first=2026&last=2026", content);
        }
    }

    async Task<JsonNode> LatestAsync() =>
        JsonNode.Parse((await admin.GetAsync("policies/latest")).Is(HttpStatusCode.OK).Text)!;

    // The minutes promised for the acknowledgement, and by which version.
    async Task<(double, int)> PromiseAsync(int ticket)
    {
        var why = await admin.GetAsync($"tickets/{ticket}/clocks/acknowledgement");
        var read = await admin.GetAsync($"tickets/{ticket}");
        return (why["promised"].GetDouble() / 60, read["policy"].GetInt32());
    }

    static string Acknowledge(JsonNode policy, string? within = null)
    {
        var target = policy["policy"]!["classes"]![0]!["acknowledge"]!;
        if (within is not null)
            target["within"] = within;
        return target["within"]!.GetValue<string>();
    }
}
