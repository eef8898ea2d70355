// Situations to practise on, one at a time: what is chosen is checked, told and counted, and kept nowhere.
{
  const { element } = policywright;

  class Situation {
    constructor(block) {
      this.block = block;
      this.title = block.querySelector("h3");
      this.choices = block.querySelector("fieldset");
      this.solution = block.querySelector(".solution");
      this.verdict = element("h4", "verdict");
      this.verdict.tabIndex = -1;
      this.fault = element("p", "error-message", element("span", "unseen", "Error: "), "Choose what you would do");
      this.fault.id = `${this.title.id}_fault`;
    }

    get decision() {
      return this.block.closest(".of-decision").querySelector("h2").id;
    }

    get chosen() {
      return this.choices.querySelector(":checked");
    }

    get right() {
      return this.choices.querySelector(`[value="${this.block.dataset.right}"]`);
    }

    get isRight() {
      return this.chosen === this.right;
    }

    // As it was before anybody had chosen.
    begin() {
      this.choices.querySelectorAll("input").forEach((choice) => (choice.checked = false));
      this.choices.querySelectorAll(".mark").forEach((mark) => mark.remove());
      this.choices.disabled = false;
      this.block.classList.remove("checked", "current");
      this.verdict.remove();
      this.complain(false);
    }

    complain(isFaulty) {
      this.choices.classList.toggle("faulty", isFaulty);
      this.choices.toggleAttribute("aria-describedby", isFaulty);
      this.fault.remove();
      if (isFaulty) {
        this.choices.setAttribute("aria-describedby", this.fault.id);
        this.choices.querySelector("legend").after(this.fault);
        this.choices.querySelector("input").focus();
      }
    }

    // Marks what was chosen and what is right, tells why, and returns whether anything was chosen.
    check() {
      this.complain(!this.chosen);
      if (!this.chosen) {
        return false;
      }
      this.mark(this.chosen, this.isRight ? "your choice, and right" : "your choice");
      if (!this.isRight) {
        this.mark(this.right, "right");
      }
      this.choices.disabled = true;
      this.verdict.textContent = this.isRight ? "That is right" : "That is not where the rules lead";
      this.verdict.classList.toggle("wrong", !this.isRight);
      this.solution.before(this.verdict);
      this.solution.open = true;
      this.block.classList.add("checked");
      this.verdict.focus();
      return true;
    }

    mark(choice, words) {
      choice.nextElementSibling.append(element("strong", "mark", ` (${words})`));
    }
  }

  // The same in another order, each order as likely as any other.
  const mixed = (all) => {
    const left = [...all];
    return all.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
  };

  const button = (name, words, deed) => {
    const made = element("button", name, words);
    made.type = "button";
    made.addEventListener("click", deed);
    return made;
  };

  // One go through some of the situations.
  class Round {
    constructor(situations) {
      this.situations = situations;
      this.at = 0;
      this.checked = [];
    }

    get current() {
      return this.situations[this.at];
    }

    get missed() {
      return this.checked.filter(({ isRight }) => !isRight);
    }

    get counted() {
      const right = this.checked.length - this.missed.length;
      return `${right} of ${this.checked.length} right`;
    }

    get told() {
      const soFar = this.checked.length ? ` ${this.counted} so far.` : "";
      return `Situation ${this.at + 1} of ${this.situations.length}.${soFar}`;
    }

    get isLast() {
      return this.at + 1 === this.situations.length;
    }
  }

  class Drill {
    constructor(form) {
      this.form = form;
      this.all = [...form.querySelectorAll(".situation")].map((block) => new Situation(block));
      [this.about, this.mixed] = [form.querySelector("#_about"), form.querySelector("#_mixed")];
      this.score = form.querySelector(".score");
      this.checker = element("button", "check", "Check");
      this.nexter = button("next", "Next situation", () => this.next());
      this.acts = element("div", "buttons drill-acts", this.checker, this.nexter);
      this.end = element("section", "drill-end");
      form.append(this.acts, this.end);
      form.classList.add("one-at-a-time");
      form.querySelector(".drill-setting").hidden = false;
      form.addEventListener("submit", (event) => this.check(event));
      form.querySelector(".drill-setting").addEventListener("change", () => this.begin());
      addEventListener("hashchange", () => this.arrive());
      this.begin();
      this.arrive();
    }

    // By the address of a decision, or of one of its situations; other addresses on the page begin nothing anew.
    arrive() {
      const place = document.getElementById(location.hash.slice(1));
      const decision = place?.closest(".of-decision");
      if (decision) {
        if (this.about) {
          this.about.value = decision.querySelector("h2").id;
        }
        this.begin();
        this.show(Math.max(this.round.situations.findIndex(({ title }) => title === place), 0));
      }
    }

    begin() {
      const about = this.about?.value;
      const chosen = this.all.filter(({ decision }) => !about || decision === about);
      for (const situation of this.all) {
        situation.block.classList.toggle("left-out", !chosen.includes(situation));
      }
      this.go(this.mixed.checked ? mixed(chosen) : chosen);
    }

    go(situations) {
      this.all.forEach((situation) => situation.begin());
      this.round = new Round(situations);
      this.end.replaceChildren();
      this.show(0);
    }

    show(at) {
      this.round.current?.block.classList.remove("current");
      this.round.at = at;
      const { current, told } = this.round;
      current?.block.classList.add("current");
      this.acts.hidden = !current;
      [this.checker.hidden, this.nexter.hidden] = [false, true];
      this.score.textContent = current ? told : "";
    }

    check(event) {
      event.preventDefault();
      const { current, checked } = this.round;
      if (current && !checked.includes(current) && current.check()) {
        checked.push(current);
        [this.checker.hidden, this.nexter.hidden] = [true, false];
        this.nexter.textContent = this.round.isLast ? "See how many were right" : "Next situation";
        this.score.textContent = this.round.told;
      }
    }

    next() {
      this.show(this.round.at + 1);
      if (this.round.current) {
        this.round.current.title.focus();
      } else {
        this.finish();
      }
    }

    finish() {
      const { missed, counted } = this.round;
      const title = element("h2", "", "That was the last one");
      title.tabIndex = -1;
      const again = button("", "Start again", () => this.repeat(() => this.begin()));
      const mend = button("", "Try again those that were not", () => this.repeat(() => this.go(missed)));
      const deeds = missed.length ? [mend, again] : [again];
      this.end.replaceChildren(title, element("p", "", `${counted}.`), element("div", "buttons", ...deeds));
      title.focus();
    }

    repeat(deed) {
      deed();
      this.round.current.title.focus();
    }
  }

  document.addEventListener("DOMContentLoaded", () => new Drill(document.querySelector("form.drill")));
}
