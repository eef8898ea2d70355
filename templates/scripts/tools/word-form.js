// What goes into the Word document of a form: an answer, or several, by the name of the field or group that it is for.
{
  // Unlike on the page, the unit stands beside the place for a number already.
  const wordsOf = ({ type, typed, said }) => (type === "number" ? typed[0] : said);
  const kept = (stands) => (stands ? "yes" : "no");
  const headingOf = (element) => element.closest(".form-section").querySelector("h2").id;
  const conditionOf = (element) => (element.matches("[data-type]") ? `${element.id}_asked` : headingOf(element));

  // Of a group that is answered several times, the first turn always stands.
  const furtherTurns = (form) =>
    [...form.querySelectorAll(".turn + .turn")].map((turn) => {
      const number = Number(/\d+(?=\D*$)/.exec(turn.querySelector("legend").firstChild.textContent)[0]);
      return [`${headingOf(turn)}_${number}`, kept(!turn.matches(".unused"))];
    });

  // The answers of the fields that are asked; what is not asked is left out, as it is on the page.
  policywright.formForWord = (form, asked, isAsked) => {
    const conditions = [...form.querySelectorAll("[data-if]")].map((element) => [conditionOf(element), kept(isAsked(element))]);
    const answers = asked.filter(({ isSigned }) => !isSigned).map((field) => [field.element.id, wordsOf(field)]);
    return Object.fromEntries([...conditions, ...furtherTurns(form), ...answers]);
  };
}
