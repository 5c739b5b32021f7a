// The panel of a practice session. What is done in it takes away nothing that was typed on the page beside it, nor an
// answer that stands there: of such a page only what stays current of itself is renewed, and the panel but for what was
// typed in it. Behind desk.js, which names what is sent before it goes.
const first = (list) => [...list.options].find((option) => option.defaultSelected) ?? list.options[0];
const isTyped = (field) =>
  field.type === "hidden" ? false
  : field.matches("select") ? field.selectedOptions[0] !== first(field)
  : field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
  : field.value !== field.defaultValue;
const typedIn = (place) => [...place.querySelectorAll("input, select, textarea")].filter(isTyped);

// The same field of a form that was drawn anew. A button may be another one now, and is still the form's button.
const isChoice = (field) => field.matches("[type=checkbox], [type=radio]");
const formOf = (field) => field.form?.elements.namedItem("_handler")?.value;
function twin(field, place) {
  const others = [...place.querySelectorAll("input, select, textarea, button")].filter((other) => formOf(other) === formOf(field));
  const isTwin = (other) => other.name === field.name && (!(isChoice(field) || field.matches("button")) || other.value === field.value);
  return others.find(isTwin) ?? (field.matches("button") ? others.find((other) => other.matches("button")) : undefined);
}

// What was sent leaves its form; what was typed elsewhere, or there meanwhile, stays, and so does where one is.
function renewPanel(panel, next, sent) {
  for (const field of typedIn(panel).filter((field) => sent.get(field) !== field.value)) {
    const same = twin(field, next);
    if (same) Object.assign(same, isChoice(field) ? { checked: field.checked } : { value: field.value });
  }
  const open = [...panel.querySelectorAll("details")].map((part) => part.open);
  next.querySelectorAll("details").forEach((part, i) => (part.open ||= open[i]));
  const focused = panel.contains(document.activeElement) && document.activeElement;
  const [from, to] = [focused.selectionStart, focused.selectionEnd];
  panel.replaceChildren(...next.childNodes);
  if (!focused) return;
  const same = (focused.form && twin(focused, panel)) ?? panel;
  same.focus({ preventScroll: true });
  if (Number.isInteger(from)) same.setSelectionRange?.(from, to);
}

async function moveBeside(panel, form, submitter) {
  const address = location.href;
  const sent = new Map([...form.elements].map((field) => [field, field.value]));
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "text/html" },
    body: new URLSearchParams(new FormData(form, submitter)),
  }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (address !== location.href || !panel.isConnected) return;
  if (answer?.redirected && new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
  const fresh = answer?.ok && text && new DOMParser().parseFromString(text, "text/html");
  const next = fresh && fresh.querySelector("aside.practice");
  if (next) renewPanel(panel, next, sent);
  document.dispatchEvent(new CustomEvent("stepdesk-answered", { detail: next && fresh }));
  panel.querySelector(".refusal")?.scrollIntoView({ block: "center" });
}
document.addEventListener(
  "submit",
  (event) => {
    const panel = event.target.matches("[data-panel]") && event.target.closest("aside.practice");
    const main = document.querySelector("main");
    if (!panel || (!main.hasAttribute("data-posted") && !typedIn(main).length)) return;
    event.preventDefault();
    event.stopPropagation();
    if (panel.ariaBusy === "true") return;
    panel.ariaBusy = "true";
    moveBeside(panel, event.target, event.submitter).finally(() => (panel.ariaBusy = null));
  },
  true,
);
