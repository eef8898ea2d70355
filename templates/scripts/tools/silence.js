// From the first touch of a field on, no script on the page can ask anything of any host: the page adds that to its policy,
// and nothing can take it back. Until then it can, so that those who look at the website from outside see all of it.
{
  const TOUCHES = ["focusin", "input", "change"];

  const silence = ({ target }) => {
    if (!target.form) {
      return;
    }
    TOUCHES.forEach((touch) => removeEventListener(touch, silence, true));
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  };

  TOUCHES.forEach((touch) => addEventListener(touch, silence, true));

  // A font would otherwise be asked for when its first letter is typed, and tell that one was.
  Promise.allSettled([...document.fonts].map((face) => face.load()));
}
