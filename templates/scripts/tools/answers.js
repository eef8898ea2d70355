// What is filled into the fields of a form: the answer to each in words, and what is wrong with it.
{
  const { dates } = policywright;
  const EARLIEST = 1900;
  const LATEST = new Date().getFullYear() + 100;
  const isBox = (control) => control.matches("[type=radio], [type=checkbox]");
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  // The words of a label, without its number and what stands after it in brackets or after a comma.
  const wordsOf = (label) => {
    const words = label.cloneNode(true);
    words.querySelectorAll(".number, .optional, .of").forEach((aside) => aside.remove());
    return words.textContent.replaceAll(/\s+/g, " ").trim();
  };

  // Words that begin a label and need no "the" before what they say.
  const BEGINS_BY_ITSELF = /^(?:your|the|an?|any|anyone|anything|another|all|every|each|our|my|what|where|when|which|who|whom|whose|why|how)\b/;
  const ENDS_BEFORE_ITS_NOUN = /\b(?:by|for|from|in|of|on|to|with)$/;

  // "Enter your name", "Enter the date of birth", "Fill in “Approved by”", "Answer the question: Who signs?"
  const asks = (label, isNamed) => {
    if (label.endsWith("?")) {
      return `Answer the question: ${label}`;
    }
    if (ENDS_BEFORE_ITS_NOUN.test(label)) {
      return `Fill in “${label}”`;
    }
    const words = isNamed ? label : label.charAt(0).toLowerCase() + label.slice(1);
    return BEGINS_BY_ITSELF.test(words) ? `Enter ${words}` : `Enter the ${words}`;
  };
  const theAnswerTo = (label) => (label.endsWith("?") ? `The answer to “${label}”` : label);

  // What is wrong with what was given, by the type of field; empty where nothing is.
  const FAULTS = {
    date({ label, typed }) {
      const missing = dates.PARTS.filter((_, index) => !typed[index]);
      if (missing.length) {
        return `${theAnswerTo(label)} must include a ${missing.join(" and a ")}`;
      }
      if (!dates.isReal(typed)) {
        return `${theAnswerTo(label)} must be a real date, such as 4 3 2027`;
      }
      const isPlausible = typed[2] >= EARLIEST && typed[2] <= LATEST;
      return isPlausible ? "" : `${theAnswerTo(label)} must have a year between ${EARLIEST} and ${LATEST}`;
    },
    number: ({ label, typed }) => (/^\d+$/.test(typed[0]) ? "" : `${theAnswerTo(label)} must be a whole number, such as 12`),
    email: ({ label, typed }) =>
      (/^\S+@\S+\.\S+$/.test(typed[0]) ? "" : `${theAnswerTo(label)} must look like name@example.org`),
    phone: ({ label, typed }) =>
      (/^[\d\s()+-]{5,}$/.test(typed[0]) ? "" : `${theAnswerTo(label)} must be a telephone number, such as 01632 960 001`),
    text({ label, typed, longest }) {
      const { length } = typed[0];
      return length <= longest ? "" : `${theAnswerTo(label)} must have ${longest} characters or fewer; it has ${length}`;
    },
  };

  const MISSING = {
    "yes-no": (label) => `Choose yes or no: ${label}`,
    "pick-one": (label) => `Choose an answer: ${label}`,
    "pick-many": (label) => `Choose one answer or more: ${label}`,
    date: (label, isNamed) => (label.endsWith("?") ? `Enter a date: ${label}` : asks(label, isNamed)),
  };

  class Field {
    constructor(element) {
      this.element = element;
      this.type = element.dataset.type;
      this.label = wordsOf(element.querySelector("legend, label, .signature-label"));
      this.controls = [...element.querySelectorAll("input, textarea")];
      this.takeLongest();
    }

    // What is too long is told, where a browser would cut it off in silence.
    takeLongest() {
      const [first] = this.controls;
      if (this.type === "text") {
        this.longest = first.maxLength;
        first.removeAttribute("maxlength");
      }
    }

    // What stands in the boxes for words, in order; a line break within an answer of one line is none.
    get typed() {
      const trimmed = this.controls.filter((control) => !isBox(control)).map(({ value }) => value.trim());
      return this.type === "text" ? trimmed.map((text) => text.replaceAll(/\s*\n\s*/g, " ")) : trimmed;
    }

    get chosen() {
      return this.controls.filter((control) => isBox(control) && control.checked).map(({ value }) => value);
    }

    // Which of several turns it belongs to, such as "Child 2"; empty where there is but one.
    get turn() {
      const turn = this.element.closest(".turn");
      const isOneOfSeveral = turn?.parentElement.querySelectorAll(":scope > .turn:not(.unused)").length > 1;
      return isOneOfSeveral ? turn.querySelector("legend").firstChild.textContent.trim() : "";
    }

    get isSigned() {
      return this.type === "signature";
    }

    get isAnswered() {
      return this.chosen.length > 0 || this.typed.some(Boolean);
    }

    // The answer, as it is said of the filled form: a text for each thing that was chosen or typed.
    get said() {
      const { type, typed } = this;
      if (!this.isAnswered) {
        return [];
      }
      if (type === "date") {
        return [dates.inWords(typed)];
      }
      const unit = this.element.querySelector(".unit");
      return typed.length ? [unit ? `${typed[0]} ${unit.textContent}` : typed[0]] : this.chosen.map(capital);
    }

    // What is wrong with the answer, in words for whoever fills in the form; empty where nothing is.
    get fault() {
      if (this.isAnswered) {
        return FAULTS[this.type]?.(this) ?? "";
      }
      return "required" in this.element.dataset && !this.isSigned ? (MISSING[this.type] ?? asks)(this.label, "named" in this.element.dataset) : "";
    }

    // The control that mends the fault.
    get faulty() {
      const isWrong = ({ value }, index) => {
        const most = [31, 12, LATEST][index];
        return !(Number(value) >= 1 && Number(value) <= most);
      };
      return (this.type === "date" && this.controls.find(isWrong)) || this.controls[0];
    }
  }

  // The fields of a form, in order.
  policywright.fields = (form) => [...form.querySelectorAll("[data-type]")].map((element) => new Field(element));
}
