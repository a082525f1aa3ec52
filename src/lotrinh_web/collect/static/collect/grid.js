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
  let sending = false;

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

  async function send() {
    if (sending || !pending.size || conflict.isOpen) return;
    if (!navigator.onLine) return tell(said.offline);
    sending = true;
    tell(said.saving);
    const batch = new Map(pending);
    try {
      const answer = await fetch(said.save, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        body: JSON.stringify({ version, cells: [...batch].map(([code, values]) => ({ code, ...values })) }),
      });
      await take(answer, batch);
    } catch {
      tell(said.offline);
      save.later();
    } finally {
      sending = false;
    }
    if (pending.size && !conflict.isOpen) save.soon();
  }

  async function take(answer, batch) {
    const isOurs = answer.headers.get("Content-Type")?.includes("json") && !answer.redirected;
    if (!isOurs) {
      tell(answer.redirected || answer.status === 403 ? said.signedOut : said.unread);
      return save.later();
    }
    const body = await answer.json();
    if (answer.status === 409) return clash(body);
    if (!answer.ok) {
      tell(said.unread);
      return save.later();
    }
    version = body.version;
    form.elements.version.value = version;
    for (const [code, values] of batch) {
      server.set(code, values);
      if (same(pending.get(code), values)) {
        pending.delete(code);
        rows.get(code)?.querySelector(".value input").classList.remove("changed");
      }
    }
    kept.put(version, pending, server);
    tell(said.saved.replace("%t", new Date().toLocaleTimeString(said.lang, { hour: "2-digit", minute: "2-digit" })));
    remark(body.said, body.checked && new Set(body.checked));
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
      else if (same(mine, now)) pending.delete(code);
      else if (!same(now, server.get(code) ?? empty)) asked.push({ code, mine, theirs: now });
      server.set(code, now);
    }
    version = theirs.version;
    kept.put(version, pending, server);
    if (asked.length) conflict.open(`${theirs.wrong} ${theirs.mend}`, asked);
    else save.soon();
    tell(theirs.wrong);
  }

  function decided(code, values, isMine) {
    put(rows.get(code), values);
    if (isMine) pending.set(code, values);
    else pending.delete(code);
    kept.put(version, pending, server);
    if (!conflict.isOpen) save.soon();
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
    if (!pending.size && !sending) return;
    event.preventDefault();
    for (let tries = 0; (pending.size || sending) && tries < 40 && !conflict.isOpen && navigator.onLine; tries += 1) {
      await send();
      await new Promise((go) => setTimeout(go, 100));
    }
    if (!pending.size) form.requestSubmit(event.submitter);
  });
  addEventListener("online", () => send());
  addEventListener("offline", () => tell(said.offline));
  document.addEventListener("visibilitychange", () => document.hidden || send());

  const before = kept.get();
  if (before) {
    const latest = version;
    version = before.version;
    for (const [code, values, base] of before.cells) {
      if (!rows.has(code) || same(values, server.get(code))) continue;
      put(rows.get(code), values);
      pending.set(code, values);
      // What another person saved meanwhile is to be asked about, not to be taken for known.
      if (version !== latest) server.set(code, base ?? empty);
    }
    if (pending.size) send();
    else kept.forget();
  }
}
