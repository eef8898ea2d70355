// The Word document of a page, filled in by the same rule as in `adapters/word/filling.py`: answers go into the content
// controls that bear their names. Its file has come with the page as a script, since nothing is asked for once somebody types.
{
  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const BODY = "word/document.xml";
  const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const LONGEST = 64;
  const NO_TIME = new Date(1980, 0, 1);
  const NOT_IN_XML = /[^\t\n -\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

  // Browsers count every parser among what makes markup of text; what this one makes is a file, and no part of the page.
  const createHTML = (xml) => xml;
  const policy = globalThis.trustedTypes?.createPolicy("policywright-word", { createHTML }) ?? { createHTML };
  const parsed = (xml) => new DOMParser().parseFromString(policy.createHTML(xml), "text/xml");

  const tagOf = (name) => name.slice(-LONGEST);
  const below = (node, name, namespace = W) => [...node.getElementsByTagNameNS(namespace, name)];
  const valueOf = (node, namespace = W) => node?.getAttributeNS(namespace, "val");

  // A run of words, with their lines and tabs.
  const run = (body, words) => {
    const made = (name) => body.createElementNS(W, `w:${name}`);
    const element = made("r");
    const put = (piece) => {
      const text = made({ "\n": "br", "\t": "tab" }[piece] ?? "t");
      if (text.localName === "t") {
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        text.textContent = piece;
      }
      element.append(text);
    };
    words.split(/([\n\t])/).filter(Boolean).forEach(put);
    return element;
  };

  const textBeside = (control) => {
    const texts = below(control.closest("p"), "t").filter((text) => !control.contains(text));
    return texts.map(({ textContent }) => textContent).join("").trim();
  };

  // Ticks a box if the words beside it are among the answers.
  const tick = (control, words) => {
    const beside = textBeside(control).toLowerCase();
    if (words.some((answer) => answer.trim().toLowerCase() === beside)) {
      below(control, "checked", W14)[0].setAttributeNS(W14, "w14:val", "1");
      const ticked = valueOf(below(control, "checkedState", W14)[0], W14);
      below(control, "t")[0].textContent = String.fromCodePoint(parseInt(ticked, 16));
    }
  };

  // Puts words into a control; one for plain text has a single line.
  const write = (control, words) => {
    const line = control.querySelector(":scope > sdtPr > text") ? " " : "\n";
    below(control, "showingPlcHdr").forEach((mark) => mark.remove());
    below(control, "sdtContent")[0].replaceChildren(run(control.ownerDocument, words.join("\n").replaceAll("\n", line)));
  };

  const isInstruction = (block) => {
    const style = block.localName === "p" && block.querySelector(":scope > pPr > pStyle");
    return Boolean(style) && valueOf(style) === "Instruction";
  };

  // Keeps what hangs on a condition, without the words that tell of it; or takes it out.
  const settle = (control, [stands]) => {
    const kept = stands === "yes" ? [...control.querySelector(":scope > sdtContent").children] : [];
    control.replaceWith(...kept.filter((block) => !isInstruction(block)));
  };

  const fill = (control, words) => {
    if (control.querySelector(":scope > sdtPr > checkbox")) {
      tick(control, words);
    } else if (control.querySelector(":scope > sdtPr > dropDownList")) {
      control.replaceWith(run(control.ownerDocument, words.join("\n")));
    } else if (control.parentElement.localName === "p") {
      write(control, words);
    } else {
      settle(control, words);
    }
  };

  // The answers that say anything, of XML's own characters alone.
  const listed = (answer) =>
    [answer].flat().map((words) => words.replaceAll("\r\n", "\n").replaceAll(NOT_IN_XML, "")).filter((words) => words.trim());

  // The file of a Word document with answers filled in: words, or several, by the names of the places that they go into.
  policywright.filledWord = (file, answers) => {
    const parts = fflate.unzipSync(Uint8Array.from(atob(file), (byte) => byte.charCodeAt(0)));
    const body = parsed(fflate.strFromU8(parts[BODY]));
    const given = new Map(Object.entries(answers).map(([name, answer]) => [tagOf(name), listed(answer)]));
    for (const control of below(body, "sdt")) {
      const words = given.get(valueOf(control.querySelector(":scope > sdtPr > tag"))) ?? [];
      if (words.length) {
        fill(control, words);
      }
    }
    parts[BODY] = fflate.strToU8(DECLARATION + new XMLSerializer().serializeToString(body.documentElement));
    return fflate.zipSync(parts, { mtime: NO_TIME });
  };

  // Lets what was composed be saved for Word, where its file has come; `answers` tells what goes into its places.
  policywright.offerWord = (composed, answers) => {
    const button = composed.panel.querySelector(".save-word");
    if (button && policywright.wordFile) {
      button.hidden = false;
      const save = () => composed.save("docx", WORD, policywright.filledWord(policywright.wordFile, answers()));
      button.addEventListener("click", save);
    }
  };
}
