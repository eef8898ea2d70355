// Ranking: all that decides which answer comes first. The weights were chosen for what they mean, and then tried on
// questions that staff would ask (tests/search); they are about English and about handbooks, and about no single question.
{
  policywright.ranking = {
    // What a word is worth by where it is met: in the title, in the words, in other names, in the words by which people
    // look for it, in what is said of the topics that a rule is about, in what the rule stands in, and in the points of
    // a clause or the labels of a form.
    fields: { title: 1.6, text: 1, also: 1.8, keywords: 1, topics: 0.8, context: 0.4, points: 0.3 },
    // How much it counts that a word is met again (k), and that it is met in a short text (b); see MiniSearch.
    bm25: { k: 0.8, b: 0.5, d: 0.7 },
    // What another word is worth that is met in place of the question's own: one of its synonyms, where the handbook has
    // the word itself and where it has not; one that begins with it; one from which it differs by a slip or two; one that
    // is written together with the next word, or apart.
    synonym: 0.65,
    translation: 0.85,
    prefix: 0.3,
    slip: 0.4,
    compound: 0.8,
    // A score is multiplied by the share of the question that is met, its rare words counting for more, to this power.
    share: 1.3,
    // How far a word counts as met by one of less worth: that worth, to this power.
    trust: 0.3,
    // What falls below this part of the best score is left out: it has but a common word with the question.
    cut: 0.08,
    // What the reader's own organisation and role add.
    part: 1.3,
    role: 1.1,
    // What something is worth as an answer, by its kind; 1 where nothing is said. Rules come before the papers that repeat
    // them, and what only leads to rules comes last.
    kinds: {
      term: 1.2, platform: 0.9, decision: 0.8, table: 0.8, question: 0.8, point: 0.8, policy: 0.7, outcome: 0.6,
      section: 0.6, annex: 0.6, form: 0.5, checklist: 0.5, role: 0.5, part: 0.5, page: 0.4, topic: 0.3,
    },
    // How many times more it is worth where it fulfils what the way in which a question is put wishes for (wishes.js).
    wishes: { meaning: 3, form: 1.6, letter: 1.6, checklist: 1.6, person: 1.4, time: 1.3, number: 1.3, consequence: 1.3 },
  };

  // The kinds of records by which results are filtered.
  policywright.kinds = {
    rules: ["policy", "section", "annex", "clause", "point"],
    decisions: ["decision", "table", "question", "outcome"],
    checklists: ["checklist", "item"],
    templates: ["form", "letter"],
    words: ["term", "law", "platform"],
    people: ["role", "part"],
    topics: ["topic", "page"],
  };
}
