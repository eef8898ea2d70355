// The choice of organisation and role, on the pages that offer it: only then is it known which of them there are.
{
  const chosen = (select) => select?.selectedOptions[0].dataset ?? {};
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

  class Choice {
    constructor(section) {
      this.section = section;
      this.form = section.querySelector("form");
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
      this.role.value = role;
      if (this.role.selectedIndex < 0) {
        this.role.value = "";
      }
    }

    // Puts what was chosen earlier into the form; what the handbook does not have is left out.
    recall() {
      const { part = "", role = "" } = policywright.me();
      if (this.part) {
        this.part.value = part;
        this.part.selectedIndex = Math.max(this.part.selectedIndex, 0);
      }
      this.narrow();
      this.role.value = role;
      this.role.selectedIndex = Math.max(this.role.selectedIndex, 0);
    }

    get choice() {
      const words = [chosen(this.role).words, chosen(this.part).words].filter(Boolean).join(", ");
      return { part: this.part?.value, role: this.role.value, words: capital(words) };
    }

    choose() {
      const choice = this.choice;
      policywright.iAm(choice);
      if (choice.words) {
        this.tell(policywright.iAmIn().kept ? "" : "This browser keeps nothing. Your choice holds until you leave this page.");
        this.section.querySelector("h2").focus();
      } else {
        this.tell("Choose where you work, what you do, or both.");
      }
    }

    ask() {
      this.show(false);
      (this.part ?? this.role).focus();
    }

    forget() {
      policywright.iAm();
      this.tell("Your choice is cleared.");
      (this.part ?? this.role).focus();
    }

    tell(words) {
      this.section.querySelector(".told").textContent = words;
    }

    show(chosen) {
      this.form.hidden = chosen;
      this.section.querySelector(".chosen").hidden = !chosen;
    }

    refresh() {
      this.recall();
      this.section.querySelector(".who").textContent = this.choice.words;
      this.lead(".my-role a", this.role, (words) => `Everything for ${words}`);
      this.lead(".my-part a", this.part, (words) => `All documents of ${words}`);
      this.show(Boolean(this.choice.words));
    }

    // Leads to the page of what was chosen, if anything was.
    lead(link, select, words) {
      const found = this.section.querySelector(link);
      const target = chosen(select);
      found.parentElement.hidden = !target.href;
      if (target.href) {
        found.href = target.href;
        found.textContent = words(target.words);
      }
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

    // After the handbook was built anew, a role may be gone or bear another title.
    const kept = policywright.me();
    if (kept.part || kept.role) {
      policywright.iAm(choice.choice);
    }
  });
}
