// A filled form in words: each question with its answer, what is agreed to, where to sign.
{
  const LINE = "_".repeat(40);
  const { element } = policywright;
  const FOR = { office: "For the office", adopter: "For the organisation" };

  // A line to write on, and what it is for.
  const ruled = (words, className = "") => {
    const line = element("span", "line", LINE);
    line.ariaHidden = "true";
    return [element("span", className, `${words}: `), line];
  };

  const notAnswered = ({ blank, for: whose }) => {
    if (whose) {
      return ruled(FOR[whose]);
    }
    return [element("em", "", blank ? `Not answered, which counts as ${blank}` : "Not answered")];
  };

  const change = (field) => {
    const link = element("a", "", "Change", element("span", "unseen", ` ${[field.label, field.turn].filter(Boolean).join(", ")}`));
    link.href = `#${field.element.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      policywright.goToField(field);
    });
    return element("span", "not-said", " ", link);
  };

  const answers = (field) => {
    if (field.isSigned) {
      return [element("dd", "signature-line", ...ruled("To be signed by hand", "unseen"))];
    }
    const { said } = field;
    const none = () => [element("dd", "", ...notAnswered(field.element.dataset))];
    const given = said.length ? said.map((text) => element("dd", "", text)) : none();
    if (field.isAnswered || !field.element.dataset.for) {
      given.at(-1).append(change(field));
    }
    return given;
  };

  const answered = (fields) =>
    element("dl", "", ...fields.map((field) => element("div", "", element("dt", "", field.label), ...answers(field))));

  // Words of the page as they are said elsewhere: nothing leads to them, and they lead nowhere.
  const copied = (words) => {
    const copy = words.cloneNode(true);
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) {
      one.removeAttribute("id");
      one.removeAttribute("tabindex");
    }
    copy.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
    return copy;
  };

  const statements = (section) =>
    [...section.querySelectorAll(":scope > .statements")].flatMap((list) => [
      element("p", "agreed", "By signing, you agree to this:"),
      copied(list),
    ]);

  const turn = (group, fields) => {
    const title = group.querySelector("legend").firstChild.textContent.trim();
    return [element("h5", "", title), answered(fields)];
  };

  const part = (section, fields) => {
    const heading = element("h4", "", section.querySelector("h2").textContent);
    const turns = [...section.querySelectorAll(":scope > .turn:not(.unused)")];
    const own = (group) => fields.filter((field) => group.contains(field.element));
    if (section.matches(".withdraw")) {
      return [heading, ...[...section.querySelectorAll(":scope > :not(h2)")].map(copied)];
    }
    const asked = turns.length ? turns.flatMap((group) => turn(group, own(group))) : [answered(own(section))];
    return [heading, ...statements(section), ...asked];
  };

  // The words of a form whose fields, as far as they are asked, are given.
  policywright.filledForm = (form, fields, isAsked) => {
    const facts = [...document.querySelector("template.form-facts").content.children].map(copied);
    const sections = [...form.querySelectorAll(".form-section")].filter(isAsked);
    return [
      element("h3", "", document.querySelector("h1").textContent),
      ...sections.flatMap((section) => part(section, fields)),
      element("div", "facts", ...facts),
    ];
  };
}
