// Fields and sections that are asked only after a certain answer. `data-asked` says of each whether it is: "yes", "no", or
// "open" while nobody has answered what decides; on paper, what is open is printed, with its condition in words.
{
  // How the answers decide on what an element is asked after.
  class Conditions {
    constructor(form, fields) {
      this.form = form;
      this.fields = new Map(fields.map((field) => [field.element.id, field]));
      this.conditional = [...form.querySelectorAll("[data-if]")];
    }

    // The field that decides; within a repeated group, that of the same turn.
    decider(element) {
      const { if: name } = element.dataset;
      const copy = /_\d+$/.exec(element.id)?.[0] ?? "";
      return (element.closest(".turn") && this.fields.get(name + copy)) || this.fields.get(name);
    }

    // By its own condition, and that of what decides it.
    own(element) {
      const decider = this.decider(element);
      const before = this.asked(decider.element);
      if (before !== "yes") {
        return before;
      }
      if (!decider.isAnswered) {
        return "open";
      }
      const wanted = element.dataset.is.toLowerCase();
      return [...decider.chosen, ...decider.typed].some((given) => given.toLowerCase() === wanted) ? "yes" : "no";
    }

    // By all conditions of what it stands in too.
    asked(element) {
      const own = element.matches("[data-if]") ? this.own(element) : "yes";
      const around = element.parentElement.closest("[data-if]");
      return own === "yes" && around ? this.asked(around) : own;
    }

    isAsked(element) {
      return this.asked(element) === "yes";
    }

    show() {
      for (const element of this.conditional) {
        element.dataset.asked = this.asked(element);
      }
      for (const link of document.querySelectorAll(".contents a")) {
        const section = document.querySelector(link.hash)?.parentElement;
        link.parentElement.hidden = Boolean(section?.matches("[data-if]")) && !this.isAsked(section);
      }
    }
  }

  policywright.conditions = (form, fields) => new Conditions(form, fields);
}
