// Finding: what answers a question, best first.
{
  const { ranking, kinds } = policywright;
  // A point stands for its clause, and a question, outcome or item for the whole that it is part of.
  const PARTS = new Set(["point", "question", "outcome", "item"]);
  // What may have further names; of other things, what is called so are words of their parts.
  const NAMED = new Set(["term", "role", "law", "platform", "topic"]);
  const REMEMBERED = 12;

  class Finder {
    #scores = new Map();

    constructor(found) {
      this.groups = Object.entries(found.groups);
      this.vocabulary = new policywright.Vocabulary(found.synonyms);
      this.source = found.split
        ? new policywright.Split(found.split, this.vocabulary)
        : new policywright.Whole(found, this.vocabulary);
    }

    // What answers a reader of an organisation (`part`) in a `role`, as plain data; no more than `most`.
    async search(question, { part, role, kind, most } = {}) {
      const found = await this.find(question, { part, kind, me: { role } });
      return (await this.told(found.slice(0, most))).map(({ record }) => {
        const { address, kind, number, title, text, part, duty, roles } = record;
        return { address, kind, number, title, text, part, duty, roles, document: record.top.title };
      });
    }

    // What answers, with the stems by which it was met. `part`, `role` and `kind` leave out what is of another; `me` is the
    // reader, whose rules come first; `typing` says that the last word may be unfinished.
    async find(question, { part, role, kind, me = {}, typing = false } = {}) {
      const words = this.vocabulary.read(question);
      const numbers = policywright.numbers.given(question);
      const wishes = policywright.wishesOf(question);
      await this.source.prepare(this.#terms(words, typing), numbers, wishes);
      const isWanted = this.#filter({ part, role, kind });
      const worth = this.#worth(me);
      const named = numbers.flatMap((number) => this.source.numbered(number)).map((record) => hit(record, worth(record)));
      return [named, this.#answers(words, wishes, worth, typing)]
        .map((found) => sorted(found.filter(({ record }) => isWanted(record))))
        .flatMap((found) => found.filter(({ score }) => score >= ranking.cut * found[0].score))
        .filter(isFirstOfItsFamily());
    }

    // Hits with all that their records say.
    told(hits) {
      return this.source.told(hits);
    }

    // What some words are met in; for a point its clause.
    #answers(words, wishes, worth, typing) {
      const wish = policywright.worthOf(wishes, (name, record) => this.source.says(name, record));
      return this.#met(words, typing).map(({ record, score, stems }) => {
        const isName = () => this.#isNamed(record, stems);
        return asWhole(hit(record, score * worth(record) * wish(record, isName), stems));
      });
    }

    // Every stem that is looked for, each with how.
    #terms(words, typing) {
      return words.flatMap(({ meanings }, at) => {
        const isUnfinished = typing && at === words.length - 1;
        return [...meanings.keys()].map((stem) => [stem, this.#options(stem, this.#isOpen(stem, isUnfinished))]);
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
          const one = found.get(id) ?? { record: this.source.records[id], score: 0, met: 0, stems: new Set() };
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

    #isOpen(stem, isUnfinished) {
      return isUnfinished || this.vocabulary.isStrange(stem);
    }

    // The last stems are remembered, since most of a question stays the same while it is typed.
    #scored(stem, isUnfinished) {
      const isOpen = this.#isOpen(stem, isUnfinished);
      const key = `${stem} ${isOpen}`;
      const scored = this.#scores.get(key) ?? this.source.search(stem, this.#options(stem, isOpen));
      this.#scores.delete(key);
      this.#scores.set(key, scored);
      if (this.#scores.size > REMEMBERED) {
        this.#scores.delete(this.#scores.keys().next().value);
      }
      return scored;
    }

    #options(stem, isOpen) {
      const slips = stem.length < 4 ? 0 : stem.length < 7 ? 1 : 2;
      return {
        tokenize: (text) => [text],
        boost: ranking.fields,
        bm25: ranking.bm25,
        prefix: isOpen && stem.length > 2,
        fuzzy: this.vocabulary.isStrange(stem) && slips,
        weights: { prefix: ranking.prefix, fuzzy: ranking.slip },
      };
    }
  }

  // What answers equally well stands in the order of the handbook.
  const sorted = (found) =>
    found.sort((one, other) => other.score - one.score || one.record.id - other.record.id || one.met.id - other.met.id);

  // Tells of each that is found whether it is the first of its family.
  function isFirstOfItsFamily() {
    const met = new Set();
    return ({ record }) => {
      const size = met.size;
      return met.add(family(record)).size > size;
    };
  }

  const hit = (record, score, stems = new Set()) => ({ record, met: record, score, stems });

  // A point is read in its clause.
  function asWhole({ record, ...rest }) {
    return record.kind === "point" ? asWhole({ ...rest, record: record.outer }) : { ...rest, record };
  }

  // What something is part of, as far as it answers: a clause, or a whole decision or checklist.
  function family(record) {
    return PARTS.has(record.kind) ? family(record.outer) : record;
  }

  policywright.makeFinder = async () => {
    const finder = new Finder(policywright.found);
    await finder.source.read();
    return finder;
  };
}
