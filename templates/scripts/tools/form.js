// A form, filled in on screen: what is asked, what is wrong with it, and what it says in the end.
{
  class Filling {
    constructor(form) {
      this.form = form;
      this.fields = policywright.fields(form);
      this.conditions = policywright.conditions(form, this.fields);
      this.faults = policywright.faults();
      this.result = policywright.composed();
      policywright.offerWord(this.result, () => policywright.formForWord(form, this.asked, (part) => this.conditions.isAsked(part)));
      policywright.turns(form);
      form.querySelector(".form-acts").hidden = false;
      form.querySelector(".check").addEventListener("click", () => this.check());
      for (const button of document.querySelectorAll(".with-blanks")) {
        button.addEventListener("click", () => print());
      }
      form.addEventListener("input", () => this.follow());
      form.addEventListener("change", () => this.follow());
      form.addEventListener("policywright:erase", () => this.faults.tell([]));
      policywright.keeping(form);
      this.follow();
    }

    // What was composed says what the form says, or is not there.
    follow() {
      this.conditions.show();
      policywright.mirror(this.fields);
      if (this.result.isShown) {
        this.result.hide();
      }
    }

    get asked() {
      const isAsked = ({ element }) => this.conditions.isAsked(element) && !element.closest(".unused");
      return this.fields.filter(isAsked);
    }

    check() {
      const { asked } = this;
      if (!this.faults.tell(asked.filter(({ fault }) => fault))) {
        this.result.show(...policywright.filledForm(this.form, asked, (section) => this.conditions.isAsked(section)));
        this.result.panel.querySelector("h2").focus();
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => new Filling(document.querySelector("form.form")));
}
