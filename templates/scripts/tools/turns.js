// A group of questions that is answered several times, once for each child for instance. All turns stand on the page, since
// paper has room for each; on screen those in use are shown, and further ones are added and removed.
{
  const boxesOf = (turn) => [...turn.querySelectorAll("input:not([type=button]), textarea")];

  // Gives the boxes of a turn what stands in those of another, or nothing.
  const refill = (turn, other) => {
    const given = other ? boxesOf(other) : [];
    boxesOf(turn).forEach((box, index) => {
      box.checked = given[index]?.checked ?? false;
      if (!box.matches("[type=radio], [type=checkbox]")) {
        box.value = given[index]?.value ?? "";
      }
    });
  };

  class Turns {
    constructor(section, turns) {
      this.turns = turns;
      this.each = turns[0].dataset.each;
      this.used = 1;
      this.removers = turns.map((turn, index) => this.button(`Remove ${this.each} ${index + 1}`, () => this.remove(index)));
      this.adder = this.button(`Add another ${this.each}`, () => this.add());
      this.told = policywright.element("p", "told");
      this.told.role = "status";
      turns.forEach((turn, index) => turn.append(this.bar(this.removers[index])));
      turns.at(-1).after(this.bar(this.adder), this.told);
      this.show();
    }

    button(words, deed) {
      const button = policywright.element("button", "", words);
      button.type = "button";
      button.addEventListener("click", deed);
      return button;
    }

    bar(button) {
      return policywright.element("div", "buttons turn-acts", button);
    }

    show() {
      this.turns.forEach((turn, index) => turn.classList.toggle("unused", index >= this.used));
      this.removers.forEach((remover) => {
        remover.parentElement.hidden = this.used === 1;
      });
      this.adder.parentElement.hidden = this.used === this.turns.length;
    }

    tell(words) {
      const full = this.used === this.turns.length ? ` This form has room for ${this.used}; take another form for more.` : "";
      this.told.textContent = words + full;
    }

    // Leads to the first thing to fill in of a turn.
    focus(index) {
      boxesOf(this.turns[index])[0].focus();
    }

    add() {
      this.used += 1;
      this.show();
      this.tell("");
      this.focus(this.used - 1);
      this.changed();
    }

    // The turns after the one removed move up.
    remove(index) {
      for (let next = index; next < this.used; next += 1) {
        refill(this.turns[next], next + 1 < this.used && this.turns[next + 1]);
      }
      this.used -= 1;
      this.show();
      this.tell(`${this.removers[index].textContent.replace("Remove ", "")} was removed.`);
      this.focus(Math.min(index, this.used - 1));
      this.changed();
    }

    changed() {
      this.turns[0].dispatchEvent(new Event("change", { bubbles: true }));
    }

    // Shows as many turns as there are answers for.
    recall(values) {
      const isFilled = (turn) => boxesOf(turn).some(({ name }) => values[name]?.some(Boolean));
      this.used = Math.max(1, this.turns.findLastIndex(isFilled) + 1);
      this.show();
    }
  }

  // Sets up the repeated groups of a form.
  policywright.turns = (form) => {
    for (const section of form.querySelectorAll(".form-section:has(.turn)")) {
      const turns = new Turns(section, [...section.querySelectorAll(".turn")]);
      form.addEventListener("policywright:recall", ({ detail }) => turns.recall(detail));
      form.addEventListener("policywright:erase", () => turns.recall({}));
    }
  };
}
