// The QR code on a printed document leads here and names the version of that copy. The page has a note for each version
// that it knows of, which is seen without a script; of any other it can be said only that it is not the current one.
{
  const VERSION = /^#version=(\d+(?:\.\d+)*)$/;

  const tell = () => {
    const held = VERSION.exec(location.hash)?.[1];
    const current = document.querySelector("[data-version]")?.dataset.version;
    document.querySelector(".copy-held.unknown")?.remove();
    if (!held || !current || document.getElementById(location.hash.slice(1))) {
      return;
    }
    const words = `Your printed copy is version ${held}, and out of date. This page has version ${current}.`;
    const notice = policywright.element("p", "warning copy-held unknown", `${words} Which lines changed since is not known.`);
    notice.setAttribute("role", "status");
    document.querySelector(".byline").after(notice);
  };

  document.addEventListener("DOMContentLoaded", tell);
  addEventListener("hashchange", tell);
}
