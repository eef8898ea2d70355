// The whole: all records in one file, of which the browser makes an index when somebody means to search.
{
  const { ranking } = policywright;
  const NAMED = new Set(["term", "role", "law", "platform", "topic"]);
  const OWN = ["title", "text", "also", "keywords"];
  const CHUNK = 50;

  class Whole {
    #vocabulary;
    #index;
    #topics = new Map();
    #numbers = new Map();
    #sayings;

    constructor({ columns, sayings }, vocabulary) {
      this.#vocabulary = vocabulary;
      this.records = policywright.unpack(columns);
      this.#sayings = Object.entries(sayings).map(([name, pattern]) => [name, new RegExp(pattern, "i")]);
      this.#sayings = new Map(this.#sayings);
      for (const record of this.records) {
        this.#note(record);
      }
    }

    #note(record) {
      const number = policywright.numbers.plain(record.number);
      if (number) {
        this.#numbers.set(number, [...this.numbered(number), record]);
      }
      if (record.kind === "topic") {
        this.#topics.set(record.topics[0], `${record.title} ${record.also}`);
      }
    }

    // Reads all records, a few at a time, so that the page answers meanwhile. What stands side by side has much in common,
    // such as the headings above it, and each text is taken apart once.
    async read() {
      const stems = new Map();
      const tokenize = (text) => stems.get(text) ?? stems.set(text, this.#vocabulary.stems(text)).get(text);
      const extractField = (record, field) => this.#field(record, field);
      const fields = Object.keys(ranking.fields);
      this.#index = new globalThis.MiniSearch({ fields, tokenize, extractField, processTerm: (stem) => stem });
      for (let at = 0; at < this.records.length; at += CHUNK) {
        const some = this.records.slice(at, at + CHUNK);
        this.#index.addAll(some);
        some.forEach((record) => this.#vocabulary.take(OWN.flatMap((field) => tokenize(record[field]))));
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

    // Everything is there.
    async prepare() {}

    async told(hits) {
      return hits;
    }

    search(stem, options) {
      return this.#index.search(stem, options);
    }

    numbered(number) {
      return this.#numbers.get(number) ?? [];
    }

    says(wish, { text }) {
      return this.#sayings.get(wish).test(text);
    }
  }

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

  policywright.Whole = Whole;
}
