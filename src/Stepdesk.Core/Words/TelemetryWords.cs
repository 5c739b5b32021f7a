namespace Stepdesk.Core.Words;

/// <summary>Asking telemetry, and keeping what it said.</summary>
static class TelemetryWords
{
    public static readonly Sentence[] All =
    [
        new("telemetry", "Telemetry", "Dữ liệu đo lường"),
        new("telemetry-lead", "Ask what the systems recorded, in KQL.", "Hỏi hệ thống đã ghi nhận gì, bằng KQL."),
        new(
            "telemetry-for-ticket",
            "What you pin is kept on ticket #{number}: {title}",
            "Kết quả ghim sẽ được lưu vào phiếu #{number}: {title}"
        ),
        new("telemetry-none", "No telemetry is connected yet.", "Chưa kết nối nguồn dữ liệu nào."),
        new(
            "telemetry-none-how",
            "An administrator names a component of Azure in the settings; docs/telemetry.md says how.",
            "Quản trị viên khai báo thành phần Azure trong cấu hình; xem docs/telemetry.md."
        ),
        new("telemetry-source", "Source", "Nguồn"),
        new("telemetry-simulated", "simulated", "mô phỏng"),
        new("telemetry-simulated-platform", "A simulated platform", "Nền tảng mô phỏng"),
        new("telemetry-query", "Query", "Truy vấn"),
        new(
            "telemetry-query-hint",
            "Several queries are separated by an empty line; the one with the cursor runs. Ctrl+Enter runs it, Ctrl+Space completes, F8 goes to the next mark.",
            "Cách các truy vấn bằng một dòng trống; truy vấn tại con trỏ sẽ chạy. Ctrl+Enter để chạy, Ctrl+Space để gợi ý, F8 để đến lỗi kế tiếp."
        ),
        new("telemetry-time", "Time", "Thời gian"),
        new("telemetry-last-30m", "The last 30 minutes", "30 phút gần nhất"),
        new("telemetry-last-1h", "The last hour", "1 giờ gần nhất"),
        new("telemetry-last-4h", "The last 4 hours", "4 giờ gần nhất"),
        new("telemetry-last-24h", "The last 24 hours", "24 giờ gần nhất"),
        new("telemetry-last-7d", "The last 7 days", "7 ngày gần nhất"),
        new("telemetry-as-written", "As the query says", "Theo truy vấn"),
        new("telemetry-run", "Run", "Chạy"),
        new("telemetry-answer", "Answer", "Kết quả"),
        new("telemetry-tables", "Tables and columns", "Bảng và cột"),
        new("telemetry-starters", "What is asked first", "Câu hỏi thường gặp"),
        new("starter-failed", "Failed requests", "Yêu cầu bị lỗi"),
        new("starter-failing", "Share of failures by operation", "Tỷ lệ lỗi theo thao tác"),
        new("starter-slow", "Slowest operations", "Thao tác chậm nhất"),
        new("starter-over-time", "Response time over time", "Thời gian phản hồi theo thời điểm"),
        new("starter-by-class", "One class against the others", "So sánh giữa các lớp"),
        new("starter-exceptions", "Exceptions", "Ngoại lệ"),
        new("starter-slow-queries", "Slow database queries", "Truy vấn cơ sở dữ liệu chậm"),
        new("starter-one-user", "Sign-ins", "Đăng nhập"),
        new("telemetry-at", "line {line}, column {column}", "dòng {line}, cột {column}"),
        new("telemetry-error", "The query could not be read", "Không đọc được truy vấn"),
        new("telemetry-remark", "Remark", "Lưu ý"),
        new("telemetry-said", "{source} says", "{source} báo"),
        new("telemetry-rows", "{n} rows", "{n} dòng"),
        new("telemetry-row", "1 row", "1 dòng"),
        new("telemetry-no-rows", "No rows", "Không có dòng nào"),
        new(
            "telemetry-no-rows-why",
            "Nothing matches. Widen the time, or take a condition out.",
            "Không có dữ liệu khớp. Hãy nới rộng thời gian hoặc bỏ bớt điều kiện."
        ),
        new("telemetry-as-of", "as of {at} ({utc} UTC), in {ms} ms", "tại {at} ({utc} UTC), trong {ms} ms"),
        new("telemetry-first-rows", "The first {n} of {all} rows", "{n} dòng đầu trong {all} dòng"),
        new("telemetry-incomplete", "Incomplete result", "Kết quả chưa đầy đủ"),
        new("telemetry-chart", "Chart", "Biểu đồ"),
        new("telemetry-utc", "Times are in UTC.", "Giờ theo UTC."),
        new("pin-title", "Pin to a ticket", "Ghim vào phiếu"),
        new(
            "pin-how",
            "The question, the time, the first rows and the chart are kept as they are now. Customers do not see them.",
            "Truy vấn, thời gian, các dòng đầu và biểu đồ được giữ nguyên như lúc này. Khách hàng không nhìn thấy."
        ),
        new("pin-remark", "What it shows", "Kết quả này cho thấy gì"),
        new("pin-remark-hint", "Only this class is slow, since 14:00", "Chỉ lớp này chậm, từ 14:00"),
        new("pin-ticket", "Ticket number", "Số phiếu"),
        new("pin", "Pin", "Ghim"),
        new("finding-from-to", "{from} to {to}", "{from} đến {to}"),
        new("finding-from-to-utc", "{from} to {to} UTC", "{from} đến {to} UTC"),
        new("finding-all-rows", "All {n} rows that were kept", "Toàn bộ {n} dòng đã lưu"),
        new("finding-asked", "asked {at} ({utc} UTC)", "truy vấn lúc {at} ({utc} UTC)"),
        new("finding-hash", "SHA-256 of the whole answer", "SHA-256 của toàn bộ kết quả"),
        new("finding-open", "Ask again", "Hỏi lại"),
        new("ask-telemetry", "Telemetry", "Dữ liệu đo lường"),
        new("event-finding_kept", "{who} pinned what {source} showed", "{who} đã ghim kết quả từ {source}"),
        new(
            "event-finding_kept_simulated",
            "{who} pinned what the simulated platform showed",
            "{who} đã ghim kết quả từ nền tảng mô phỏng"
        ),
        new(
            "refusal-finding-remark-is-too-long",
            "What is said to a finding has 500 characters at most. Write a note for more.",
            "Nhận xét về kết quả dài tối đa 500 ký tự. Hãy viết ghi chú nếu cần dài hơn."
        ),
        new(
            "refusal-finding-is-pinned-already",
            "This result is on the ticket already.",
            "Kết quả này đã được ghim vào phiếu."
        ),
        new(
            "refusal-finding-is-too-large",
            "This result is too large to be kept. Choose fewer columns with project, or summarize.",
            "Kết quả quá lớn để lưu. Hãy chọn ít cột hơn bằng project, hoặc tổng hợp bằng summarize."
        ),
        new(
            "refusal-finding-cannot-be-read",
            "This result was not given by this desk, or too long ago. Run the query again and pin what it shows.",
            "Kết quả này không do hệ thống cấp, hoặc đã quá lâu. Hãy chạy lại truy vấn rồi ghim."
        ),
        new(
            "refusal-telemetry-source-is-unknown",
            "There is no telemetry of this name. GET /telemetry/sources lists what there is ({detail}).",
            "Không có nguồn dữ liệu tên này. GET /telemetry/sources liệt kê các nguồn hiện có ({detail})."
        ),
        new("refusal-telemetry-query-is-empty", "Write a query first.", "Hãy nhập truy vấn trước."),
        new(
            "refusal-telemetry-query-is-too-long",
            "Shorten the query to 20,000 characters.",
            "Hãy rút ngắn truy vấn còn tối đa 20.000 ký tự."
        ),
        new(
            "refusal-telemetry-time-is-backwards",
            "The time ends before it begins. Swap its ends.",
            "Thời điểm kết thúc nằm trước thời điểm bắt đầu. Hãy đổi lại."
        ),
        new(
            "refusal-telemetry-query-not-allowed",
            "A query may read this source and nothing else: take {detail} out. An administrator can list other resources it may name.",
            "Truy vấn chỉ được đọc nguồn này: hãy bỏ {detail}. Quản trị viên có thể cho phép thêm tài nguyên khác."
        ),
        new(
            "refusal-telemetry-sign-in-failed",
            "Azure did not accept this desk's sign-in. An administrator should check tenant, client and secret in the settings.",
            "Azure không chấp nhận thông tin đăng nhập của hệ thống. Quản trị viên cần kiểm tra tenant, client và secret trong cấu hình."
        ),
        new(
            "refusal-telemetry-not-permitted",
            "This desk may not read there ({detail}). Its identity needs the role Monitoring Reader; a new role can take up to 60 minutes to arrive.",
            "Hệ thống chưa có quyền đọc nguồn này ({detail}). Cần gán vai trò Monitoring Reader; quyền mới có thể mất tới 60 phút để có hiệu lực."
        ),
        new(
            "refusal-telemetry-not-found",
            "Azure knows no such component ({detail}). An administrator should check its id in the settings.",
            "Azure không tìm thấy thành phần này ({detail}). Quản trị viên cần kiểm tra mã trong cấu hình."
        ),
        new(
            "refusal-telemetry-is-busy",
            "Azure has too many queries at once. Try again in {detail} seconds.",
            "Azure đang nhận quá nhiều truy vấn. Hãy thử lại sau {detail} giây."
        ),
        new(
            "refusal-telemetry-is-resting",
            "The source could not answer a moment ago and is left alone for {detail} more seconds.",
            "Nguồn dữ liệu vừa không trả lời được, hệ thống tạm ngừng hỏi thêm {detail} giây."
        ),
        new(
            "refusal-telemetry-took-too-long",
            "The query took too long. Narrow the time, or filter before you join and summarize.",
            "Truy vấn chạy quá lâu. Hãy thu hẹp thời gian, hoặc lọc trước khi join và summarize."
        ),
        new(
            "refusal-telemetry-cannot-be-reached",
            "The source cannot be reached. Try again; if it lasts, an administrator should check the network.",
            "Không kết nối được tới nguồn dữ liệu. Hãy thử lại; nếu vẫn lỗi, quản trị viên cần kiểm tra mạng."
        ),
        new(
            "refusal-telemetry-is-failing",
            "The source failed by itself ({detail}). Try again in a moment.",
            "Nguồn dữ liệu đang gặp lỗi ({detail}). Hãy thử lại sau ít phút."
        ),
        new(
            "refusal-telemetry-answer-is-too-large",
            "The answer is too large to be read. Summarize, or take fewer rows.",
            "Kết quả quá lớn để đọc. Hãy tổng hợp bằng summarize, hoặc lấy ít dòng hơn."
        ),
        new(
            "refusal-telemetry-answer-is-unreadable",
            "What came back is not an answer of the query API. Try again; if it lasts, an administrator should check what stands between.",
            "Phản hồi không đúng dạng của API truy vấn. Hãy thử lại; nếu vẫn lỗi, quản trị viên cần kiểm tra thiết bị trung gian."
        ),
    ];
}
