namespace Stepdesk.Core.Words;

/// <summary>What is said about people, teams and tokens.</summary>
static class AccountWords
{
    public static readonly Sentence[] All =
    [
        new(
            "refusal-no-such-person",
            "There is nobody like that here. Check the number, and that the account is active.",
            "Không tìm thấy người này. Hãy kiểm tra lại mã số và xem tài khoản còn hoạt động không."
        ),
        new(
            "refusal-no-such-team",
            "There is no such team. The list of teams shows those there are.",
            "Không có nhóm này. Danh sách nhóm cho biết những nhóm hiện có."
        ),
        new(
            "refusal-erasure-needs-a-reason",
            "Erasing a person needs a reason and a legal ground. Both are kept.",
            "Cần nêu lý do và căn cứ pháp lý khi xóa dữ liệu của một người. Cả hai sẽ được lưu lại."
        ),
        new("refusal-no-such-token", "There is no such token.", "Không tìm thấy mã truy cập này."),
    ];
}
