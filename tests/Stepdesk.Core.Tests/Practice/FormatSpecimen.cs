using Stepdesk.Core.Practice.Authoring;
using Stepdesk.Engine.Practice;

namespace Stepdesk.Core.Tests.Practice;

/// <summary>
/// A scenario that says everything the format has a form for, each once. It would make a poor exercise; what it is for
/// is that whoever reads it must know every key.
/// </summary>
static class FormatSpecimen
{
    public static Manuscript Manuscript =>
        new(Map("scenario.yaml", Scenario), Map("lines.vi.yaml", Lines), Map("lines.en.yaml", Lines), null, Runs, "");

    static Dictionary<string, Node> Runs =>
        new(StringComparer.Ordinal) { ["golden/all.yaml"] = Node("golden/all.yaml", Run) };

    static MapNode Map(string file, string text) => Assert.IsType<MapNode>(Node(file, text));

    static Node Node(string file, string text)
    {
        var found = new List<Diagnostic>();
        var node = Yaml.Read(file, text, found);
        Assert.Empty(found);
        return node!;
    }

    const string Lines = """
        lan.hello: Hello
        lan.where: There
        lan.there: Not there
        lan.unclear: Pardon
        """;

    const string Scenario = """
        format: stepdesk.scenario/1
        id: specimen
        version: 1
        title: &said {vi: Một, en: One}
        situation: *said
        tasks: [*said]
        tips: [*said]
        clock: {start: "2026-03-09T14:20:00+07:00", horizon: 3h}
        branches: [{id: one, weight: 1, title: *said, telemetry: "02"}]
        mentioned: [Vy]
        draws: {room: {of: [A1, A2]}}
        actors:
          lan:
            role: coordinator
            name: *said
            address: *said
            email: lan@campus.example
            audience: customer
            greeted: ['chi lan']
            reply_after: {min: 1m, mode: 2m, max: 3m}
            hours: 07:30-22:00
            intents: {where: {phrases: ['o dau'], unless: fix.live, tries: {works: fix.live, line: lan.hello, fails: lan.there, after: 2m}}}
          dev: {role: developer, name: *said, audience: technical, reply_after: 4m}
        facts:
          slow:
            say: {vi: trang chậm, en: slow pages}
            mention: ['cham']
            if_branch: [one]
            reveal:
              - fix.live
              - {event: telemetry.queried, table: requests, by: trainee, carries: slow, carries_fewer_than: {of: [slow], n: 1}, covers: "14:00", shows: ["A, 20s..", 403]}
              - {message_to: lan, tag: ack}
              - {sets: class, is: [priority]}
        figures: {many: {facts: [slow], said: ['(?<n>\d+) nguoi'], part: ['(?<n>\d+) nguoi loi'], of: people, about: ['lop a'], is: [15, "28..39", all], always: true, until: [slow]}}
        ids: {video: {shape: ['vid-\d+'], known: [VID-*]}}
        workarounds: {phone: {say: *said, mention: ['dien thoai'], open: ['da hoi']}}
        articles: {known: {title: *said, text: *said, if_branch: one}}
        columns:
          campus: {title: *said, of: [A, B]}
          class: {title: *said, of: [a, b], part_of: campus}
          number: {title: *said, sum: {min: 1, max: 2}}
          share: {title: *said, mean: {min: 1, max: 2}}
          email: {title: *said, personal: true, each: [lan]}
        report: {name: *said, comes: fix.live}
        promises: {standard: {}, priority: {acknowledge: 10m, update: 15m}, expedite: {}, fixed_deadline: {update: 1d}}
        hand_in: {post-mortem: {title: *said, hint: *said}}
        probes: {page: {title: *said, works: fix.live}}
        timeline:
          - {at: 0m, do: [{mail: {from: lan, line: lan.hello, key: report}, after: 1m}], unless: fix.live, repeat: 2, if_branch: one}
        rules:
          - id: all
            when:
              all:
                - any: [{not: fix.live}, {elapsed: 45m}]
                - sequence: [message.sent, {event: fix.live}]
                - silence: {of: message.sent, for: 20m, since: mail.received}
                - revealed: slow
                - branch: [one]
                - {field: class, is: priority}
                - {variable: mood, is: cross}
            unless: fix.live
            repeat: always
            if_branch: [one]
            then:
              - {chat: {from: dev, line: lan.hello, key: hello}, after: {min: 1m, max: 2m}}
              - {emit: fix.live, by: dev, key: fixed, after: 1m}
              - {set: {variable: mood, to: cross}, after: 1m}
        injections:
          again: {title: *said, unless: fix.live, if_branch: [one], then: [{chat: {from: dev, line: lan.hello}, after: 1m}]}
        rubric:
          - {id: L1, weight: 1, critical: true, competence: reception, text: *said, hint: *said, if_branch: [one], check: {within: {from: mail.received, to: message.sent, max: 5m}, if_none: not_applicable}}
          - {id: L2, text: *said, check: {before: {first: message.sent, then: fix.live}}}
          - {id: L3, text: *said, check: {never: escalation.sent, until: fix.live, after: mail.received, if_none: not_met}}
          - {id: L4, text: *said, check: {cadence: {of: message.sent, max: 15m, from: mail.received, until: fix.live}}}
          - {id: L5, text: *said, check: {field: {name: class, is: [priority], at: message.sent}}}
          - {id: L6, text: *said, check: {count: {of: message.sent, at_least: 2, distinct: to, until: fix.live}}}
          - {id: L7, text: *said, check: {carries: {in: message.sent, all: [slow], any: [slow], ask: true}}}
          - {id: L8, text: *said, check: {supported: {in: [message.sent]}}}
          - {id: L9, text: *said, check: {promise_kept: {to: [lan]}}}
          - {id: L10, text: *said, check: {text: {in: message.sent, rules: [greeting], every: true}}}
          - {id: L11, text: *said, check: {artifact: {kind: reflection, says: [{label: *said, words: ['vi sao']}]}}}
          - {id: L12, text: *said, check: {mentor: {levels: 4, show: message.sent}}}
          - {id: L13, text: *said, check: {all: [{never: fix.live}]}}
        pass: {share: 70%, every_critical: true, mentor: true}
        drills:
          - {id: D1, branch: one, question: *said, choices: [{right: true, say: *said, because: *said}]}
        tests:
          - {run: golden/all.yaml, branch: one, expect: {pass: all, fail: [L2], fired: [all], closed: true}}
        """;

    const string Run = """
        - {at: 1m, look: {system: base, subject: lan}}
        - {after: mail.received, wait: 1m, query: {table: requests, name: [a], split: [b], filter: [c], from: "14:00", to: "14:10"}}
        - {at: 2m, inject: {injection: again, reason: r}}
        - {create: {title: t, description: d, requester: lan, class: priority, priority: high, affected: 15, category: c, tags: [a], due: "15:00"}}
        - {classify: {class: expedite, priority: urgent, affected: 16, category: c, tags: [a], reason: r}, optional: true}
        - {note: {text: t, tag: evidence, attached: [slow]}}
        - {every: 10m, until: fix.live, message: {to: [lan], text: t, channel: mail, tag: ack, next_contact: 15m, asks: [where], offers: [phone], attached: [slow], files: [f], reports: [f]}}
        - {escalate: {to: dev, text: t, ask: a, tried: [x], next_contact: 5m, attached: [slow]}}
        - {broadcast: {title: t, text: t, to: [lan], tag: known, next_contact: 5m}}
        - {ask-approval: {to: [lan], text: t, purpose: data, fields: [email], within: 1h, asks: [where]}}
        - {test: {target: page, as: lan}}
        - {watch: {for: 10m, target: page}}
        - {resolve: {cause: c, resolution: r, spent: 5m}}
        - {link: {requester: lan, kind: related}}
        - {reset-link: {account: lan}}
        - {reactivate: {account: lan}}
        - {set-password: {account: lan}}
        - {extract: {fields: [email], filter: [f]}}
        - {article: {article: known}}
        - {draft: {title: t, text: t}}
        - {trend: {text: t}}
        - {close: now}
        - {submit: {kind: reflection, text: t}}
        - {finish: now}
        """;
}
