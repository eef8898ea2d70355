// What is filled in on a page stays there until the page is left, unless the reader asks for it to be kept: in this tab, or on
// this computer. Nothing is ever sent. The words for the reader stand in `parts/keeping.html`.
//
// A form may grow before what was kept returns to it: it hears "policywright:recall", whose `detail` is what was kept, by the
// names of its fields. It hears "policywright:erase" once all is erased, and "change" after either.
{
  const KEY = "policywright.filled";
  const STORES = { tab: "sessionStorage", computer: "localStorage" };

  // Browsers may refuse their stores altogether, even to be looked at.
  const attempt = (deed, otherwise) => {
    try {
      return deed();
    } catch {
      return otherwise;
    }
  };

  // What a store holds: for each page, {values, name: [text]}.
  const read = (place) => attempt(() => JSON.parse(globalThis[STORES[place]].getItem(KEY)) ?? {}, {});

  // Returns whether the store has taken it.
  const write = (place, all) =>
    attempt(() => {
      const store = globalThis[STORES[place]];
      if (Object.keys(all).length) {
        store.setItem(KEY, JSON.stringify(all));
      } else {
        store.removeItem(KEY);
      }
      return true;
    }, false);

  // What is filled in: for each name of a field, its answers.
  const valuesOf = (form) => {
    const values = {};
    for (const [name, value] of new FormData(form)) {
      (values[name] ??= []).push(value);
    }
    return values;
  };

  const fill = (control, given = []) => {
    if (control.matches("[type=radio], [type=checkbox]")) {
      control.checked = given.includes(control.value);
    } else if (control.name) {
      [control.value] = [given[0] ?? ""];
    }
  };

  class Keeping {
    constructor(form, block, page) {
      Object.assign(this, { form, block, page });
      this.choices = [...block.querySelectorAll("input[type=radio]")];
      this.question = block.querySelector("dialog");
      block.hidden = false;
      for (const choice of this.choices) {
        choice.addEventListener("change", () => this.keep());
      }
      block.querySelector(".erase").addEventListener("click", () => this.erase());
      form.addEventListener("input", () => this.save());
      form.addEventListener("change", () => this.save());
      block.querySelector(".erase-now").addEventListener("click", () => this.answer(true));
      block.querySelector(".keep-it").addEventListener("click", () => this.answer(false));
      addEventListener("afterprint", () => this.ask());
    }

    // The print window has closed, after printing or without.
    ask() {
      if (this.block.querySelector(".after-printing").checked && !this.question.open) {
        this.question.showModal();
      }
    }

    answer(isPrinted) {
      this.question.close();
      if (isPrinted) {
        this.erase();
      }
    }

    get place() {
      return this.choices.find(({ checked }) => checked).value;
    }

    set place(place) {
      for (const choice of this.choices) {
        choice.checked = choice.value === place;
      }
      this.show();
    }

    show() {
      const { place } = this;
      this.block.querySelector(".kept-where").textContent = this.choices.find(({ checked }) => checked).dataset.words;
      this.block.querySelector(".shared").hidden = place !== "computer";
    }

    tell(words) {
      this.block.querySelector("[role=status]").textContent = words;
    }

    // Follows what the reader has chosen; what was kept elsewhere is not kept any longer.
    keep() {
      this.forget();
      if (this.save()) {
        this.tell(this.place === "nowhere" ? "Nothing is kept." : `What you ${this.block.dataset.deed} is kept from here on.`);
      }
      this.show();
    }

    // Returns whether what shall be kept is kept.
    save() {
      const { place } = this;
      if (place === "nowhere") {
        return true;
      }
      if (write(place, { ...read(place), [this.page]: valuesOf(this.form) })) {
        return true;
      }
      this.place = "nowhere";
      this.tell(`This browser refuses to keep anything. What you ${this.block.dataset.deed} stays on this page until you leave it.`);
      return false;
    }

    forget() {
      for (const place of Object.keys(STORES)) {
        const { [this.page]: gone, ...others } = read(place);
        if (gone) {
          write(place, others);
        }
      }
    }

    recall() {
      const place = Object.keys(STORES).find((one) => read(one)[this.page]);
      if (!place) {
        return;
      }
      const values = read(place)[this.page];
      this.place = place;
      this.form.dispatchEvent(new CustomEvent("policywright:recall", { detail: values }));
      for (const control of this.form.elements) {
        fill(control, values[control.name]);
      }
      this.form.dispatchEvent(new Event("change"));
      this.tell(`What you ${this.block.dataset.done} earlier is here again.`);
    }

    erase() {
      this.forget();
      this.place = "nowhere";
      this.form.reset();
      this.form.dispatchEvent(new Event("policywright:erase"));
      this.form.dispatchEvent(new Event("change"));
      this.tell(`All that you ${this.block.dataset.done} is erased.`);
    }
  }

  // Offers to keep what is typed into a form, in the block that stands on the same page, and brings back what was kept. A key
  // tells this form's answers from those of others; without one, the page's address does.
  policywright.keeping = (form, key = location.pathname.replace(/\.html$/, "")) =>
    new Keeping(form, document.querySelector(".keeping"), key).recall();
}
