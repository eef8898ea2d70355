// A large handbook's records and their index, which was made when the site was built: in files, each loaded when a question
// first needs it. What every question asks of all records is there from the beginning.
{
  const { ranking } = policywright;
  const FIELDS = Object.keys(ranking.fields);
  const OPTIONS = { fields: FIELDS, processTerm: (stem) => stem };
  const asks = (wish) => `?${wish}`;
  const bears = (number) => `#${number}`;

  class Split {
    #told;
    #stems;
    #spelt = null;
    #files = new Map();
    #marked = new Map();

    constructor(told, vocabulary) {
      this.#told = told;
      this.#stems = told.stems.split(" ");
      this.records = briefly(told);
      vocabulary.know(this.#stems, told.counts, this.records.length);
    }

    async read() {}

    // Has all files here that some stems, numbers and wishes take.
    async prepare(asked, numbers, wishes) {
      const stems = asked.flatMap(([stem, options]) => this.#met(stem, options));
      const words = [...stems, ...numbers.map(bears), ...wishes.map(asks)];
      await this.#load("words", words);
    }

    // Loads the files in which some stand, words or the numbers of records.
    #load(kind, some) {
      const files = new Set(some.map((one) => this.#fileOf(kind, one)));
      return Promise.all([...files].map((file) => this.#loaded(`search/${kind}-${file}.js`)));
    }

    // A file that could not be had is tried again when it is next asked for.
    #loaded(file) {
      if (!this.#files.has(file)) {
        const loading = policywright.loadScript(file);
        this.#files.set(file, loading);
        loading.catch(() => this.#files.delete(file));
      }
      return this.#files.get(file);
    }

    // The last file that begins no later than with what is looked for.
    #fileOf(kind, one) {
      const starts = this.#told.starts[kind];
      let [low, high] = [0, starts.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        [low, high] = starts[middle] <= one ? [middle, high] : [low, middle];
      }
      return low;
    }

    #said(word) {
      return this.#told.words[this.#fileOf("words", word)]?.[word] ?? [];
    }

    // The stems that there are for one: itself, what begins with it, and what is spelt nearly like it.
    #met(stem, { prefix, fuzzy }) {
      if (!prefix && !fuzzy) {
        return [stem];
      }
      this.#spelt ??= spelling(this.#stems);
      return [stem, ...this.#spelt.search(stem, { prefix, fuzzy }).map(({ id }) => id)].filter(isFirst);
    }

    // What the engine finds in an index of just these stems is what it would find in that of all.
    search(stem, options) {
      const index = { documentIds: {}, fieldLength: {}, index: [] };
      for (const met of this.#met(stem, options)) {
        index.index.push([met, fieldsOf(this.#said(met), index)]);
      }
      return globalThis.MiniSearch.loadJS({ ...this.#whole(), ...index }, OPTIONS).search(stem, options);
    }

    // What the index of all says of itself.
    #whole() {
      const [size, fieldIds] = [this.records.length, Object.fromEntries(FIELDS.map((field, place) => [field, place]))];
      const rest = { storedFields: {}, dirtCount: 0, serializationVersion: 2 };
      return { ...rest, documentCount: size, nextId: size, fieldIds, averageFieldLength: this.#told.averages };
    }

    numbered(number) {
      return this.#recordsOf(bears(number)).map((id) => this.records[id]);
    }

    says(wish, { id }) {
      const word = asks(wish);
      if (!this.#marked.has(word)) {
        this.#marked.set(word, new Set(this.#recordsOf(word)));
      }
      return this.#marked.get(word).has(id);
    }

    #recordsOf(word) {
      return summed(this.#said(word));
    }

    // Hits with all that their records say.
    async told(hits) {
      await this.#load("records", hits.map(({ record }) => record.id));
      return hits.map((hit) => ({ ...hit, record: this.#full(hit.record), met: this.#full(hit.met) }));
    }

    #full({ id }) {
      const file = this.#fileOf("records", id);
      const first = this.#told.starts.records[file];
      this.#told.unpacked[file] ??= policywright.unpack(this.#told.records[file], first);
      return this.#told.unpacked[file][id - first];
    }
  }

  const isFirst = (one, at, all) => all.indexOf(one) === at;

  // The numbers to which steps lead.
  function summed(steps) {
    let number = 0;
    return steps.map((step) => (number += step));
  }

  // The fields in which a stem is met; the records and the lengths of their fields are added to the index.
  function fieldsOf(said, { documentIds, fieldLength }) {
    const fields = {};
    for (const [place, steps, lengths, counts] of said) {
      fields[place] = {};
      summed(steps).forEach((id, at) => {
        fields[place][id] = counts ? counts[at] : 1;
        documentIds[id] = id;
        (fieldLength[id] ??= [])[place] = lengths[at];
      });
    }
    return fields;
  }

  // What finds stems by their beginnings, and in spite of slips.
  function spelling(stems) {
    const made = new globalThis.MiniSearch({ fields: ["id"], tokenize: (text) => [text], processTerm: (stem) => stem });
    made.addAll(stems.map((id) => ({ id })));
    return made;
  }

  // The records as far as every question asks for them. Like those that are told in full, they know what they stand in, and
  // take from there what they do not say.
  function briefly({ depth, kind, part, roles, names }) {
    const within = [];
    const of = ([values, places], id) => values[places[id]];
    return depth.map((deep, id) => {
      const outer = deep ? within[deep - 1] : null;
      const record = { id, outer, kind: of(kind, id), part: of(part, id) || outer?.part || "" };
      record.roles = of(roles, id) || outer?.roles || [];
      [record.title, record.also] = names[id] ?? ["", ""];
      within[deep] = record;
      return record;
    });
  }

  policywright.Split = Split;
}
