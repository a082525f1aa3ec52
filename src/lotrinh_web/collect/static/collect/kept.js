// What was typed and not saved yet, kept in this browser through a lost connection or a closed tab.

export class Kept {
  constructor(report, person) {
    this.key = `lotrinh-report:${person}:${report}`;
    /** What this tab has kept, by line: another tab keeps beside it what is typed there. */
    this.own = new Map();
  }

  /** Keep what was typed, each line with what the server had of it: only so is a clash seen later. */
  put(version, pending, server) {
    const all = new Map(this.get());
    for (const [code, text] of this.own) if (JSON.stringify(all.get(code)) === text) all.delete(code);
    this.own.clear();
    for (const [code, values] of pending) {
      const line = { version, values, base: server.get(code) };
      all.set(code, line);
      this.own.set(code, JSON.stringify(line));
    }
    try {
      if (all.size) localStorage.setItem(this.key, JSON.stringify([...all]));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing still saves to the server as long as there is a connection.
    }
  }

  /** Return the lines kept by any tab, each by its code. */
  get() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key));
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  }

  /** Take over the lines that were kept: they are this tab's from now on. */
  take() {
    const found = this.get();
    this.own = new Map(found.map(([code, line]) => [code, JSON.stringify(line)]));
    return found;
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
