// References, defined terms and acronyms show the words of what they lead to, in place: after a moment's rest of the pointer
// or the focus, and at the first tap. The words are loaded page by page when they are first asked for.
{
  const REFERENCES = "a.ref, .term > a";
  const REST = 350;
  const LEAVING = 250;
  const { element } = policywright;

  const asked = new Map();
  const arrivals = new Map();
  let shown = null;
  let wanted = null;
  let timer = 0;
  let touched = false;

  // Each file of previews hands over its page's entries, by anchor.
  policywright.previewed = (path, entries) => arrivals.get(path)?.(entries);

  const load = (path) => {
    if (!asked.has(path)) {
      asked.set(path, new Promise((resolve) => {
        const script = element("script");
        arrivals.set(path, resolve);
        script.addEventListener("error", () => resolve({}));
        script.src = policywright.scriptAddress(`assets/handbook/previews/${path.replace(/html$/, "js")}`);
        document.head.append(script);
      }));
    }
    return asked.get(path);
  };

  const found = async (link) => {
    const path = link.href.split("#", 1)[0].slice(policywright.base.length);
    const entries = await load(decodeURI(path));
    return entries[decodeURIComponent(link.hash.slice(1))];
  };

  const isHere = (link) => link.href.split("#", 1)[0] === location.href.split("#", 1)[0];

  const dutyBadge = (duty) => {
    const words = duty.replace("-", " ");
    return element("span", `duty ${duty === "withdrawn" ? "none" : duty}`, words[0].toUpperCase() + words.slice(1));
  };

  const headOf = (entry) => {
    const head = element("p", "slip-head", element("strong", "", entry.name));
    if (entry.title) {
      head.append(" ", entry.title);
    }
    return head;
  };

  const listOf = ({ points, more }) => {
    const list = element("ul", "slip-points");
    for (const [label, words] of points) {
      list.append(element("li", "", element("span", "number", label), " ", words));
    }
    if (more) {
      list.append(element("li", "", `and ${more} more`));
    }
    return list;
  };

  const footOf = (entry, link) => {
    const go = element("a", "", "Go there", element("span", "unseen", ` ${entry.name}`));
    go.href = link.href;
    go.tabIndex = -1;
    const foot = element("p", "slip-foot", go);
    if (entry.of && !isHere(link)) {
      foot.append(element("span", "", entry.of));
    }
    return foot;
  };

  const slipOf = (entry, link) => {
    const slip = element("div", "slip preview", headOf(entry));
    slip.popover = "manual";
    const words = entry.text ?? [];
    slip.append(...words.map((text) => element("p", "", text)));
    if (entry.duty) {
      (slip.children[1] ?? slip.firstChild).prepend(dutyBadge(entry.duty), " ");
    }
    if (entry.points) {
      slip.append(listOf(entry));
    }
    slip.append(footOf(entry, link));
    return slip;
  };

  const hide = () => {
    clearTimeout(timer);
    shown?.slip.remove();
    shown = null;
    wanted = null;
  };

  const show = async (link, box) => {
    const entry = await found(link);
    if (entry && wanted === link && shown?.link !== link) {
      shown?.slip.remove();
      shown = { link, slip: slipOf(entry, link) };
      policywright.showSlip(shown.slip, link, box);
    }
  };

  const later = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };

  const restOn = (link, box) => {
    wanted = link;
    later(REST, () => show(link, box));
  };

  // A link that is broken over two lines has two boxes: the slip keeps clear of both, and begins at the one pointed at.
  const boxAt = (link, { clientX, clientY }) => {
    const { top, bottom } = link.getBoundingClientRect();
    const boxes = [...link.getClientRects()];
    const at = boxes.find((box) => clientX <= box.right && clientX >= box.left && clientY <= box.bottom) ?? boxes[0];
    return { top, bottom, left: at.left };
  };

  const pointed = (event) => {
    const link = event.target.closest(REFERENCES);
    if (event.pointerType === "touch" || wanted?.matches(":focus-visible")) {
      return;
    }
    if (shown && (shown.link === link || shown.slip.contains(event.target))) {
      clearTimeout(timer);
    } else if (link) {
      restOn(link, boxAt(link, event));
    } else if (wanted) {
      later(LEAVING, hide);
    }
  };

  const focused = (event) => {
    const link = event.target.closest(REFERENCES);
    if (link?.matches(":focus-visible")) {
      restOn(link);
    } else if (wanted && !shown?.slip.contains(event.target)) {
      hide();
    }
  };

  const pressed = (event) => {
    touched = event.pointerType === "touch";
    if (shown && !shown.slip.contains(event.target) && event.target.closest(REFERENCES) !== shown.link) {
      hide();
    }
  };

  // The first tap shows the words, the second one goes there. The keyboard and other buttons go at once.
  const tapped = async (event) => {
    const link = event.target.closest(REFERENCES);
    if (!link || !touched || event.detail === 0 || shown?.link === link) {
      return;
    }
    event.preventDefault();
    wanted = link;
    await show(link, boxAt(link, event));
    if (!shown) {
      location.assign(link.href);
    }
  };

  if ("popover" in HTMLElement.prototype) {
    document.addEventListener("pointerover", pointed);
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("click", tapped);
    document.addEventListener("focusin", focused);
    document.addEventListener("focusout", (event) => event.relatedTarget || wanted?.matches(":hover") || hide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  }
}
