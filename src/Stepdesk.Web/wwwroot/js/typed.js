// What one typed stays, whatever else is sent from the page it stands on. Behind desk.js, which names what is sent
// before it goes.
const first = (list) => [...list.options].find((option) => option.defaultSelected) ?? list.options[0];
const isChoice = (field) => field.matches("[type=checkbox], [type=radio]");
const isTyped = (field) =>
  field.type === "hidden" ? false
  : field.matches("select") ? field.selectedOptions[0] !== first(field)
  : isChoice(field) ? field.checked !== field.defaultChecked
  : field.value !== field.defaultValue;
const typedIn = (place) => [...place.querySelectorAll("input, select, textarea")].filter(isTyped);

// A field's own list of files is emptied with the field.
const filesOf = ({ files }) => {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  return kept.files;
};

// What a field held, told apart from the field itself, which may be another one when the page comes again.
const held = (field) => ({
  form: formOf(field),
  name: field.name,
  nth: alike(field).indexOf(field),
  only: isChoice(field) || field.matches("button") ? field.value : undefined,
  isButton: field.matches("button"),
  said: isChoice(field) ? { checked: field.checked } : field.files?.length ? { files: filesOf(field) } : { value: field.value },
});
const formOf = (field) => field.form?.elements.namedItem("_handler")?.value;
const alike = ({ form, name }) => [...(form?.elements ?? [])].filter((other) => other.name === name);

// The same field of a form that was drawn anew. A button may be another one now, and is still the form's button.
function twin({ form, name, nth, only, isButton }, place) {
  const others = [...place.querySelectorAll("input, select, textarea, button")].filter((other) => formOf(other) === form);
  const named = others.filter((other) => other.name === name);
  const same = only === undefined ? named[nth] : named.find((other) => other.value === only);
  return same ?? (isButton ? others.find((other) => other.matches("button")) : undefined);
}
function putBack(left, place) {
  for (const was of left) {
    const same = twin(was, place);
    if (same && !isTyped(same)) Object.assign(same, was.said);
  }
}

// Whichever form is sent, what was typed in the others is there again when the same page comes back. That page may come
// in parts, each of which empties fields: so it is kept until one types there anew, sends again or goes elsewhere.
let left = [];
document.addEventListener("submit", ({ target }) => {
  const fields = typedIn(document).filter((field) => field.form && field.form !== target);
  left = fields.map((field) => ({ ...held(field), page: location.pathname }));
});
document.addEventListener("input", ({ target }) => {
  const isTarget = ({ form, name, nth }) =>
    form === formOf(target) && name === target.name && (target.type === "radio" || nth === alike(target).indexOf(target));
  left = left.filter((was) => !isTarget(was));
});
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]:not([target], [download])");
  if (link && link.pathname + link.search !== location.pathname + location.search) left = [];
});
window.Blazor?.addEventListener?.("enhancedload", () => {
  left = left.filter((was) => was.page === location.pathname);
  putBack(left, document);
});

// What is done in a practice session's panel does not draw anew the page beside it, where something was typed or an answer
// stands: of such a page only what stays current of itself is renewed, and the panel. What was sent leaves its form; what
// was typed elsewhere in the panel, or there meanwhile, stays, and so does where one is.
function renewPanel(panel, next, sent) {
  putBack(typedIn(panel).filter((field) => sent.get(field) !== field.value).map(held), next);
  const open = [...panel.querySelectorAll("details")].map((part) => part.open);
  next.querySelectorAll("details").forEach((part, i) => (part.open ||= open[i]));
  const focused = panel.contains(document.activeElement) && document.activeElement;
  const [from, to] = [focused.selectionStart, focused.selectionEnd];
  panel.replaceChildren(...next.childNodes);
  if (!focused) return;
  const same = (focused.form && twin(held(focused), panel)) ?? panel;
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
  // What was refused because the clock stood may be done now.
  if (next && !panel.querySelector(".practice-stands"))
    document.querySelectorAll('.refusal[data-why="practice-is-paused"]').forEach((said) => said.remove());
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
