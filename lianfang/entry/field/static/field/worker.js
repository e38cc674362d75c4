/** The service worker: keeps the shell, whole editions only, and nothing of anybody's records. FILES, LATER and their editions stand above. */
const SHELL = `field-${EDITION}`;
const APART = `field-scanner-${LATER_EDITION}`;
const KEPT = new Set([...FILES, ...LATER].map(([url]) => url));

async function keep(name, files) {
  const cache = await caches.open(name);
  await Promise.all(
    files.map(async ([url, integrity]) => {
      if (await cache.match(url)) return;
      const answer = await fetch(url, {integrity, cache: 'no-store'}); // a file of another edition fails here, and the old one stays
      if (!answer.ok || answer.redirected) throw new Error(url);
      await cache.put(url, answer);
    }),
  );
}

self.addEventListener('install', event => event.waitUntil(keep(SHELL, FILES)));

self.addEventListener('activate', event =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith('field-') && name !== SHELL && name !== APART) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  ),
);

self.addEventListener('message', event => {
  if (event.data === 'take over') self.skipWaiting();
  if (event.data === 'keep the scanner') event.waitUntil(keep(APART, LATER).catch(() => {}));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  const name = event.request.mode === 'navigate' && url.pathname.startsWith('/field/') ? '/field/' : url.pathname;
  if (KEPT.has(name)) event.respondWith(kept(name, event.request));
});

async function kept(name, request) {
  return (await caches.match(name, {ignoreVary: true, ignoreSearch: true})) || fetch(request);
}

// The records are under the person's PIN: only an open page can send them, so it is woken.
self.addEventListener('sync', event =>
  event.waitUntil(
    (async () => {
      for (const page of await self.clients.matchAll({type: 'window'})) page.postMessage('send');
    })(),
  ),
);
