// A letter, put together from its own words on the page: what was filled in stands at its blanks, what was not chosen is left
// out. It is shown beside the fields as it is written.
{
  const CHOOSE = "#choose:";
  const LINE = "________";
  const { dates, element } = policywright;

  // Of a year as letters give it, in four figures.
  const isDate = (parts) => dates.isReal(parts) && parts[2].length === 4;

  // What the fields say.
  class Answers {
    constructor(form) {
      this.form = form;
    }

    // The words for a blank; empty where nothing was filled in.
    of(name) {
      const boxes = dates.PARTS.map((part) => this.form.elements[`${name}_${part}`]).filter(Boolean);
      return boxes.length ? dates.inWords(dates.typed(boxes)) : (this.form.elements[name]?.value ?? "").trim();
    }

    // Whether an optional paragraph is kept, by its place among them.
    keeps(index) {
      return this.form.querySelectorAll("[name=_paragraph]")[index].checked;
    }
  }

  // Lines stay lines, whether the words are shown, copied or saved.
  const linesOf = (words) => words.split("\n").flatMap((line, index) => (index ? ["\n", document.createElement("br"), line] : [line]));

  const emptyLines = ({ asked, lines }) => {
    const ruled = Array.from({ length: lines > 1 ? Number(lines) : 0 }, () => element("span", "rule"));
    return [element("span", "line", LINE), element("span", "asked not-said", asked), ...ruled];
  };

  // A blank of the letter as it is to be read; `current` is the one that is being filled in.
  const filled = (blank, answers, current) => {
    const { blank: name, empty } = blank.dataset;
    const words = answers.of(name) || empty;
    const made = element("span", words ? "blank" : "blank open", ...(words ? linesOf(words) : emptyLines(blank.dataset)));
    made.classList.toggle("now", name === current);
    made.dataset.blank = name;
    return made;
  };

  // An address that nobody has filled in is no gap: many letters are handed over, or go by e-mail.
  const isEmptyAddress = (paragraph, answers) =>
    paragraph.matches(".recipient") && [...paragraph.querySelectorAll(".blank")].every(({ dataset }) => !answers.of(dataset.blank));

  const stands = (paragraph, optionals, answers) => {
    const { if: decides, is } = paragraph.dataset;
    return !isEmptyAddress(paragraph, answers) && (!decides || answers.of(decides) === is) && (!optionals.includes(paragraph) || answers.keeps(optionals.indexOf(paragraph)));
  };

  // What stands in a letter: its head, its subject, and paragraphs, each as its `p`s, still with their blanks.
  const standing = (letter, answers) => {
    const optionals = [...letter.querySelectorAll("[data-optional]")];
    const kept = [...letter.children].filter((one) => !one.matches(".paragraph") || stands(one, optionals, answers));
    return kept.flatMap((one) => (one.matches(".paragraph") ? [...one.querySelectorAll(":scope > p:not(.condition)")] : [one]));
  };

  class Writing {
    constructor(place) {
      this.place = place;
      this.letter = place.querySelector(".letter");
      this.form = place.querySelector("form.blanks");
      this.answers = new Answers(this.form);
      this.fields = [...this.form.querySelectorAll("[data-asks]")];
      // What no blank need show and still must be chosen, since paragraphs hang on it.
      this.decides = new Set([...this.letter.querySelectorAll("[data-if]")].map(({ dataset }) => dataset.if));
      // What is asked for though the letter does well without it.
      this.spare = [...this.letter.querySelectorAll(".recipient [data-blank]")].map(({ dataset }) => dataset.blank);
      this.composed = policywright.composed();
      this.paper = this.composed.words;
      this.letter.remove();
      // On a wide screen the paper scrolls by itself.
      Object.assign(this.paper, { tabIndex: 0, role: "region", ariaLabel: "The letter as it stands" });
    }

    begin() {
      policywright.offerWord(this.composed, () => this.forWord());
      this.suggest();
      policywright.keeping(this.form);
      this.settle();
      this.choose();
      this.form.addEventListener("input", () => this.show());
      this.form.addEventListener("change", () => this.settle());
      this.form.addEventListener("policywright:erase", () => this.suggest());
      this.form.addEventListener("focusin", () => this.mark());
      this.form.addEventListener("focusout", () => this.mark(""));
      addEventListener("hashchange", () => this.choose());
      this.paper.addEventListener("click", ({ target }) => this.go(target.closest(".blank")));
    }

    // Dates that are most likely what is wanted: so many days from today.
    suggest() {
      for (const field of this.form.querySelectorAll("[data-days-ahead]")) {
        const date = new Date();
        date.setDate(date.getDate() + Number(field.dataset.daysAhead));
        const parts = { day: date.getDate(), month: date.getMonth() + 1, year: date.getFullYear() };
        field.value = parts[field.name.split("_").pop()];
      }
    }

    // What a decision has chosen is in the fragment of the address. It is taken out of there, so that it stays in no history.
    choose() {
      if (!location.hash.startsWith(CHOOSE)) {
        return;
      }
      for (const [name, words] of new URLSearchParams(location.hash.slice(CHOOSE.length))) {
        for (const choice of this.form.querySelectorAll("[data-asks] [type=radio]")) {
          choice.checked = choice.name === name ? choice.value === words : choice.checked;
        }
      }
      history.replaceState(null, "", location.href.split("#")[0]);
      this.settle();
    }

    // Puts the letter together anew.
    show() {
      this.asked = new Set([...this.decides, ...this.spare]);
      const words = standing(this.letter, this.answers).map((source) => {
        const paragraph = source.cloneNode(true);
        for (const blank of paragraph.querySelectorAll("[data-blank]")) {
          this.asked.add(blank.dataset.blank);
          blank.replaceWith(filled(blank, this.answers, this.current));
        }
        return paragraph;
      });
      this.composed.show(...words);
      this.ask();
    }

    // What goes into its Word document: the words for each blank, whether each paragraph stands, and nothing about filling in.
    forWord() {
      const optionals = [...this.letter.querySelectorAll("[data-optional]")];
      const paragraphs = [...this.letter.querySelectorAll(".paragraph")].map((paragraph, index) => [
        `_paragraph-${index + 1}`, stands(paragraph, optionals, this.answers) ? "yes" : "no",
      ]);
      const blanks = [...this.letter.querySelectorAll("[data-blank]")].map(({ dataset }) => [
        dataset.blank, this.answers.of(dataset.blank) || dataset.empty,
      ]);
      return Object.fromEntries([["_guide", "no"], ...paragraphs, ...blanks]);
    }

    // Asks for what stands in the letter as it is, and for what decides on it.
    ask() {
      for (const field of this.fields) {
        field.hidden = !this.asked.has(field.dataset.asks);
      }
    }

    // Tells how much is left, once a field is left or something is chosen.
    settle() {
      this.show();
      this.checkDates();
      this.tell();
    }

    tell() {
      const shown = [...this.paper.querySelectorAll(".blank.open")].map(({ dataset }) => dataset.blank);
      const open = new Set([...shown, ...[...this.decides].filter((name) => !this.answers.of(name))]).size;
      const all = [...this.asked].filter((name) => !this.spare.includes(name) || this.answers.of(name)).length;
      this.composed.note = open ? `${open} of ${all} blanks ${open === 1 ? "is" : "are"} still empty.` : "";
      const left = this.composed.note || "Every blank is filled in.";
      this.place.querySelector(".left").textContent = all ? left : "";
    }

    checkDates() {
      for (const field of this.fields.filter((one) => one.querySelector(".date-part"))) {
        const parts = dates.typed([...field.querySelectorAll(".date-part input")]);
        const wrong = parts.every(Boolean) && !isDate(parts);
        const error = field.querySelector(".error");
        error.hidden = !wrong;
        error.textContent = wrong ? `There is no such day. ${field.querySelector("legend").textContent} must be a real date.` : "";
        field.querySelectorAll("input").forEach((input) => input.setAttribute("aria-invalid", wrong));
      }
    }

    // Marks the blank of the field that has the focus, and brings it in sight where the paper scrolls by itself.
    mark(asks = document.activeElement.closest("[data-asks]")?.dataset.asks) {
      this.current = asks;
      for (const blank of this.paper.querySelectorAll(".blank")) {
        blank.classList.toggle("now", blank.dataset.blank === asks);
      }
      const first = this.paper.querySelector(".blank.now");
      if (first) {
        const [box, frame] = [first.getBoundingClientRect(), this.paper.getBoundingClientRect()];
        const isSeen = box.top >= frame.top && box.bottom <= frame.bottom;
        this.paper.scrollTop += isSeen ? 0 : box.top - frame.top - frame.height / 3;
      }
    }

    // A blank of the letter leads to its field.
    go(blank) {
      const field = this.fields.find(({ dataset }) => dataset.asks === blank?.dataset.blank);
      field?.querySelector("input:checked, input, textarea")?.focus();
    }
  }

  document.addEventListener("DOMContentLoaded", () => new Writing(document.querySelector(".writing")).begin());
}
