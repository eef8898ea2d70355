// The offline copy of the handbook. The network is always asked first; a page that comes from the copy says so, in its own
// HTML, so that no script has to be trusted with it. EDITION, LIST and FRAME are written before this text when the site is
// built: the name of this edition, the list of all that may be kept, and what every page needs, which is fetched at once.
"use strict";

const SCOPE = registration.scope;
// Scopes end in a slash, so that no name begins another; an origin may hold several handbooks.
const COPY = `policywright ${SCOPE}`;
const PATIENCE = 4000;
const TOGETHER = 6;

// The windows whose page came from the copy; what belongs to such a page comes from there too, without a further wait.
const fromCopy = new Set();

// Hosts serve a page as x.html or as x, and a folder's as index.html or without: one page, whatever it is called.
function keyOf(address) {
  const { origin, pathname } = new URL(address, SCOPE);
  return origin + pathname.replace(/(?<=\/)index\.html$|\.html$/, "");
}

function find(address) {
  return caches.match(keyOf(address), { cacheName: COPY });
}

async function fingerprintOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What may be kept, by its key.
let listed;
function list() {
  listed ??= find(LIST)
    .then((kept) => kept?.json() ?? { files: [] })
    .then(({ files }) => new Map(files.map((file) => [keyOf(file.path), file])));
  return listed;
}

// A host may alter what it serves; so what was fetched when the list told of this edition already counts as current too.
function isCurrent(headers, file) {
  return [headers.get("X-Fingerprint"), headers.get("X-Listed")].includes(file.fingerprint);
}

// Keeps an answer, with the day, the fingerprint of what it holds, which it returns, and the one that the list told of.
async function keep(address, answer) {
  const bytes = await answer.arrayBuffer();
  const fingerprint = await fingerprintOf(bytes);
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) {
    headers.delete(name);
  }
  headers.set("X-Kept-On", new Date().toISOString());
  headers.set("X-Fingerprint", fingerprint);
  headers.set("X-Listed", address === LIST ? "" : ((await list()).get(keyOf(address))?.fingerprint ?? ""));
  await inCopy((copy) => copy.put(keyOf(address), new Response(bytes, { headers })));
  return fingerprint;
}

// Works on the copy, as long as there is one: a reader may remove it while something is on its way into it. The page that
// removes it holds this lock alone, and to open a copy that is gone would bring it back.
function inCopy(work) {
  return navigator.locks.request(COPY, { mode: "shared" }, async () => {
    if (await caches.has(COPY)) {
      await work(await caches.open(COPY));
    }
  });
}

function forget(address) {
  return inCopy((copy) => copy.delete(keyOf(address)));
}

// Fetches what is not kept as it is in this edition; returns how many files could not be had.
async function bring(paths) {
  const files = await list();
  const one = async (path) => {
    const kept = await find(path);
    if (kept && isCurrent(kept.headers, files.get(keyOf(path)))) {
      return 0;
    }
    const answer = await fetch(SCOPE + path, { cache: "no-cache" }).catch(() => Response.error());
    return answer.ok ? keep(path, answer).then(() => 0) : 1;
  };
  let missed = 0;
  for (let start = 0; start < paths.length; start += TOGETHER) {
    const done = await Promise.all(paths.slice(start, start + TOGETHER).map(one));
    missed += done.reduce((sum, each) => sum + each, 0);
  }
  return missed;
}

async function install() {
  await caches.open(COPY);
  const answer = await fetch(SCOPE + LIST, { cache: "no-cache" });
  await keep(LIST, answer);
  if (await bring(FRAME)) {
    throw new Error("The frame is not whole.");
  }
  await skipWaiting();
}

// Forgets what the site holds no more, and what of the frame is of an earlier edition; an old page says that it is old.
async function tidy() {
  const files = await list();
  await inCopy(async (copy) => {
    for (const request of await copy.keys()) {
      const file = files.get(request.url);
      const kept = await copy.match(request);
      const old = file && !file.path.endsWith(".html") && !isCurrent(kept.headers, file);
      if (request.url !== keyOf(LIST) && (!file || old)) {
        await copy.delete(request);
      }
    }
  });
  await clients.claim();
}

function inTime(answer) {
  return Promise.race([answer, new Promise((_, refuse) => setTimeout(refuse, PATIENCE))]);
}

const isPage = (answer) => answer.ok && answer.headers.get("Content-Type")?.startsWith("text/html");

// Takes over what the network said of a page; what is gone must not come back.
async function learn(address, answer) {
  if (isPage(answer)) {
    return keep(address, answer);
  }
  if (answer.status === 404 || answer.status === 410) {
    await forget(address);
  }
  return "";
}

async function page(event) {
  const { url } = event.request;
  const asked = fetch(event.request, { cache: "no-cache" });
  const kept = await find(url);
  const answer = await (kept ? inTime(asked) : asked).catch(() => null);
  if (answer && (answer.status < 500 || !kept)) {
    event.waitUntil(learn(url, answer.clone()));
    return answer;
  }
  if (kept) {
    fromCopy.add(event.resultingClientId);
    return asCopy(url, kept);
  }
  return Response.redirect(`${SCOPE}offline.html#asked:${url.slice(SCOPE.length)}`);
}

async function asCopy(address, kept) {
  const html = await kept.text();
  const banner = bannerOf(kept.headers, (await list()).get(keyOf(address)));
  return new Response(html.replace(/<main[^>]*>/, (main) => main + banner), { headers: kept.headers });
}

function bannerOf(headers, file) {
  const fingerprint = headers.get("X-Fingerprint");
  const day = new Date(headers.get("X-Kept-On")).toLocaleDateString("en-GB", { dateStyle: "long" });
  const why = navigator.onLine ? "The handbook cannot be reached just now." : "You are offline.";
  const since = fingerprint === file?.fingerprint ? ` (edition ${EDITION})` : "";
  const changed = file && !isCurrent(headers, file) ? " It has changed since." : "";
  return `<p class="copy" role="status" data-fingerprint="${fingerprint}">${why} `
    + `This page is as it stood on ${day}${since}.${changed} Check it when you are online.</p>`;
}

async function part(event) {
  const { url } = event.request;
  const kept = await find(url);
  if (kept && fromCopy.has(event.clientId)) {
    return kept;
  }
  const answer = await fetch(event.request).catch(() => kept ?? Response.error());
  if (!kept && answer.ok && (await list()).has(keyOf(url))) {
    event.waitUntil(keep(url, answer.clone()));
  }
  return answer;
}

// What a page may ask for, by message.
const ANSWERS = {
  // The fingerprint of a page as it is kept; empty where it is not.
  async kept({ address }) {
    const kept = await find(address);
    return kept?.headers.get("X-Fingerprint") ?? "";
  },
  // What the network says of a page now: its fingerprint, empty where it is gone; null where nobody answers.
  async now({ address }) {
    const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
    return answer && answer.status < 500 ? learn(address, answer) : null;
  },
  bring: ({ paths }) => bring(paths),
  // The edition and all that may be kept, each with whether it is.
  async list() {
    const files = await list();
    const kept = new Set();
    await inCopy(async (copy) => (await copy.keys()).forEach(({ url }) => kept.add(url)));
    return { edition: EDITION, files: [...files].map(([key, file]) => ({ ...file, kept: kept.has(key) })) };
  },
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SCOPE) && !request.headers.has("Range")) {
    event.respondWith(request.mode === "navigate" ? page(event) : part(event));
  }
});

addEventListener("message", (event) => {
  const { data, ports } = event;
  event.waitUntil(ANSWERS[data.ask](data).then((answer) => ports[0].postMessage(answer)));
});
