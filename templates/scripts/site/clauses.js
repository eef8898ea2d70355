// The number of a clause opens a slip: to copy the clause's address or how to cite it, where it comes from and who refers to it.
// So a clause takes one stop of the keyboard; its points are reached from its slip. Without a script the number is a link.
{
  const { element } = policywright;
  let open = null;

  const capitalised = (words) => words[0].toUpperCase() + words.slice(1);

  const placeOf = (number) => number.closest("[data-cite]");

  const addressOf = (number) => new URL(number.hash, location).href;

  // "Social media policy, 2026.1, clause 6.2, https://…"
  const citationOf = (number) => {
    const { document: title, version } = number.closest("[data-document]").dataset;
    return [title, version, placeOf(number).dataset.cite, addressOf(number)].filter(Boolean).join(", ");
  };

  // Where the browser lets no script copy, the words are shown, chosen and ready to be copied by hand.
  const copy = async (what, words, told) => {
    try {
      await navigator.clipboard.writeText(words);
      told.replaceChildren(`${capitalised(what)} copied.`);
    } catch {
      const field = element("textarea");
      field.readOnly = true;
      field.value = words;
      told.replaceChildren(element("label", "", "Copy this: ", field));
      field.select();
    }
  };

  const copying = (what, ofWhat, words, told) => {
    const button = element("button", "", `Copy ${what}`, element("span", "unseen", ` ${ofWhat}`));
    button.type = "button";
    button.addEventListener("click", () => copy(what, words, told));
    return button;
  };

  const headOf = (number) => {
    const { cite } = placeOf(number).dataset;
    const told = element("div", "slip-told");
    told.setAttribute("role", "status");
    const link = copying("link", `to ${cite}`, addressOf(number), told);
    const citation = copying("citation", `of ${cite}`, citationOf(number), told);
    const head = element("p", "slip-head", element("strong", "", capitalised(cite)));
    return [head, element("p", "slip-tools", link, citation), told];
  };

  // What is folded below the clause where there is no script.
  const aboutOf = (number) => {
    const about = placeOf(number).querySelector(":scope > details.about");
    const copied = about ? [...about.cloneNode(true).children].slice(1) : [];
    return about ? [element("div", "slip-about", ...copied)] : [];
  };

  const pointsOf = (number) => {
    const points = placeOf(number).querySelectorAll(":scope > .points > li > .point > p > a.number");
    const list = element("p", "slip-of-points", element("span", "label", "Points"));
    for (const point of points) {
      const button = element("button", "", point.textContent);
      button.type = "button";
      button.addEventListener("click", () => show(point, number));
      list.append(" ", button);
    }
    return points.length ? [list] : [];
  };

  const slipOf = (number) => {
    const isClause = placeOf(number).matches(".clause, .point");
    const more = isClause ? [...pointsOf(number), ...aboutOf(number)] : [];
    const slip = element("div", "slip of-clause", ...headOf(number), ...more);
    slip.popover = "auto";
    slip.setAttribute("role", "dialog");
    slip.setAttribute("aria-label", placeOf(number).dataset.cite);
    return slip;
  };

  const show = (number, back = number) => {
    open?.hidePopover();
    const slip = slipOf(number);
    slip.addEventListener("toggle", (event) => event.newState === "closed" && close(slip, back));
    slip.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget !== back && !slip.contains(relatedTarget)) {
        slip.hidePopover();
      }
    });
    policywright.showSlip(slip, number);
    back.setAttribute("aria-expanded", "true");
    open = slip;
    slip.querySelector("button").focus({ preventScroll: true });
  };

  const close = (slip, back) => {
    const held = slip.contains(document.activeElement) || document.activeElement === document.body;
    slip.remove();
    back.setAttribute("aria-expanded", "false");
    open = open === slip ? null : open;
    if (held) {
      back.focus({ preventScroll: true });
    }
  };

  const toggle = (event) => {
    const number = event.target.closest("a.number[aria-haspopup]");
    if (number && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (number.getAttribute("aria-expanded") === "true") {
        open.hidePopover();
      } else {
        show(number);
      }
    }
  };

  const prepare = () => {
    for (const number of document.querySelectorAll("[data-document] [data-cite] a.number")) {
      number.setAttribute("role", "button");
      number.setAttribute("aria-haspopup", "dialog");
      number.setAttribute("aria-expanded", "false");
      if (number.closest(".point")) {
        number.tabIndex = -1;
      }
    }
    document.addEventListener("click", toggle);
    document.addEventListener("keydown", (event) => {
      if (event.key === " " && event.target.matches("a.number[aria-haspopup]")) {
        event.preventDefault();
        event.target.click();
      }
    });
  };

  if ("popover" in HTMLElement.prototype) {
    document.documentElement.classList.add("with-slips");
    document.addEventListener("DOMContentLoaded", prepare);
  }
}
