// What applies to the reader stands first and is marked as theirs; on request it stands alone. Nothing is hidden in print,
// and what is set aside is counted.
//
// `data-parts` and `data-roles` name whom something is for: nobody named in `data-roles` is everybody. `data-lead` stands
// on lists whose entries are led with; `data-lead="fold"` folds the others. `.only-mine` is the control beside a list.
{
  const MARKED = "[data-parts], [data-roles]";
  const written = new Map();

  const names = (text) => (text ? text.split(" ") : []);

  function applies(item, { part, role }) {
    const roles = names(item.dataset.roles);
    const parts = names(item.closest("[data-parts]")?.dataset.parts);
    return (!part || parts.includes(part)) && (!role || !roles.length || roles.includes(role));
  }

  function lead(list, me) {
    const entries = written.get(list);
    const chosen = Boolean(me.part || me.role);
    const [own, others] = [[], []];
    for (const entry of entries) {
      const yours = chosen && entry.matches(MARKED) && applies(entry, me);
      entry.classList.toggle("yours", yours);
      (yours ? own : others).push(entry);
    }
    const fold = list.dataset.lead === "fold" && me.part && own.length && others.length;
    list.replaceChildren(...own, ...(fold ? [folded(others)] : others));
  }

  function folded(others) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    details.className = "others";
    summary.textContent = `Others: ${others.length} ${others.length === 1 ? "organisation" : "organisations"}`;
    details.append(summary, ...others);
    return details;
  }

  // A link may lead to what is folded.
  function unfold() {
    const target = document.querySelector(":target");
    const details = target?.closest("details.others");
    if (details && !details.open) {
      details.open = true;
      target.scrollIntoView();
    }
  }

  class OnlyMine {
    constructor(control) {
      this.control = control;
      this.box = control.querySelector("input");
      const marked = [...control.parentElement.querySelectorAll(MARKED)];
      this.items = marked.filter((item) => !item.querySelector(MARKED));
      this.groups = marked.filter((item) => item.querySelector(MARKED));
      this.box.addEventListener("change", () => this.show());
    }

    refresh(me) {
      this.own = new Set(this.items.filter((item) => applies(item, me)));
      this.control.hidden = !(me.part || me.role) || !this.own.size || this.own.size === this.items.length;
      this.box.checked &&= !this.control.hidden;
      this.control.querySelector(".count").textContent = `(${this.own.size} of ${this.items.length})`;
      this.show();
    }

    show() {
      const alone = this.box.checked;
      for (const item of this.items) {
        item.classList.toggle("set-aside", alone && !this.own.has(item));
      }
      for (const group of this.groups) {
        group.classList.toggle("set-aside", alone && !this.items.some((item) => group.contains(item) && this.own.has(item)));
      }
      const hidden = this.items.length - this.own.size;
      this.control.querySelector("[role=status]").textContent = alone ? `${hidden} set aside.` : "";
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const lists = [...document.querySelectorAll("[data-lead]")];
    lists.forEach((list) => written.set(list, [...list.children]));
    const controls = [...document.querySelectorAll(".only-mine")].map((control) => new OnlyMine(control));
    const refresh = () => {
      const me = policywright.me();
      lists.forEach((list) => lead(list, me));
      controls.forEach((control) => control.refresh(me));
    };
    if (Object.keys(policywright.me()).length) {
      refresh();
      unfold();
    }
    document.addEventListener("policywright:me", refresh);
    window.addEventListener("hashchange", unfold);
  });
}
