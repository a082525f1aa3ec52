// What was typed and not saved yet, kept in this browser through a lost connection or a closed tab.

export class Kept {
  constructor(report, person) {
    this.key = `lotrinh-report:${person}:${report}`;
  }

  put(version, pending) {
    try {
      if (pending.size) localStorage.setItem(this.key, JSON.stringify({ version, cells: [...pending] }));
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
