// The search begins here: what it takes is loaded when somebody first means to search, and not before.
// `await policywright.search(words, {part, role, kind, most})` returns what answers a reader of that organisation and role.
{
  const FILES = ["search-engine.js", "search.js", "search-records.js"];
  let loading = null;

  const load = (file) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`${file} could not be loaded`)));
      // They are run in this order, whichever comes first.
      script.async = false;
      script.src = policywright.scriptAddress(`assets/handbook/${file}`);
      document.head.append(script);
    });

  // Loads a further file of the search.
  policywright.loadScript = load;

  // Returns what finds; a second call is answered by the first, unless that failed.
  const finder = () => {
    loading ??= Promise.all(FILES.map(load)).then(() => policywright.makeFinder());
    loading.catch(() => (loading = null));
    return loading;
  };

  policywright.search = async (words, asker = {}) => (await finder()).search(words, asker);

  // The address of the page of results. What is asked stands in its fragment, which no server sees.
  policywright.resultsAddress = (words, filters = {}) => {
    const asked = new URLSearchParams({ q: words, ...filters });
    return new URL(`search.html#${asked}`, policywright.base).href;
  };

  policywright.tellThatSearchFailed = (status) => {
    status.classList.remove("unseen");
    status.textContent = "The search could not be loaded. Try again, or look in the index.";
  };

  // Starts something as soon as the search is there; where it cannot be had, its status says so, to every reader.
  const begin = async (status, start) => {
    status.textContent = "The search is being loaded.";
    try {
      const found = await finder();
      status.textContent = "";
      start(found);
    } catch {
      policywright.tellThatSearchFailed(status);
    }
  };

  const openBox = (box) => {
    const [input, form, status] = ["input", "form", "[role=status]"].map((name) => box.querySelector(name));
    const open = () =>
      begin(status, (found) => {
        status.classList.add("unseen");
        input.removeEventListener("focus", open);
        policywright.suggest(box, found);
      });
    input.addEventListener("focus", open);
    form.addEventListener("submit", () => {
      location.href = policywright.resultsAddress(input.value.trim());
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    openBox(document.querySelector(".search"));
    const results = document.querySelector(".results");
    if (results) {
      begin(results.querySelector("[role=status]"), (found) => policywright.showResults(results, found));
    }
  });
}
