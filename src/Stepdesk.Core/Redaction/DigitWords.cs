using Stepdesk.Core.Words;

namespace Stepdesk.Core.Redaction;

/// <summary>The words before a number that say what it is, in lower case and without marks.</summary>
static class DigitWords
{
    public static readonly string[] Orders = WordList.Of(
        """
        order, ticket, invoice, ma don, don hang, ma gd, giao dich, hoa don, bill, tracking, van don, request,
        correlation, ref, phieu, case, build, commit, version, phien ban, id lop, ma lop, serial, imei, isbn,
        operation, trace, session id, class id
        """
    );
    public static readonly string[] Telephones = WordList.Of(
        """
        sdt, dt, so dien thoai, dien thoai, tel, phone, mobile, cell, zalo, hotline, goi, call, lien he, contact,
        whatsapp, viber, may ban, fax, di dong
        """
    );
    public static readonly string[] Identities = WordList.Of(
        """
        cmnd, cmt, cmtnd, chung minh, chung minh thu, chung minh nhan dan, cccd, can cuoc, id card, identity card,
        identity number, national id, citizen id, dinh danh
        """
    );
    public static readonly string[] Taxes = ["mst", "ma so thue", "ma thue", "tax code", "tax id", "tin"];
    public static readonly string[] Insurances = WordList.Of(
        """
        bhxh, bhyt, bao hiem xa hoi, bao hiem y te, so bao hiem, social insurance, health insurance
        """
    );
    public static readonly string[] Accounts = WordList.Of(
        """
        stk, so tk, tk, so tai khoan, tai khoan ngan hang, account number, account no, bank account, acc no, a/c, iban,
        chuyen khoan, tai khoan nhan, vietcombank, vcb, techcombank, tcb, mb bank, mbbank, bidv, vietinbank, agribank,
        acb, tpbank, vpbank, sacombank
        """
    );
}
