// What is typed is printed whole: paper shows the words themselves, where a box would show what fits, and dates in words.
{
  const mirrorOf = (element) => {
    const last = element.querySelector(":scope > .mirror");
    if (last) {
      return last;
    }
    const mirror = policywright.element("p", "mirror");
    mirror.ariaHidden = "true";
    element.append(mirror);
    return mirror;
  };

  // A box never shrinks while somebody writes: whatever stands below it would move away from under the finger.
  const grow = (area) => {
    if (!area.value) {
      area.style.height = "";
    } else if (area.scrollHeight > area.clientHeight) {
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    }
  };

  // Follows what is typed into the fields.
  policywright.mirror = (fields) => {
    for (const field of fields.filter(({ typed }) => typed.length)) {
      const { element, said } = field;
      mirrorOf(element).textContent = said.join("");
      element.classList.toggle("mirrored", said.length > 0);
      element.querySelectorAll("textarea").forEach(grow);
    }
  };
}
