// What the frame does beyond HTML: the menu on narrow screens, the search from the keyboard, and printing what is folded.
// Everything else works without it.
"use strict";

document.documentElement.classList.replace("no-js", "js");

// Material's bundle expects these; it would set them in an inline script, which our pages forbid.
globalThis.__md_scope = new URL(document.currentScript.dataset.base || ".", location);
globalThis.__md_get = () => null;
globalThis.__md_set = () => {};

document.addEventListener("DOMContentLoaded", () => {
  const menu = document.querySelector("button.menu");
  menu.addEventListener("click", () => {
    const open = menu.getAttribute("aria-expanded") !== "true";
    menu.setAttribute("aria-expanded", String(open));
  });

  // A page that has moved leads on, to the same place on it.
  const moved = document.querySelector("a.moved");
  if (moved) {
    location.replace(moved.href + location.hash);
  }

  // Whether a review is overdue is worked out on the day of reading, so that an old build still tells the truth.
  const day = 24 * 60 * 60 * 1000;
  for (const overdue of document.querySelectorAll("[data-due]")) {
    overdue.hidden = Date.parse(overdue.dataset.due) + day > Date.now();
  }

  const search = document.querySelector(".search");
  if (search) {
    searchFromKeyboard(search);
  }
});

// Material's shortcuts of a single letter leave the page or take the focus; so it is told of keys in the search only.
document.addEventListener("keydown", (event) => {
  const search = document.querySelector(".search");
  const leaving = event.key === "Tab" || !search || !search.contains(event.target);
  if (leaving) {
    event.stopPropagation();
  }
});

function searchFromKeyboard(search) {
  const input = search.querySelector("input");
  const mode = document.getElementById("__search");
  const leave = () => {
    mode.checked = false;
    mode.dispatchEvent(new Event("change"));
  };

  // Material listens to keys that are let go, and would miss words that are pasted or dictated.
  input.addEventListener("input", () => input.dispatchEvent(new Event("keyup")));
  // Material reaches what was found by the arrow keys only.
  const found = search.querySelector(".found ol");
  new MutationObserver(() => {
    for (const link of found.querySelectorAll("a[tabindex]")) {
      link.removeAttribute("tabindex");
    }
  }).observe(found, { childList: true, subtree: true });
  search.addEventListener("focusout", (event) => {
    if (!search.contains(event.relatedTarget)) {
      leave();
    }
  });
  search.addEventListener("click", (event) => {
    if (event.target.closest("a")) {
      document.activeElement.blur();
    }
  });
}

// What is filled in stays on the page; the Enter key sends it nowhere.
document.addEventListener("submit", (event) => event.preventDefault());

// Older browsers print only what is unfolded.
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.folded = "";
  }
});
window.addEventListener("afterprint", () => {
  for (const folded of document.querySelectorAll("details[data-folded]")) {
    folded.open = false;
    delete folded.dataset.folded;
  }
});
