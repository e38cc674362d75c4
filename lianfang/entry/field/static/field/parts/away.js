/** A phone that was laid down: back after more than the minutes of the table it asks for the PIN again; what was typed is still there. */
let leftAt = 0;

export function watch(app) {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leftAt = Date.now();
    else if (app.isOpen && leftAt && Date.now() - leftAt >= (app.me.hidden_minutes ?? 0) * 60_000) app.lock({keeps: true});
  });
}
