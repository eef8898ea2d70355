// Wishes: what the way in which a question is put says of the answer that it wants.
{
  const { ranking, kinds } = policywright;
  const ofKind = (...some) => ({ kind }) => some.includes(kind);
  const saying = (pattern) => ({ text }) => pattern.test(text);

  // By name: the questions that show a wish, and what fulfils it; `isName` is whether what was asked is its name.
  const WISHES = {
    meaning: {
      asked: /^(what|who)('?s| is| are| does| counts?)\b|\bmean(s|ing)?\b|\bdefin/i,
      fulfilled: ({ kind }, isName) => isName() && [...kinds.words, "role"].includes(kind),
    },
    form: { asked: /\b(forms?|templates?)\b/i, fulfilled: ofKind("form") },
    letter: { asked: /\b(letters?|templates?)\b/i, fulfilled: ofKind("letter") },
    checklist: { asked: /\b(checklists?|steps)\b/i, fulfilled: ofKind("checklist") },
    person: {
      asked: /\bwho(se|m)?\b/i,
      fulfilled: saying(/\b(board|department|director|govern|head|lead|manager|officer|staff|team)/i),
    },
    time: {
      asked: /\b(when|deadline|how (fast|long|often|quick|quickly|soon))\b/i,
      fulfilled: saying(/\b(hours?|days?|weeks?|months?|years?|times?|at once|until)\b/i),
    },
    number: { asked: /\bhow (many|much)\b/i, fulfilled: saying(/\b(\d+|one|two|three|four|five|number|several)\b/i) },
    consequence: {
      asked: /\b(happens?|what if|sacked|fired|trouble)\b/i,
      fulfilled: saying(/\b(action|breach|consequence|disciplin|dismiss|misconduct)/i),
    },
  };

  // Returns how many times more something is worth as an answer for the way in which a question is put.
  policywright.wishOf = (question) => {
    const wishes = Object.keys(WISHES).filter((name) => WISHES[name].asked.test(question));
    return (record, isName) => {
      const fulfilled = wishes.filter((name) => WISHES[name].fulfilled(record, isName));
      return fulfilled.reduce((worth, name) => worth * ranking.wishes[name], 1);
    };
  };
}
