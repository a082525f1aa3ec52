// Hides the parts of an item's form that a choice makes needless. Without it all parts show.

/** Show the fields that the choices of a form ask for. */
export function arrange(form) {
  const value = (name) => form.elements.namedItem(name)?.value;
  const show = (selector, wanted) => {
    const part = form.querySelector(selector);
    if (part) part.hidden = !wanted;
  };
  show(".only-new", value("indicator") === "new");
  show(".only-years", ["growth", "floor"].includes(value("kind")));
}

/** Keep a form arranged, and lead to its first error. */
export function tend(form) {
  arrange(form);
  form.addEventListener("change", () => arrange(form));
  return form.querySelector('[aria-invalid="true"]');
}

for (const form of document.querySelectorAll("form.editor")) tend(form)?.focus();
