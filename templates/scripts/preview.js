// In a preview: loads the page again as soon as the handbook is another than the one that it shows. A page that nobody looks
// at does not wait for that, since a browser holds only a few connections to one host; it asks when somebody does.
{
  const seen = new URL(document.currentScript.src).search;
  let changes;
  const listen = () => {
    changes?.close();
    if (document.visibilityState === "visible") {
      changes = new EventSource(`/_changes${seen}`);
      changes.onmessage = () => location.reload();
    }
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
