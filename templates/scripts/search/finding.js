// Finding: what answers a question, best first.
{
  // All that decides the order. The weights were chosen for what they mean and then tried on questions of staff.
  const RANKING = {
    // What a word is worth by where it is met: the record's own words before those of what it stands in.
    fields: { title: 2.2, text: 1, also: 1, topics: 0.8, context: 0.4 },
    // What a word of the handbook is worth that is not the reader's own, but means the same, begins alike, or is a slip.
    synonym: 0.2,
    prefix: 0.3,
    slip: 0.4,
    compound: 0.8,
    // What is left of a score where none of the question's words is met; it rises to the whole where all are.
    floor: 0.15,
    // What falls below this share of the best score is left out: it has but a common word with the question.
    cut: 0.12,
    // What the reader's own organisation and role add.
    part: 1.3,
    role: 1.1,
    // What something is worth as an answer by its kind; 1 where none is given.
    kinds: { section: 0.6, annex: 0.6, part: 0.5, page: 0.6, policy: 0.7, law: 0.8, platform: 0.7, role: 0.7, outcome: 0.8 },
  };
  // A part of a clause stands for the clause, and a step of a decision or of a checklist for the whole.
  const PARTS = new Set(["point", "question", "outcome", "item"]);
  const GROUPS = {
    rules: ["policy", "section", "annex", "clause", "point"],
    decisions: ["decision", "question", "outcome"],
    checklists: ["checklist", "item"],
    templates: ["form", "letter"],
    words: ["term", "law", "platform"],
    people: ["role", "part"],
    topics: ["topic", "page"],
  };
  const NUMBER = /(\b(?:clause|section|paragraph|para|point|rule|annex|appendix|schedule)\s+)?(\d+(?:\.\d+)*(?:\s?\([a-z]+\))*)(?!\S*[\p{L}\d])/giu;
  const NAMED = /^(annex|appendix|schedule)/i;

  class Finder {
    #records;
    #index;
    #counts = new Map();
    #synonyms = new Map();
    #phrases;
    #topics = new Map();
    #groups;
    #numbers = new Map();

    constructor(told) {
      this.#records = policywright.unpack(told);
      this.#groups = Object.entries(told.groups);
      for (const record of this.#records) {
        this.#remember(record);
      }
      for (const words of told.synonyms) {
        this.#relate(words);
      }
      this.#phrases = phrasesOf([...this.#synonyms.keys()]);
    }

    #remember(record) {
      if (record.kind === "topic") {
        this.#topics.set(record.topics[0], `${record.title} ${record.also}`);
        record.topics = [];
      }
      if (record.number) {
        const number = plainNumber(record.number);
        this.#numbers.set(number, [...(this.#numbers.get(number) ?? []), record]);
      }
    }

    #relate(words) {
      const phrases = words.map((phrase) => stemsOf(phrase).join("_")).filter(Boolean);
      for (const phrase of phrases) {
        const others = phrases.filter((other) => other !== phrase);
        this.#synonyms.set(phrase, [...(this.#synonyms.get(phrase) ?? []), ...others]);
      }
    }

    // Reads all records, a few at a time, so that the page answers meanwhile.
    async read() {
      this.#index = new globalThis.MiniSearch({
        fields: Object.keys(RANKING.fields),
        tokenize: (text) => this.#stems(text),
        processTerm: (stem) => stem,
        extractField: (record, field) => this.#field(record, field),
      });
      await this.#index.addAllAsync(this.#records, { chunkSize: 100 });
    }

    #field(record, field) {
      switch (field) {
        case "topics":
          return record.topics.map((topic) => this.#topics.get(topic) ?? "").join(" ");
        case "context":
          return context(record);
        case "text":
          this.#count(record);
          return record.text;
        default:
          return record[field];
      }
    }

    // The stems of a text and, as one stem more, each of its phrases that has a synonym.
    #stems(text) {
      const stems = stemsOf(text);
      const phrases = stems.flatMap((stem, at) =>
        (this.#phrases.get(stem) ?? []).filter((phrase) => phrase.every((word, index) => stems[at + index] === word)),
      );
      return [...stems, ...phrases.map((phrase) => phrase.join("_"))];
    }

    // Counts in how many records each word is met, to know which words are rare and which there are.
    #count(record) {
      for (const stem of new Set(this.#stems(`${record.title} ${record.text} ${record.also}`))) {
        this.#counts.set(stem, (this.#counts.get(stem) ?? 0) + 1);
      }
    }

    search(question, filters = {}) {
      return this.find(question, filters).map(({ record, stems }) => ({ ...record, document: record.top.title, stems }));
    }

    find(question, { part, role, kind, me = {}, typing = false } = {}) {
      const named = this.#byNumber(question);
      const asked = this.#asked(question);
      const concerns = role ? this.#bearing(role) : null;
      const mine = me.role ? this.#bearing(me.role) : new Set();
      const wanted = (record) =>
        (!part || !record.part || record.part === part) &&
        (!concerns || !record.roles.length || record.roles.some((one) => concerns.has(one))) &&
        (!kind || (GROUPS[kind] ?? [kind]).includes(record.kind));
      const liked = (record) =>
        (RANKING.kinds[record.kind] ?? 1) *
        (me.part && record.part === me.part ? RANKING.part : 1) *
        (record.roles.some((one) => mine.has(one)) ? RANKING.role : 1);

      const scored = this.#scored(asked, typing)
        .filter(({ record }) => wanted(record))
        .map((found) => ({ ...found, score: found.score * liked(found.record) }))
        .sort((one, other) => other.score - one.score);
      const first = named.filter(wanted).sort((one, other) => liked(other) - liked(one));
      const byNumber = first.map((record) => ({ record, score: Infinity, stems: new Set() }));
      const good = scored.filter(({ score }) => score >= RANKING.cut * scored[0].score);
      return onePerFamily([...byNumber, ...good]);
    }

    #byNumber(question) {
      return [...question.matchAll(NUMBER)].flatMap(([whole, word, number]) => {
        const cited = word || number.includes(".") || question.trim() === whole.trim();
        const name = NAMED.test(word ?? "") ? `${word}${number}` : number;
        return cited ? (this.#numbers.get(plainNumber(name)) ?? []) : [];
      });
    }

    // The words of a question, each with the stems by which it may be met and what these are worth.
    #asked(question) {
      const words = stemsOf(question);
      return words.map((stem, at) => ({ stem, met: this.#met(stem, words, at), rarity: this.#rarity(stem) }));
    }

    #met(stem, words, at) {
      const met = new Map([[stem, 1]]);
      const joined = stem + (words[at + 1] ?? "");
      if (words[at + 1] && this.#counts.has(joined)) {
        met.set(joined, RANKING.compound);
      }
      if (!this.#counts.has(stem)) {
        for (const half of this.#halves(stem)) {
          met.set(half, RANKING.compound);
        }
      }
      for (const length of [1, 2, 3]) {
        for (const other of this.#synonyms.get(words.slice(at, at + length).join("_")) ?? []) {
          met.set(other, Math.max(met.get(other) ?? 0, RANKING.synonym));
        }
      }
      return met;
    }

    #halves(stem) {
      for (let at = 3; at <= stem.length - 3; at += 1) {
        const halves = [stem.slice(0, at), stem.slice(at)];
        if (halves.every((half) => this.#counts.has(half))) {
          return halves;
        }
      }
      return [];
    }

    #rarity(stem) {
      const count = this.#counts.get(stem) ?? 1;
      return Math.log(1 + this.#records.length / count);
    }

    #scored(asked, typing) {
      const worth = new Map(asked.flatMap(({ met }) => [...met]));
      if (!worth.size) {
        return [];
      }
      const unknown = (stem) => !this.#counts.has(stem);
      const unfinished = typing ? asked.at(-1).stem : null;
      const found = this.#index.search([...worth.keys()].join(" "), {
        tokenize: (text) => text.split(" "),
        boost: RANKING.fields,
        boostTerm: (stem) => worth.get(stem),
        prefix: (stem) => (unknown(stem) && stem.length >= 3) || stem === unfinished,
        fuzzy: (stem) => (unknown(stem) && stem.length >= 4 ? (stem.length < 7 ? 1 : 2) : false),
        weights: { prefix: RANKING.prefix, fuzzy: RANKING.slip },
      });
      return found.map((one) => ({
        record: this.#records[one.id],
        score: one.score * share(asked, new Set(one.queryTerms)),
        stems: new Set(one.terms),
      }));
    }

    // The roles whose rules bind a role: its own, and those of every group that it belongs to.
    #bearing(role) {
      const found = new Set([role]);
      for (const one of found) {
        for (const [group, members] of this.#groups) {
          if (members.includes(one)) {
            found.add(group);
          }
        }
      }
      return found;
    }
  }

  const stemsOf = (text) => Array.from(policywright.words.read(text), ({ stem }) => stem);

  // The phrases among words joined by underscores, by the first word of each.
  function phrasesOf(joined) {
    const phrases = new Map();
    for (const phrase of joined.map((one) => one.split("_")).filter((one) => one.length > 1)) {
      phrases.set(phrase[0], [...(phrases.get(phrase[0]) ?? []), phrase]);
    }
    return phrases;
  }

  const plainNumber = (number) => number.toLowerCase().replace(/\s/g, "");

  // How much of a question is met, by the rarity of its words.
  function share(asked, stems) {
    let met = 0;
    let all = 0;
    for (const word of asked) {
      const best = Math.max(0, ...[...word.met].filter(([stem]) => stems.has(stem)).map(([, worth]) => Math.sqrt(worth)));
      met += word.rarity * best;
      all += word.rarity;
    }
    return RANKING.floor + (1 - RANKING.floor) * (met / all) ** 2;
  }

  // The words of what a record stands in: headings all the way out, and a clause's own words for its points.
  function context(record) {
    const words = [];
    for (let outer = record.outer; outer; outer = outer.outer) {
      words.push(outer.title, record.kind === "point" && outer.kind === "clause" ? outer.text : "");
    }
    return words.join(" ");
  }

  // Of a clause and its points, or of a decision and its questions, only the best is an answer.
  function onePerFamily(found) {
    const met = new Set();
    return found.filter(({ record }) => {
      let head = record;
      while (PARTS.has(head.kind)) {
        head = head.outer;
      }
      const known = met.has(head);
      met.add(head);
      return !known;
    });
  }

  policywright.makeFinder = async () => {
    const finder = new Finder(policywright.found);
    await finder.read();
    return finder;
  };
}
