using System.Text.Json;
using System.Text.Json.Nodes;
using Stepdesk.Core.History;
using Stepdesk.Core.Service;
using Stepdesk.Core.Words;

namespace Stepdesk.Core.Tests.Service;

public sealed class PolicyTextTests
{
    static readonly PolicyText English = new(Language.En, team => $"Team {team}");
    static readonly PolicyText Vietnamese = new(Language.Vi, team => $"Nhóm {team}");

    [Fact]
    public void A_policy_says_what_it_promises()
    {
        var lines = English.Lines(Shipped.Policy).ToList();

        Assert.Contains(Line("The desk", "Expedite from", "26 people"), lines);
        Assert.Contains(Promise("Acknowledge within", "5 min (working time)"), lines);
        Assert.Contains(Promise("Update the requester", "every 15 min (every hour counts)"), lines);
        Assert.Contains(Promise("Calendar", "24x7"), lines);
        Assert.Contains(Line("Alarms", "67% of the time gone (every class, every clock)", "owner, by notice"), lines);
        Assert.Contains(
            Line("Cảnh báo", "Sau khi trễ 15 phút (Khẩn cấp, mọi đồng hồ)", "trưởng nhóm, qua thông báo, thư"),
            Vietnamese.Lines(Shipped.Policy)
        );
        Assert.Contains(Line("Calendar “office”", "Friday", "08:30–12:00, 13:30–17:30"), lines);
        Assert.Contains(Line("Lịch “24x7”", "Mở", "suốt ngày đêm"), Vietnamese.Lines(Shipped.Policy));

        static PolicyLine Promise(string what, string says) =>
            Line("Expedite", what, says) with
            {
                Class = ClassOfService.Expedite,
            };
    }

    [Fact]
    public void An_edit_says_what_was_and_what_will_be_and_nothing_else()
    {
        var classes = Shipped.Policy.Classes;
        var edited = Shipped.Policy with
        {
            Classes =
            [
                classes[0] with
                {
                    Acknowledge = new(TimeSpan.FromMinutes(10)),
                    Resolve = new(TimeSpan.FromHours(8)),
                },
                .. classes.Skip(1),
            ],
            Calendars =
            [
                Shipped.Policy.Named(Shipped.Always),
                new(
                    Shipped.Office,
                    Shipped.Policy.Named(Shipped.Office).Calendar with
                    {
                        Holidays = [new(new(2026, 4, 30), "Reunification Day")],
                    }
                ),
            ],
            Teams = [new(3, Shipped.Office)],
        };

        Assert.Equal(
            [
                new("Standard", "Acknowledge within", "30 min (working time)", "10 min (working time)"),
                new("Standard", "Resolve within", null, "8 h (working time)"),
                new("Team 3", "Calendar", null, "office"),
                new("Calendar “office”", "Holiday 2026-04-30", null, "Reunification Day"),
            ],
            English.Differences(Shipped.Policy, edited)
        );
        Assert.Equal(
            [
                new("Tiêu chuẩn", "Phản hồi ban đầu trong", "10 phút (giờ làm việc)", "30 phút (giờ làm việc)"),
                new("Tiêu chuẩn", "Xử lý xong trong", "8 giờ (giờ làm việc)", null),
                new("Nhóm 3", "Lịch làm việc", "office", null),
                new("Lịch “office”", "Ngày nghỉ 2026-04-30", "Reunification Day", null),
            ],
            Vietnamese.Differences(edited, Shipped.Policy)
        );
        Assert.Empty(English.Differences(edited, edited));
    }

    [Fact]
    public void Whatever_a_policy_holds_is_seen_in_what_an_edit_changes()
    {
        var whole = JsonNode.Parse(EventNames.Write(new PolicySet(Whole)))!;
        Assert.Empty(
            from property in typeof(ClassPolicy).GetProperties()
            where property.GetValue(Whole.Classes[0]) is null
            select $"Give {property.Name} a value here."
        );

        foreach (var value in Values(whole).ToList())
        {
            var before = value.GetPath();
            var edited = whole.DeepClone();
            var there = Values(edited).Single(v => v.GetPath() == before);
            there.ReplaceWith(Other(there));
            var policy = ((PolicySet)EventNames.Read("policy_set", edited.ToJsonString())).Policy;
            Assert.True(English.Differences(Whole, policy).Count > 0, $"{before} has no line.");
        }
    }

    // Every promise made, and an alarm and a calendar that have everything.
    static readonly ServicePolicy Whole = Shipped.Policy with
    {
        Alarms =
        [
            new(Level.TwoThirds, [Recipient.Owner], [Means.Notice]),
            new(new(Offset: TimeSpan.FromMinutes(-5)), [Recipient.Team], [Means.Mail])
            {
                Class = ClassOfService.Standard,
                Clock = ClockName.Update,
            },
        ],
        Classes =
        [
            Shipped.Policy.Of(ClassOfService.Expedite) with
            {
                Resolve = new(TimeSpan.FromHours(8)),
                UpdateStakeholders = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
                Update = new(TimeSpan.FromHours(1), TimeSpan.FromHours(2)),
            },
        ],
        Calendars =
        [
            new(
                Shipped.Office,
                Shipped.Policy.Named(Shipped.Office).Calendar with
                {
                    Holidays = [new(new(2026, 4, 30), "Reunification Day")],
                }
            ),
        ],
        Teams = [new(3, Shipped.Office)],
    };

    static IEnumerable<JsonValue> Values(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(p => Values(p.Value)),
            JsonArray a => a.SelectMany(Values),
            JsonValue v => [v],
            _ => [],
        };

    static JsonNode Other(JsonValue value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            JsonValueKind.Number => value.GetValue<int>() + 1,
            _ => Other(value.GetValue<string>()),
        };

    static string Other(string text) =>
        TimeSpan.TryParseExact(text, "c", null, out var time) ? $"{time + TimeSpan.FromMinutes(1):c}"
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? $"{date.AddDays(1):yyyy-MM-dd}"
        : Next<ClassOfService>(text)
            ?? Next<Priority>(text)
            ?? Next<Recipient>(text)
            ?? Next<Means>(text)
            ?? Next<ClockName>(text)
            ?? Next<Counting>(text)
            ?? Next<DayOfWeek>(text)
            ?? text + "x";

    static string? Next<T>(string word)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToList();
        return words.IndexOf(word) is var at and >= 0 ? words[(at + 1) % words.Count] : null;
    }

    static PolicyLine Line(string of, string what, string says) => new(of, what, says);
}
