// The choice of organisation and role, on the pages that offer it: only then is it known which of them there are.
{
  const words = ({ value, text, dataset }) => value && (dataset.words ?? text);
  const chosen = (select) => select?.selectedOptions[0] ?? { value: "" };
  // Selects an option, or the first where there is none of that value.
  function select(list, value) {
    if (list) {
      list.value = value;
      list.selectedIndex = Math.max(list.selectedIndex, 0);
    }
  }

  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  class Choice {
    constructor(section) {
      this.section = section;
      this.form = section.querySelector("form");
      this.choosing = section.querySelector(".choosing");
      [this.part, this.role] = ["part", "role"].map((name) => this.form.elements[name]);
      this.groups = [...this.role.querySelectorAll("optgroup")];
      this.part?.addEventListener("change", () => this.narrow());
      this.form.addEventListener("submit", () => this.choose());
      section.querySelector(".change").addEventListener("click", () => this.ask());
      section.querySelector(".forget").addEventListener("click", () => this.forget());
    }

    // Offers the roles of the chosen organisation alone.
    narrow() {
      const role = this.role.value;
      const part = this.part?.value;
      const offered = this.groups.filter((group) => !part || group.dataset.part === part);
      this.role.replaceChildren(this.role.options[0], ...offered);
      select(this.role, role);
    }

    // Puts what was chosen earlier into the form; what the handbook does not have is left out.
    recall() {
      const { part = "", role = "" } = policywright.me();
      select(this.part, part);
      this.narrow();
      select(this.role, role);
    }

    get choice() {
      const both = [this.role, this.part].map(chosen);
      return { part: both[1].value, role: both[0].value, words: capital(both.map(words).filter(Boolean).join(", ")) };
    }

    choose() {
      const { choice } = this;
      const kept = policywright.iAm(choice);
      if (!choice.words) {
        this.tell("Choose where you work, what you do, or both.");
        return;
      }
      this.tell(kept ? "" : "This browser refuses to keep your choice. It holds until you leave this page.");
      this.section.querySelector("h2").focus();
    }

    ask() {
      this.show(false);
      this.choosing.open = true;
      (this.part ?? this.role).focus();
    }

    forget() {
      policywright.iAm();
      this.tell("Your choice is cleared.");
      this.ask();
    }

    tell(words) {
      this.section.querySelector(".told").textContent = words;
    }

    show(chosen) {
      this.choosing.hidden = chosen;
      this.section.querySelector(".chosen").hidden = !chosen;
    }

    // After the handbook was built anew, a role or part may be gone or bear another title.
    settle() {
      const { part = "", role = "" } = policywright.me();
      const { choice } = this;
      if (part !== choice.part || role !== choice.role || policywright.meInWords() !== choice.words) {
        policywright.iAm(choice);
      }
    }

    refresh() {
      this.recall();
      this.section.querySelector(".who").textContent = this.choice.words;
      this.section.querySelectorAll("[data-of]").forEach((link) => this.lead(link));
      this.show(Boolean(this.choice.words));
    }

    // A link that is about the organisation or the role leads to the page of the chosen one, if there is any.
    lead(link) {
      const option = chosen(this[link.dataset.of]);
      link.parentElement.hidden = !option.value;
      link.href = link.dataset.href.replace("*", () => option.value);
      link.textContent = link.dataset.words.replace("*", () => words(option));
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const section = document.querySelector(".mine");
    if (!section) {
      return;
    }
    const choice = new Choice(section);
    choice.refresh();
    document.addEventListener("policywright:me", () => choice.refresh());

    choice.settle();
  });
}
