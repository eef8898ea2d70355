// The offline copy, as a page sees it: the worker that keeps it is set up where there can be one, and a page that has changed
// since it was opened says so. Where there is none, as in a folder or a preview, nothing of this is to be seen.
{
  const KEY = "policywright.offline";
  // Where the worker has nothing to show, it leads to the page on reading offline, with this and what was asked for.
  const ASKED = "#asked:";
  const AGAIN = 10_000;
  const workers = navigator.serviceWorker;
  const script = document.currentScript;
  const possible = Boolean(workers) && location.protocol.startsWith("http") && "offline" in script.dataset;

  // What the reader wants kept: {keep} is a part of the handbook, "everything", "nothing", or missing where nobody has said.
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {};
    }
  };

  const choose = (choice) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // A browser that keeps nothing keeps no copy either.
    }
  };

  // Asks the worker; should another take its place before it has answered, that one is asked again.
  const ask = (what, values = {}) =>
    new Promise((answered) => {
      const send = () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          workers.removeEventListener("controllerchange", send);
          answered(data);
        };
        workers.controller.postMessage({ ask: what, ...values }, [port2]);
      };
      workers.addEventListener("controllerchange", send);
      send();
    });

  const inCharge = () =>
    new Promise((ready) => {
      if (workers.controller) {
        ready();
      }
      workers.addEventListener("controllerchange", ready, { once: true });
    });

  const start = async () => {
    await workers.register(policywright.scriptAddress("service-worker.js"), { updateViaCache: "none" });
    await inCharge();
  };

  // Removes the copy and what keeps it, and remembers that it is not wanted.
  const remove = async () => {
    choose({ keep: "nothing" });
    const found = await workers.getRegistration(policywright.base);
    await found?.unregister();
    const copy = `policywright ${policywright.base}`;
    await navigator.locks.request(copy, () => caches.delete(copy));
  };

  // Brings files in small lots, so that the browser does not take it for something that never ends; a page can tell how far it is.
  const bring = async (paths, tell = () => true) => {
    const LOT = 24;
    let missed = 0;
    for (let done = 0; done < paths.length && tell(done); done += LOT) {
      missed += await ask("bring", { paths: paths.slice(done, done + LOT) });
    }
    return missed;
  };

  // The files that a choice means: a part with its previews and Word documents and the pages that all parts share, or everything.
  const meant = ({ keep }, files) =>
    files.filter(({ path }) => {
      const [folder, inner] = path.replace(/^assets\/handbook\/(previews|word)\//, "").split("/");
      return keep === "everything" || folder === keep || (inner === undefined && keep !== undefined);
    });

  const refresh = async () => {
    const choice = read();
    const { edition, files } = await ask("list");
    if (choice.keep && choice.edition !== edition) {
      const wanted = new Set([...meant(choice, files), ...files.filter(({ kept }) => kept)]);
      const missed = await bring([...wanted].map(({ path }) => path));
      if (!missed) {
        choose({ ...choice, edition });
      }
    }
  };

  // Says something in a line above the page, with a way to have it anew.
  const say = (words) => {
    const told = document.querySelector(".copy") ?? newLine();
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = "Load it again";
    again.addEventListener("click", () => location.reload());
    told.replaceChildren(words, " ", again);
  };

  const newLine = () => {
    const line = document.createElement("p");
    line.className = "copy";
    line.setAttribute("role", "status");
    document.querySelector("main").prepend(line);
    return line;
  };

  // The page as it is shown, by its fingerprint; one that came from the copy bears its own.
  let shown = "";
  let later = 0;

  const check = async () => {
    clearTimeout(later);
    const now = await ask("now", { address: location.href.split("#", 1)[0] });
    shown ||= now ?? "";
    if (now === "") {
      say("This page has been taken out of the handbook since you opened it.");
    } else if (now && now !== shown) {
      say("This page has changed since you opened it.");
    } else if (now) {
      document.querySelector(".copy")?.remove();
    } else if (navigator.onLine && document.querySelector(".copy")) {
      // A connection that has just come back takes a while to carry anything.
      later = setTimeout(check, AGAIN);
    }
  };

  const watch = async () => {
    const copy = document.querySelector(".copy");
    await start();
    shown = copy?.dataset.fingerprint ?? (await ask("kept", { address: location.href }));
    if (copy || !shown) {
      await check();
    }
    const returned = () => document.visibilityState === "visible" && check();
    document.addEventListener("visibilitychange", returned);
    window.addEventListener("online", check);
    window.addEventListener("pageshow", (event) => event.persisted && check());
    workers.addEventListener("controllerchange", () => check().then(refresh));
    await refresh();
  };

  policywright.offline = { ASKED, possible, read, choose, start, ask, bring, meant, remove };

  if (possible) {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = `${policywright.base}manifest.webmanifest`;
    document.head.append(link);
    const wanted = read().keep ?? (navigator.connection?.saveData ? "nothing" : "");
    if (wanted !== "nothing") {
      // A browser may refuse, as in a private window; then there is no copy.
      window.addEventListener("load", () => watch().catch(() => {}));
    }
  }
}
