// What is ticked on a checklist: its steps and their items, each of which is done, does not apply, or is still to do.
{
  const wordsOf = (block) => block.textContent.trim().replace(/\s+/g, " ");

  class Item {
    constructor(entry) {
      [this.done, this.excused] = entry.querySelectorAll("input");
      this.words = wordsOf(entry.querySelector(".do"));
      this.tooEarly = entry.querySelector(".too-early");
      this.before = [...entry.querySelectorAll(".after a")].map(({ hash }) => document.getElementById(hash.slice(1)));
    }

    get isDone() {
      return this.done.checked;
    }

    get isExcused() {
      return this.excused?.checked ?? false;
    }

    get isOpen() {
      return !this.isDone && !this.isExcused;
    }

    // What is done applies, and what does not apply is not done: the tick that came last holds. Returns whether it took
    // the place of the other.
    settle(box) {
      const other = { [this.done.name]: this.excused, [this.excused?.name]: this.done }[box.name];
      const isExchanged = Boolean(box.checked && other?.checked);
      if (isExchanged) {
        other.checked = false;
      }
      return isExchanged;
    }

    // Nothing is forbidden, but whoever ticks something too early is told.
    warn() {
      const waits = this.before.some((entry) => !entry.querySelector("input:checked"));
      this.isTooEarly = this.isDone && waits;
      if (this.tooEarly) {
        this.tooEarly.hidden = !this.isTooEarly;
      }
    }
  }

  // How many items are done and how many do not apply, in words.
  const count = (items) => {
    const done = items.filter(({ isDone }) => isDone).length;
    const excused = items.filter(({ isExcused }) => isExcused).length;
    const besides = excused ? `, ${excused} ${excused === 1 ? "does" : "do"} not apply` : "";
    return `${done} of ${items.length} done${besides}`;
  };

  class Step {
    constructor(section) {
      this.items = [...section.querySelectorAll(".item")].map((entry) => new Item(entry));
      this.counted = policywright.element("p", "counted", "");
      section.querySelector("h2").after(this.counted);
    }

    show() {
      this.counted.textContent = count(this.items);
    }
  }

  class Ticks {
    constructor(form) {
      this.steps = [...form.querySelectorAll(".step")].map((section) => new Step(section));
      this.items = this.steps.flatMap(({ items }) => items);
    }

    // Follows a box that was ticked, if any was.
    settle(box) {
      this.exchanged = this.items.filter((item) => item.settle(box));
      for (const item of this.items) {
        item.warn();
      }
      for (const step of this.steps) {
        step.show();
      }
    }

    get settled() {
      return this.items.filter(({ isOpen }) => !isOpen).length;
    }

    get counted() {
      return `${count(this.items)}.${this.settled === this.items.length ? " Nothing is left to do." : ""}`;
    }

    // The same, with what the last tick did besides.
    get told() {
      const exchanged = this.exchanged.map(({ words }) => ` One tick has taken the place of the other at “${words}”.`);
      const early = this.items.some(({ isTooEarly }) => isTooEarly) ? " Something is ticked that must come later." : "";
      return `${this.counted}${exchanged.join("")}${early}`;
    }
  }

  policywright.ticks = (form) => new Ticks(form);
}
