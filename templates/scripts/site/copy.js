// The QR code on a printed document leads here and names the version of that copy: say whether it still holds.
{
  const VERSION = /^#version=(\d+(?:\.\d+)*)$/;

  const said = (held, current) => {
    if (held === current) {
      return [`Your printed copy is version ${held}, which is the current one.`];
    }
    const words = `Your printed copy is version ${held}, and out of date. This page has version ${current}. `;
    const changed = document.getElementById("_changed");
    if (!changed) {
      return [words];
    }
    const link = policywright.element("a", "", "What changed");
    link.href = "#_changed";
    return [words, link];
  };

  const tell = () => {
    const held = VERSION.exec(location.hash)?.[1];
    const current = document.querySelector("[data-version]")?.dataset.version;
    document.querySelector(".copy-held")?.remove();
    if (held && current) {
      const notice = policywright.element("p", held === current ? "copy-held" : "warning copy-held", ...said(held, current));
      notice.setAttribute("role", "status");
      document.querySelector(".byline").after(notice);
    }
  };

  document.addEventListener("DOMContentLoaded", tell);
  addEventListener("hashchange", tell);
}
