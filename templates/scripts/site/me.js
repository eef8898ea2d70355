// The reader's own organisation and role: chosen once, kept in this browser alone, known to every page.
// `policywright.me()` returns {part, role}, either of which may be missing; the event "policywright:me" tells of a change.
{
  const KEY = "policywright.me";
  const NAMES = ["part", "role", "words"];

  let mine = read();

  function read() {
    try {
      return sound(JSON.parse(localStorage.getItem(KEY)));
    } catch {
      return {};
    }
  }

  function sound(found) {
    const texts = NAMES.filter((name) => typeof found?.[name] === "string" && found[name]);
    return Object.fromEntries(texts.map((name) => [name, found[name]]));
  }

  // A browser may refuse, as in a private window; then the choice holds for this page.
  function keep() {
    try {
      if (mine.part || mine.role) {
        localStorage.setItem(KEY, JSON.stringify(mine));
      } else {
        localStorage.removeItem(KEY);
      }
      return true;
    } catch {
      return false;
    }
  }

  function tell() {
    document.dispatchEvent(new Event("policywright:me"));
  }

  globalThis.policywright ??= {};
  policywright.me = () => ({ ...(mine.part && { part: mine.part }), ...(mine.role && { role: mine.role }) });

  policywright.meInWords = () => mine.words ?? "";

  // Chooses, or forgets where nothing is given; `words` say it to the reader: "School staff, Schools". Returns whether the
  // browser keeps it.
  policywright.iAm = (choice = {}) => {
    mine = sound(choice);
    const kept = keep();
    tell();
    return kept;
  };

  // The link in the frame says who was chosen; before that, and without scripts, it just leads to the choice.
  function showInFrame() {
    for (const link of document.querySelectorAll("a.me")) {
      link.dataset.plain ??= link.textContent;
      link.classList.toggle("said", Boolean(mine.words));
      link.textContent = mine.words ? `You: ${mine.words} · change` : link.dataset.plain;
    }
  }

  document.addEventListener("DOMContentLoaded", showInFrame);
  document.addEventListener("policywright:me", showInFrame);

  // What is chosen in one window holds in the others.
  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) {
      mine = read();
      tell();
    }
  });
}
