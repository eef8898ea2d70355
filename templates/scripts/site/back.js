// After a reference was followed, a link leads back to the clause that it stood in. The way is kept with the entry in the
// browser's history, so that it is there again after going on and back, and nowhere else.
{
  const FOLLOWED = "a.ref, .term > a, .fact a, .cited a, .used a, .beside a, .slip-foot a";
  const KEY = "policywright.followed";

  // A browser may refuse to keep anything; then there is its own way back.
  const kept = (act) => {
    try {
      return act(sessionStorage);
    } catch {
      return null;
    }
  };

  const wordsFor = (place, to) => {
    const title = place.closest("[data-document]")?.dataset.document ?? document.querySelector("h1").textContent;
    const cite = place.closest("[data-cite]")?.dataset.cite;
    const isElsewhere = to.split("#", 1)[0] !== location.href.split("#", 1)[0];
    return [cite, (isElsewhere || !cite) && title].filter(Boolean).join(" of ");
  };

  const addressOf = (place) => {
    const block = place.closest("[data-cite], .step, [id]");
    const anchor = block?.id || block?.querySelector("[id]")?.id || "";
    return `${location.href.split("#", 1)[0]}#${anchor}`;
  };

  const remember = (event) => {
    const link = event.target.closest(FOLLOWED);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const way = { to: link.href, from: addressOf(link), words: wordsFor(link, link.href) };
    kept((storage) => storage.setItem(KEY, JSON.stringify(way)));
  };

  const arrive = () => {
    const way = kept((storage) => JSON.parse(storage.getItem(KEY)));
    kept((storage) => storage.removeItem(KEY));
    if (way?.to === location.href) {
      history.replaceState({ ...history.state, back: way }, "");
    }
    show(history.state?.back);
  };

  const show = (way) => {
    document.querySelector(".back")?.remove();
    if (way) {
      const { element } = policywright;
      const link = element("a", "", `Back to ${way.words}`);
      link.href = way.from;
      put(element("p", "back", link));
    }
  };

  // First thing in a clause, or below a heading: where the reader looks, and the next stop of the keyboard.
  const put = (back) => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const block = target?.closest(".clause, .point, .item");
    const heading = target?.closest("h1, h2, h3, h4, h5, h6") ?? document.querySelector("h1");
    if (block) {
      block.prepend(back);
    } else {
      heading.after(back);
    }
  };

  document.addEventListener("click", remember);
  document.addEventListener("DOMContentLoaded", arrive);
  addEventListener("hashchange", arrive);
}
