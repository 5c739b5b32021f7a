using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stepdesk.Core.Words;

namespace Stepdesk.Engine.Lookups;

/// <summary>
/// Accounts and staff records of a school that does not exist. What they say of somebody follows from the address alone,
/// so it is the same whenever it is asked; who is no customer of a demonstration is not known there.
/// </summary>
sealed class SimulatedStaff : ILookupSystem
{
    const string Accounts = "accounts";
    const string Reactivate = "reactivate";
    const string Staff = "staff-records";

    static readonly Called Person = new("Địa chỉ email", "Mail address");
    static readonly string[] Reserved = [".example", ".test"];

    readonly ConcurrentDictionary<string, bool> reactivated = new(StringComparer.Ordinal);
    readonly TimeProvider clock;
    readonly Func<byte[], DateTimeOffset, IEnumerable<LookupField>> say;

    SimulatedStaff(
        string name,
        Called title,
        TimeProvider clock,
        Func<byte[], DateTimeOffset, IEnumerable<LookupField>> say
    ) => (Name, Title, this.clock, this.say) = (name, title, clock, say);

    public static IReadOnlyList<string> Names { get; } = [Accounts, Staff];

    public static IEnumerable<ILookupSystem> All(TimeProvider clock) =>
        [
            new SimulatedStaff(Accounts, new("Tài khoản LMS", "LMS accounts"), clock, AccountOf),
            new SimulatedStaff(Staff, new("Hồ sơ nhân sự", "Staff records"), clock, RecordOf),
        ];

    public string Name { get; }
    public Called Title { get; }
    public bool IsSimulated => true;
    public bool IsSensitive => false;

    public IReadOnlyList<LookupParameter> Parameters { get; } =
    [
        new("email", Person)
        {
            Kind = ParameterKind.Email,
            IsPersonal = true,
            IsRequester = true,
            Example = "lan@customer.example",
        },
    ];

    public IReadOnlyList<LookupAction> Actions =>
        Name == Accounts
            ?
            [
                new(
                    "reset-link",
                    new("Gửi liên kết đặt lại mật khẩu", "Send a link to reset the password"),
                    Parameters,
                    false
                ),
                new(Reactivate, new("Kích hoạt lại", "Re-activate"), Parameters, true),
            ]
            : [];

    // Nothing is behind it: what is done here shows when the account is looked up again.
    public Task<ActionAnswer> DoAsync(LookupAction action, LookupQuestion question, string key, CancellationToken stop)
    {
        if (action.Name == Reactivate)
            reactivated[question.Values[0].ToLowerInvariant()] = true;
        return Task.FromResult(ActionAnswer.Done);
    }

    public Task<LookupAnswer> AskAsync(LookupQuestion question, CancellationToken stop)
    {
        var address = question.Values[0].ToLowerInvariant();
        var now = clock.GetUtcNow();
        var chance = SHA256.HashData(Encoding.UTF8.GetBytes(address));
        IReadOnlyList<LookupField> fields = Array.Exists(Reserved, r => address.EndsWith(r, StringComparison.Ordinal))
            ? [.. say(chance, now).Select(f => Renewed(f, address))]
            : [];
        var said = string.Join('\n', fields.Select(f => $"{f.Part.Name}={f.Value}"));
        return Task.FromResult(
            new LookupAnswer(now)
            {
                Fields = fields,
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))),
            }
        );
    }

    static IEnumerable<LookupField> AccountOf(byte[] chance, DateTimeOffset now)
    {
        var isActive = chance[0] % 3 > 0;
        yield return Field("status", "Trạng thái", "Status", isActive ? "active" : "deactivated");
        yield return Field(
            "lastSignIn",
            "Đăng nhập lần cuối",
            "Last sign-in",
            Date(now.AddDays(isActive ? -(chance[1] % 6) : -31 - (chance[1] % 20)))
        );
        yield return Field("reason", "Lý do vô hiệu hoá", "Why deactivated", isActive ? null : "inactive-30-days");
        yield return Field("roles", "Vai trò", "Roles", chance[2] % 2 == 0 ? "teacher" : "teacher, course-admin");
    }

    static IEnumerable<LookupField> RecordOf(byte[] chance, DateTimeOffset now)
    {
        yield return Field("employment", "Tình trạng làm việc", "Employment", chance[3] % 8 == 0 ? "left" : "employed");
        yield return Field("unit", "Bộ phận", "Unit", chance[4] % 2 == 0 ? "Languages" : "Sciences");
        yield return Field("since", "Từ ngày", "Since", Date(now.AddDays(-200 - (chance[5] * 4))));
    }

    LookupField Renewed(LookupField field, string address) =>
        !reactivated.ContainsKey(address) ? field
        : field.Part.Name is "status" ? field with { Value = "active" }
        : field.Part.Name is "reason" ? field with { Value = null }
        : field;

    static LookupField Field(string name, string vi, string en, string? value) => new(new(name, new(vi, en)), value);

    static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
