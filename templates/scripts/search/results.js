// The page of results. What was asked stands in the fragment of its address, which no server sees:
// search.html#q=…&part=…&role=…&kind=…&show=…; so each question is an entry of the browser's history.
{
  const STEP = 10;
  const ROOM = 260;
  const PAUSE = 250;
  const { element } = policywright;

  class Results {
    #timer = 0;
    #turn = 0;

    constructor(section, finder) {
      this.finder = finder;
      this.form = section.querySelector("form");
      this.index = document.querySelector(".index");
      for (const name of ["count", "nothing", "hits", "more", "wider"]) {
        this[name] = section.querySelector(`.${name}`);
      }
      this.form.addEventListener("input", () => this.#soon());
      this.form.addEventListener("submit", () => this.#ask());
      this.more.addEventListener("click", () => this.#showMore());
      this.wider.addEventListener("click", () => this.#widen());
      window.addEventListener("hashchange", () => this.show());
      document.addEventListener("policywright:me", () => this.show());
      this.show();
    }

    // Shows what the address asks for.
    async show() {
      const turn = (this.#turn += 1);
      const asked = this.#asked();
      for (const name of ["q", "part", "role", "kind"]) {
        this.#set(name, asked.get(name) ?? "");
      }
      const words = this.form.elements.q.value.trim();
      try {
        const found = words ? await this.finder.find(words, this.#filters()) : [];
        const hits = await this.finder.told(found.slice(0, Math.max(STEP, Number(asked.get("show")) || 0)));
        // What was asked before is not shown in place of what is asked.
        if (turn === this.#turn) {
          this.#tell(words, found, hits);
        }
      } catch {
        policywright.tellThatSearchFailed(this.count);
      }
    }

    #asked() {
      const asked = new URLSearchParams(location.hash.slice(1));
      if (!asked.has("part")) {
        asked.set("part", policywright.me().part ?? "");
      }
      return asked;
    }

    #set(name, value) {
      const control = this.form.elements[name];
      if (control && document.activeElement !== control) {
        control.value = value;
        if (control.selectedIndex === -1) {
          control.value = "";
        }
      }
    }

    #filters() {
      const [part, role, kind] = ["part", "role", "kind"].map((name) => this.form.elements[name]?.value ?? "");
      return { part, role, kind, me: policywright.me() };
    }

    #tell(words, found, hits) {
      const { part, role, kind } = this.#filters();
      const filtered = Boolean(part || role || kind);
      this.hits.replaceChildren(...hits.map((hit) => element("li", "hit", policywright.shownHit(hit, ROOM))));
      this.count.textContent = words ? this.#counted(words, found.length, hits.length) : "";
      this.index.hidden = found.length > 0;
      this.nothing.hidden = !words || found.length > 0;
      this.more.hidden = found.length <= hits.length;
      this.wider.hidden = !words || !filtered || found.length > STEP;
      document.title = document.title.replace(/^(.*? - )?(?=Search and index)/, words ? `${words} - ` : "");
    }

    #counted(words, count, shown) {
      const part = this.form.elements.part;
      const where = part?.value ? ` in ${part.selectedOptions[0].text}` : "";
      const told = count ? policywright.counted(count, "result", "results") : "Nothing found";
      return `${told} for “${words}”${where}${count > shown ? `, the first ${shown} below` : ""}.`;
    }

    // While somebody types, the address follows, and the history does not grow.
    #soon() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        history.replaceState(null, "", this.#address());
        this.show();
      }, PAUSE);
    }

    #ask() {
      clearTimeout(this.#timer);
      if (location.href === this.#address()) {
        this.show();
      } else {
        location.href = this.#address();
      }
      this.count.scrollIntoView({ block: "nearest" });
    }

    #address(show = 0) {
      const { q, ...chosen } = Object.fromEntries(new FormData(this.form));
      // An empty choice is told only where the reader's own would stand in for it.
      const told = Object.entries(chosen).filter(([name, value]) => value || (name === "part" && policywright.me().part));
      return policywright.resultsAddress(q.trim(), { ...Object.fromEntries(told), ...(show && { show }) });
    }

    async #showMore() {
      const shown = this.hits.children.length;
      history.replaceState(null, "", this.#address(shown + STEP));
      await this.show();
      this.hits.children[shown].querySelector("a").focus();
    }

    #widen() {
      for (const name of ["part", "role", "kind"]) {
        this.#set(name, "");
      }
      location.href = this.#address();
      this.form.elements.q.focus();
    }
  }

  policywright.showResults = (section, finder) => new Results(section, finder);
}
