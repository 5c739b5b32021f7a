// The editor of queries: completes names, and tells which query the cursor stands in. Without it the form does the same
// with the first query, and the names stand beside it.

const names = new Map();

async function namesOf(source) {
  if (!names.has(source)) {
    const answer = await fetch(`telemetry/names?source=${encodeURIComponent(source)}`).catch(() => null);
    names.set(source, answer?.ok && !answer.redirected ? await answer.json() : { tables: [], words: [], functions: [] });
  }
  return names.get(source);
}

const wordBefore = (field) => /[\w$-]*$/.exec(field.value.slice(0, field.selectionStart))[0];

const isWhole = (name, typed) => name === typed || name === `${typed}(`;

// What fits here, the nearest first: after a bar an operator, at the beginning a table, else columns of the tables that are named.
function fitting({ tables, words, functions }, field) {
  const typed = wordBefore(field);
  const word = typed.toLowerCase();
  const before = field.value.slice(0, field.selectionStart - word.length);
  const block = before.slice(before.lastIndexOf("\n\n") + 1);
  const named = tables.filter((table) => new RegExp(`\\b${table.name}\\b`).test(field.value));
  const columns = [...new Set((named.length ? named : tables).flatMap((table) => table.columns.map((c) => c.name)))];
  const offered = /\|\s*$/.test(block)
    ? words
    : block.trim() === ""
      ? tables.map((table) => table.name)
      : [...columns, ...functions.map((name) => `${name}(`), ...tables.map((table) => table.name)];
  const nearness = (name) => {
    const small = name.toLowerCase();
    if (isWhole(name, typed)) return 0;
    if (name.startsWith(typed)) return 1;
    if (small.startsWith(word)) return 2;
    return word.length > 1 && small.includes(word) ? 3 : 4;
  };
  const near = [...new Set(offered)].filter((name) => nearness(name) < 4);
  return near.sort((a, b) => nearness(a) - nearness(b)).slice(0, 8);
}

function close(field) {
  document.getElementById("kql-completions")?.remove();
  field?.removeAttribute("aria-activedescendant");
  field?.setAttribute("aria-expanded", "false");
}

function accept(field, name) {
  const word = wordBefore(field);
  field.setRangeText(name, field.selectionStart - word.length, field.selectionStart, "end");
  close(field);
  field.focus();
}

function mark(field, list, index) {
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
  list.dataset.at = index;
  if (index < 0) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", `kql-completion-${index}`);
}

async function complete(field, asked) {
  const source = field.form.querySelector("[data-kql-source]").value;
  const all = await namesOf(source);
  close(field);
  if (document.activeElement !== field || (!asked && wordBefore(field).length < 2)) return;
  const found = fitting(all, field);
  // A whole name needs none; whoever wants to see what else there is asks.
  if (!found.length || (!asked && isWhole(found[0], wordBefore(field)))) return;
  const list = document.createElement("ul");
  list.id = "kql-completions";
  list.className = "completions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.kql);
  found.forEach((name, i) => {
    const item = document.createElement("li");
    item.id = `kql-completion-${i}`;
    item.setAttribute("role", "option");
    item.textContent = name;
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      accept(field, name);
    });
    list.append(item);
  });
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "true");
  // What is typed stays as it is typed: nothing is chosen before somebody moves in the list or asks for it.
  mark(field, list, asked ? 0 : -1);
}

document.addEventListener("input", ({ target }) => target.dataset?.kql !== undefined && complete(target, false));
document.addEventListener("focusout", ({ target }) => target.dataset?.kql !== undefined && close(target));

// What is typed belongs to where one is in the browser's history: neither going back nor reading the page again takes it
// away, and whoever opens the page anew begins anew.
let typing;
let remembered = -Infinity;
function remember() {
  clearTimeout(typing);
  remembered = performance.now();
  const field = document.querySelector("[data-kql]");
  if (field) history.replaceState({ ...history.state, kql: field.value }, "");
}
function recall() {
  const field = document.querySelector("[data-kql]");
  if (field && history.state?.kql !== undefined) field.value = history.state.kql;
}
document.addEventListener("input", ({ target }) => {
  if (target.dataset?.kql === undefined) return;
  clearTimeout(typing);
  // Browsers refuse to be told at every key.
  if (performance.now() - remembered > 500) remember();
  else typing = setTimeout(remember, 500);
});
document.addEventListener("focusout", ({ target }) => target.dataset?.kql !== undefined && remember());
addEventListener("popstate", () => clearTimeout(typing));
recall();

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (field.dataset?.kql === undefined) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form.requestSubmit();
    return;
  }
  if (event.key === " " && event.ctrlKey) {
    event.preventDefault();
    complete(field, true);
    return;
  }
  const list = document.getElementById("kql-completions");
  if (!list) return;
  const at = Number(list.dataset.at);
  const last = list.children.length - 1;
  if (event.key === "ArrowDown") mark(field, list, at === last ? 0 : at + 1);
  else if (event.key === "ArrowUp") mark(field, list, at > 0 ? at - 1 : last);
  else if ((event.key === "Tab" || event.key === "Enter") && at < 0) return close(field);
  else if (event.key === "Tab" || event.key === "Enter") accept(field, list.children[at].textContent);
  else if (event.key === "Escape") close(field);
  else return;
  event.preventDefault();
});

// Before anybody else reads the form: the framework sends it by itself.
document.addEventListener(
  "submit",
  ({ target, submitter }) => {
    const field = target.querySelector?.("[data-kql]");
    if (!field) return;
    const cursor = target.querySelector("[data-kql-cursor]");
    cursor.disabled = false;
    cursor.value = field.selectionStart;
    target.querySelector("[data-guide-open]").value = target.querySelector(".guide").open;
    isPosted = true;
    ran = submitter?.name !== "Form.Do" || submitter.value === "guide-run";
  },
  true,
);

// Whoever ran a query sees what came of it. Who goes on typing keeps the cursor; else the answer is where one is.
let ran = false;
let isPosted = false;
globalThis.Blazor?.addEventListener?.("enhancedload", () => {
  // What was posted comes back as it is now, perhaps repaired.
  if (isPosted) remember();
  else recall();
  isPosted = false;
  const answer = ran && document.getElementById("answer");
  ran = false;
  if (!answer) return;
  answer.scrollIntoView();
  if (!document.activeElement?.matches("[data-kql]")) answer.focus({ preventScroll: true });
});

// A query that is chosen step by step is shown as it is written: the server writes it and says which fields fit.
// An answer that comes after the next choice, or while somebody types, would take that back: it is not looked at.
let asked = 0;
let isAll = false;
async function follow(field) {
  const mine = ++asked;
  // Whoever types on keeps what they type: only a choice changes which fields there are.
  isAll ||= field.matches("select");
  const guide = field.closest("[data-guide]");
  const sent = new FormData(field.form);
  sent.set("Form.Do", "guide");
  const answer = await fetch(field.form.action, { method: "POST", body: sent }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const come = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-guide]");
  if (!come || mine !== asked) return;
  const part = isAll ? null : "[data-guide-shown]";
  (part ? guide.querySelector(part) : guide).replaceChildren(...(part ? come.querySelector(part) : come).childNodes);
  if (!part) guide.querySelector(`[name="${field.name}"]`)?.focus();
  isAll = false;
}
document.addEventListener("input", ({ target }) => target.closest?.("[data-guide]") && asked++);
document.addEventListener("change", ({ target }) => target.closest?.("[data-guide]") && follow(target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !event.target.matches?.("[data-guide] input")) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.closest("[data-guide]").querySelector('[value="guide-add"]'));
});
