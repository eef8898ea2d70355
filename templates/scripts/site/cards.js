// A card lies over the page beside what it belongs to and never covers it. It stands in the text right after that, so that
// whoever goes on by keyboard or screen reader meets it next; it is taken out again when it closes.
{
  const GAP = 8;

  // Puts a card on the page below a link, or above it where there is more room.
  policywright.showCard = (card, link, box = link.getBoundingClientRect()) => {
    link.after(card);
    card.showPopover();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - box.bottom > card.offsetHeight + GAP || clientHeight - box.bottom > box.top;
    const left = Math.max(GAP, Math.min(box.left, clientWidth - card.offsetWidth - GAP));
    const top = below ? box.bottom + GAP : box.top - GAP - card.offsetHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
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
