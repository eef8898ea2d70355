// What the frame does beyond HTML. Everything else works without it.
"use strict";

globalThis.policywright = { base: new URL("../../", document.currentScript.src).href };
document.documentElement.classList.replace("no-js", "js");

{
  const DAY = 24 * 60 * 60 * 1000;

  // A page that has moved leads on, to the same place on it.
  const leadOn = () => {
    const moved = document.querySelector("a.moved");
    if (moved) {
      location.replace(moved.href + location.hash);
    }
  };

  // Whether a review is overdue is worked out on the day of reading, so that an old build still tells the truth.
  const showOverdue = () => {
    for (const overdue of document.querySelectorAll("[data-due]")) {
      overdue.hidden = Date.parse(overdue.dataset.due) + DAY > Date.now();
    }
  };

  // Browsers that do not know ::details-content need the navigation unfolded by hand where there is room beside the text.
  const unfoldMenu = () => {
    const wide = matchMedia("(width >= 64em)");
    const menu = document.querySelector("details.menu");
    const follow = () => {
      menu.open = wide.matches && !CSS.supports("selector(::details-content)");
    };
    wide.addEventListener("change", follow);
    follow();
  };

  // Older browsers print only what is unfolded.
  const unfold = () => {
    for (const folded of document.querySelectorAll("details:not([open])")) {
      folded.open = true;
      folded.dataset.folded = "";
    }
  };
  const foldAgain = () => {
    for (const folded of document.querySelectorAll("details[data-folded]")) {
      folded.open = false;
      delete folded.dataset.folded;
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    leadOn();
    showOverdue();
    unfoldMenu();
  });
  // What is filled in stays on the page; the Enter key sends it nowhere.
  document.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", foldAgain);
}
