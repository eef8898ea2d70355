// A slip lies over the page beside what it belongs to and never covers it. It stands in the text right after that, so that
// whoever goes on by keyboard or screen reader meets it next; it is taken out again when it closes.
{
  const GAP = 8;

  // Puts a slip on the page below a link, or above it where only there is room for the whole of it.
  policywright.showSlip = (slip, link, box = link.getBoundingClientRect()) => {
    link.after(slip);
    slip.showPopover();
    const { clientWidth, clientHeight } = document.documentElement;
    const needed = slip.offsetHeight + 2 * GAP;
    const below = clientHeight - box.bottom > needed || box.top < needed;
    const left = Math.max(GAP, Math.min(box.left, clientWidth - slip.offsetWidth - GAP));
    const top = below ? box.bottom + GAP : box.top - GAP - slip.offsetHeight;
    slip.style.left = `${left + scrollX}px`;
    slip.style.top = `${top + scrollY}px`;
  };

  // Makes an element with a class and content, which is text or further elements; nothing becomes HTML.
  policywright.element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...content);
    return made;
  };
}
