// Showing: how something that was found is told to a reader, in suggestions and on the page of results alike.
{
  const NAMES = {
    clause: "Clause", point: "Clause", section: "Section", annex: "", part: "Organisation", page: "Page", term: "Word",
    code: "Code", law: "Law", role: "Role", topic: "Topic", platform: "Platform", question: "Question", outcome: "Outcome",
    item: "Checklist", policy: "Policy", form: "Form", letter: "Letter", checklist: "Checklist", decision: "Decision",
    table: "Decision table",
  };
  const DUTIES = { must: "Must", "must-not": "Must not", should: "Should", "should-not": "Should not", may: "May" };
  const { element } = policywright;

  // Returns a link to what was found: what it is, its words with those of the question marked, and where it stands.
  policywright.shownHit = ({ record, met, stems }, room) => {
    const link = element("a");
    link.href = new URL(record.address, policywright.base).href;
    link.append(head(record, stems));
    const shown = excerpt(wordsOf(met), stems, room);
    if (shown.length) {
      link.append(element("span", "words", ...shown));
    }
    link.append(element("span", "by", whereabouts(record)));
    return link;
  };

  // A point is read in its clause, which gives the words before its own.
  const wordsOf = ({ kind, outer, text }) => (kind === "point" ? `${wordsOf(outer)} ${text}` : text);

  function head(record, stems) {
    const made = element("span", "what");
    const name = [NAMES[record.kind], record.number].filter(Boolean).join(" ");
    made.append(element("span", "number", name));
    if (record.title) {
      made.append(" ", element("strong", "", ...marked(record.title, stems)));
    }
    if (DUTIES[record.duty]) {
      made.append(" ", element("span", `duty ${record.duty}`, DUTIES[record.duty]));
    }
    return made;
  }

  function whereabouts(record) {
    const document = record.outer ? record.top.title : "";
    return [document, policywright.found.parts[record.part]].filter(Boolean).join(" · ");
  }

  // The stretch of a text, `room` characters or so, that holds most of the words that were met.
  function excerpt(text, stems, room) {
    const words = [...policywright.words.placed(text)].filter(({ stem }) => stems.has(stem));
    const start = text.length > room ? beginning(text, words, room) : 0;
    const cut = text.slice(start, start + room);
    const end = start + cut.length < text.length ? start + cut.lastIndexOf(" ") : text.length;
    return [start ? "… " : "", ...marked(text.slice(start, end), stems), end < text.length ? " …" : ""].filter(Boolean);
  }

  function beginning(text, words, room) {
    let best = { start: 0, count: 0 };
    for (const word of words) {
      const inside = words.filter(({ start, end }) => start >= word.start && end <= word.start + room * 0.8);
      const count = new Set(inside.map(({ stem }) => stem)).size;
      if (count > best.count) {
        best = { start: word.start, count };
      }
    }
    const lead = Math.max(0, best.start - room * 0.2);
    return lead < room * 0.2 ? 0 : text.indexOf(" ", lead) + 1;
  }

  // A text as pieces, the words that were met among them marked.
  function marked(text, stems) {
    const pieces = [];
    let done = 0;
    for (const { stem, start, end } of policywright.words.placed(text)) {
      if (stems.has(stem)) {
        pieces.push(text.slice(done, start), element("mark", "", text.slice(start, end)));
        done = end;
      }
    }
    return [...pieces, text.slice(done)].filter(Boolean);
  }

  policywright.counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
}
