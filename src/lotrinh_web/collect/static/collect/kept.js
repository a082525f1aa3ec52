// What was typed and not saved yet, kept in this browser through a lost connection or a closed tab.

export class Kept {
  constructor(report, person) {
    this.key = `lotrinh-report:${person}:${report}`;
  }

  /** Keep what was typed, each line with what the server had of it: only so is a clash seen later. */
  put(version, pending, server) {
    const cells = [...pending].map(([code, values]) => [code, values, server.get(code)]);
    try {
      if (cells.length) localStorage.setItem(this.key, JSON.stringify({ version, cells }));
      else localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing still saves to the server as long as there is a connection.
    }
  }

  get() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key));
      return found && Array.isArray(found.cells) ? found : null;
    } catch {
      return null;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }
}
