/* The board asks again every five seconds; this says how old its figures are, and keeps the reader's place across a change. */
(() => {
  const age = document.getElementById("age");
  if (!age) return;
  const pulse = document.getElementById("pulse");
  const clock = document.querySelector(".board-moment .as-of b:last-child");
  const board = () => document.getElementById("board");
  let told = Date.now();
  let place = null;

  const show = () => {
    const seconds = Math.round((Date.now() - told) / 1000);
    const late = seconds >= 60;
    const words = late ? age.dataset.stopped.replace("{n}", Math.floor(seconds / 60))
      : seconds < 1 ? age.dataset.just : age.dataset.ago.replace("{n}", seconds);
    if (age.textContent !== words) age.textContent = words;
    age.classList.toggle("late", late);
    pulse.classList.toggle("late", late);
  };

  document.addEventListener("htmx:afterRequest", (e) => {
    if (e.detail.elt.id !== "board" || !e.detail.successful) return;
    told = Date.now();
    const at = e.detail.xhr.getResponseHeader("X-As-Of") || board()?.dataset.at;
    if (at && clock) clock.textContent = at;
    show();
  });

  /* A change swaps the whole board: the link in focus, what is open and what is scrolled stay as they were. */
  const links = () => [...board().querySelectorAll("a, summary")];
  const scroll = () => board().querySelector(".table-scroll");
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (e.detail.target !== board()) return;
    place = {
      focus: links().indexOf(document.activeElement),
      open: [...board().querySelectorAll("details")].map((d) => d.open),
      left: scroll()?.scrollLeft,
    };
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!place || !board()) return;
    links()[place.focus]?.focus({ preventScroll: true });
    board().querySelectorAll("details").forEach((d, n) => { d.open = place.open[n] ?? d.open; });
    if (scroll()) scroll().scrollLeft = place.left;
    place = null;
  });

  setInterval(show, 1000);
})();
