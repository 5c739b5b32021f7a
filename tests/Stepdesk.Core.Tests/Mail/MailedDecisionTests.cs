using Stepdesk.Core.Mail;

namespace Stepdesk.Core.Tests.Mail;

/// <summary>A mail decides by few words that stand alone. Whatever leaves a doubt decides nothing.</summary>
public sealed class MailedDecisionTests
{
    const string Name = "Nguyễn Thị Mai";

    [Theory]
    [InlineData("Approved")]
    [InlineData("APPROVED.")]
    [InlineData("\n\n  I approve  \n")]
    [InlineData("Agreed!\n\nBest regards,\nNguyễn Thị Mai")]
    [InlineData("Đồng ý")]
    [InlineData("ĐỒNG Ý")]
    [InlineData("Em đồng ý ạ.\nTrân trọng,")]
    [InlineData("dong y")]
    [InlineData("Phê duyệt\n-- \nMai\nHead of the registry, not the phones")]
    [InlineData("Approved\n\nSent from my iPhone")]
    public void A_word_alone_is_a_yes(string text) =>
        Assert.Equal(new(Agrees: true, ""), MailedDecision.Read(text, Name));

    [Fact]
    public void Marks_that_stand_by_themselves_are_the_same_letters() =>
        Assert.True(MailedDecision.Read("Đồng ý".Normalize(System.Text.NormalizationForm.FormD), Name)!.Agrees);

    [Theory]
    [InlineData("Denied: not the phone numbers", "not the phone numbers")]
    [InlineData("Denied\nNot the phone numbers.\n\nRegards\nNguyễn Thị Mai", "Not the phone numbers.")]
    [InlineData("I do not agree - too much", "too much")]
    [InlineData("Từ chối: thừa số điện thoại ạ", "thừa số điện thoại ạ")]
    [InlineData("Tôi không đồng ý.\nChưa có lý do.", "Chưa có lý do.")]
    [InlineData("khong dong y, thua cot", "thua cot")]
    [InlineData("Không đồng ý vì thừa cột", "vì thừa cột")]
    [InlineData("Rejected", "")]
    public void A_no_says_why(string text, string reason) =>
        Assert.Equal(new(Agrees: false, reason), MailedDecision.Read(text, Name));

    [Theory]
    [InlineData("")]
    [InlineData("-- \nApproved")]
    [InlineData("Yes")]
    [InlineData("OK")]
    [InlineData("Fine, but without the phone numbers")]
    [InlineData("Approved, but without the phone numbers")]
    [InlineData("Approved?")]
    [InlineData("Approved\nbut without the phone numbers")]
    [InlineData("Approved\n\nThanks, but not the phones")]
    [InlineData("Approved\n\nMai\nHead of the registry")]
    [InlineData("Approved\nSent from my iPhone\nbut not the names")]
    [InlineData("Approved if Hai agrees")]
    [InlineData("I do not agree with Hai: please ask again")]
    [InlineData("Not approved yet")]
    [InlineData("I have not approved")]
    [InlineData("Has this been approved")]
    [InlineData("Dear An,\nApproved")]
    [InlineData("Đồng ý trừ số điện thoại")]
    [InlineData("Đồng ý không?")]
    [InlineData("Chưa đồng ý")]
    [InlineData("Không phải từ chối: cho hỏi thêm")]
    [InlineData("> Approved")]
    public void Everything_else_is_no_decision(string text) => Assert.Null(MailedDecision.Read(text, Name));
}
