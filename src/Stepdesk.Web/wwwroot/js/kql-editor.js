// The editor of queries: an element around the field that is posted. It writes into that field at every change, so the
// form and whoever reads it know no editor, and without script, or without this file, the field is there by itself.
// Its styles are constructed, which the page's policy allows, because it stands in a shadow tree.

import {
  EditorState, EditorView, StateEffect, HighlightStyle, StreamLanguage, acceptCompletion, autocompletion, bracketMatching, completionKeymap,
  completionStatus, defaultKeymap, forEachDiagnostic, history, historyKeymap, insertNewlineKeepIndent, keymap, lineNumbers,
  lintKeymap, linter, moveCompletionSelection, startCompletion, syntaxHighlighting, tags,
} from "./codemirror.js";

// Another source has other tables: what was said of the text is asked anew.
const otherSource = StateEffect.define();

const word = /[\w$]*(?:-\w*)*$/;
const joining = /^(and|or|not|in|has|contains|startswith|endswith|between|matches|has_any|has_all|hasprefix|hassuffix)(_cs)?$/;
const clause = /^(let|by|on|asc|desc|nulls|first|last|kind|with|from|to|step|default|typeof|of|print|range|union|search|datatable)$/;

const kql = StreamLanguage.define({
  name: "kql",
  languageData: { commentTokens: { line: "//" } },
  startState: () => ({ isStep: false, fence: null }),
  token(stream, state) {
    if (state.fence) {
      if (stream.skipTo(state.fence)) {
        stream.match(state.fence);
        state.fence = null;
      } else stream.skipToEnd();
      return "string";
    }
    if (stream.eatSpace()) return null;
    const isStep = state.isStep;
    state.isStep = false;
    if (stream.match("//")) {
      stream.skipToEnd();
      state.isStep = isStep;
      return "comment";
    }
    if (stream.match("```") || stream.match("~~~")) {
      state.fence = stream.current();
      return "string";
    }
    if (stream.match(/^[hH]?@("[^"]*"?|'[^']*'?)/) || stream.match(/^[hH]?("(\\.|[^"\\])*"?|'(\\.|[^'\\])*'?)/)) return "string";
    if (stream.match(/^\d[\w.]*/) || stream.match(/^(true|false|null)\b/i)) return "number";
    if (stream.eat("|")) {
      state.isStep = true;
      return "operator";
    }
    if (isStep && stream.match(/^[a-z]+(-[a-z]+)*/)) return "keyword";
    if (stream.match(/^!?[\p{L}_$][\p{L}\p{N}_]*~?/u)) {
      const name = stream.current().replace(/^!|~$/g, "");
      if (joining.test(name)) return "operatorKeyword";
      if (stream.match(/^\s*\(/, false)) return "variableName.function";
      return clause.test(name) ? "keyword" : "variableName";
    }
    stream.next();
    return null;
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--class-fixed-ink)", fontWeight: "600" },
  { tag: tags.string, color: "var(--met-ink)" },
  { tag: tags.number, color: "var(--warning-ink)" },
  { tag: tags.function(tags.variableName), color: "var(--class-priority-ink)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
]);

const mono = 'ui-monospace, "Cascadia Code", "Noto Sans Mono", Menlo, Consolas, monospace';
const underline = (colour) => ({ backgroundImage: "none", paddingBottom: "0", textDecoration: `underline wavy ${colour} 1.5px`, textUnderlineOffset: "3px" });
const looks = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line-strong)", borderRadius: "var(--round)", fontSize: "var(--kql-text)" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: mono, lineHeight: "1.55", maxHeight: "60vh", overflow: "auto" },
  ".cm-content, .cm-gutter": { minHeight: "10rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "var(--s2) 0" },
  ".cm-line": { padding: "0 var(--s2)" },
  ".cm-gutters": { backgroundColor: "var(--paper-2)", color: "var(--ink-3)", borderRight: "1px solid var(--line)", borderRadius: "var(--round) 0 0 var(--round)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--accent-line)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--broken)" },
  ".cm-lintRange-error": underline("var(--broken-ink)"),
  ".cm-lintRange-warning, .cm-lintRange-info": underline("var(--warning-ink)"),
  ".cm-lintPoint:after": { borderBottomColor: "var(--broken-ink)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--round)", boxShadow: "var(--shadow-l)", maxWidth: "min(32rem, 90vw)" },
  ".cm-diagnostic": { padding: "var(--s2) var(--s3)", borderLeftWidth: "3px", fontSize: "var(--text-s)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--broken-ink)" },
  ".cm-diagnostic-warning, .cm-diagnostic-info": { borderLeftColor: "var(--warning-ink)" },
  ".cm-panels": { backgroundColor: "var(--paper-2)", color: "var(--ink)" },
  ".cm-diagnosticAction": { font: "inherit", fontSize: "var(--text-s)", margin: "var(--s1) var(--s2) 0 0", padding: "var(--s1) var(--s2)", minHeight: "2rem", color: "var(--accent)", backgroundColor: "var(--accent-soft)", border: "1px solid var(--accent-line)", borderRadius: "var(--round)", cursor: "pointer" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: mono, maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { display: "flex", gap: "var(--s3)", justifyContent: "space-between", padding: "var(--s1) var(--s2)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "var(--ink-3)", fontStyle: "normal" },
  ".cm-completionInfo": { padding: "var(--s2) var(--s3)", fontFamily: mono, fontSize: "var(--text-s)", overflowWrap: "anywhere" },
});

// Below the editor, and so not among its own.
const below = new CSSStyleSheet();
below.replaceSync(`
  .said { margin-top: var(--s1); min-height: 2rem; line-height: 1.9rem; font-size: var(--text-s); color: var(--ink-2); }
  .where { margin-inline-end: var(--s2); font-weight: 550; color: var(--broken-ink); }
  .where.remark { color: var(--warning-ink); }
  .repair { margin-inline-start: var(--s2); padding: 0 var(--s2); font: inherit; color: var(--accent); background: var(--accent-soft); border: 1px solid var(--accent-line); border-radius: var(--round); cursor: pointer; }
  .repair:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
`);

class KqlEditor extends HTMLElement {
  #view;
  #field;
  #sent;
  #isAsked = false;
  #said = document.createElement("div");

  connectedCallback() {
    this.#field = this.querySelector("textarea");
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#view = new EditorView({ root, parent: root, state: EditorState.create({ doc: this.#field.value, extensions: this.#extensions() }) });
    this.#said.className = "said";
    this.#said.setAttribute("role", "status");
    this.#view.dom.after(this.#said);
    root.adoptedStyleSheets.push(below);
    // Who typed into the field already goes on here.
    if (document.activeElement !== this.#field) return;
    this.#view.dispatch({ selection: { anchor: this.#field.selectionStart } });
    this.focus();
  }

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = null;
    this.shadowRoot.replaceChildren();
  }

  focus() {
    this.#view.focus();
  }

  reconsider() {
    this.#view.dispatch({ effects: otherSource.of(null) });
  }

  // The field was given another text: what differs is changed, as a step that can be undone, and the cursor goes there.
  read() {
    const [old, now] = [this.#view.state.doc.toString(), this.#field.value];
    let from = 0;
    while (from < old.length && old[from] === now[from]) from++;
    let end = 0;
    while (end < Math.min(old.length, now.length) - from && old.at(-1 - end) === now.at(-1 - end)) end++;
    if (old === now) return;
    const insert = now.slice(from, now.length - end);
    this.#view.dispatch({ changes: { from, to: old.length - end, insert }, selection: { anchor: from + insert.length }, userEvent: "set" });
  }

  // The answer to what was posted is there: whoever typed on meanwhile keeps that, unless the text came back repaired.
  answered() {
    if (this.#field.value === this.#sent) this.#write();
    else this.read();
  }

  #write() {
    const { doc, selection } = this.#view.state;
    this.#field.value = doc.toString();
    this.#field.setSelectionRange(selection.main.head, selection.main.head);
  }

  #run() {
    this.#field.form.requestSubmit();
    return true;
  }

  #extensions() {
    const label = this.#field.labels[0]?.textContent ?? "";
    const { completions, problems, noProblems, close } = this.dataset;
    return [
      EditorState.phrases.of({ Completions: completions, Diagnostics: problems, "No diagnostics": noProblems, close }),
      keymap.of([
        { key: "Mod-Enter", run: () => this.#run() },
        { key: "Shift-Enter", run: () => this.#run() },
        { key: "Enter", run: (view) => acceptCompletion(view) || insertNewlineKeepIndent(view) },
        // Tab goes on to the next field, unless something was chosen from the list.
        { key: "Tab", run: acceptCompletion },
        { key: "Ctrl-Space", run: (view) => (this.#isAsked = startCompletion(view)) },
        ...completionKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      history(),
      lineNumbers(),
      bracketMatching(),
      kql,
      syntaxHighlighting(colours),
      looks,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off" }),
      EditorView.updateListener.of((update) => this.#follow(update)),
      // What is typed stays as it is typed: nothing is chosen before somebody moves in the list or asks for it.
      autocompletion({ override: [(context) => this.#complete(context)], selectOnOpen: false, interactionDelay: 0, icons: false, defaultKeymap: false }),
      linter((view) => this.#check(view), { delay: 400, needsRefresh: (update) => update.transactions.some((t) => t.effects.some((e) => e.is(otherSource))) }),
    ];
  }

  #follow(update) {
    if (update.docChanged || update.selectionSet) this.#write();
    // What the field was given is not typed: it may belong to a page that is being left.
    if (update.docChanged && !update.transactions.some((t) => t.isUserEvent("set"))) this.#field.dispatchEvent(new Event("input", { bubbles: true }));
    const status = completionStatus(update.state);
    if (this.#isAsked && status === "active") queueMicrotask(() => moveCompletionSelection(true)(update.view));
    if (status !== "pending") this.#isAsked = false;
    this.#say(update.state);
  }

  // Remembers what is being posted.
  sending() {
    this.#sent = this.#field.value;
  }

  async #ask(path, more) {
    // The page may have been left before its turn came.
    if (!this.#view) return null;
    const source = this.#field.form.querySelector("[data-kql-source]").value;
    const body = JSON.stringify({ source, text: this.#view.state.doc.toString(), ...more });
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => null);
    return answer?.ok ? answer.json() : null;
  }

  async #complete(context) {
    const typed = context.matchBefore(word)?.text ?? "";
    if (!context.explicit && typed.length < 2) return null;
    const { start, offers } = (await this.#ask("telemetry/completions", { at: context.pos })) ?? {};
    if (!offers?.length) return null;
    const names = new Set(offers.map((offer) => offer.name));
    // A whole name needs no list; whoever wants to see what else there is asks.
    if (!context.explicit && names.has(typed)) return null;
    const options = offers.map(({ name, kind, type, signature }) => ({
      label: name,
      apply: /^(function|aggregate)$/.test(kind) ? `${name}(` : kind === "let" && signature ? `${name}(` : name,
      detail: type ?? undefined,
      info: signature ?? undefined,
      boost: { let: 3, aggregate: 3, column: 2, table: 1, operator: 1 }[kind] ?? 0,
    }));
    return { from: start, options, validFor: (text) => /^[\w$-]*$/.test(text) && (context.explicit || !names.has(text)) };
  }

  async #check(view) {
    const { doc } = view.state;
    const marks = doc.length && (await this.#ask("telemetry/checks"));
    // What was found in a text that has been changed since is found anew.
    if (!marks || view.state.doc !== doc) return [];
    const within = (at) => Math.min(at, doc.length);
    return marks.map(({ from, to, severity, where, message, advice, repairs }) => ({
      from: within(from),
      to: within(to),
      where,
      severity: severity === "information" ? "info" : severity,
      message: [message, ...advice].join("\n"),
      actions: repairs.map((repair) => ({
        name: repair.title,
        apply: (shown, at) => {
          const moved = at - from;
          const [begin, end] = [repair.from + moved, repair.to + moved];
          if (shown.state.sliceDoc(begin, end) !== doc.sliceString(repair.from, repair.to)) return;
          shown.dispatch({ changes: { from: begin, to: end, insert: repair.text }, selection: { anchor: begin + repair.text.length }, userEvent: "input.repair" });
          shown.focus();
        },
      })),
    }));
  }

  // Below the text, for whoever has no pointer to hover with: what is wrong in the cursor's line, or first.
  #say(state) {
    const found = [];
    forEachDiagnostic(state, (mark, from) => found.push({ mark, from, line: state.doc.lineAt(from).number }));
    const line = state.doc.lineAt(state.selection.main.head).number;
    const said = found.find((f) => f.line === line) ?? found[0];
    const key = said ? `${said.line} ${said.from} ${said.mark.message}` : "";
    if (this.#said.dataset.key === key) return;
    this.#said.dataset.key = key;
    this.#said.replaceChildren();
    if (!said) return;
    const where = document.createElement("span");
    Object.assign(where, { className: said.mark.severity === "error" ? "where" : "where remark", textContent: said.mark.where });
    this.#said.append(where, said.mark.message);
    for (const action of said.mark.actions ?? []) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "repair", textContent: action.name });
      button.addEventListener("click", () => action.apply(this.#view, said.from));
      this.#said.append(button);
    }
  }
}

customElements.define("kql-editor", KqlEditor);
