// What static pages cannot do alone: stay current, keep drafts, close menus. Everything works without it.

const quiet = 30_000;
// In a practice session things happen faster, and not only on tickets.
const practising = 5_000;

const parse = (text) => new DOMParser().parseFromString(text, "text/html");

// An open page reads itself again, in the regions that say so, and only where nobody is typing.
async function refresh() {
  if (document.hidden || !document.querySelector("[data-live]")) return;
  const address = location.href;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const text = await answer.text().catch(() => null);
  if (text && address === location.href) renewLive(parse(text));
}

function renewLive(fresh) {
  for (const region of document.querySelectorAll("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
    if (next && !region.contains(document.activeElement) && !region.querySelector("details[open]"))
      if (next.innerHTML !== region.innerHTML) region.replaceChildren(...next.childNodes);
  }
  setClock();
}

let soon;
function refreshSoon() {
  clearTimeout(soon);
  soon = setTimeout(refresh, 200);
}

let stream;
function listen() {
  const wanted = !document.hidden && document.querySelector("[data-live]");
  if (wanted && !stream) {
    stream = new EventSource("live");
    stream.addEventListener("open", () => (document.documentElement.dataset.listening = ""));
    stream.addEventListener("ticket", refreshSoon);
  } else if (!wanted && stream) {
    stream.close();
    stream = undefined;
    delete document.documentElement.dataset.listening;
  }
}

// Times that pass go on passing, by the desk's clock and not by this machine's: a session's goes faster, or stands.
let told;
let toldAt = Date.now();
let speed = 1;
function setClock() {
  const { now, speed: times } = document.querySelector("[data-now]")?.dataset ?? {};
  if (!now || now === told) return;
  told = now;
  toldAt = Date.now();
  speed = Number(times ?? 1);
  tick();
}
const deskNow = () => Date.parse(told) + speed * (Date.now() - toldAt);

function say(times, at, past) {
  const span = at - deskNow();
  const how = span < 0 ? past : "in";
  const minutes = Math.floor(Math.abs(span) / 60_000);
  const hours = Math.floor(minutes / 60);
  const unit =
    minutes < 1 ? "moment" : hours < 1 ? "minutes" : hours < 10 ? "hours-minutes" : hours < 48 ? "hours" : "days";
  const [n, m] = unit === "days" ? [Math.floor(hours / 24)] : hours < 1 ? [minutes] : [hours, minutes % 60];
  return times[`${how}-${unit}`].replace("{n}", n).replace("{m}", String(m).padStart(2, "0"));
}

function tick() {
  const times = document.querySelector("[data-times]")?.dataset.times;
  if (!times || document.hidden) return;
  const words = JSON.parse(times);
  for (const time of document.querySelectorAll("time[data-tick]")) {
    const text = say(words, Date.parse(time.dateTime), time.dataset.tick);
    if (text !== time.textContent) time.textContent = text;
  }
  for (const clock of document.querySelectorAll("[data-sim]"))
    clock.textContent = new Date(deskNow() + clock.dataset.sim * 60_000).toISOString().slice(11, 19);
}

// Drafts stay in this browser until the desk says that it took them: by a cookie with the name the post was given.
function settleDrafts() {
  let settled = false;
  const taken = document.cookie.match(/(?:^|; )stepdesk-taken=([^;]*)/)?.[1];
  for (const sent of Object.keys(sessionStorage).filter((key) => key.startsWith("sent/"))) {
    if (sessionStorage.getItem(sent) !== taken) continue;
    const draft = sent.slice("sent/".length);
    localStorage.removeItem(`draft/${draft}`);
    for (const field of document.querySelectorAll("[data-draft]")) if (field.dataset.draft === draft) field.value = field.defaultValue;
    sessionStorage.removeItem(sent);
    settled = true;
  }
  return settled;
}
function restoreDrafts() {
  const settled = settleDrafts();
  for (const field of document.querySelectorAll("[data-draft]")) {
    const draft = localStorage.getItem(`draft/${field.dataset.draft}`);
    if (draft && !field.value) field.value = draft;
  }
  return settled;
}

document.addEventListener("input", ({ target }) => {
  if (target.dataset.draft) localStorage.setItem(`draft/${target.dataset.draft}`, target.value);
});
// Before anybody else looks at the form, to whom the name would come too late.
document.addEventListener(
  "submit",
  ({ target }) => {
    const fields = target.querySelectorAll("[data-draft]");
    if (!fields.length) return;
    const name = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const said = target.querySelector("input[name=_sent]") ?? target.appendChild(document.createElement("input"));
    Object.assign(said, { type: "hidden", name: "_sent", value: name });
    for (const field of fields) sessionStorage.setItem(`sent/${field.dataset.draft}`, name);
  },
  true,
);

// The framework says nothing when a form does not reach the desk: its fetch fails, and nobody looks.
const sayUnsent = (isSo = true) => document.querySelector(".unsent").toggleAttribute("hidden", !isSo);
let isSending = false;
document.addEventListener("submit", ({ target }) => (isSending = target.method === "post"));
// The panel of a session sends its forms by itself, and brings back the page, or nothing where it came to nothing.
document.addEventListener("stepdesk-answered", ({ detail: fresh }) => {
  sayUnsent(!fresh);
  if (!fresh) return;
  renewLive(fresh);
  restoreDrafts();
});
addEventListener("unhandledrejection", ({ reason }) => {
  if (isSending && reason instanceof TypeError) sayUnsent();
  isSending = false;
});

// Whoever comes to an empty date begins at the desk's day; left as it was, nothing was said.
const begun = new Map();
document.addEventListener("focusin", ({ target }) => {
  if (!target.dataset.from || target.value) return;
  target.value = target.dataset.from;
  begun.set(target, target.value);
});
const leave = (field) => {
  if (begun.has(field) && field.value === begun.get(field)) field.value = "";
  begun.delete(field);
};
document.addEventListener("focusout", ({ target }) => leave(target));
// The key that sends a form leaves no field.
document.addEventListener("submit", () => leave(document.activeElement), true);

// What was typed is not replaced unasked.
document.addEventListener("click", (event) => {
  const begin = event.target.closest?.("[data-replaces] a");
  const typed = begin && [...begin.closest("form").querySelectorAll("textarea")].some((field) => field.value.trim() && field.value !== field.defaultValue);
  if (typed && !confirm(begin.closest("[data-replaces]").dataset.replaces)) event.preventDefault();
});

// Beside what is being typed stands what comes of it: tickets that may tell of the same, a template filled, advice.
let typed;
async function showBeside(form) {
  // Of a file its name is enough.
  const [sent, written] = [new FormData(), new FormData(form)];
  for (const name of [...form.dataset.besideOf.split(" "), "__RequestVerificationToken"])
    for (const said of written.getAll(name)) if (said.size !== 0) sent.append(name, said.name ?? said);
  const answer = await fetch(form.dataset.beside, { method: "POST", body: sent }).catch(() => null);
  if (answer?.ok) form.querySelector("[data-beside-region]").innerHTML = await answer.text();
}
document.addEventListener("input", ({ target }) => {
  if (!target.form?.dataset.besideOf?.split(" ").includes(target.name)) return;
  clearTimeout(typed);
  typed = setTimeout(showBeside, 400, target.form);
});

// A menu closes when one looks elsewhere or presses Escape.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(except)) menu.open = false;
}
document.addEventListener("click", ({ target }) => closeMenus(target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open]");
  closeMenus(null);
  menu?.querySelector("summary").focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit();
});

function arrived() {
  setClock();
  closeMenus(null);
  isSending = false;
  // Whoever sent something sees it stand there, also where the page is long and the window low.
  if (restoreDrafts()) document.querySelector(".entries > li:last-child")?.scrollIntoView({ block: "center" });
  for (const form of document.querySelectorAll("form[data-beside]")) if (form.querySelector("textarea")?.value) showBeside(form);
  listen();
  // Whoever pressed the button of a long form must see why nothing came of it.
  document.querySelector(".refusal")?.scrollIntoView({ block: "center" });
  document.documentElement.dataset.ready = "";
}

document.addEventListener("visibilitychange", () => {
  listen();
  if (!document.hidden) refreshSoon();
});
setInterval(refresh, quiet);
setInterval(() => speed > 0 && document.querySelector("[data-sim]") && refresh(), practising);
setInterval(tick, 1_000);
window.Blazor?.addEventListener?.("enhancedload", arrived);
arrived();

// A card can be dragged as well: the desk answers as it answers the card's own buttons.
const kind = "text/stepdesk-card";
document.addEventListener("dragstart", ({ target, dataTransfer }) => {
  const card = target.closest?.("[data-card]");
  if (card) dataTransfer.setData(kind, card.dataset.card);
});
document.addEventListener("dragover", (event) => {
  if (event.target.closest?.("[data-stage]") && event.dataTransfer.types.includes(kind)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const column = event.target.closest?.("[data-stage]");
  const card = event.dataTransfer.getData(kind);
  const field = column?.closest("form").querySelector("[data-drop]");
  if (!field || !card) return;
  event.preventDefault();
  field.disabled = false;
  field.value = `${card}:${column.dataset.stage}`;
  field.form.requestSubmit();
});
