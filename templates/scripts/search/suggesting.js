// Suggestions: what answers the words in the search box, as they are typed, pasted or dictated. They are links in a list
// below the box, reached by Tab or the arrow keys; how many there are is told when the typing rests.
{
  const MOST = 6;
  const ROOM = 110;
  const PAUSE = 150;
  const REST = 900;
  const LEAVING = new Set(["Tab", "ArrowDown", "ArrowUp"]);
  const { element } = policywright;

  class Suggestions {
    #timers = {};
    #turn = 0;
    #showing = null;

    constructor(box, finder) {
      this.box = box;
      this.finder = finder;
      this.input = box.querySelector("input");
      this.list = box.querySelector(".found");
      this.status = box.querySelector("[role=status]");
      this.input.addEventListener("input", () => this.#after("show", PAUSE, () => this.show()));
      this.input.addEventListener("focus", () => this.show());
      box.addEventListener("keydown", (event) => this.#key(event));
      box.addEventListener("focusout", ({ relatedTarget }) => box.contains(relatedTarget) || this.hide());
      this.show();
    }

    show() {
      this.#showing = this.#find();
      return this.#showing;
    }

    async #find() {
      const turn = (this.#turn += 1);
      const words = this.input.value.trim();
      if (!words || !this.box.contains(document.activeElement)) {
        this.hide();
        return;
      }
      const { part = "", role } = policywright.me();
      try {
        const found = await this.finder.find(words, { part, me: { role }, typing: true });
        const hits = await this.finder.told(found.slice(0, MOST));
        // Whoever has typed on meanwhile is not shown what was asked before, and a link that has the focus is not replaced.
        if (turn === this.#turn && !this.list.contains(document.activeElement)) {
          this.#list(words, found, hits);
        }
      } catch {
        policywright.tellThatSearchFailed(this.status);
      }
    }

    #list(words, found, hits) {
      const shown = hits.map((hit) => element("li", "", policywright.shownHit(hit, ROOM)));
      this.list.replaceChildren(...shown, element("li", "all", this.#all(words, found.length)));
      this.list.hidden = false;
      this.status.classList.add("unseen");
      this.#after("say", REST, () => this.#say(found.length));
    }

    #all(words, count) {
      const told = count ? `All results for “${words}” (${count})` : "Nothing found: look in the index";
      const link = element("a", "", told);
      link.href = policywright.resultsAddress(words);
      return link;
    }

    hide() {
      this.#turn += 1;
      this.#after("say", 0, () => (this.status.textContent = ""));
      this.#forget("show");
      this.list.hidden = true;
    }

    #say(count) {
      const shown = Math.min(count, MOST);
      const told = `${policywright.counted(count, "result", "results")}, ${shown} below. Press Tab to go through them.`;
      this.status.textContent = count ? told : "Nothing found.";
    }

    #key(event) {
      if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.input.focus();
        this.hide();
        return;
      }
      if (LEAVING.has(event.key)) {
        this.#catchUp();
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.#move(event);
      }
    }

    // Whoever leaves the box goes to what answers all that was typed.
    #catchUp() {
      if (this.#timers.show) {
        this.#forget("show");
        this.show();
      }
    }

    async #move(event) {
      if (this.input.value.trim()) {
        event.preventDefault();
      }
      await this.#showing;
      const stops = [this.input, ...this.list.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next && !this.list.hidden) {
        next.focus();
      }
    }

    // Does something after a while, unless it is asked for again before that.
    #after(what, milliseconds, act) {
      this.#forget(what);
      this.#timers[what] = setTimeout(() => {
        this.#forget(what);
        act();
      }, milliseconds);
    }

    #forget(what) {
      clearTimeout(this.#timers[what]);
      delete this.#timers[what];
    }
  }

  policywright.suggest = (box, finder) => new Suggestions(box, finder);
}
