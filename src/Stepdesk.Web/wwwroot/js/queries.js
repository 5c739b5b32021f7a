// The query page: keeps what is typed, tells which query the cursor stands in, and shows what came of it. The editor itself
// comes with the first page that has one.

const isField = (target) => target.matches?.("[data-kql], kql-editor");
const fieldHere = () => document.querySelector("[data-kql]");
const editorOf = (field) => field.closest("kql-editor:defined");

function edit() {
  if (fieldHere()) import("./kql-editor.js");
}

// A label knows the field it names, which the editor stands for.
document.addEventListener("click", ({ target }) => {
  const field = target.closest("label")?.control;
  if (field?.dataset.kql !== undefined) editorOf(field)?.focus();
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-kql-source]")) document.querySelector("kql-editor:defined")?.reconsider();
});

// What is typed belongs to where one is in the browser's history: neither going back nor reading the page again takes it
// away, and whoever opens the page anew begins anew.
let typing;
let remembered = -Infinity;
function remember() {
  clearTimeout(typing);
  remembered = performance.now();
  const field = fieldHere();
  if (field) history.replaceState({ ...history.state, kql: field.value }, "");
}
function recall() {
  const field = fieldHere();
  if (!field) return;
  const [at, text] = JSON.parse(sessionStorage.getItem("kql/sent")) ?? [];
  if (history.state?.kql !== undefined) field.value = history.state.kql;
  // It was sent, and the session had ended: whoever signs in again finds it.
  else if (at === here() && !document.getElementById("answer")) {
    field.value = text;
    sessionStorage.removeItem("kql/sent");
    remember();
  }
}
const here = () => location.pathname + location.search;
document.addEventListener("input", ({ target }) => {
  if (!isField(target)) return;
  clearTimeout(typing);
  // Browsers refuse to be told at every key.
  if (performance.now() - remembered > 500) remember();
  else typing = setTimeout(remember, 500);
});
document.addEventListener("focusout", ({ target }) => isField(target) && remember());
addEventListener("pagehide", remember);
addEventListener("popstate", () => clearTimeout(typing));
recall();
edit();

// Before anybody else reads the form: the framework sends it by itself.
document.addEventListener(
  "submit",
  ({ target, submitter }) => {
    const field = target.querySelector?.("[data-kql]");
    if (!field) return;
    const cursor = target.querySelector("[data-kql-cursor]");
    cursor.disabled = false;
    cursor.value = field.selectionStart;
    editorOf(field)?.sending();
    sessionStorage.setItem("kql/sent", JSON.stringify([here(), field.value]));
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
  const editor = document.querySelector("kql-editor:defined");
  // What was posted comes back as it is now, perhaps repaired.
  if (isPosted) {
    editor?.answered();
    remember();
    if (fieldHere()) sessionStorage.removeItem("kql/sent");
  } else {
    recall();
    editor?.read();
  }
  isPosted = false;
  edit();
  const answer = ran && document.getElementById("answer");
  ran = false;
  if (!answer) return;
  answer.scrollIntoView();
  if (!isField(document.activeElement)) answer.focus({ preventScroll: true });
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
