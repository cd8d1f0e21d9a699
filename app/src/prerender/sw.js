// Keeps what was read on this device, so that it can be read without a line: guides with everything they need, the search.
// What belongs to a person (dossiers, ratings, answers of the server) is never kept. A blank form is: what is typed into it
// stays on the device until there is a line, and the server looks at its version before it takes anything.
const KEEP = "mot-cua-{{version}}";
const CORE = {{core}};
const OFFLINE = { vi: "/khong-co-mang/", en: "/en/khong-co-mang/" };
const NEVER = /^\/(en\/)?(api|can-bo|tra-cuu|danh-gia|khao-sat|thong-ke|tim-kiem|ket-qua|phan-anh)(\/|$)|\/nop-ho-so\/.|^\/(sw\.js|healthz|__live)$/;
const MOST_PAGES = 80;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEEP).then((cache) => cache.addAll(CORE)).then(() => skipWaiting()));
});

// What an older release kept is of no use to this one. Where there was one, pages that are open are told.
addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name !== KEEP);
      await Promise.all(old.map((name) => caches.delete(name)));
      if (!old.length) return;
      for (const page of await clients.matchAll({ type: "window", includeUncontrolled: true })) page.postMessage({ build: "{{build}}" });
    })(),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const never = NEVER.test(url.pathname);
  // What is never kept goes to the server; without a line a person is told so on a page of ours.
  if (request.mode === "navigate") event.respondWith(never ? fetch(request).catch(() => offline(url)) : page(request, url, event));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request, url, event));
});

// An asset carries its hash in its name: the one that is kept is the right one.
// A list of places comes when somebody chooses among them, and is kept from then on: a form without a line asks for it again.
async function asset(request, url, event) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && url.pathname.endsWith(".json")) {
    const copy = answer.clone();
    event.waitUntil(caches.open(KEEP).then((cache) => cache.put(request, copy)));
  }
  return answer;
}

// A page comes from the server while there is one, and from here when there is none.
async function page(request, url, event) {
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && !answer.redirected && !url.search) event.waitUntil(keep(request, answer.clone()));
    return answer;
  } catch {
    return (await caches.match(request, { ignoreSearch: true })) ?? offline(url);
  }
}

// A page is kept with everything it names, or not at all.
async function keep(request, answer) {
  const text = await answer.text();
  const cache = await caches.open(KEEP);
  const named = new Set([...text.matchAll(/(?:src|href|data-form|data-places)="(\/assets\/[^"#?]+)/g)].map((found) => found[1]));
  // A set is walked to its end while it grows: a loader names what it loads.
  for (const address of named) {
    if (!(await cache.match(address))) await cache.add(address);
    if (!/-loader\.[0-9a-f]+\.js$/.test(address)) continue;
    const loader = await (await cache.match(address)).text();
    for (const [, more] of loader.matchAll(/"(\/assets\/[^"]+)"/g)) named.add(more);
  }
  await cache.put(request, new Response(text, { headers: answer.headers }));
  const pages = (await cache.keys()).filter((kept) => new URL(kept.url).pathname.endsWith("/") && !CORE.includes(new URL(kept.url).pathname));
  for (const old of pages.slice(0, -MOST_PAGES)) await cache.delete(old);
}

async function offline(url) {
  return (await caches.match(url.pathname.startsWith("/en/") ? OFFLINE.en : OFFLINE.vi)) ?? Response.error();
}
