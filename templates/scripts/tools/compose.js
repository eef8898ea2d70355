// What a filled form or letter says, as a document of its own: it is put together from the words of the page, and printed,
// copied and saved from there. The panel for it stands in `parts/composed.html`.
{
  const BLOCKS = "h1, h2, h3, h4, h5, p, dt, dd, li, pre";
  const indented = (text) => text.replace(/^(?=.)/gm, "    ");
  const underlined = (stroke) => (text) => `${text}\n${stroke.repeat(text.length)}`;
  const FORMS = { H3: underlined("="), H4: underlined("-"), DD: indented, LI: (item) => `- ${item}` };

  // A copy of something without what is not for the document itself.
  const said = (words) => {
    const copy = words.cloneNode(true);
    copy.querySelectorAll(".not-said").forEach((aside) => aside.remove());
    return copy;
  };

  // The words of a block as they are seen: what was typed keeps its lines, those of the page's source mean nothing.
  const textOf = (block) => {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let words = "";
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      const isKept = getComputedStyle(parentElement).whiteSpace.startsWith("pre");
      words += parentElement.closest(".not-said") ? "" : (isKept && data) || data.replaceAll(/\s+/g, " ");
    }
    return words.trim();
  };

  // As lines of plain text.
  const lineOf = (block) => (FORMS[block.tagName] ?? String)(textOf(block));
  const isJoined = (block) => block.matches("dd, li + li");

  // Words, as a text file holds them: a line for each block, an empty one before what begins something.
  policywright.plainText = (words) => {
    let text = "";
    const innermost = [...words.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
    for (const block of innermost) {
      text += `${isJoined(block) ? "" : "\n"}${lineOf(block)}\n`;
    }
    return text.trimStart();
  };

  const save = (name, type, content) => {
    const link = policywright.element("a", "");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  // The words as a web page that stands alone.
  const pageOf = (words, title) => {
    const page = document.implementation.createHTMLDocument(title);
    const charset = page.createElement("meta");
    charset.setAttribute("charset", "utf-8");
    page.head.prepend(charset);
    page.documentElement.lang = document.documentElement.lang;
    page.body.append(page.importNode(said(words), true));
    return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  };

  const asClipboardItem = (words) => {
    const type = (name, text) => [name, new Blob([text], { type: name })];
    const html = new XMLSerializer().serializeToString(said(words));
    return new ClipboardItem(Object.fromEntries([type("text/plain", policywright.plainText(words)), type("text/html", html)]));
  };

  class Composed {
    constructor(panel) {
      this.panel = panel;
      this.words = panel.querySelector(".composed");
      // What is told along with whatever is done with the words, such as how many blanks are left.
      this.note = "";
      const deeds = {
        print: () => this.print(),
        "copy-all": () => this.copy(),
        "save-text": () => this.save("txt", "text/plain;charset=utf-8", policywright.plainText(this.words)),
        "save-page": () => this.save("html", "text/html;charset=utf-8", pageOf(this.words, this.title)),
      };
      for (const [name, deed] of Object.entries(deeds)) {
        panel.querySelector(`.${name}`).addEventListener("click", deed);
      }
    }

    get title() {
      return document.querySelector("h1").textContent;
    }

    get name() {
      return location.pathname.split("/").pop().replace(/\.html$/, "");
    }

    get isShown() {
      return !this.panel.hidden;
    }

    // Shows words in place of those before.
    show(...words) {
      this.words.replaceChildren(...words);
      this.panel.hidden = false;
      this.tell("");
    }

    hide() {
      this.panel.hidden = true;
      this.words.replaceChildren();
    }

    tell(words) {
      this.panel.querySelector("[role=status]").textContent = words;
    }

    print() {
      this.tell(this.note);
      print();
    }

    save(ending, type, content) {
      save(`${this.name}.${ending}`, type, content);
      this.tell(`Saved. ${this.note}`);
    }

    async copy() {
      try {
        await navigator.clipboard.write([asClipboardItem(this.words)]);
        this.tell(`Copied. ${this.note}`);
      } catch {
        getSelection().selectAllChildren(this.words);
        this.tell("All of it is selected. Copy it with the keys Ctrl and C, or with the menu of your browser.");
      }
    }
  }

  // The panel of a page for what is composed.
  policywright.composed = () => new Composed(document.querySelector(".result"));
}
