// Which organisations a comparison shows: all of them, or those that are picked. The fragment of the address remembers them,
// so that a link can be passed on; print shows all.
{
  const FRAGMENT = "#compare=";

  const shownIn = (element) => element.querySelectorAll("[data-parts]:not(.set-aside)").length;

  class Comparison {
    constructor(form) {
      this.form = form;
      this.boxes = [...form.querySelectorAll("input")];
      this.parts = [...document.querySelectorAll(".content [data-parts]")].filter((item) => !form.contains(item));
      this.differences = [...document.querySelectorAll(".difference")];
      this.agreements = [...document.querySelectorAll(".agreements > li")];
      form.addEventListener("change", () => this.remember());
      window.addEventListener("hashchange", () => this.recall());
    }

    // A fragment that leads to a place on the page changes nothing.
    recall() {
      const picked = location.hash.startsWith(FRAGMENT) && location.hash.slice(FRAGMENT.length).split(",");
      if (picked) {
        this.boxes.forEach((box) => (box.checked = picked.includes(box.value)));
      }
      this.show();
    }

    // The organisations that are picked; to pick none is to pick all.
    get picked() {
      const all = this.boxes.map((box) => box.value);
      const picked = this.boxes.filter((box) => box.checked).map((box) => box.value);
      return picked.length ? picked : all;
    }

    remember() {
      const all = this.picked.length === this.boxes.length;
      history.replaceState(null, "", all ? location.pathname : FRAGMENT + this.picked.join(","));
      this.show();
    }

    show() {
      const { picked } = this;
      const others = this.boxes.length - picked.length;
      for (const item of this.parts) {
        const shown = item.dataset.parts.split(" ").some((part) => picked.includes(part));
        item.classList.toggle("set-aside", !shown);
      }
      const differing = this.differences.filter((difference) => this.differs(difference));
      this.differences.forEach((difference) => difference.classList.toggle("set-aside", !differing.includes(difference)));
      this.agreements.forEach((agreement) => agreement.classList.toggle("set-aside", shownIn(agreement) < 2));
      // The sentences speak of every organisation.
      document.querySelectorAll(".sentence").forEach((sentence) => sentence.classList.toggle("set-aside", others > 0));
      const alike = document.querySelector(".no-difference");
      if (alike) {
        alike.hidden = differing.length > 0;
      }
      this.tell(others);
    }

    // Those that are shown differ while they do not all stand with the same words.
    differs(difference) {
      return [...difference.querySelectorAll(".alike > li")].filter(shownIn).length > 1;
    }

    tell(others) {
      const words = others ? `${others} of ${this.boxes.length} organisations are set aside. The address of this page remembers that.` : "";
      this.form.querySelector("[role=status]").textContent = words;
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".pick-sides");
    if (form) {
      form.hidden = form.querySelectorAll("input").length < 2;
      new Comparison(form).recall();
    }
  });
}
