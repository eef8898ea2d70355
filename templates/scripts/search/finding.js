// Finding: what answers a question, best first.
{
  const { ranking, kinds } = policywright;
  // A point stands for its clause, and a question, outcome or item for the whole that it is part of.
  const PARTS = new Set(["point", "question", "outcome", "item"]);
  // What may have further names; of other things, what is called so are words of their parts.
  const NAMED = new Set(["term", "role", "law", "platform", "topic"]);
  const OWN = ["title", "text", "also", "keywords"];
  const CHUNK = 50;

  class Finder {
    #index;
    #topics = new Map();
    #scores = new Map();

    constructor({ groups, synonyms, ...told }) {
      this.groups = Object.entries(groups);
      this.records = policywright.unpack(told);
      this.numbers = new policywright.Numbers(this.records);
      this.vocabulary = new policywright.Vocabulary(synonyms);
      for (const { kind, topics, title, also } of this.records.filter(({ kind }) => kind === "topic")) {
        this.#topics.set(topics[0], `${title} ${also}`);
      }
    }

    // Reads all records, a few at a time, so that the page answers meanwhile. What stands side by side has much in common,
    // such as the headings above it, and each text is taken apart once.
    async read() {
      const stems = new Map();
      const tokenize = (text) => stems.get(text) ?? stems.set(text, this.vocabulary.stems(text)).get(text);
      const extractField = (record, field) => this.#field(record, field);
      const fields = Object.keys(ranking.fields);
      this.#index = new globalThis.MiniSearch({ fields, tokenize, extractField, processTerm: (stem) => stem });
      for (let at = 0; at < this.records.length; at += CHUNK) {
        const some = this.records.slice(at, at + CHUNK);
        this.#index.addAll(some);
        some.forEach((record) => this.vocabulary.take(OWN.flatMap((field) => tokenize(record[field]))));
        await new Promise((resolve) => setTimeout(resolve));
      }
    }

    #field(record, field) {
      switch (field) {
        case "topics":
          return record.kind === "topic" ? "" : record.topics.map((topic) => this.#topics.get(topic) ?? "").join(" ");
        case "context":
          return context(record);
        case "also":
          return NAMED.has(record.kind) ? record.also : "";
        case "points":
          return points(record);
        default:
          return record[field];
      }
    }

    // What answers a reader of an organisation (`part`) in a `role`, as plain data.
    search(question, { part, role, kind } = {}) {
      return this.find(question, { part, kind, me: { role } }).map(({ record }) => {
        const { address, kind, number, title, text, part, duty, roles } = record;
        return { address, kind, number, title, text, part, duty, roles, document: record.top.title };
      });
    }

    // What answers, with its words and the stems by which it was met. `part`, `role` and `kind` leave out what is of
    // another; `me` is the reader, whose rules come first; `typing` says that the last word may be unfinished.
    find(question, { part, role, kind, me = {}, typing = false } = {}) {
      const isWanted = this.#filter({ part, role, kind });
      const worth = this.#worth(me);
      const named = this.numbers.find(question).map((record) => hit(record, worth(record)));
      return [named, this.#answers(question, worth, typing)]
        .map((found) => sorted(found.filter(({ record }) => isWanted(record))))
        .flatMap((found) => found.filter(({ score }) => score >= ranking.cut * found[0].score))
        .filter(isFirstOfItsFamily());
    }

    // What the words of a question are met in; for a point its clause.
    #answers(question, worth, typing) {
      const wish = policywright.wishOf(question);
      return this.#met(this.vocabulary.read(question), typing).map(({ record, score, stems }) => {
        const isName = () => this.#isNamed(record, stems);
        return asWhole(hit(record, score * worth(record) * wish(record, isName), stems));
      });
    }

    #filter({ part, role, kind }) {
      const bound = role ? this.#groupsOf(role) : null;
      const wanted = kind ? (kinds[kind] ?? [kind]) : null;
      return (record) =>
        (!part || !record.part || record.part === part) &&
        (!bound || !record.roles.length || record.roles.some((one) => bound.has(one))) &&
        (!wanted || wanted.includes(record.kind));
    }

    #worth(me) {
      const mine = me.role ? this.#groupsOf(me.role) : new Set();
      return ({ kind, part, roles }) =>
        (ranking.kinds[kind] ?? 1) *
        (part && part === me.part ? ranking.part : 1) *
        (roles.some((role) => mine.has(role)) ? ranking.role : 1);
    }

    // A role, and every group that it belongs to.
    #groupsOf(role) {
      const found = new Set([role]);
      for (const one of found) {
        this.groups.filter(([, members]) => members.includes(one)).forEach(([group]) => found.add(group));
      }
      return found;
    }

    // Every record that some word of a question is met in. Of the meanings of a word the best one counts.
    #met(words, typing) {
      const found = new Map();
      words.forEach((word, at) => {
        for (const [id, { score, part, stems }] of this.#best(word, typing && at === words.length - 1)) {
          const one = found.get(id) ?? { record: this.records[id], score: 0, met: 0, stems: new Set() };
          one.score += score;
          one.met += word.rarity * part;
          stems.forEach((stem) => one.stems.add(stem));
          found.set(id, one);
        }
      });
      const all = words.reduce((sum, { rarity }) => sum + rarity, 0);
      return [...found.values()].map(({ met, score, ...one }) => ({ ...one, score: score * (met / all) ** ranking.share }));
    }

    // Whether some words are all that something is called.
    #isNamed(record, stems) {
      return this.#names(record).some((name) => name.every((stem) => stems.has(stem)));
    }

    #names({ title, also, kind }) {
      const others = NAMED.has(kind) ? also.split("; ") : [];
      return [title, ...others].map((name) => policywright.words.stemsOf(name)).filter((name) => name.length);
    }

    #best({ meanings }, isUnfinished) {
      const best = new Map();
      for (const [stem, worth] of meanings) {
        for (const { id, score, terms } of this.#scored(stem, isUnfinished)) {
          const one = best.get(id) ?? { score: 0, part: 0, stems: [] };
          one.score = Math.max(one.score, score * worth);
          one.part = Math.max(one.part, worth ** ranking.trust);
          one.stems.push(...terms);
          best.set(id, one);
        }
      }
      return best;
    }

    // The engine is asked for each stem once, since most of a question stays the same while it is typed.
    #scored(stem, isUnfinished) {
      const isOpen = isUnfinished || this.vocabulary.isStrange(stem);
      const key = `${stem} ${isOpen}`;
      if (!this.#scores.has(key)) {
        this.#scores.set(key, this.#ask(stem, isOpen));
      }
      return this.#scores.get(key);
    }

    #ask(stem, isOpen) {
      const slips = stem.length < 4 ? 0 : stem.length < 7 ? 1 : 2;
      return this.#index.search(stem, {
        tokenize: (text) => [text],
        boost: ranking.fields,
        bm25: ranking.bm25,
        prefix: isOpen && stem.length > 2,
        fuzzy: this.vocabulary.isStrange(stem) && slips,
        weights: { prefix: ranking.prefix, fuzzy: ranking.slip },
      });
    }
  }

  const sorted = (found) => found.sort((one, other) => other.score - one.score);

  // The words of what a record stands in: headings all the way out, and a clause's own words for its points.
  function context(record) {
    const words = [];
    for (let { outer } = record; outer; outer = outer.outer) {
      words.push(outer.title, record.kind === "point" ? outer.text : "");
    }
    return words.join(" ");
  }

  // The words of what a record consists of: the points of a clause, the labels of a form.
  function points({ kind, inner, also }) {
    const texts = kind === "clause" ? inner.map(({ text }) => text) : NAMED.has(kind) ? [] : [also];
    return texts.join(" ");
  }

  // Tells of each that is found whether it is the first of its family.
  function isFirstOfItsFamily() {
    const met = new Set();
    return ({ record }) => {
      const size = met.size;
      return met.add(family(record)).size > size;
    };
  }

  const hit = (record, score, stems = new Set()) => ({ record, score, stems, text: record.text });

  // A point is read in its clause, of which it gives the words before its own.
  function asWhole({ record, text, ...rest }) {
    const { kind, outer } = record;
    return kind === "point" ? asWhole({ record: outer, text: `${outer.text} ${text}`, ...rest }) : { record, text, ...rest };
  }

  // What something is part of, as far as it answers: a clause, or a whole decision or checklist.
  function family(record) {
    return PARTS.has(record.kind) ? family(record.outer) : record;
  }

  policywright.makeFinder = async () => {
    const finder = new Finder(policywright.found);
    await finder.read();
    return finder;
  };
}
