// The grid of a report: moves like a spreadsheet, saves as one types, keeps what was typed through
// a lost connection. Everything it does can also be done with the form's own two buttons.

import { readLines, whenIdle } from "./typing.js";
import { Kept } from "./kept.js";
import { Conflict } from "./conflict.js";

const form = document.getElementById("grid");
const done = document.getElementById("sent-report");
if (form) begin();
// What was sent needs no keeping.
else if (done) new Kept(done.dataset.report, done.dataset.person).forget();

function begin() {
  const said = form.dataset;
  const state = document.getElementById("state");
  const left = document.getElementById("left");
  const rows = new Map([...form.querySelectorAll("tbody tr")].map((row) => [row.dataset.code, row]));
  const order = [...rows.values()];
  const kept = new Kept(said.report, said.person);
  const conflict = new Conflict(document.getElementById("conflict"), said, nameOf, decided);
  let version = Number(form.elements.version.value);
  let server = new Map([...rows].map(([code, row]) => [code, valuesOf(row)]));
  let pending = new Map();
  const empty = { value: "", status: "actual", note: "" };
  /** The save that is under way. */
  let sending = null;

  function valuesOf(row) {
    const [value, status, note] = row.querySelectorAll("input, select, textarea");
    return { value: value.value, status: status.value, note: note.value };
  }

  function put(row, values) {
    const [value, status, note] = row.querySelectorAll("input, select, textarea");
    value.value = values.value;
    status.value = values.status;
    note.value = values.note;
  }

  function nameOf(code) {
    return rows.get(code)?.querySelector("th").innerText.replace(/\s+/g, " ") ?? code;
  }

  function tell(text) {
    state.textContent = text;
  }

  /** Note that a line was changed; it is kept on this device before anything is sent. */
  function changed(row) {
    pending.set(row.dataset.code, valuesOf(row));
    row.querySelector(".value input").classList.add("changed");
    kept.put(version, pending, server);
    save.soon();
  }

  const save = whenIdle(600, send);

  /** Save what waits, once at a time; tells whether the server took it. */
  function send() {
    sending ??= attempt().finally(() => (sending = null));
    return sending;
  }

  async function attempt() {
    if (!pending.size || conflict.isOpen) return false;
    if (!navigator.onLine) {
      tell(said.offline);
      return false;
    }
    tell(said.saving);
    const batch = new Map(pending);
    let taken = false;
    try {
      const answer = await fetch(said.save, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        body: JSON.stringify({ version, cells: [...batch].map(([code, values]) => ({ code, ...values })) }),
        signal: AbortSignal.timeout(said.patience),
      });
      taken = await take(answer, batch);
    } catch {
      tell(said.offline);
    }
    if (!taken) save.later();
    else if (pending.size) save.soon();
    return taken;
  }

  async function take(answer, batch) {
    const isOurs = answer.headers.get("Content-Type")?.includes("json") && !answer.redirected;
    if (!isOurs) {
      tell(answer.redirected || answer.status === 403 ? said.signedOut : said.unread);
      return false;
    }
    const body = await answer.json();
    if (answer.status === 409) return clash(body);
    if (!answer.ok) {
      tell(said.unread);
      return false;
    }
    for (const [code, values] of batch) {
      server.set(code, values);
      if (same(pending.get(code), values)) drop(code);
    }
    isKnown(body.version);
    remark(body.said, body.checked && new Set(body.checked));
    return true;
  }

  function drop(code) {
    pending.delete(code);
    rows.get(code)?.querySelector(".value input").classList.remove("changed");
  }

  /** Go on from a version of the server, and say that all is saved if nothing waits. */
  function isKnown(latest) {
    version = latest;
    form.elements.version.value = version;
    kept.put(version, pending, server);
    if (pending.size) return;
    tell(said.saved.replace("%t", new Date().toLocaleTimeString(said.lang, { hour: "2-digit", minute: "2-digit" })));
  }

  /** Show what the checks say beside each line; of a large report only some were checked. */
  function remark(found, checked) {
    for (const [code, row] of rows) {
      if (checked && !checked.has(code)) continue;
      const cell = row.querySelector(".said");
      cell.querySelectorAll("p:not(.already, .returned)").forEach((one) => one.remove());
      const remarks = found[code] ?? [];
      for (const [kind, wrong, mend] of remarks) {
        const line = document.createElement("p");
        line.className = kind;
        line.textContent = `${wrong} ${mend}`;
        cell.append(line);
      }
      row.querySelector(".value input").setAttribute("aria-invalid", remarks.some(([kind]) => kind === "wrong"));
    }
    const faulty = order.filter((row) => row.querySelector(".said .wrong, .said .asks")).length;
    left.textContent = faulty ? said.left.replace("%n", faulty) : said.clear;
  }

  /** Another person saved since: take what only they changed, ask about the rest. */
  function clash(theirs) {
    const asked = [];
    for (const code of rows.keys()) {
      const now = theirs.cells[code] ?? empty;
      const mine = pending.get(code);
      if (!mine) put(rows.get(code), now);
      else if (same(mine, now)) drop(code);
      else if (!same(now, server.get(code) ?? empty)) asked.push({ code, mine, theirs: now });
      server.set(code, now);
    }
    isKnown(theirs.version);
    if (!asked.length) return true;
    conflict.open(`${theirs.wrong} ${theirs.mend}`, asked);
    tell(theirs.wrong);
    return false;
  }

  function decided(code, values, isMine) {
    put(rows.get(code), values);
    if (isMine) pending.set(code, values);
    else drop(code);
    isKnown(version);
    save.soon();
  }

  function same(one, other) {
    return one && other && one.value === other.value && one.status === other.status && one.note === other.note;
  }

  /** Move to the same column of a line above or below, as in a spreadsheet. */
  function move(from, by) {
    const row = from.closest("tr");
    const column = [...row.querySelectorAll("input, select, textarea")].indexOf(from);
    const next = order[order.indexOf(row) + by]?.querySelectorAll("input, select, textarea")[column];
    if (!next) return false;
    next.focus();
    next.select?.();
    return true;
  }

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.closest("tbody") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (field.matches("input")) {
      const by = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
      if (by && (move(field, by) || event.key === "Enter")) event.preventDefault();
    }
  });

  form.addEventListener("input", (event) => {
    const row = event.target.closest("tbody tr");
    if (row) changed(row);
  });

  /** Paste a block of cells: down from here, and to the right into status and note. */
  form.addEventListener("paste", (event) => {
    const field = event.target.closest("tbody input, tbody textarea");
    const lines = readLines(event.clipboardData.getData("text/plain"));
    if (!field || (lines.length < 2 && lines[0].length < 2)) return;
    event.preventDefault();
    const first = order.indexOf(field.closest("tr"));
    const column = [...field.closest("tr").querySelectorAll("input, select, textarea")].indexOf(field);
    let count = 0;
    lines.forEach((cells, down) => {
      const row = order[first + down];
      if (!row) return;
      const fields = [...row.querySelectorAll("input, select, textarea")].slice(column);
      cells.slice(0, fields.length).forEach((text, n) => {
        if (fields[n].matches("select")) choose(fields[n], text);
        else fields[n].value = text;
        count += 1;
      });
      changed(row);
    });
    tell(said.pasted.replace("%n", count));
  });

  function choose(select, text) {
    const wanted = text.trim().toLowerCase();
    const found = [...select.options].find((one) => one.text.toLowerCase() === wanted);
    if (found) select.value = found.value;
  }

  // Sending waits until what was typed is saved; then the form goes as any form does.
  form.addEventListener("submit", async (event) => {
    if (!pending.size) return;
    event.preventDefault();
    while (pending.size && (await send()));
    if (!pending.size) form.requestSubmit(event.submitter);
    else if (conflict.isOpen) conflict.place.focus();
    else tell(`${said.notSent} ${state.textContent}`);
  });
  addEventListener("online", () => send());
  addEventListener("offline", () => tell(said.offline));
  document.addEventListener("visibilitychange", () => document.hidden || send());

  const latest = version;
  for (const [code, line] of kept.take()) {
    if (!rows.has(code) || same(line.values, server.get(code))) continue;
    put(rows.get(code), line.values);
    pending.set(code, line.values);
    if (line.version === latest) continue;
    // What another person saved meanwhile is to be asked about, not to be taken for known.
    version = Math.min(version, line.version);
    server.set(code, line.base ?? empty);
  }
  kept.put(version, pending, server);
  if (pending.size) send();
}
