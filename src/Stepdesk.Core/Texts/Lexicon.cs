using Stepdesk.Core.Words;

namespace Stepdesk.Core.Texts;

/// <summary>
/// The words the rules know, in Vietnamese and English, in lower case and without marks. One that ends in * may go on.
/// </summary>
static class Lexicon
{
    /// <summary>Goes with every verdict, so that one reached with other words is not taken for the same.</summary>
    public const int Version = 7;

    public static readonly string[] Openers = WordList.Of(
        """
        kinh gui, kinh chao, kinh thua, xin chao, chao, gui, da chao, thua, dear, hi, hello, hey, good morning,
        good afternoon, good evening
        """
    );
    public static readonly string[] Titles = WordList.Of(
        """
        anh, chi, thay, co, em, ban, ong, ba, bac, chu, mr, mr., ms, ms., mrs, mrs., miss, dr, dr., dear, hi, hello,
        hey, chao, gui
        """
    );

    /// <summary>Nobody's name.</summary>
    public static readonly string[] Nobody = WordList.Of(
        """
        anh, chi, quy, khach, hang, hoc, vien, phu, huynh, team, all, everyone, customer, sir, madam, user, cac, moi,
        nguoi, ban, there, student, thay, co, ca, nha, doi, bo, phan, ong, ba, em, lop
        """
    );

    /// <summary>What stands between those who are greeted, and behind them.</summary>
    public static readonly string[] Beside = ["and", "va", "again", "dear", "oi", "a", "than", "kinh", "men"];

    /// <summary>Numbers as they are spelt, by what they are without marks: "sau" is no "sáu", "tên" no "ten".</summary>
    public static readonly Dictionary<string, string> Numbers = WordList
        .Of("một, bốn, năm, lăm, sáu, bảy, tám, chín, mười, hai, ba, ten")
        .ToDictionary(Fold.Of, n => n, StringComparer.Ordinal);
    public static readonly string[] Contact = WordList.Of(
        """
        cap nhat, bao lai, phan hoi, thong bao, lien he, lien lac, goi lai, goi cho, nhan tin, gui tin, gui mail,
        gui email, bao tin, bao cho, tra loi, trao doi lai, bao cao, thong tin lai, thong tin toi, thong tin den,
        update*, get back, getting back, let you know, contact, reply, write, inform, call you, report back, hear from,
        keep you posted, come back to you, be in touch, message you, news
        """
    );

    /// <summary>What somebody does who looks, asks or tells, and mends nothing: a time beside it is a time for that.</summary>
    public static readonly string[] Looking = WordList.Of(
        """
        theo doi, kiem tra, thu lai, thu nghiem, xem lai, xem xet, xem thu, hoi lai, hoi doi, hoi ho, hoi them, hop voi,
        hop luc, cuoc hop, gap doi, trao doi, bao chi, bao anh, bao ban, bao thay, bao co, bao em, bao ca, nhan chi,
        nhan anh, nhan ban, nhan thay, nhan co, nhan lai, goi chi, goi anh, goi ban, goi thay, goi co, gui chi, gui anh,
        gui ban, gui thay, gui co, gui lai, gui cho, cho em biet, cho chi biet, cho anh biet, cho ban biet, tin moi,
        thong tin, viet cho, huong dan, lam viec voi, lam viec den, watch*, monitor*, keep an eye, check*, look at,
        look into, looking, test it, test for, will test, i test, we test, will try it, will try this, ask, asking, tell you, say more, know more,
        meet, meeting, call, talk, hear, send you, message, work on, working on, work with, working with
        """
    );

    /// <summary>How it usually goes, or should: nobody says it of this case.</summary>
    public static readonly string[] Usual = WordList.Of(
        """
        cam ket dich vu, theo sla, theo quy trinh, service level*, thong thuong, thuong duoc, thuong thi, muc tieu, theo quy dinh, usually, normally takes, typically, target is,
        on average, in general
        """
    );

    /// <summary>A way round in the meantime is no end of the trouble.</summary>
    public static readonly string[] Meanwhile = WordList.Of(
        """
        qua email, qua mail, qua thu, bang 4g, bang dien thoai, tam thoi, trong luc cho, by mail, by email, by e-mail,
        for now, meanwhile, in the meantime, while we, offline, lien ket, duong dan, link, new password, mat khau moi,
        trinh duyet khac, browser, an danh, 4g, mobile data, google meet, zoom, o phong, sang phong, tai phong,
        in room, another room, workaround
        """
    );

    /// <summary>More time to hand in mends nothing.</summary>
    public static readonly string[] Extension = WordList.Of(
        """
        gia han, lui gio, lui han, lui thoi, doi han, doi gio, han moi, han nop moi, them gio, keo dai, extension,
        extend*, postpon*, new deadline
        """
    );

    /// <summary>A piece of work that is handed over by a day is what was asked for.</summary>
    public static readonly string[] Papers = WordList.Of(
        """
        bao cao, ban nhap, file, tep, so lieu, du lieu, report*, draft*, spreadsheet, data, figures
        """
    );
    public static readonly string[] Features = WordList.Of(
        """
        tinh nang, chuc nang, tu dong, phien ban, feature*, automatic*, automated, version, roll*, new report
        """
    );

    public static readonly string[] Future = WordList.Of(
        """
        se, sap, du kien, will, 'll, shall, going to, expect to, hope to, aim to
        """
    );

    /// <summary>It was done; that is no promise.</summary>
    public static readonly string[] Past = WordList.Of(
        """
        da, vua, was, were, has been, have been, had been, has, have, is now, are now, been, roi, took, we fixed,
        i fixed, they fixed, team fixed, we restored, we solved, we resolved, we repaired
        """
    );

    /// <summary>It is told of another time.</summary>
    public static readonly string[] Bygone = WordList.Of(
        """
        hom qua, hom truoc, tuan truoc, thang truoc, lan truoc, yesterday, last week, last month, last time
        """
    );

    /// <summary>After what was done.</summary>
    public static readonly string[] Already = ["roi"];
    public static readonly string[] Denied = WordList.Of(
        """
        khong the, chua the, khong hua, chua hua, chua dam, chua co, khong co, khong cam ket, chua cam ket, chua biet,
        chua xac dinh, chua chac, khong chac, khong dam, khong du doan, cannot, can't, can not, not able, do not, don't, unable,
        no date, not promise, won't promise, not yet, nothing yet, without, no eta, not know, not sure, never, nobody,
        khong phai, chua phai, chua hen, khong hen, du cho, du da, du chua, du luc do, du sua, whether, either way
        """
    );
    public static readonly string[] Conditional = WordList.Of(
        """
        neu, khi, sau khi, truoc khi, cho den khi, cho toi khi, ngay khi, if, when, once, until, after, before,
        as soon as, whether, unless, trong luc cho, trong khi
        """
    );

    /// <summary>The reader is asked to do it.</summary>
    public static readonly string[] Asked = WordList.Of(
        """
        vui long, nho chi, nho anh, nho ban, nho thay, nho co, giup em, giup minh, giup ben em, giup toi, please, kindly,
        could you, can you, would you
        """
    );
    public static readonly string[] Solved = WordList.Of(
        """
        da khac phuc, da xu ly, da sua, da giai quyet, da hoat dong, da vao duoc, da khoi phuc, da mo khoa,
        da duoc khac phuc, da duoc xu ly, da duoc sua, da duoc giai quyet, da duoc khoi phuc, da kich hoat, hoat dong binh thuong, fixed, resolved, solved, restored, works again, working again, unlocked,
        reactivated, back to normal
        """
    );

    /// <summary>The first of two ways, and the second.</summary>
    public static readonly string[] OneWay = WordList.Of(
        """
        option 1, option a, plan a, plan 1, first option, first possibility, one possibility, one option, one way, first way,
        phuong an 1, phuong an a, phuong an mot, cach 1, cach mot, cach thu nhat, huong 1, huong mot, pa1, mot la, thu nhat
        """
    );
    public static readonly string[] OtherWay = WordList.Of(
        """
        option 2, option b, plan b, plan 2, second option, second possibility, the other, another option, another way,
        second way, alternatively, phuong an 2, phuong an b, phuong an hai, cach 2, cach hai, cach thu hai, huong 2, huong hai,
        pa2, hai la, thu hai
        """
    );
    public static readonly string[] Jargon = WordList.Of(
        """
        connection pool, pool, timeout, deadlock, backend, back-end, frontend, front-end, api, database, co so du lieu,
        db, query, truy van, redis, kubernetes, k8s, pod, pods, container, docker, deploy*, rollback, hotfix, commit,
        endpoint*, latency, p95, p99, throughput, stack trace, exception*, null pointer, nullreference*, cpu, ram,
        memory leak, thread*, cors, dns, tls, ssl, cdn, webrtc, turn, stun, udp, tcp, nat, packet loss, jitter,
        bitrate, load balancer, message queue, worker*, telemetry, application insights, app insights, kql, log, logs,
        regression, sql, json, xml, oauth, sso, ldap, active directory, token, webhook, microservice*, middleware,
        nginx, gateway, proxy, migration, schema, index, cache miss, thread pool, garbage collect*, heap,
        race condition, root cause, dependency, dependencies, build, pipeline, ci/cd, repo, branch, merge, staging,
        production, server-side, client-side, payload, header*, socket*
        """
    );
}
