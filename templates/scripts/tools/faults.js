// What stands against a filled form: told before each field and in a summary that leads there, as GOV.UK's Design System has it.
{
  const named = (control, field, index) => {
    control.id ||= `${field.element.id}_${index + 1}`;
  };

  // Adds to, or takes from, what describes an element.
  const describe = (element, id, isOn) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
    element.setAttribute("aria-describedby", [...ids, ...(isOn ? [id] : [])].join(" "));
    if (!element.getAttribute("aria-describedby")) {
      element.removeAttribute("aria-describedby");
    }
  };

  class Faults {
    constructor(summary) {
      this.summary = summary;
      this.title = document.title;
      this.shown = [];
    }

    // Tells what is wrong with which fields, or that nothing is, and returns whether something is.
    tell(faulty) {
      this.clear();
      this.shown = faulty;
      faulty.forEach((field) => this.mark(field));
      this.summary.querySelector("ul").replaceChildren(...faulty.map((field) => this.item(field)));
      this.summary.hidden = !faulty.length;
      document.title = faulty.length ? `Error: ${this.title}` : this.title;
      if (faulty.length) {
        this.summary.focus();
      }
      return faulty.length > 0;
    }

    clear() {
      for (const { element, controls } of this.shown) {
        const message = element.querySelector(".error-message");
        element.classList.remove("faulty");
        [element, ...controls].forEach((one) => describe(one, message.id, false));
        controls.forEach((control) => control.removeAttribute("aria-invalid"));
        message.remove();
      }
      this.shown = [];
    }

    mark(field) {
      const { element, controls, faulty } = field;
      const prefix = policywright.element("span", "unseen", "Error: ");
      const message = policywright.element("p", "error-message", prefix, field.fault);
      message.id = `${element.id}_fault`;
      element.classList.add("faulty");
      controls.forEach((control, index) => named(control, field, index));
      (controls[0].closest("label, .with-unit") ?? controls[0]).before(message);
      describe(element.matches("fieldset") ? element : faulty, message.id, true);
      // Radios and boxes cannot be invalid one by one.
      if (!faulty.matches("[type=radio], [type=checkbox]")) {
        faulty.setAttribute("aria-invalid", "true");
      }
    }

    item(field) {
      const link = policywright.element("a", "", field.turn && `${field.turn}: `, field.fault);
      link.href = `#${field.faulty.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        policywright.goToField(field);
      });
      return policywright.element("li", "", link);
    }
  }

  // Leads to where a field is filled in, with its question in sight.
  policywright.goToField = ({ element, faulty }) => {
    element.scrollIntoView();
    faulty.focus({ preventScroll: true });
  };

  policywright.faults = () => new Faults(document.querySelector(".faults"));
}
