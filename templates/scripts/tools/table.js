// A decision table, asked for one case: what the rules lead to, as soon as that is certain, and a record of what was chosen.
{
  const { element } = policywright;

  // A row of the whole table: a rule, or what cannot be, with the values for which it holds.
  class Row {
    constructor(row) {
      this.row = row;
      this.when = Object.entries(JSON.parse(row.dataset.when));
      this.go = row.dataset.go;
    }

    // Whether it may still hold, whatever is chosen for the conditions that are open.
    mayHold(chosen) {
      return this.when.every(([condition, values]) => !chosen[condition] || values.includes(chosen[condition]));
    }

    // Whether it holds, whatever is chosen for them.
    holds(chosen) {
      return this.when.every(([condition, values]) => values.includes(chosen[condition]));
    }

    get because() {
      return this.row.querySelector(".because").textContent;
    }

    get clauses() {
      return this.row.querySelector(".fact");
    }
  }

  const wordsOf = (label) => {
    const words = label.cloneNode(true);
    words.querySelectorAll(".number").forEach((number) => number.remove());
    return words.textContent.trim();
  };

  // One of the questions that cross.
  class Condition {
    constructor(fieldset) {
      this.name = fieldset.dataset.condition;
      this.fieldset = fieldset;
      this.ask = wordsOf(fieldset.querySelector("legend"));
      fieldset.querySelectorAll("input").forEach((radio) => (radio.hidden = false));
    }

    get radio() {
      return this.fieldset.querySelector(":checked");
    }

    entry() {
      const change = element("a", "change not-said", "Change", element("span", "unseen", ` your answer to “${this.ask}”`));
      change.href = `#${this.name}`;
      return element("div", "", element("dt", "", this.ask), element("dd", "", `${wordsOf(this.radio.parentElement)} `, change));
    }
  }

  class Table {
    constructor(form) {
      this.conditions = [...form.querySelectorAll("fieldset")].map((fieldset) => new Condition(fieldset));
      this.rows = [...document.querySelectorAll(".stretch [data-when]")].map((row) => new Row(row));
      this.told = form.querySelector(".told");
      this.again = form.querySelector(".choose-again");
      this.place = document.querySelector(".certain");
      this.home = document.createComment("");
      this.chosen = element("dl", "given");
      this.record = element("div", "so-far", element("h4", "", "What was chosen"), this.chosen);
      document.querySelectorAll(".by-eye, .by-choice").forEach((notice) => (notice.hidden = notice.matches(".by-eye")));
      form.addEventListener("change", () => this.follow());
      // The radios are empty only after the event.
      form.addEventListener("reset", () => setTimeout(() => this.follow()));
      this.follow();
    }

    follow() {
      this.answered = this.conditions.filter(({ radio }) => radio);
      const chosen = Object.fromEntries(this.answered.map(({ name, radio }) => [name, radio.value]));
      const cannot = this.rows.find((row) => !row.go && row.holds(chosen));
      const rules = this.rows.filter((row) => row.go && row.mayHold(chosen));
      const ends = new Set(rules.map(({ go }) => go));
      const isCertain = !cannot && this.answered.length > 0 && ends.size === 1;
      this.again.hidden = !this.answered.length;
      this.show(isCertain ? document.getElementById(rules[0].go).closest(".outcome") : null, rules);
      this.tell(cannot, ends.size);
    }

    // Brings an outcome up beside the questions, and puts the former one back where it stood.
    show(outcome, rules) {
      if (this.outcome !== outcome) {
        this.record.remove();
        this.outcome && this.home.replaceWith(this.outcome);
        outcome?.replaceWith(this.home);
        this.place.replaceChildren(...(outcome ? [outcome] : []));
        this.outcome = outcome;
      }
      if (outcome) {
        this.chosen.replaceChildren(...this.answered.map((condition) => condition.entry()), ...this.reason(rules));
        outcome.querySelector(".answers-by-hand").before(this.record);
      }
    }

    // The clauses of the rule that decides, where it is but one.
    *reason(rules) {
      const [first, ...others] = rules;
      if (first.clauses && others.every(({ row }) => row.dataset.rule === first.row.dataset.rule)) {
        const clauses = [...first.clauses.childNodes].map((node) => node.cloneNode(true));
        yield element("div", "", element("dt", "", "By the rule"), element("dd", "", ...clauses));
      }
    }

    tell(cannot, ends) {
      const open = this.conditions.length - this.answered.length;
      this.told.replaceChildren(...this.words(cannot, ends, open));
    }

    words(cannot, ends, open) {
      if (!this.answered.length) {
        return [];
      }
      if (cannot) {
        return [`That cannot be: ${cannot.because}`];
      }
      if (this.outcome) {
        const heading = this.outcome.querySelector("h2");
        const link = element("a", "", wordsOf(heading));
        link.href = `#${heading.id}`;
        return ["What to do: ", link];
      }
      if (!ends) {
        return ["The table does not say what to do then."];
      }
      return [`Not certain yet: ${open} more ${open === 1 ? "question" : "questions"} to answer.`];
    }
  }

  document.addEventListener("DOMContentLoaded", () => new Table(document.querySelector("form.conditions")));
}
