// The vocabulary: which words the handbook has, how rare each is, and what else may be meant by a word of a question.
{
  const { ranking } = policywright;
  const { stemsOf } = policywright.words;
  const LONGEST = 3;

  class Vocabulary {
    #counts = new Map();
    #synonyms = new Map();
    #phrases = new Map();
    #size = 0;

    // Synonyms are groups of words and phrases.
    constructor(groups) {
      for (const group of groups) {
        this.#relate(group.map((phrase) => stemsOf(phrase).join("_")).filter(Boolean));
      }
      for (const phrase of this.#synonyms.keys()) {
        const [first, ...rest] = phrase.split("_");
        if (rest.length) {
          this.#phrases.set(first, [...(this.#phrases.get(first) ?? []), phrase]);
        }
      }
    }

    #relate(phrases) {
      for (const phrase of phrases) {
        const others = phrases.filter((other) => other !== phrase);
        this.#synonyms.set(phrase, [...(this.#synonyms.get(phrase) ?? []), ...others]);
      }
    }

    // The stems of a text and, as one stem more, each of its phrases that has a synonym.
    stems(text) {
      const stems = stemsOf(text);
      return [...stems, ...stems.flatMap((stem, at) => this.#phrasesAt(at, stems, this.#phrases.get(stem)))];
    }

    #phrasesAt(at, stems, phrases = []) {
      return phrases.filter((phrase) => `${stems.slice(at, at + LONGEST).join("_")}_`.startsWith(`${phrase}_`));
    }

    // Takes note of the words of one record.
    take(stems) {
      this.#size += 1;
      for (const stem of new Set(stems)) {
        this.#counts.set(stem, (this.#counts.get(stem) ?? 0) + 1);
      }
    }

    // Takes note of the words of `size` records, which were counted before.
    know(stems, counts, size) {
      this.#size = size;
      this.#counts = new Map(stems.map((stem, at) => [stem, counts[at]]).filter(([, count]) => count));
    }

    has(stem) {
      return this.#counts.has(stem);
    }

    // Whether there is nothing like a word but what begins like it or is spelt nearly like it.
    isStrange(stem) {
      return !this.has(stem) && !this.#synonyms.has(stem) && !this.#halves(stem).length;
    }

    // The words of a question: the rarity of each, and the stems by which it may be met with what these are worth.
    read(question) {
      const stems = stemsOf(question);
      const words = stems.map((stem) => ({ stem, rarity: this.#rarity(stem), meanings: new Map([[stem, 1]]) }));
      words.forEach(({ stem, meanings }, at) => {
        this.#compounds(stem, stems[at + 1]).forEach((one) => meanings.set(one, ranking.compound));
        this.#swapped(stem).forEach((one) => meanings.set(one, ranking.slip));
        for (let length = 1; length <= LONGEST; length += 1) {
          this.#translate(words.slice(at, at + length));
        }
      });
      return words;
    }

    // Gives each of some words the synonyms of them all.
    #translate(words) {
      const phrase = words.map(({ stem }) => stem).join("_");
      const worth = words.some(({ stem }) => this.has(stem)) ? ranking.synonym : ranking.translation;
      for (const other of this.#synonyms.get(phrase) ?? []) {
        for (const { meanings } of words) {
          meanings.set(other, Math.max(meanings.get(other) ?? 0, worth));
        }
      }
    }

    #compounds(stem, next) {
      const joined = next && this.has(stem + next) ? [stem + next] : [];
      return this.has(stem) ? joined : [...joined, ...this.#halves(stem)];
    }

    #halves(stem) {
      for (let at = 3; at <= stem.length - 3; at += 1) {
        const halves = [stem.slice(0, at), stem.slice(at)];
        if (halves.every((half) => this.has(half))) {
          return halves;
        }
      }
      return [];
    }

    // The words that a strange one becomes when two letters side by side change places, the commonest slip of the hand.
    #swapped(stem) {
      const others = Array.from(stem.slice(1), (_, at) => stem.slice(0, at) + stem[at + 1] + stem[at] + stem.slice(at + 2));
      return this.has(stem) ? [] : others.filter((other) => this.has(other));
    }

    #rarity(stem) {
      return Math.log(1 + this.#size / (this.#counts.get(stem) ?? 1));
    }
  }

  policywright.Vocabulary = Vocabulary;
}
