// Words: how a text and a question become the same plain forms, so that "photographing" meets "Photographs".
// `render/stems.py` says the same in Python, for the index of a large handbook; a test holds them to one another.
{
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
  const stems = new Map();
  let stop = null;

  // Whether a word says nothing of what a text is about.
  const isStop = (word) => (stop ??= new Set(policywright.found.stop.split(" "))).has(word);

  // The stem of each word that says something.
  const stemsOf = (text) => (text.match(WORD) ?? []).map(stemOf).filter(Boolean);

  // The same, each with where it stands in the text.
  function* placed(text) {
    for (const { 0: word, index: start } of text.matchAll(WORD)) {
      const stem = stemOf(word);
      if (stem) {
        yield { stem, start, end: start + word.length };
      }
    }
  }

  // A text has few different words, so that each is worked out once.
  function stemOf(word) {
    if (!stems.has(word)) {
      const plain = folded(word);
      stems.set(word, isStop(plain) ? "" : alike(globalThis.stemmer(spelt(plain))));
    }
    return stems.get(word);
  }

  // Without accents, capitals, apostrophes and the s of the genitive.
  function folded(word) {
    const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.replace(/['’]s$/, "").replace(/['’]/g, "");
  }

  // One of the two spellings that British and American readers use.
  function spelt(word) {
    return word
      .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, "iz$1")
      .replace(/ys(e|ed|es|ing)$/, "yz$1")
      .replace(/^(.{3,})our(?!c|s[et]|t|n)/, "$1or")
      .replace(/^(advi|defen|licen|offen|practi)c/, "$1s")
      .replace(/^(.+)amme(s?)$/, "$1am$2");
  }

  // One form for spellings that are often mistaken for one another: double letters, and f as it sounds.
  function alike(stem) {
    return stem.replace(/ph/g, "f").replace(/(.)\1/g, "$1");
  }

  policywright.words = { stemsOf, placed };
}
