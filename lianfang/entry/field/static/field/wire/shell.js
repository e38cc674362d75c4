/** The app's own files: kept by the service worker, taken anew only when the person says so. */
let waiting = null;

/** Register the worker; `found` is called when a newer edition lies ready. */
export async function register(found) {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.register('/field/sw.js', {scope: '/field/', updateViaCache: 'none'});
  const ready = worker => {
    if (worker && navigator.serviceWorker.controller) {
      waiting = worker;
      found();
    }
  };
  ready(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming.addEventListener('statechange', () => coming.state === 'installed' && ready(coming));
  });
  let isTaken = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isTaken) location.reload();
    isTaken = true;
  });
  setInterval(() => registration.update().catch(() => {}), 3600_000);
}

export const takeOver = () => waiting?.postMessage('take over');

/** The reader of codes is fetched when everything else stands. */
export async function keepScanner() {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage('keep the scanner');
}
