// Going by keyboard through a wide table scrolls it, so that what has the focus is seen whole; a browser stops at its edge.
document.addEventListener("focusin", ({ target }) => {
  if (target.closest(".wide") && !target.matches(".wide")) {
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});
