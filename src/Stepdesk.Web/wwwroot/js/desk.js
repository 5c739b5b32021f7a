// What static pages cannot do alone: stay current, keep drafts, close menus. Everything works without it.

const quiet = 30_000;

// An open page reads itself again, in the regions that say so, and only where nobody is typing.
async function refresh() {
  if (document.hidden || !document.querySelector("[data-live]")) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const region of document.querySelectorAll("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
    if (next && !region.contains(document.activeElement) && !region.querySelector("details[open]"))
      if (next.innerHTML !== region.innerHTML) region.replaceChildren(...next.childNodes);
  }
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
    stream = new EventSource("/live");
    stream.addEventListener("open", () => (document.documentElement.dataset.listening = ""));
    stream.addEventListener("ticket", refreshSoon);
  } else if (!wanted && stream) {
    stream.close();
    stream = undefined;
    delete document.documentElement.dataset.listening;
  }
}

// Drafts stay in this browser until they are sent.
function restoreDrafts() {
  for (const field of document.querySelectorAll("[data-draft]")) {
    const draft = localStorage.getItem(`draft/${field.dataset.draft}`);
    if (draft && !field.value) field.value = draft;
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.dataset.draft) localStorage.setItem(`draft/${target.dataset.draft}`, target.value);
});
document.addEventListener("submit", ({ target }) => {
  for (const field of target.querySelectorAll("[data-draft]")) localStorage.removeItem(`draft/${field.dataset.draft}`);
});

// Beside a report that is being typed stand the tickets that may tell of the same.
let typed;
async function showAlike(form) {
  const report = new FormData();
  for (const name of ["Form.Title", "Form.Description", "__RequestVerificationToken"])
    report.set(name, form.elements.namedItem(name).value);
  const answer = await fetch(form.dataset.alike, { method: "POST", body: report }).catch(() => null);
  if (answer?.ok && !answer.redirected) form.querySelector(".alike-region").innerHTML = await answer.text();
}
document.addEventListener("input", ({ target }) => {
  if (!target.form?.dataset.alike || !/^Form\.(Title|Description)$/.test(target.name)) return;
  clearTimeout(typed);
  typed = setTimeout(showAlike, 400, target.form);
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
  closeMenus(null);
  restoreDrafts();
  listen();
  document.documentElement.dataset.ready = "";
}

document.addEventListener("visibilitychange", () => {
  listen();
  if (!document.hidden) refreshSoon();
});
setInterval(refresh, quiet);
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
