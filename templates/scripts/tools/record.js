// A checklist as a record: what was done, what was not, who did it, and who signs it off.
{
  const LINE = "_".repeat(40);
  const { dates, element } = policywright;

  const LOOSELY = { sensitivity: "base", ignorePunctuation: true };
  const isSame = (one, other) => one !== "" && one.localeCompare(other, undefined, LOOSELY) === 0;

  // Somebody who signs: the words of the page about them, and what was typed there.
  class Signer {
    constructor(block) {
      this.block = block;
      this.as = block.querySelector("legend").textContent;
    }

    get name() {
      return this.block.querySelector(".name input").value.trim().replace(/\s+/g, " ");
    }

    get day() {
      return dates.typed([...this.block.querySelectorAll(".date input")]);
    }

    get date() {
      return dates.inWords(this.day);
    }

    get hasNoSuchDay() {
      return this.day.every(Boolean) && !dates.isReal(this.day);
    }

    // Tells beside a field, its name or its date, that what stands there cannot be; or takes that back.
    tell(field, isWrong) {
      const part = this.block.querySelector(`.${field}`);
      part.classList.toggle("faulty", isWrong);
      part.querySelectorAll("input").forEach((box) => (box.ariaInvalid = isWrong ? "true" : null));
      part.querySelector(".error-message > span").hidden = !isWrong;
    }
  }

  class Signers {
    constructor(form) {
      this.all = [...form.querySelectorAll(".signature-of")].map((block) => new Signer(block));
      [this.doer, this.confirmer] = this.all;
    }

    // Whether one person has both done the work and signed it off.
    get areOne() {
      return this.confirmer !== undefined && isSame(this.doer.name, this.confirmer.name);
    }

    show() {
      this.all.forEach((signer) => signer.tell("date", signer.hasNoSuchDay));
      this.confirmer?.tell("name", this.areOne);
    }
  }

  // A line to write on, where nothing was typed.
  const ruled = () => {
    const line = element("span", "line", LINE);
    line.ariaHidden = "true";
    return [element("span", "unseen", "to be filled in by hand: "), line];
  };

  const entry = (words, given) => {
    const said = given ? [given] : ruled();
    return element("div", "", element("dt", "", words), element("dd", "", ...said));
  };

  const signed = ({ as, name, date }) => [
    element("h4", "", as),
    element("dl", "", entry("Name", name), entry("Date", date), entry("Signature")),
  ];

  const signatures = (signers) => {
    if (!signers.areOne) {
      return signers.all.flatMap(signed);
    }
    const told = "Not signed off: the name given was that of the person who did the work.";
    return [...signed(signers.doer), element("p", "", told)];
  };

  const listed = (title, items) => {
    const entries = items.map(({ words }) => element("li", "", words));
    return entries.length ? [element("h4", "", `${title} (${entries.length})`), element("ul", "", ...entries)] : [];
  };

  const title = () => {
    const { document: name, version } = document.querySelector(".with-contents").dataset;
    return `Record of “${name}”${version ? `, version ${version}` : ""}`;
  };

  policywright.signers = (form) => new Signers(form);

  policywright.record = (ticks, signers) => [
    element("h3", "", title()),
    element("p", "", ticks.counted),
    ...listed("Ticked", ticks.items.filter(({ isDone }) => isDone)),
    ...listed("Not done", ticks.items.filter(({ isOpen }) => isOpen)),
    ...listed("Does not apply", ticks.items.filter(({ isExcused }) => isExcused)),
    ...signatures(signers),
  ];
}
