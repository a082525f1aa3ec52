// Two people changed the same cells: both values side by side, and a person chooses.

export class Conflict {
  constructor(place, said, nameOf, decided) {
    Object.assign(this, { place, said, nameOf, decided });
    this.waiting = new Set();
  }

  get isOpen() {
    return this.waiting.size > 0;
  }

  open(text, asked) {
    const head = document.createElement("h2");
    head.textContent = text;
    const list = document.createElement("ul");
    for (const one of asked) {
      this.waiting.add(one.code);
      list.append(this.item(one));
    }
    this.place.replaceChildren(head, list);
    this.place.hidden = false;
    this.place.focus();
  }

  item({ code, mine, theirs }) {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = this.nameOf(code);
    const deeds = document.createElement("p");
    deeds.className = "deeds";
    deeds.append(
      this.button(this.said.mine, mine, () => this.choose(item, code, mine, true)),
      this.button(this.said.theirs, theirs, () => this.choose(item, code, theirs, false)),
    );
    item.append(name, deeds);
    return item;
  }

  button(text, values, deed) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    const shown = [values.value || this.said.empty, values.note].filter(Boolean).join(" · ");
    button.textContent = text.replace("%v", shown);
    button.addEventListener("click", deed);
    return button;
  }

  choose(item, code, values, isMine) {
    item.remove();
    this.waiting.delete(code);
    this.place.hidden = !this.isOpen;
    this.decided(code, values, isMine);
  }
}
