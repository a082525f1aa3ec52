// Small helps of the grid: the cells of a text that was copied from a spreadsheet, and a pause.

/** Return the cells of copied text, row by row; quoted cells may hold tabs and line ends. */
export function readLines(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const clean = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < clean.length; at += 1) {
    const one = clean[at];
    if (quoted && one === '"' && clean[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (quoted ? one === '"' : one === '"' && cell === "") quoted = !quoted;
    else if (!quoted && one === "\t") {
      rows.at(-1).push(cell.trim());
      cell = "";
    } else if (!quoted && one === "\n") {
      rows.at(-1).push(cell.trim());
      rows.push([]);
      cell = "";
    } else cell += one;
  }
  rows.at(-1).push(cell.trim());
  return rows;
}

/** Return a deed that waits for a pause: `soon` after the last call, `later` after a failure. */
export function whenIdle(pause, deed) {
  let timer = 0;
  let failures = 0;
  const after = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(deed, wait);
  };
  return {
    soon() {
      failures = 0;
      after(pause);
    },
    later() {
      failures += 1;
      after(Math.min(60000, 2000 * 2 ** failures));
    },
  };
}
