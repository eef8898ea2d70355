// A checklist, worked through on screen: how far it is, and the record of it.
{
  const RESTING = 800;

  class Checklist {
    constructor(form) {
      this.ticks = policywright.ticks(form);
      this.signers = policywright.signers(form);
      this.result = policywright.composed();
      this.bar = form.querySelector("progress");
      this.counted = form.querySelector(".progress .counted");
      this.bar.max = this.ticks.items.length;
      form.querySelectorAll(".progress, .finish").forEach((block) => (block.hidden = false));
      form.querySelector(".make-record").addEventListener("click", () => this.record());
      form.querySelector(".print-list").addEventListener("click", () => this.print());
      form.addEventListener("input", () => this.result.hide());
      form.addEventListener("change", ({ target }) => this.follow(target));
      policywright.keeping(form);
      this.follow(form);
      this.tell();
    }

    follow(changed) {
      this.result.hide();
      this.ticks.settle(changed);
      this.signers.show();
      this.bar.value = this.ticks.settled;
      // Whoever ticks one box after another hears of it once, at the end.
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.tell(), RESTING);
    }

    tell() {
      this.counted.textContent = this.ticks.told;
    }

    record() {
      this.tell();
      this.result.show(...policywright.record(this.ticks, this.signers));
      this.result.panel.scrollIntoView();
      this.result.panel.querySelector("h2").focus({ preventScroll: true });
    }

    print() {
      this.result.hide();
      this.tell();
      print();
    }
  }

  document.addEventListener("DOMContentLoaded", () => new Checklist(document.querySelector("form.checklist")));
}
