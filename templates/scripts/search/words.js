// Words: how a text and a question become the same plain forms, so that "photographing" meets "Photographs".
{
  // Words that say nothing of what a text is about. Those of duty are among them: nearly every rule has one.
  const STOP = new Set(
    `a about after all also am an and any anybody anyone are as ask at be because been before being but by can cannot
    cant could did do does doesnt doing done dont each either else ever every for from get gets getting give given
    go goes going got had has hasnt have havent having he her hers him his how i id if ill im in into is isnt it
    its ive just know let lets like make makes many may me mean meaning means might mine more most much must my
    need needs no nobody nor not now of off ok okay on once one only onto or other our ours out over own please put
    puts say says shall she should shouldnt so some somebody someone something still such take tell than that thats
    the their theirs them then there theres these they thing things this those through to too try under until up us
    use used uses using very want wants was wasnt way we were what whats when where whether which while who whom
    whose why will with without wont would yes yet you your yours`.split(/\s+/),
  );
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
  const stems = new Map();

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
      stems.set(word, STOP.has(plain) ? "" : alike(globalThis.stemmer(spelt(plain))));
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
