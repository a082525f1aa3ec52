// The desk by keyboard and without reloading: moves between items, sends decisions, exchanges rows.
// Everything it does can also be done with the plain links and forms of the page.

import { tend } from "./fields.js";
import { Picker, selectedIn } from "./pick.js";

const items = document.getElementById("items");
const desk = document.getElementById("desk");
const told = document.getElementById("told");
const picking = document.getElementById("picking");
const textSide = document.getElementById("text");
const keysOn = document.getElementById("keys-on");
const documentText = document.querySelector(".document");
const picker = new Picker([...documentText.querySelectorAll("p")], tell, (range) => show(range));
let now = null;
let busy = false;

function tell(text) {
  told.textContent = text;
}

/** Scroll a column, and nothing else, so that an element in it shows. */
function bring(mark, column) {
  const seen = mark.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (seen.top < frame.top + 40 || seen.bottom > frame.bottom - 40) column.scrollTop += seen.top - frame.top - frame.height / 3;
}

/** Show a part of the text: in its column where it has one, else on the page. */
function show(part) {
  if (matchMedia("(min-width: 1000px)").matches) {
    bring(part, textSide);
    // Paragraphs out of sight have guessed heights; once drawn, the place is sure.
    requestAnimationFrame(() => bring(part, textSide));
  } else (part.commonAncestorContainer?.parentElement ?? part).scrollIntoView({ block: "center" });
}

/** Make an item the current one: it and its mark are shown. */
function choose(item, { focus = true } = {}) {
  if (!item) return;
  item.closest("details")?.setAttribute("open", "");
  now?.classList.remove("now");
  now?.removeAttribute("aria-current");
  document.querySelector(".ref.now")?.classList.remove("now");
  now = item;
  now.classList.add("now");
  now.setAttribute("aria-current", "true");
  if (focus) now.focus({ preventScroll: false });
  const mark = document.getElementById(`mark-${item.dataset.id}`);
  mark?.classList.add("now");
  if (mark && matchMedia("(min-width: 1000px)").matches) show(mark);
}

function step(by) {
  // Facts are among them while their list is open.
  const all = [...document.querySelectorAll(".item")].filter((one) => !one.closest("details:not([open])"));
  choose(now ? all[all.indexOf(now) + by] : all[0]);
}

/** The plan's items wait for a decision; facts are confirmed when it is issued. */
function firstOpen() {
  return items?.querySelector('[data-state="open"]');
}

function nextOpen(item) {
  for (let one = item?.nextElementSibling; one; one = one.nextElementSibling)
    if (one.dataset.state === "open") return one;
  return firstOpen() ?? item;
}

/** Send a form to the desk and return what it answers. */
async function send(url, body) {
  if (busy) return null;
  busy = true;
  try {
    const answer = await fetch(url, { method: body ? "POST" : "GET", body, headers: { "X-Requested-With": "fetch" } });
    const json = answer.headers.get("Content-Type")?.includes("json");
    if (!json) location.reload();
    return json ? await answer.json() : null;
  } finally {
    busy = false;
  }
}

function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

/** Put what the desk answered into the page. */
function take(answer, { onward }) {
  if (!answer) return;
  const old = document.getElementById(`item-${answer.id}`);
  if (answer.editor) {
    openEditor(old, answer.editor);
    return;
  }
  document.getElementById("progress").replaceWith(element(answer.progress));
  document.getElementById("undo").disabled = !answer.undo;
  if (!old) return;
  const fresh = element(answer.row);
  old.replaceWith(fresh);
  if (now === old) now = null;
  tell(`${answer.said}. ${document.querySelector("#progress b").textContent}`);
  choose(onward ? nextOpen(fresh) : fresh);
}

async function decide(action, item) {
  if (!item) return;
  const body = new FormData(desk);
  body.set(action, item.dataset.id);
  take(await send(desk.action, body), { onward: action !== "reopen" });
}

async function undo() {
  const body = new FormData(desk);
  body.set("undo", "1");
  take(await send(desk.action, body), { onward: false });
}

async function edit(item) {
  const link = item?.querySelector('[data-key="e"]');
  if (link) take(await send(link.href), { onward: false });
}

function openEditor(item, html) {
  closeEditor(item);
  item.classList.add("editing");
  const form = element(html);
  item.append(form);
  choose(item, { focus: false });
  const wrong = tend(form);
  (wrong ?? form.querySelector("textarea, input:not([type=hidden]), select")).focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    take(await send(form.action, body), { onward: true });
  });
}

function closeEditor(item) {
  item?.querySelector("form.editor")?.remove();
  item?.classList.remove("editing");
}

function beginPicking() {
  const chosen = selectedIn(documentText);
  if (chosen) {
    addFrom(chosen);
    return;
  }
  const mark = now && document.getElementById(`mark-${now.dataset.id}`);
  picking.hidden = false;
  textSide.focus({ preventScroll: true });
  picker.start(mark?.closest("p") ?? picker.paragraphs[0]);
}

function endPicking() {
  picker.stop();
  picking.hidden = true;
  now?.focus();
}

function addFrom(chosen) {
  location.href = `${document.getElementById("add").href}?${new URLSearchParams(chosen)}`;
}

function pickKey(event) {
  const deeds = {
    ArrowDown: () => picker.move(1), ArrowUp: () => picker.move(-1),
    ArrowRight: () => picker.stretch(1), ArrowLeft: () => picker.stretch(-1),
    Enter: () => addFrom(picker.chosen), Escape: endPicking,
  };
  if (!deeds[event.key]) return;
  event.preventDefault();
  deeds[event.key]();
}

const KEYS = {
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  a: () => decide("accept", now), r: () => decide("reject", now), e: () => edit(now),
  u: undo, n: beginPicking,
  "?": () => document.getElementById("keys").toggleAttribute("open"),
};

document.addEventListener("keydown", (event) => {
  if (picker.on) return pickKey(event);
  if (event.key === "Escape" && now?.classList.contains("editing")) {
    closeEditor(now);
    now.focus();
    return;
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const arrows = event.key.startsWith("Arrow");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  // Arrows scroll the text where the text has the focus; single letters can be switched off.
  if (arrows ? !event.target.closest(".items") : !keysOn.checked) return;
  if (!KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

document.addEventListener("click", (event) => {
  const target = event.target.closest("button, a, mark");
  if (!target) return;
  const item = target.closest(".item");
  const action = ["accept", "reject", "reopen"].find((name) => target.name === name && target.form === desk);
  const mine = target.id === "undo" || target.id === "add" || action || target.matches('[data-key="e"], [data-close], .ref, .back, mark[data-items]');
  if (!mine || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (target.id === "add" && !selectedIn(documentText)) return;
  event.preventDefault();
  if (target.id === "undo") undo();
  else if (target.id === "add") addFrom(selectedIn(documentText));
  else if (action) { choose(item, { focus: false }); decide(action, item); }
  else if (target.matches("[data-close]")) { closeEditor(item); item.focus(); }
  else if (target.matches('[data-key="e"]')) edit(item);
  else if (target.matches(".ref")) choose(document.getElementById(target.hash.slice(1)));
  else if (target.matches(".back")) { choose(item, { focus: false }); document.getElementById(`mark-${item.dataset.id}`)?.focus(); }
  else choose(document.getElementById(`item-${target.dataset.items.trim().split(" ")[0]}`));
});

document.querySelector(".items-side").addEventListener("focusin", (event) => {
  const item = event.target.closest(".item");
  if (item && item !== now) choose(item, { focus: false });
});

function showKeys() {
  document.body.classList.toggle("with-keys", keysOn.checked);
}
keysOn.checked = localStorage.getItem("lotrinh-keys") !== "off";
keysOn.addEventListener("change", () => {
  localStorage.setItem("lotrinh-keys", keysOn.checked ? "on" : "off");
  showKeys();
});
showKeys();

const asked = location.hash.startsWith("#item-") ? document.getElementById(location.hash.slice(1)) : null;
if (asked) choose(asked);
else if (items) choose(firstOpen() ?? items.firstElementChild, { focus: false });
