using Microsoft.Extensions.DependencyInjection;
using Stepdesk.Core.People;
using Stepdesk.Core.Service;
using Stepdesk.Core.Tickets;
using Stepdesk.Core.Words;
using Stepdesk.Engine.Accounts;
using Stepdesk.Engine.Data;
using Stepdesk.Engine.Mail;

namespace Stepdesk.Tests;

/// <summary>A demo desk in the middle of a morning: tickets at every step, a broken promise, a waiting customer.</summary>
public sealed class Story
{
    readonly DeskApp app;
    Actor an = null!;

    Story(DeskApp app) => this.app = app;

    /// <summary>Many people cannot log in; diagnosed, promised, not solved.</summary>
    public int Login { get; private set; }

    /// <summary>Resolved and told; the customer has not answered.</summary>
    public int Resolved { get; private set; }

    /// <summary>Went through all seven steps.</summary>
    public int Closed { get; private set; }

    /// <summary>The path of the customer's page on <see cref="Resolved"/>.</summary>
    public string CustomerPage { get; private set; } = "";

    public const string Email = "an.nguyen@desk.example";

    public static async Task<Story> TellAsync(DeskApp app)
    {
        var story = new Story(app);
        await story.OpenAsync();
        await story.ClosedLongAgoAsync();
        await story.ThisMorningAsync();
        return story;
    }

    async Task OpenAsync()
    {
        var refusal = await app
            .Services.GetRequiredService<Setup>()
            .RunAsync(
                new(
                    "Hỗ trợ Lớp Học",
                    "Asia/Ho_Chi_Minh",
                    Language.Vi,
                    new("Nguyễn Hoài An", Email, Role.Administrator, Language.Vi, DeskApp.Password),
                    IsDemo: true
                ),
                TestContext.Current.CancellationToken
            );
        Assert.Null(refusal);
        an = Actor.Person(1, Role.Administrator);
        await app.PersonAsync(Role.Agent, "Trần Minh Khôi", "khoi@desk.example");
        await app.PersonAsync(Role.Lead, "Lê Thu Hà", "ha@desk.example");
    }

    async Task ClosedLongAgoAsync()
    {
        Closed = await LogAsync(
            "Phạm Gia Bảo",
            "bao@school.example",
            "Không in được phiếu điểm",
            "Máy in báo lỗi 0x61.",
            Channel.Phone
        );
        await ActAsync(Closed, new Assign(null, 2));
        await ActAsync(Closed, new Classify(ClassOfService.Standard, "Một giáo viên, một máy in."));
        await ActAsync(Closed, new Reply("Chào anh Bảo, bên em đã nhận và đang xem máy in."));
        await PayAsync();
        await ActAsync(Closed, new Diagnose("Trình điều khiển cũ sau bản cập nhật hôm qua. Đã thấy ở hai máy khác."));
        await ActAsync(
            Closed,
            new Resolve(ResolutionKind.Fix, "Đã cài lại trình điều khiển 4.2.") { Cause = "Bản cập nhật tự động" }
        );
        await PayAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await ActAsync(Closed, new Confirm("In được rồi, cảm ơn em."), Customer(Closed));
        await ActAsync(Closed, new SetTags(["may-in", "cap-nhat"]));
        await ActAsync(Closed, new Close());
        await ActAsync(
            Closed,
            new NoteTrend("Ba lần trong tháng sau khi cập nhật tự động; nên hoãn cập nhật trong giờ học.")
        );
    }

    async Task ThisMorningAsync()
    {
        var late = await LogAsync(
            "Đỗ Thị Mai",
            "mai@school.example",
            "Video lớp học bị giật vào giờ cao điểm",
            "Từ 8 giờ sáng, cả ba lớp đều giật.",
            Channel.Mail
        );
        await ActAsync(late, new SetAffected(new(18)));
        app.Clock.Advance(TimeSpan.FromMinutes(34));

        Resolved = await LogAsync(
            "Vũ Quỳnh Lan",
            "lan@school.example",
            "Không thấy bài tập tuần 3 của lớp Toán 8A",
            "Các em trong lớp Toán 8A không thấy bài tập tuần 3.\nEm đã thử đăng xuất và vào lại nhưng vẫn vậy.",
            Channel.Web
        );
        await ActAsync(Resolved, new Assign(null, 1));
        await ActAsync(
            Resolved,
            new Classify(ClassOfService.Standard, "Một lớp, có cách xem tạm.") { Affected = new(3) }
        );
        await ActAsync(
            Resolved,
            new Reply(
                "Chào chị Lan, em đã nhận được và đang kiểm tra lịch mở bài của lớp 8A. Em sẽ báo lại chị trước 10 giờ."
            )
        );
        await PayAsync();
        await ActAsync(Resolved, new Diagnose("Ngày mở bài đặt nhầm năm 2027."));
        await ActAsync(
            Resolved,
            new Resolve(
                ResolutionKind.Fix,
                "Em đã sửa ngày mở bài tập tuần 3. Các em tải lại trang là thấy bài. Nhờ chị kiểm tra giúp em nhé: https://lop.school.example/8a"
            )
            {
                Cause = "Ngày mở bài nhập nhầm năm",
            }
        );
        await PayAsync();
        CustomerPage = app.Services.GetRequiredService<Signer>().LinkFor(Resolved, Requester(Resolved));

        Login = await LogAsync(
            "Hoàng Đức Thịnh",
            "thinh@school.example",
            "Giáo viên không đăng nhập được bằng tài khoản trường",
            "Từ 7:45 nhiều giáo viên báo không đăng nhập được.\nMàn hình hiện: “AADSTS50011: The reply URL does not match”.\nBuổi học đầu tiên bắt đầu lúc 9:30.",
            Channel.Mail
        );
        await ActAsync(Login, new Assign(null, 1));
        await ActAsync(Login, new SetAffected(new(32, AffectedSource.Telemetry)));
        await ActAsync(
            Login,
            new Classify(ClassOfService.Expedite, "32 giáo viên không dạy được, lớp bắt đầu lúc 9:30.")
            {
                Affected = new(32, AffectedSource.Telemetry),
            }
        );
        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await ActAsync(
            Login,
            new Reply(
                "Chào anh Thịnh, chúng em đã nhận báo cáo và đang xử lý với mức khẩn cấp. Trong lúc chờ, giáo viên có thể dùng mã đăng nhập một lần tại trang chủ."
            )
            {
                NextUpdateAt = app.Clock.GetUtcNow().AddMinutes(45),
            }
        );
        await PayAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await ActAsync(
            Login,
            new Note("Bản phát hành 7:30 đổi địa chỉ trả về. Khôi đang hỏi nhóm hạ tầng về cấu hình SSO.")
        );
        await ActAsync(
            Login,
            new Write("Cảm ơn em. Có 5 giáo viên đã vào được bằng mã một lần.", Channel.Mail),
            Customer(Login)
        );
        await ActAsync(
            Login,
            new Diagnose(
                "Reply URL của ứng dụng SSO thiếu đường dẫn mới /auth/callback. App Insights: 214 lỗi từ 7:31, tất cả cùng mã AADSTS50011."
            )
        );
        await ActAsync(Login, new SetTags(["sso", "dang-nhap", "phat-hanh"]));
        await ActAsync(Login, new SetCategory("Tài khoản"));
        await ActAsync(Login, new LinkTo(late, LinkKind.Related));

        var feature = await LogAsync(
            "Bùi Khánh Vy",
            "vy@school.example",
            "Đề nghị: xuất điểm danh ra Excel",
            "Cuối tháng phải chép tay.",
            Channel.Web
        );
        await ActAsync(feature, new Assign(null, 2));
        await ActAsync(feature, new Classify(ClassOfService.Standard, "Không ai bị chặn."));
        await ActAsync(feature, new Reply("Chào chị Vy, em đã ghi nhận đề nghị và chuyển cho nhóm sản phẩm."));
        var date = await LogAsync(
            "Trịnh Hải Yến",
            "yen@school.example",
            "Mở lớp hè trước ngày khai giảng",
            "Khai giảng ngày 9/3, cần 12 lớp.",
            Channel.Phone
        );
        await ActAsync(
            date,
            new Classify(ClassOfService.FixedDeadline, "Khai giảng ngày 9/3.")
            {
                Deadline = app.Clock.GetUtcNow().AddDays(7),
            }
        );
        await PayAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await LogAsync(
            "Ngô Bảo Châu",
            "chau@school.example",
            "Học sinh bị văng khỏi phòng học trực tuyến",
            "Lớp 6B, khoảng 8 em.",
            Channel.Chat
        );
        app.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    readonly Dictionary<int, int> requesters = [];

    int Requester(int ticket) => requesters[ticket];

    Actor Customer(int ticket) => Actor.Person(Requester(ticket), Role.Customer);

    async Task<int> LogAsync(string name, string email, string title, string text, Channel channel)
    {
        var customer = await app.People.CustomerAsync(name, email, Language.Vi);
        var outcome = await app.Desk.LogAsync(
            WorldRow.Live,
            new Log(title, text, customer.Id, channel),
            customer.AsActor
        );
        Assert.Null(outcome.Refusal);
        requesters[outcome.Ticket] = customer.Id;
        return outcome.Ticket;
    }

    async Task ActAsync(int ticket, TicketAction action, Actor? who = null) =>
        Assert.Null((await app.Desk.ActAsync(ticket, action, who ?? an)).Refusal);

    Task PayAsync() => app.Services.GetRequiredService<PayOutbox>().PayAsync(TestContext.Current.CancellationToken);
}
