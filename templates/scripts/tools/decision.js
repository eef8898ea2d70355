// Decisions: a record to copy and a page to leave at once; and, where all questions stand on one page, what was answered.
{
  const { dates, element } = policywright;

  const paragraph = (className, ...content) => element("p", className, ...content);

  // The record as lines of text, with what was typed in place of each field.
  const textOf = (record) => {
    const words = record.cloneNode(true);
    const date = words.querySelector(".date");
    date.replaceWith(paragraph("", `Date: ${dates.inWords(dates.typed([...date.querySelectorAll("input")]))}`));
    words.querySelectorAll(".by-hand").forEach((line) => line.remove());
    words.querySelectorAll("input").forEach((field) => field.replaceWith(`: ${field.value}`));
    return policywright.plainText(words);
  };

  const copy = async (record, told) => {
    try {
      await navigator.clipboard.writeText(textOf(record));
      told.textContent = "The record is copied.";
    } catch {
      getSelection().selectAllChildren(record);
      told.textContent = "The record is selected. Copy it with the keys Ctrl and C, or with the menu of your browser.";
    }
  };

  const button = (words, deed) => {
    const made = element("button", "", words);
    made.type = "button";
    made.addEventListener("click", deed);
    return made;
  };

  const offer = (record) => {
    const told = paragraph("told not-said");
    told.setAttribute("role", "status");
    const deeds = [button("Print this result", () => print()), button("Copy this record", () => copy(record, told))];
    record.append(element("div", "buttons not-said", ...deeds), told);
  };

  // In the place of the page that is left, so that "Back" does not lead to it.
  const exit = (event) => {
    const link = event.target.closest(".exit a");
    if (link) {
      event.preventDefault();
      location.replace(link.href);
    }
  };

  // Without the number of a question, and where its answer leads.
  const wordsOf = (block) => {
    const words = block.cloneNode(true);
    words.querySelectorAll(".number, .leads").forEach((aside) => aside.remove());
    return words.textContent.trim();
  };

  // What was answered on this page: nothing but the page itself knows it, and only until it is left.
  class Trail {
    constructor(steps) {
      this.steps = steps;
      this.turns = [];
      this.list = element("dl", "given");
      this.block = element("div", "so-far", element("h3", "", "You answered"), this.list);
      steps.addEventListener("click", (event) => this.note(event.target.closest(".answers a")));
      addEventListener("hashchange", () => this.arrive());
    }

    note(link) {
      if (link) {
        const asked = link.closest(".step").querySelector("h2");
        this.turns.push({ question: asked.id, ask: wordsOf(asked), say: wordsOf(link), to: link.hash.slice(1) });
      }
    }

    // Whoever comes back to a question takes back what was answered from there on.
    arrive() {
      const here = location.hash.slice(1);
      const again = this.turns.findIndex(({ question }) => question === here);
      this.turns = this.turns.slice(0, again < 0 ? undefined : again);
      if (this.turns.length && this.turns.at(-1).to !== here) {
        this.turns = [];
      }
      this.show(document.getElementById(here)?.closest(".step"));
    }

    show(step) {
      this.block.remove();
      this.list.replaceChildren(...this.turns.map((turn) => this.entry(turn)));
      if (step && this.turns.length) {
        step.querySelector(".answers-by-hand, .again").before(this.block);
      }
    }

    entry({ question, ask, say }) {
      const change = element("a", "change not-said", "Change", element("span", "unseen", ` your answer to “${ask}”`));
      change.href = `#${question}`;
      return element("div", "", element("dt", "", ask), element("dd", "", `${say} `, change));
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".record").forEach(offer);
    document.querySelectorAll(".steps").forEach((steps) => new Trail(steps));
    document.addEventListener("click", exit);
  });
}
