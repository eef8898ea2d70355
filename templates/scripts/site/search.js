// The search begins here: what it takes is loaded when somebody first means to search, and not before.
// `await policywright.search(words, {part, role, kind})` returns what answers, best first.
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

  // Returns what finds; a second call is answered by the first, unless that failed.
  policywright.finder = () => {
    loading ??= Promise.all(FILES.map(load)).then(() => policywright.makeFinder());
    loading.catch(() => (loading = null));
    return loading;
  };

  policywright.search = async (words, filters = {}) => (await policywright.finder()).search(words, filters);
}
