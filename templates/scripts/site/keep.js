// The page on reading offline: keeps a part of the handbook or all of it on this device, shows what is there, and removes it.
{
  const { offline } = policywright;
  const MOST_SHOWN = 60;
  const megabytes = (files) => `${Math.max(0.1, files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)} MB`;
  const pagesOf = (files) => files.filter(({ title }) => title);
  const counted = (files) => `${pagesOf(files).length} ${pagesOf(files).length === 1 ? "page" : "pages"}`;

  class Keeping {
    constructor(page) {
      this.page = page;
      this.keepers = [...page.querySelectorAll("[data-keep]")];
      this.stopped = false;
      for (const keeper of this.keepers) {
        keeper.addEventListener("click", () => this.keep(keeper));
      }
      this.find(".begin").addEventListener("click", () => this.begin());
      this.find(".stop").addEventListener("click", () => {
        this.stopped = true;
      });
      this.find(".remove").addEventListener("click", () => this.remove());
    }

    find(selector) {
      return this.page.querySelector(selector);
    }

    tell(words) {
      this.find(".told").textContent = words;
    }

    // Shows that something is kept, or that nothing is.
    show(on) {
      this.find(".cannot").hidden = true;
      this.find(".on").hidden = !on;
      this.find(".off").hidden = on;
    }

    async refresh() {
      await offline.start();
      const { edition, files } = await offline.ask("list");
      this.show(true);
      this.edition = edition;
      this.files = files;
      const { part } = policywright.me();
      for (const keeper of this.keepers) {
        this.describe(keeper, part);
      }
      this.list(files.filter(({ kept }) => kept));
    }

    describe(keeper, mine) {
      const { keep } = keeper.dataset;
      const files = offline.meant({ keep }, this.files);
      const yours = keep === mine ? ", where you work" : "";
      keeper.nextElementSibling.textContent = `${counted(files)}, up to ${megabytes(files)}${yours}`;
      if (yours) {
        keeper.closest("ul").prepend(keeper.parentElement);
      }
    }

    list(kept) {
      this.find(".amount").textContent = `${counted(kept)}, ${megabytes(kept)}`;
      const items = pagesOf(kept).sort((one, other) => one.title.localeCompare(other.title)).map((file) => {
        const item = document.createElement("li");
        item.append(this.linkTo(file));
        return item;
      });
      this.find(".kept-pages").replaceChildren(...items);
      this.find("details").open = items.length <= MOST_SHOWN;
    }

    linkTo({ path, title }) {
      const link = document.createElement("a");
      link.href = policywright.base + path;
      link.textContent = title;
      return link;
    }

    async keep(keeper) {
      const { keep } = keeper.dataset;
      const paths = offline.meant({ keep }, this.files).map(({ path }) => path);
      offline.choose({ keep });
      const missed = await this.fetch(paths);
      if (!missed && !this.stopped) {
        offline.choose({ keep, edition: this.edition });
      }
      await this.refresh();
      this.tell(this.outcome(keeper.textContent.replace("Keep ", ""), missed));
    }

    outcome(name, missed) {
      if (this.stopped) {
        return "Stopped. What was fetched is kept; press again to go on.";
      }
      return missed ? `${missed} files could not be fetched. Press again to go on.` : `Kept on this device: ${name}.`;
    }

    // Fetches files with their progress shown, and told at each quarter.
    async fetch(paths) {
      const progress = this.find("progress");
      let quarter = 0;
      progress.max = paths.length;
      this.busy(true);
      const missed = await offline.bring(paths, (done) => {
        progress.value = done;
        if (done >= ((quarter + 1) * paths.length) / 4) {
          quarter = Math.floor((4 * done) / paths.length);
          this.tell(`${quarter * 25} % fetched`);
        }
        return !this.stopped;
      });
      this.busy(false);
      return missed;
    }

    busy(now) {
      if (now) {
        this.stopped = false;
        this.tell("Fetching…");
      }
      this.find(".fetching").hidden = !now;
      for (const keeper of this.keepers) {
        keeper.disabled = now;
      }
    }

    async begin() {
      offline.choose({});
      await this.refresh();
      this.find(".on h2").focus();
    }

    async remove() {
      this.stopped = true;
      await offline.remove();
      this.show(false);
      this.find(".off h2").focus();
    }

    // A page that was asked for offline and is not kept leads here; its address stands in the fragment.
    explain(asked) {
      const file = this.files.find(({ path }) => path.replace(/\.html$/, "") === asked.replace(/\.html$/, ""));
      const told = this.find(".not-here");
      told.replaceChildren("What you asked for is not on this device. ");
      if (file) {
        told.append(this.linkTo(file), " ");
      }
      told.append("Try it again when you are online.");
      told.hidden = false;
    }
  }

  const open = async (page) => {
    const keeping = new Keeping(page);
    if (offline.read().keep === "nothing") {
      keeping.show(false);
      return;
    }
    await keeping.refresh();
    if (location.hash.startsWith(offline.ASKED)) {
      keeping.explain(decodeURI(location.hash.slice(offline.ASKED.length)));
    }
  };

  // Clears all that the site keeps in this browser, from the page on privacy.
  const forgetting = (section) => {
    section.hidden = false;
    section.querySelector("button").addEventListener("click", async () => {
      policywright.iAm();
      for (const store of [localStorage, sessionStorage]) {
        for (const key of Object.keys(store).filter((name) => name.startsWith("policywright."))) {
          store.removeItem(key);
        }
      }
      if (offline.possible) {
        await offline.remove();
      }
      section.querySelector(".told").textContent = "All of it is cleared. This browser only remembers that it shall keep nothing.";
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    const page = document.querySelector(".offline");
    if (page && offline.possible) {
      open(page);
    }
    const section = document.querySelector(".forgetting");
    if (section) {
      forgetting(section);
    }
  });
}
