// Numbers: those that a question gives, such as 6.5, "clause 6.5(a)" or "Appendix 4".
{
  const WORDS = "clause|section|paragraph|para|point|rule|annex|appendix|schedule";
  const FIGURES = String.raw`(?:[a-z]\d*\.)?\d+(?:\.\d+)*(?:\s?\([a-z]+\))*`;
  const CITED = new RegExp(String.raw`(?:\b(${WORDS})\s+)?\b(${FIGURES})(?![\p{L}\d])`, "giu");
  const IS_ANNEX = /^(annex|appendix|schedule)$/i;

  const plain = (number) => number.toLowerCase().replace(/\s/g, "");

  // Returns the numbers that a question gives, in their plain form. A bare whole number may be an age or a year, so that it
  // counts only where it is all that is asked.
  const given = (question) =>
    [...question.matchAll(CITED)].flatMap(([all, word = "", number]) => {
      const isMeant = word || number.includes(".") || question.trim() === all.trim();
      return isMeant ? [plain(IS_ANNEX.test(word) ? word + number : number)] : [];
    });

  policywright.numbers = { plain, given };
}
