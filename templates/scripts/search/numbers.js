// Numbers: what bears a number that a question gives, such as 6.5, "clause 6.5(a)" or "Appendix 4".
{
  const WORDS = "clause|section|paragraph|para|point|rule|annex|appendix|schedule";
  const FIGURES = String.raw`(?:[a-z]\d*\.)?\d+(?:\.\d+)*(?:\s?\([a-z]+\))*`;
  const CITED = new RegExp(String.raw`(?:\b(${WORDS})\s+)?\b(${FIGURES})(?![\p{L}\d])`, "giu");
  const IS_ANNEX = /^(annex|appendix|schedule)$/i;

  class Numbers {
    #records = new Map();

    constructor(records) {
      for (const record of records) {
        const number = plain(record.number);
        if (number) {
          this.#records.set(number, [...(this.#records.get(number) ?? []), record]);
        }
      }
    }

    // A bare whole number may be an age or a year, so that it counts only where it is all that is asked.
    find(question) {
      return [...question.matchAll(CITED)].flatMap(([all, word = "", number]) => {
        const isMeant = word || number.includes(".") || question.trim() === all.trim();
        const name = IS_ANNEX.test(word) ? word + number : number;
        return isMeant ? (this.#records.get(plain(name)) ?? []) : [];
      });
    }
  }

  const plain = (number) => number.toLowerCase().replace(/\s/g, "");

  policywright.Numbers = Numbers;
}
