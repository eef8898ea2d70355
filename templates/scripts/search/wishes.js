// Wishes: what the way in which a question is put says of the answer that it wants.
{
  const { ranking, kinds } = policywright;
  const ofKind = (...some) => ({ kind }) => some.includes(kind);
  const saying = (record, isName, says) => says(record);

  // By name: the questions that show a wish, and what fulfils it; `isName` is whether what was asked is its name, and
  // `says` whether its words are of the kind that is wished for.
  const WISHES = {
    meaning: {
      asked: /^(what|who)('?s| is| are| does| counts?)\b|\bmean(s|ing)?\b|\bdefin/i,
      fulfilled: ({ kind }, isName) => [...kinds.words, "role"].includes(kind) && isName(),
    },
    form: { asked: /\b(forms?|templates?)\b/i, fulfilled: ofKind("form") },
    letter: { asked: /\b(letters?|templates?)\b/i, fulfilled: ofKind("letter") },
    checklist: { asked: /\b(checklists?|steps)\b/i, fulfilled: ofKind("checklist") },
    person: {
      asked: /\bwho(se|m)?\b/i,
      fulfilled: saying,
    },
    time: {
      asked: /\b(when|deadline|how (fast|long|often|quick|quickly|soon))\b/i,
      fulfilled: saying,
    },
    number: { asked: /\bhow (many|much)\b/i, fulfilled: saying },
    consequence: {
      asked: /\b(happens?|what if|sacked|fired|trouble)\b/i,
      fulfilled: saying,
    },
  };

  // The wishes that the way in which a question is put shows.
  policywright.wishesOf = (question) => Object.keys(WISHES).filter((name) => WISHES[name].asked.test(question));

  // Returns how many times more something is worth as an answer to a question that shows some wishes; `says` is whether the
  // words of a record fulfil a wish.
  policywright.worthOf = (wishes, says) => (record, isName) => {
    const fulfilled = wishes.filter((name) => WISHES[name].fulfilled(record, isName, (one) => says(name, one)));
    return fulfilled.reduce((worth, name) => worth * ranking.wishes[name], 1);
  };
}
