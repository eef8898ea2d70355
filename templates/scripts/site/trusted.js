// The one way to a script's address (`script.src`, a worker): what is no file of this site is refused.
{
  const createScriptURL = (address) => {
    const { href } = new URL(address, policywright.base);
    if (!href.startsWith(policywright.base)) {
      throw new TypeError(`${href} is no file of this site`);
    }
    return href;
  };
  const policy = globalThis.trustedTypes?.createPolicy("policywright", { createScriptURL }) ?? { createScriptURL };

  // Takes an address relative to the site's folder; returns what `script.src` and `serviceWorker.register` accept.
  policywright.scriptAddress = (address) => policy.createScriptURL(address);
}
