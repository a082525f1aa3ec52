// Choosing sentences of the document for a new item, by keyboard or by selecting them.

const END = /[.;!?…]["”’)]*(?=\s|$)/g;

/** Return the letters of a paragraph without the numbers of its marks, with their nodes. */
function lettersOf(paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".ref") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  return { nodes, text };
}

/** Return the sentences of a paragraph as pairs of offsets. */
function sentencesOf(text) {
  const found = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    found.push([start, end]);
    start = end;
  }
  found.push([start, text.length]);
  return found
    .map(([low, high]) => [low + text.slice(low, high).search(/\S|$/), high])
    .filter(([low, high]) => low < high);
}

/** Return the node and offset where a letter of a paragraph stands. */
function placeOf(nodes, offset) {
  const at = nodes.findLast((one) => one.start <= offset) ?? nodes[0];
  return [at.node, Math.min(offset - at.start, at.node.data.length)];
}

/** A choice of one or more sentences of one paragraph, shown as the browser's own selection. */
export class Picker {
  constructor(paragraphs, tell, bring) {
    this.paragraphs = paragraphs;
    this.bring = bring;
    this.tell = tell;
    this.on = false;
  }

  /** Begin at a paragraph. */
  start(paragraph) {
    this.on = true;
    this.enter(Math.max(0, this.paragraphs.indexOf(paragraph)), 0);
  }

  stop() {
    this.on = false;
    getSelection().removeAllRanges();
  }

  enter(index, sentence) {
    this.index = index;
    Object.assign(this, lettersOf(this.paragraphs[index]));
    this.sentences = sentencesOf(this.text);
    this.first = this.last = sentence < 0 ? this.sentences.length - 1 : sentence;
    this.show();
  }

  /** Go to the next or the previous sentence. */
  move(step) {
    const next = this.first + step;
    if (next >= 0 && next < this.sentences.length) {
      this.first = this.last = next;
      this.show();
      return;
    }
    let index = this.index + step;
    while (this.paragraphs[index] && !this.paragraphs[index].textContent.trim()) index += step;
    if (this.paragraphs[index]) this.enter(index, step > 0 ? 0 : -1);
  }

  /** Take in the sentence after, or let the last one go. */
  stretch(step) {
    this.last = Math.min(Math.max(this.last + step, this.first), this.sentences.length - 1);
    this.show();
  }

  show() {
    if (!this.sentences.length) return;
    const [start, end] = [this.sentences[this.first][0], this.sentences[this.last][1]];
    getSelection().setBaseAndExtent(...placeOf(this.nodes, start), ...placeOf(this.nodes, end));
    this.bring(getSelection().getRangeAt(0));
    this.tell(this.text.slice(start, end).trim());
  }

  get chosen() {
    const [start, end] = [this.sentences[this.first][0], this.sentences[this.last][1]];
    return { quote: this.text.slice(start, end).trim(), near: this.paragraphs[this.index].dataset.start };
  }
}

/** Return what is selected in the document, without the numbers of the marks; null when nothing is. */
export function selectedIn(documentText) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!documentText.contains(range.commonAncestorContainer)) return null;
  const copy = range.cloneContents();
  copy.querySelectorAll(".ref").forEach((one) => one.remove());
  const from = range.startContainer.parentElement.closest("p[data-start]");
  const quote = copy.textContent.trim();
  return quote ? { quote, near: from?.dataset.start ?? "" } : null;
}
